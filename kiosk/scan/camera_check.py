"""Looks through a camera for some seconds, and says in figures what it sees."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from kiosk.core.test_letter import as_test_letter
from kiosk.scan.camera_source import Camera, CameraError
from kiosk.scan.code_quality import CodeQuality, code_quality, is_of_a_letter
from kiosk.scan.frame import Frame, Sighting
from kiosk.scan.picture_quality import PictureQuality, picture_quality
from kiosk.scan.reader import Reader
from kiosk.scan.smallest_code import smallest_code

_KEPT = 6
"""Pictures that are judged: more say the same and take longer."""


@dataclass(frozen=True, slots=True)
class CameraMeasures:
    """What was measured; figures of pictures are medians. `frames_per_second` is None for a single frame."""

    frames: int
    frames_per_second: float | None
    width: int
    height: int
    quality: PictureQuality
    code: CodeQuality | None
    """The sharpest code of a letter that was in view."""
    smallest_code: float | None
    """Pixels a module of the smallest code that can be read with the smear, noise and light of `code`."""
    frames_read: int
    """Frames in which any QR code was read."""
    test_letter_after: float | None
    """Seconds until the test letter was read, if it was."""


def check_camera(
    camera: Camera,
    seconds: float,
    *,
    until_test_letter: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> CameraMeasures:
    """Look for so many seconds, or until the camera is finished, or the test letter was read if so wanted.

    Raises CameraError when the camera fails, or gives no picture at all.
    """
    seen = _Seen(began_at=clock(), seconds=seconds)
    reader = Reader()
    while seen.lasted < seconds and not (until_test_letter and seen.test_letter_after is not None):
        image = camera.read()
        if image is None:
            break
        frame = Frame(image, clock(), seen.frames + 1)
        seen.take(frame, reader.read(frame).sightings)
    if not seen.kept:
        raise CameraError(
            "The camera gives no picture", "this camera", "Is it plugged in, is the folder empty?"
        )
    return _measured(seen)


class _Seen:
    """What was seen so far; times are readings of the clock, in seconds."""

    def __init__(self, began_at: float, seconds: float) -> None:
        self._began_at = began_at
        self._seconds = seconds
        self._first_at = self._last_at = began_at
        self.kept: list[Frame] = []
        self.read: list[tuple[Frame, Sighting]] = []
        self.frames = self.frames_read = 0
        self.test_letter_after: float | None = None

    @property
    def lasted(self) -> float:
        """How long it has been looked for, until the last picture."""
        return self._last_at - self._began_at

    @property
    def frames_per_second(self) -> float | None:
        """How fast the pictures come."""
        between = self._last_at - self._first_at
        return (self.frames - 1) / between if between > 0 else None

    def take(self, frame: Frame, sightings: Sequence[Sighting]) -> None:
        self._last_at = frame.taken_at
        self.frames += 1
        if self.frames == 1:
            self._first_at = frame.taken_at
        self.frames_read += bool(sightings)
        for sighting in sightings:
            if self.test_letter_after is None and as_test_letter(sighting.text) is not None:
                self.test_letter_after = self.lasted
            if len(self.read) < _KEPT and is_of_a_letter(sighting.text):
                self.read.append((frame, sighting))
        # Spread over the time: a camera needs a second or two to find its exposure.
        if not self.kept or frame.taken_at - self.kept[-1].taken_at >= self._seconds / _KEPT:
            self.kept.append(frame)


def _measured(seen: _Seen) -> CameraMeasures:
    quality = _median_of([picture_quality(frame.grey()) for frame in seen.kept])
    codes = (code_quality(frame.grey(), sighting) for frame, sighting in seen.read)
    code = min(codes, key=lambda each: each.blur, default=None)
    smallest = None if code is None else smallest_code(code.blur, quality.noise, code.dark, code.light)
    height, width = seen.kept[-1].image.shape[:2]
    return CameraMeasures(
        frames=seen.frames,
        frames_per_second=seen.frames_per_second,
        width=width,
        height=height,
        quality=quality,
        code=code,
        smallest_code=smallest,
        frames_read=seen.frames_read,
        test_letter_after=seen.test_letter_after,
    )


def _median_of(qualities: list[PictureQuality]) -> PictureQuality:
    blurs = [each.blur for each in qualities if each.blur is not None]
    return PictureQuality(
        light=median(each.light for each in qualities),
        black=median(each.black for each in qualities),
        white=median(each.white for each in qualities),
        noise=median(each.noise for each in qualities),
        blur=median(blurs) if blurs else None,
    )
