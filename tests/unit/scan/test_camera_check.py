"""Looking through a camera: what is counted, when it ends, and what fails."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from kiosk.core.test_letter import TEST_LETTER
from kiosk.scan import camera_check
from kiosk.scan.camera import CameraError
from kiosk.scan.camera_check import CameraMeasures, check_camera
from kiosk.scan.frame import Image
from tests.unit.scan.pictures import CODE, frame_with, qr

EMPTY: Image = np.full((720, 1280), 120, dtype=np.uint8)
WITH_CODE, WITH_TEST_LETTER = frame_with(qr(CODE)), frame_with(qr(TEST_LETTER))


class Showing:
    """A camera of these pictures, ten a second on a clock of its own."""

    def __init__(self, pictures: Sequence[Image]) -> None:
        self._pictures: Iterator[Image] = iter(pictures)
        self.finished = False
        self.now = 50.0

    def read(self) -> Image | None:
        self.now += 0.1
        image = next(self._pictures, None)
        self.finished = image is None
        return image

    def close(self) -> None:
        pass


def checked(
    pictures: Sequence[Image], seconds: float = 60.0, *, until_test_letter: bool = False
) -> CameraMeasures:
    camera = Showing(pictures)
    return check_camera(camera, seconds, until_test_letter=until_test_letter, clock=lambda: camera.now)


@pytest.fixture(autouse=True)
def _no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera_check, "smallest_code", lambda *_: 2.5)


def test_frames_their_rate_and_what_was_read_in_them_are_counted() -> None:
    measures = checked([EMPTY, WITH_CODE, WITH_CODE, EMPTY])
    assert (measures.frames, measures.frames_read) == (4, 2)
    assert measures.frames_per_second == pytest.approx(10.0)
    assert (measures.width, measures.height) == (1280, 720)
    assert measures.code is not None
    assert measures.smallest_code == 2.5
    assert measures.test_letter_after is None


def test_a_camera_that_goes_on_is_looked_through_for_the_wanted_time() -> None:
    assert checked([EMPTY] * 100, 0.5).frames == 5


def test_the_self_test_ends_with_the_test_letter() -> None:
    measures = checked([EMPTY, WITH_CODE, WITH_TEST_LETTER, EMPTY, EMPTY], until_test_letter=True)
    assert measures.frames == 3
    assert measures.test_letter_after == pytest.approx(0.3)


def test_without_a_letter_nothing_is_claimed_of_small_codes() -> None:
    measures = checked([EMPTY])
    assert (measures.code, measures.smallest_code, measures.frames_per_second) == (None, None, None)


def test_a_camera_without_a_picture_is_an_error() -> None:
    with pytest.raises(CameraError, match="no picture"):
        checked([])
