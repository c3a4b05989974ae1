"""A code that was found is read module by module, through blur, bends and dirt, and nothing is made up."""

import numpy as np
import pytest

from kiosk.scan.closer import fit, look_closer
from kiosk.scan.decode import decode
from kiosk.scan.decoders import read_zxing
from kiosk.scan.finders import place_of_one_size, places_in
from kiosk.scan.frame import Corners, Image
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place
from tests.unit.scan.pictures import CODE, frame_with, qr

SIDE = 29 * 6
LEFT, TOP = 240 - SIDE / 2, 180 - SIDE / 2
CORNERS: Corners = ((LEFT, TOP), (LEFT + SIDE, TOP), (LEFT + SIDE, TOP + SIDE), (LEFT, TOP + SIDE))
PLACE = Place(CORNERS, 29)


def framed() -> Image:
    return frame_with(qr(CODE), 480, 360).copy()


def blurred(picture: Image, width: float) -> Image:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), width), dtype=np.uint8)


def bent(picture: Image) -> Image:
    rows, columns = np.indices(picture.shape).astype(np.float32)
    moved = rows + 6 * np.sin((columns - LEFT) / SIDE * np.pi).astype(np.float32)
    onto = np.asarray(moved, dtype=np.float32)
    across = np.asarray(columns, dtype=np.float32)
    return np.asarray(cv2.remap(picture, across, onto, cv2.INTER_LINEAR), dtype=np.uint8)


def dirty(picture: Image) -> Image:
    picture[int(TOP) + 70 : int(TOP) + 120, int(LEFT) + 60 : int(LEFT) + 160] = 255
    return picture


def without_a_finder(picture: Image) -> Image:
    picture[int(TOP) - 10 : int(TOP) + 40, int(LEFT) + 135 : int(LEFT) + 190] = 140
    return picture


TROUBLES = [
    pytest.param(blurred(framed(), 3.9), id="out of focus"),
    pytest.param(bent(framed()), id="bent"),
    pytest.param(dirty(framed()), id="dirty"),
    pytest.param(blurred(255 - framed(), 3.6), id="light on dark"),
    pytest.param(without_a_finder(framed()), id="a corner is covered"),
]


@pytest.mark.parametrize("picture", TROUBLES)
def test_code_that_zxing_does_not_read_is_read_at_its_place(picture: Image) -> None:
    assert read_zxing(picture) == ()
    sighting = look_closer(picture, PLACE)
    assert sighting is not None
    assert sighting.text == CODE
    middle = np.asarray(sighting.corners).mean(axis=0)
    assert np.abs(middle - (240, 180)).max() < 4


@pytest.mark.parametrize("picture", TROUBLES)
def test_still_of_it_is_read_by_whoever_finds_it(picture: Image) -> None:
    assert [sighting.text for sighting in decode(picture)] == [CODE]


def test_mirrored_code_is_read_although_it_is_out_of_focus() -> None:
    mirrored = np.ascontiguousarray(blurred(framed(), 3.6)[:, ::-1])
    assert read_zxing(mirrored) == ()
    assert [sighting.text for sighting in decode(mirrored)] == [CODE]


def test_corners_that_are_a_module_off_are_put_right() -> None:
    off = Place(tuple((x + 5, y - 4) for x, y in CORNERS), 29)  # type: ignore[arg-type]  # four of them
    fitted = fit(framed(), off)
    assert fitted is not None
    assert np.abs(np.asarray(fitted.corners) - CORNERS).max() < 1.5
    assert fitted.agreement > 0.8


def test_where_there_is_no_code_no_grid_is_laid() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (360, 480), dtype=np.uint8)
    assert fit(noise, PLACE) is None
    assert look_closer(noise, PLACE) is None
    assert fit(framed()[:20, :20], PLACE) is None


def test_code_of_which_too_much_is_covered_is_not_made_up() -> None:
    covered = framed()
    covered[int(TOP) + 50 : int(TOP) + 170, int(LEFT) + 60 :] = 255
    assert look_closer(covered, PLACE) is None


def test_random_modules_between_true_patterns_are_never_read() -> None:
    dice = np.random.default_rng(5)
    data = np.kron(dice.integers(0, 2, (29, 29)), np.ones((6, 6))) * 255
    false = framed()
    inside = false[int(TOP) + 60 : int(TOP) + SIDE, int(LEFT) + 60 : int(LEFT) + SIDE]
    inside[:] = data[60:SIDE, 60:SIDE]
    assert look_closer(false, PLACE) is None


@pytest.mark.parametrize("turned", [0, 20, 90, 200])
def test_blurred_code_is_found_by_its_corner_squares_however_it_is_turned(turned: int) -> None:
    way = cv2.getRotationMatrix2D((240, 180), turned, 1.0)
    picture = blurred(np.asarray(cv2.warpAffine(framed(), way, (480, 360), borderValue=140), np.uint8), 3.5)
    assert read_zxing(picture) == ()
    places = [place for place in places_in(picture) if place.modules == 29]
    middles = [place.points.mean(axis=0) for place in places]
    assert any(np.abs(middle - (240, 180)).max() < 12 for middle in middles)


def test_nothing_is_found_on_a_blank_wall() -> None:
    wall = np.full((360, 480), 90, dtype=np.uint8)
    assert list(places_in(wall)) == []
    assert place_of_one_size(wall, 6.0) is None
