"""The simulated camera shows letters as people hold them: readable, repeatable, and gone in between."""

import itertools

import numpy as np
import pytest

from kiosk.scan.decoders import read_zxing
from kiosk.scan.frame import Frame, Image, coloured, grey
from kiosk.scan.opencv import cv2
from kiosk.scan.reader import Reader
from kiosk.scan.simulated_camera import SimulatedCamera
from kiosk.scan.simulated_hand import ARRIVING, LEAVING, Conditions, HeldLetter, Pose, projection
from tests.unit.scan.pictures import CODE, OTHER_CODE, letter, qr

PER_SECOND = 12.5
PHONE_WIDTH_MM = 72.0
PHONE_SIZE = (720, 1480)


def on_phone(code: Image, *, dark: bool = False) -> Image:
    """Return a phone that shows this square picture of a code, in light or in dark mode."""
    width, height = PHONE_SIZE
    phone: Image = np.full((height, width, 3), 18, dtype=np.uint8)
    paper, ink = ((24, 22, 20), (230, 230, 230)) if dark else ((250, 248, 246), (60, 58, 56))
    cv2.rectangle(phone, (28, 60), (width - 28, height - 60), paper, -1)
    cv2.rectangle(phone, (28, 60), (width - 28, 190), (112, 84, 36), -1)
    cv2.circle(phone, (width // 2, 34), 9, (50, 46, 44), -1)
    for line, length in enumerate((420, 520, 300)):
        cv2.line(phone, (90, 300 + 56 * line), (90 + length, 300 + 56 * line), ink, 12)
    side = width - 2 * 90
    square = cv2.resize(coloured(code), (side, side), interpolation=cv2.INTER_AREA)
    phone[520 : 520 + side, 90 : 90 + side] = 255 - square if dark else square
    cv2.line(phone, (width // 2 - 90, height - 90), (width // 2 + 90, height - 90), ink, 8)
    return phone


def camera(seed: int = 1, conditions: Conditions | None = None) -> SimulatedCamera:
    return SimulatedCamera(seed=seed, conditions=conditions, per_second=PER_SECOND, paced=False)


def next_frame(camera: SimulatedCamera) -> Image:
    image = camera.read()
    assert image is not None
    return image


def runs_of_texts(camera: SimulatedCamera, most: int = 120) -> list[str | None]:
    """What is read, frame after frame, until all pages were shown; each run of the same as one."""
    reads: list[str | None] = []
    while camera.pages_left and len(reads) < most:
        seen = read_zxing(grey(next_frame(camera)))
        reads.append(seen[0].text if seen else None)
    assert camera.pages_left == 0
    return [text for text, _ in itertools.groupby(reads)]


def test_letters_come_into_view_one_after_another_and_go_away_in_between() -> None:
    shown = camera()
    shown.show(letter(CODE), hold_for=0.8, pause=0.4)
    shown.show(on_phone(qr(OTHER_CODE)), hold_for=0.8, pause=0.4, width_mm=PHONE_WIDTH_MM)
    assert shown.pages_left == 2
    assert runs_of_texts(shown) == [None, CODE, None, OTHER_CODE, None]


@pytest.mark.parametrize("dark", [False, True])
def test_phone_is_read_in_light_and_dark_mode(dark: bool) -> None:  # noqa: FBT001  # a table's column
    shown = camera()
    shown.show(on_phone(qr(CODE), dark=dark), hold_for=0.8, width_mm=PHONE_WIDTH_MM)
    assert CODE in runs_of_texts(shown)


def test_page_without_a_code_is_held_up_too_and_nothing_is_read() -> None:
    shown = camera()
    shown.show(np.full((1170, 826), 250, dtype=np.uint8), hold_for=0.4)
    assert runs_of_texts(shown) == [None]


def test_page_shown_while_nobody_stood_there_comes_at_once() -> None:
    shown = camera()
    for _ in range(40):
        shown.read()
    shown.show(letter(CODE), hold_for=0.4, pause=0.0)
    assert runs_of_texts(shown)[1] == CODE


def test_same_seed_gives_the_same_film_and_another_seed_another() -> None:
    films = []
    for seed in (5, 5, 6):
        shown = camera(seed)
        shown.show(letter(CODE), hold_for=0.2)
        films.append([next_frame(shown) for _ in range(12)])
    assert all(np.array_equal(one, two) for one, two in zip(films[0], films[1], strict=True))
    assert not np.array_equal(films[0][-1], films[2][-1])


def test_frames_are_those_of_a_webcam_and_never_two_the_same() -> None:
    empty = camera()
    first, second = next_frame(empty), next_frame(empty)
    assert first.shape == (720, 1280, 3)
    assert first.dtype == np.uint8
    assert not np.array_equal(first, second)


def test_closed_camera_is_finished() -> None:
    closed = camera()
    before = closed.finished
    closed.close()
    assert (before, closed.finished) == (False, True)
    assert closed.read() is None


@pytest.mark.parametrize(
    "harder",
    [
        Conditions(blur=3.0),
        Conditions(light=0.05, noise=6.0),
        Conditions(noise=90.0),
        Conditions(code_width=(30.0, 34.0)),
        Conditions(glare=1.0, code_width=(105.0, 110.0)),
    ],
)
def test_each_trouble_makes_a_letter_harder_to_read(harder: Conditions) -> None:
    def reads(conditions: Conditions) -> int:
        shown = camera(3, conditions)
        shown.show(on_phone(qr(CODE)), hold_for=0.8, width_mm=PHONE_WIDTH_MM)
        return sum(bool(read_zxing(grey(next_frame(shown)))) for _ in range(20))

    assert reads(harder) < reads(Conditions())


def test_live_reader_reads_the_film_and_nothing_else() -> None:
    shown = camera(2)
    shown.show(letter(CODE), hold_for=0.8)
    reader = Reader()
    seen = [
        sighting.text
        for number in range(25)
        for sighting in reader.read(Frame(next_frame(shown), number / PER_SECOND, number)).sightings
    ]
    assert set(seen) == {CODE}


def held(seed: int = 0) -> HeldLetter:
    return HeldLetter(np.random.default_rng(seed), Conditions(), 2.0, (1280, 720))


@pytest.mark.parametrize("seed", range(20))
def test_hand_is_out_of_sight_before_and_after_and_near_the_middle_while_it_holds(seed: int) -> None:
    way = held(seed)
    assert way.lasts == ARRIVING + 2.0 + LEAVING
    for at in (0.0, way.lasts, way.lasts + 5.0):
        pose = way.pose(at)
        assert np.hypot(pose.x - 640, pose.y - 360) > 1200
        assert way.presence(at) == 0.0
    for at in np.linspace(ARRIVING, ARRIVING + 2.0, 20).tolist():
        pose = way.pose(at)
        assert np.hypot(pose.x - 640, pose.y - 360) < 200
        assert way.presence(at) == 1.0


def test_lens_finds_its_focus_while_the_letter_is_held() -> None:
    way = held()
    assert way.blur(0.0) > 2.0
    assert way.blur(ARRIVING + 1.9) < 1.0


def test_projection_puts_the_code_where_the_pose_says() -> None:
    pose = Pose(x=700.0, y=300.0, code_width=120.0, yaw=0.0, pitch=0.0, roll=0.0)
    onto = projection(pose, aim=(500.0, 200.0), code_width=60.0)
    points = onto @ np.array([(500.0, 200.0, 1.0), (530.0, 200.0, 1.0)]).T
    assert np.allclose(points[:2] / points[2], [[700.0, 760.0], [300.0, 300.0]])
