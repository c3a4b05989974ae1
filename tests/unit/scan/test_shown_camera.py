"""The visitor sees the picture of the camera that the letter is held before."""

from kiosk.scan.frame import Sighting
from kiosk.scan.reading import Located, Reading
from kiosk.scan.shown_camera import GONE_AFTER, ShownCamera

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
READ = Reading((Sighting(b"JC1", CORNERS),))
LOCATED = Reading(unread=(Located(CORNERS, 29, 4.0, 0.5, 200.0, 150.0, 5.0, None),))
BOTH = (True, True)
HIGH, LOW = 0, 1


def test_the_first_that_lives_is_shown_until_a_code_is_seen() -> None:
    cameras = ShownCamera(2)
    cameras.saw(LOW, Reading(), 9.0)
    assert cameras.choose(BOTH, 10.0) == HIGH
    assert cameras.choose((False, True), 11.0) == LOW
    assert cameras.choose(BOTH, 12.0) == HIGH


def test_the_camera_in_which_a_code_was_seen_last_is_shown_also_when_it_is_gone() -> None:
    cameras = ShownCamera(2)
    cameras.saw(LOW, READ, 10.0)
    assert cameras.choose(BOTH, 10.0) == LOW
    assert cameras.choose(BOTH, 60.0) == LOW
    cameras.saw(HIGH, READ, 61.0)
    assert cameras.choose(BOTH, 61.0) == HIGH


def test_a_letter_that_both_see_does_not_make_the_picture_jump() -> None:
    cameras = ShownCamera(2)
    cameras.saw(LOW, READ, 10.0)
    shown = [cameras.choose(BOTH, 10.0)]
    for frame in range(1, 60):
        at = 10.0 + frame / 15
        cameras.saw(HIGH, READ, at)
        cameras.saw(LOW, READ, at)
        shown.append(cameras.choose(BOTH, at))
    assert set(shown) == {LOW}
    assert cameras.choose(BOTH, 60.0) == LOW


def test_a_letter_that_goes_from_one_camera_to_the_other_takes_the_picture_along() -> None:
    cameras = ShownCamera(2)
    cameras.saw(HIGH, LOCATED, 10.0)
    cameras.saw(HIGH, READ, 10.1)
    for at in (10.9, 11.3):
        cameras.saw(LOW, READ, at)
    assert cameras.choose(BOTH, 11.3) == LOW


def test_a_poster_in_view_of_one_camera_does_not_keep_the_picture_from_the_other() -> None:
    cameras = ShownCamera(2)
    for frame in range(100):
        cameras.saw(HIGH, READ, 10.0 + frame / 15)
    at = 10.0 + 100 / 15
    cameras.saw(LOW, READ, at)
    assert cameras.choose(BOTH, at) == LOW
    for frame in range(100, 200):
        cameras.saw(HIGH, READ, 10.0 + frame / 15)
    assert cameras.choose(BOTH, at + 100 / 15) == LOW


def test_a_code_that_is_not_read_has_to_be_found_three_times_while_it_is_there() -> None:
    cameras = ShownCamera(2)
    for at in (10.0, 10.1, 10.1 + GONE_AFTER + 0.1, 11.3):
        cameras.saw(LOW, LOCATED, at)
        assert cameras.choose(BOTH, at) == HIGH
    cameras.saw(LOW, LOCATED, 11.4)
    assert cameras.choose(BOTH, 11.4) == LOW


def test_a_camera_that_is_lost_is_not_shown_though_a_code_has_just_come_into_it() -> None:
    cameras = ShownCamera(2)
    cameras.saw(LOW, READ, 10.0)
    assert cameras.choose(BOTH, 10.0) == LOW
    assert cameras.choose((True, False), 10.1) == HIGH
    assert cameras.choose((False, False), 20.0) == HIGH
