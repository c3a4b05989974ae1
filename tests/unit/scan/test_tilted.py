"""A code at a slant, or with a thumb on its corner, is found where something is like one from afar."""

import numpy as np
import pytest

from kiosk.scan.code_like import code_like, likest_code
from kiosk.scan.decoders import FirstLook, look_with_zxing, read_zxing
from kiosk.scan.frame import Frame, Image
from kiosk.scan.looks import AS_IT_IS
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place
from kiosk.scan.reader import Reader
from kiosk.scan.straight import look_at_straight, squares_in_straight
from kiosk.scan.unblur import patch_of
from tests.unit.scan.pictures import CODE, frame_with, qr

MODULES = 29


def paper() -> Image:
    """A white sheet with a code of three pixels a module in its middle."""
    sheet: Image = np.full((500, 800), 235, dtype=np.uint8)
    code = np.minimum(qr(CODE, 3), 235)
    top, left = (500 - len(code)) // 2, (800 - len(code)) // 2
    sheet[top : top + len(code), left : left + len(code)] = code
    return sheet


def aslant(along: tuple[float, float], down: tuple[float, float]) -> Image:
    """A frame with the sheet, a pixel of which goes so far along and down."""
    middle = np.array((640.0, 360.0)) - (400 * np.array(along) + 250 * np.array(down))
    way = np.column_stack((along, down, middle))
    frame: Image = np.full((720, 1280), 140, dtype=np.uint8)
    cv2.warpAffine(
        paper(), way, (1280, 720), dst=frame, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), 0.6), dtype=np.uint8)


SLANTS = (
    ((0.34, 0.0), (0.0, 1.0)),
    ((0.35, 0.2), (-0.3, 0.9)),
    ((0.9, -0.15), (-0.55, 0.45)),
)


@pytest.mark.parametrize(("along", "down"), SLANTS, ids=["narrow", "turned", "sheared"])
def test_a_tilted_code_is_found_as_the_parallelogram_that_it_is(
    along: tuple[float, float], down: tuple[float, float]
) -> None:
    corners = code_like(aslant(along, down))
    assert corners is not None
    side = 3 * MODULES / 2
    true = [
        np.array((640, 360)) + side * (x * np.array(along) + y * np.array(down))
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    for corner in true:
        assert min(np.linalg.norm(corner - np.array(each)) for each in corners) < 20


@pytest.mark.parametrize(("along", "down"), SLANTS, ids=["narrow", "turned", "sheared"])
def test_a_tilted_code_that_zxing_gives_up_is_read_in_its_first_frame(
    along: tuple[float, float], down: tuple[float, float]
) -> None:
    frame = aslant(along, down)
    assert not read_zxing(frame)
    (sighting,) = Reader(budget=5.0).read(Frame(frame, 0.0, 1)).sightings
    assert sighting.text == CODE
    assert np.abs(np.mean(sighting.corners, axis=0) - (640, 360)).max() < 6


def test_both_looks_at_the_straightened_patch_tell_where_in_the_frame_the_code_is() -> None:
    frame = aslant(*SLANTS[1])
    corners = code_like(frame)
    assert corners is not None
    patch = patch_of(frame, corners, MODULES)
    looked = look_at_straight(AS_IT_IS, patch)
    assert [sighting.text for sighting in looked.read] == [CODE]
    for place in (*looked.read_at(), *squares_in_straight(patch).unread):
        assert place.modules == MODULES
        assert np.abs(place.points.mean(axis=0) - (640, 360)).max() < 6


def held_by_its_corner() -> Image:
    """A frame with a code of four pixels a module, with a thumb on its lower left corner."""
    code = np.minimum(qr(CODE, 4), 200)
    sheet: Image = np.full((420, 560), 200, dtype=np.uint8)
    top, left = (420 - len(code)) // 2, (560 - len(code)) // 2
    sheet[top : top + len(code), left : left + len(code)] = code
    frame = frame_with(sheet)
    cv2.ellipse(frame, (560, 440), (75, 38), -40, 0, 360, 120, -1)
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), 0.8), dtype=np.uint8)


def test_a_code_without_one_corner_square_is_read_from_what_is_left_of_it() -> None:
    frame = held_by_its_corner()
    assert look_with_zxing(frame) == FirstLook((), ())
    likest = likest_code(frame)
    assert likest is not None
    assert not likest.is_whole
    assert code_like(frame) is None  # nobody is told to hold it closer
    (sighting,) = Reader(budget=5.0).read(Frame(frame, 0.0, 1)).sightings
    assert sighting.text == CODE


def test_place_for_which_no_time_was_left_is_looked_at_in_the_next_frame() -> None:
    frame = aslant(*SLANTS[0])
    known = Place(((623, 317), (657, 317), (657, 403), (623, 403)), MODULES)
    reader = Reader(budget=5.0)
    reader._waiting = known, 0.0
    later = Frame(frame, 0.2, 1)
    assert reader._waiting_since(later.taken_at) is None  # the hand is elsewhere by then
    reader._waiting = known, 0.0
    assert reader._waiting_since(0.03) == known
    assert reader._waiting_since(0.03) is None  # once
