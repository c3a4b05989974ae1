"""What a visitor is asked to do, and when: steady hints, a way out, and nothing about posters."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.scan.frame import Corners, Sighting
from kiosk.scan.guidance import AGREED_FOR, GIVES_UP_AFTER, STAYS, Guide, Hint, hint_for
from kiosk.scan.reading import Located, Reading

PER_SECOND = 15


def square(left: float = 500.0, top: float = 300.0, side: float = 116.0) -> Corners:
    return (left, top), (left + side, top), (left + side, top + side), (left, top + side)


FINE = Located(
    square(), modules=29, pixels_a_module=4.0, blur=0.5, light=200.0, contrast=150.0, tilt=5.0, speed=0.0
)
SMALL = replace(FINE, pixels_a_module=1.8)
STEEP = replace(FINE, tilt=60.0)
NOTHING = Reading()
READ = Reading((Sighting(b"JC1", square()),))


def seen(guide: Guide, *codes: Located, since: float, seconds: float) -> Iterator[Hint | None]:
    for frame in range(round(seconds * PER_SECOND)):
        yield guide.see(Reading(unread=codes), since + frame / PER_SECOND)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (SMALL, Hint.CLOSER),
        (STEEP, Hint.FLATTER),
        (replace(FINE, light=50.0), Hint.INTO_LIGHT),
        (replace(FINE, speed=25.0, blur=1.2), Hint.STILL),
        (FINE, Hint.STILL),
        (replace(SMALL, tilt=60.0), Hint.FLATTER),
        (replace(SMALL, light=50.0), Hint.INTO_LIGHT),
    ],
)
def test_what_is_most_in_the_way_is_told(code: Located, hint: Hint) -> None:
    assert hint_for(code) is hint


def test_a_letter_on_its_way_into_view_gets_no_hint() -> None:
    guide = Guide()
    assert set(seen(guide, SMALL, since=0.0, seconds=AGREED_FOR - 0.05)) == {None}
    assert guide.see(READ, AGREED_FOR) is None


def test_a_trouble_that_lasts_gets_its_hint() -> None:
    assert list(seen(Guide(), SMALL, since=0.0, seconds=1.0))[-1] is Hint.CLOSER


def test_a_hint_never_flickers() -> None:
    guide, shown = Guide(), list[Hint | None]()
    for frame in range(PER_SECOND * 6):
        code = (SMALL, STEEP, FINE)[frame * 7 // 5 % 3]
        shown.append(guide.see(Reading(unread=(code,)), frame / PER_SECOND))
    changes = [place for place in range(1, len(shown)) if shown[place] is not shown[place - 1]]
    stays = [(later - sooner) / PER_SECOND for sooner, later in pairwise(changes)]
    assert changes
    assert all(each >= STAYS for each in stays)


def test_a_hint_stays_for_a_while_when_the_code_is_lost_and_then_goes() -> None:
    guide = Guide()
    list(seen(guide, SMALL, since=0.0, seconds=0.7))
    assert guide.see(NOTHING, 1.5) is Hint.CLOSER
    assert guide.see(NOTHING, 2.0) is None


def test_a_code_that_is_read_ends_the_hint_at_once() -> None:
    guide = Guide()
    list(seen(guide, SMALL, since=0.0, seconds=1.0))
    assert guide.see(READ, 1.0) is None


def test_the_largest_code_is_guided() -> None:
    far = replace(SMALL, pixels_a_module=1.2, corners=square(100, 100, 35))
    assert list(seen(Guide(), far, STEEP, since=0.0, seconds=1.0))[-1] is Hint.FLATTER


def test_who_is_guided_in_vain_is_sent_to_the_short_code() -> None:
    hints = list(seen(Guide(), FINE, since=0.0, seconds=GIVES_UP_AFTER + STAYS + 1.0))
    assert hints[-1] is Hint.TYPE_CODE


def test_a_poster_is_passed_over_once_it_is_known_and_a_letter_beside_it_is_not() -> None:
    guide = Guide()
    assert list(seen(guide, SMALL, since=0.0, seconds=30.0))[-1] is None
    assert set(seen(guide, SMALL, since=30.0, seconds=120.0)) == {None}
    letter = replace(STEEP, corners=square(800.0, 200.0, 150.0))
    assert list(seen(guide, SMALL, letter, since=150.0, seconds=1.0))[-1] is Hint.FLATTER


def test_where_the_poster_was_a_letter_is_guided_later() -> None:
    guide = Guide()
    list(seen(guide, SMALL, since=0.0, seconds=30.0))
    assert list(seen(guide, SMALL, since=100.0, seconds=1.0))[-1] is Hint.CLOSER
