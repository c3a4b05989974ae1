"""A code that a moving hand has smeared, or a lens has blurred, is read all the same."""

from dataclasses import replace

import numpy as np
import pytest

from kiosk.scan.code_like import code_like
from kiosk.scan.decode import decode
from kiosk.scan.decoders import read_zxing
from kiosk.scan.frame import Frame, Image
from kiosk.scan.opencv import cv2
from kiosk.scan.reader import Reader
from kiosk.scan.unblur import Waves, patch_of
from tests.unit.scan.pictures import CODE, frame_with, qr

MODULES = 29


def sheet() -> Image:
    """A frame of a white sheet with a code of 4.3 pixels a module."""
    side = round(37 * 4.3)
    return np.minimum(frame_with(_on_paper(cv2.resize(qr(CODE), (side, side)))), 235).astype(np.uint8)


def _on_paper(code: object) -> Image:
    paper: Image = np.full((420, 560), 235, dtype=np.uint8)
    drawn = np.asarray(code, dtype=np.uint8)
    top, left = (420 - drawn.shape[0]) // 2, (560 - drawn.shape[1]) // 2
    paper[top : top + drawn.shape[0], left : left + drawn.shape[1]] = drawn
    return paper


def smeared(across: int, down: int) -> Image:
    kernel = np.zeros((41, 41), dtype=np.float32)
    cv2.line(kernel, (20 - across // 2, 20 - down // 2), (20 + across // 2, 20 + down // 2), 1.0)
    return np.asarray(cv2.filter2D(sheet(), -1, kernel / kernel.sum()), dtype=np.uint8)


def out_of_focus(sigma: float) -> Image:
    return np.asarray(cv2.GaussianBlur(sheet(), (0, 0), sigma), dtype=np.uint8)


@pytest.mark.parametrize(
    "picture",
    [smeared(8, 0), smeared(0, 8), smeared(8, 6), smeared(0, 20), smeared(14, 14), out_of_focus(2.6)],
    ids=["across", "down", "aslant", "far down", "far aslant", "soft"],
)
def test_what_zxing_gives_up_is_read_without_its_blur(picture: Image) -> None:
    assert not read_zxing(picture)
    reader = Reader(budget=5.0)
    (sighting,) = reader.read(Frame(picture, 0.0, 1)).sightings
    assert sighting.text == CODE
    assert np.abs(np.mean(sighting.corners, axis=0) - (640, 360)).max() < 8


@pytest.mark.parametrize(("picture", "moved"), [(smeared(8, 0), True), (out_of_focus(2.6), False)])
def test_a_smear_is_told_from_a_lens(picture: Image, moved: bool) -> None:  # noqa: FBT001 - a row of a table
    corners = code_like(picture)
    assert corners is not None
    patch = patch_of(picture, corners, MODULES)
    assert patch.smeared is moved


@pytest.mark.parametrize(("across", "down"), [(8, 0), (0, 20), (14, 14), (24, -10)])
def test_how_far_the_hand_moved_is_measured(across: int, down: int) -> None:
    picture = smeared(across, down)
    corners = code_like(picture)
    assert corners is not None
    likeliest = Waves(patch_of(picture, corners, MODULES)).blurs[0]
    measured = np.array((likeliest.across, likeliest.down))
    # A line of so many pixels is one longer than the way between its ends; the direction has no sense.
    assert min(np.abs(measured - sign * np.array((across, down))).max() for sign in (1, -1)) < 2


def test_a_patch_of_one_colour_is_no_error() -> None:
    patch = patch_of(
        np.full((720, 1280), 90, dtype=np.uint8), ((10, 10), (60, 10), (60, 60), (10, 60)), MODULES
    )
    waves = Waves(patch)
    for blur in waves.blurs:
        assert np.ptp(waves.without(blur)) <= 1


@pytest.mark.parametrize("side", [1, 2, 5])
def test_a_patch_at_the_picture_s_edge_is_no_error(side: int) -> None:
    picture = sheet()
    corners = ((1280.0 - side, 0.0), (1280.0, 0.0), (1280.0, side), (1280.0 - side, float(side)))
    waves = Waves(replace(patch_of(picture, corners, MODULES), smeared=True))
    assert not [waves.look_without(blur).read for blur in waves.blurs if waves.look_without(blur).read]


def test_a_still_that_is_smeared_far_is_read_without_its_blur() -> None:
    assert [sighting.text for sighting in decode(smeared(14, 14))] == [CODE]


def test_what_has_pixels_enough_and_is_not_found_is_taken_for_blurred() -> None:
    soft = out_of_focus(2.6)
    corners = code_like(soft)
    assert corners is not None
    patch = patch_of(soft, corners, MODULES)
    assert patch.must_be_blurred
    assert not replace(patch, module=2.5).must_be_blurred
