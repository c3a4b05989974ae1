"""Looks through a camera for some seconds, and says in figures what it sees."""

import time
from collections.abc import Callable
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
    began = clock()
    reader = Reader()
    kept: list[Frame] = []
    read: list[tuple[Frame, Sighting]] = []
    frames = frames_read = 0
    first_at = last_at = began
    test_letter_after = None
    while last_at - began < seconds and not (until_test_letter and test_letter_after is not None):
        image = camera.read()
        if image is None:
            break
        last_at = clock()
        frames += 1
        if frames == 1:
            first_at = last_at
        frame = Frame(image, last_at, frames)
        sightings = reader.read(frame).sightings
        frames_read += bool(sightings)
        for sighting in sightings:
            if test_letter_after is None and as_test_letter(sighting.text) is not None:
                test_letter_after = last_at - began
            if len(read) < _KEPT and is_of_a_letter(sighting.text):
                read.append((frame, sighting))
        # Spread over the time: a camera needs a second or two to find its exposure.
        if not kept or last_at - kept[-1].taken_at >= seconds / _KEPT:
            kept.append(frame)
    if not kept:
        raise CameraError(
            "The camera gives no picture", "this camera", "Is it plugged in, is the folder empty?"
        )
    quality = _median_of([picture_quality(frame.grey()) for frame in kept])
    code = min(
        (code_quality(frame.grey(), sighting) for frame, sighting in read),
        key=lambda each: each.blur,
        default=None,
    )
    height, width = kept[-1].image.shape[:2]
    return CameraMeasures(
        frames=frames,
        frames_per_second=(frames - 1) / (last_at - first_at) if last_at > first_at else None,
        width=width,
        height=height,
        quality=quality,
        code=code,
        smallest_code=None
        if code is None
        else smallest_code(code.blur, quality.noise, code.dark, code.light),
        frames_read=frames_read,
        test_letter_after=test_letter_after,
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
