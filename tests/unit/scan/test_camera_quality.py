"""A camera's picture in figures: what was done to a picture is found again in it."""

import numpy as np
import pytest

from kiosk.core.test_letter import TEST_LETTER
from kiosk.scan import smallest_code as smallest
from kiosk.scan.code_quality import code_quality, is_of_a_letter
from kiosk.scan.decoders import look_with_zxing
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from kiosk.scan.picture_quality import picture_quality
from tests.unit.scan.pictures import CODE, frame_with, qr

DARK, LIGHT = 40, 220


def camera_picture(blur: float, noise: float) -> Image:
    """A letter's code in a frame, turned by seven degrees, as a camera of this blur and noise draws it."""
    crisp = cv2.resize(frame_with(qr(CODE)), (2560, 1440), interpolation=cv2.INTER_NEAREST)
    turned = cv2.warpAffine(
        crisp, cv2.getRotationMatrix2D((1280, 720), 7, 1.0), (2560, 1440), borderValue=140
    )
    small = cv2.resize(turned, (1280, 720), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small.astype(np.float32), (0, 0), blur)
    grainy = DARK + (LIGHT - DARK) / 255 * soft + np.random.default_rng(1).normal(0, noise, soft.shape)
    return np.asarray(np.clip(grainy, 0, 255), dtype=np.uint8)


@pytest.mark.parametrize(("blur", "noise"), [(0.7, 0.0), (1.0, 6.0), (2.0, 3.0)])
def test_the_smear_and_the_light_of_a_letters_code_are_found(blur: float, noise: float) -> None:
    grey = camera_picture(blur, noise)
    (sighting,) = look_with_zxing(grey).read
    quality = code_quality(grey, sighting)
    assert quality.blur == pytest.approx(blur, rel=0.2)
    assert quality.noise == pytest.approx(noise, abs=3.0)
    assert quality.dark == pytest.approx(DARK, abs=8)
    assert quality.light == pytest.approx(LIGHT, abs=8)
    assert quality.pixels_a_module == pytest.approx(6.0, rel=0.03)
    assert picture_quality(grey).noise == pytest.approx(noise, abs=1.0)


def test_light_and_sharpness_of_any_picture() -> None:
    sharp, soft = (picture_quality(camera_picture(blur, 0.0)) for blur in (0.5, 1.5))
    assert sharp.blur is not None
    assert soft.blur is not None
    assert sharp.blur < 1.0 < soft.blur
    half: Image = np.zeros((90, 160), dtype=np.uint8)
    half[:, 80:] = 255
    quality = picture_quality(half)
    assert (quality.black, quality.white, quality.light) == (0.5, 0.5, 127.5)
    even: Image = np.full((90, 160), 128, dtype=np.uint8)
    assert picture_quality(even).blur is None


def test_a_softer_lens_needs_a_larger_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smallest, "SIZES", (5.0, 3.0, 1.8))
    assert smallest.smallest_code(0.5, 2.0, DARK, LIGHT) == 1.8
    assert smallest.smallest_code(1.8, 2.0, DARK, LIGHT) == 3.0
    monkeypatch.setattr(smallest, "SIZES", (3.0,))
    assert smallest.smallest_code(6.0, 2.0, DARK, LIGHT) is None


@pytest.mark.parametrize(
    ("text", "is_one"), [(CODE, True), (TEST_LETTER, True), ("https://www.example.org", False), ("", False)]
)
def test_only_codes_of_one_known_size_are_judged(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table
    assert is_of_a_letter(text) is is_one
