"""Cameras that are files: a film, or still pictures one after another."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from kiosk.scan.camera_capture import read_picture
from kiosk.scan.camera_source import CameraError
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

PICTURES_PER_SECOND = 10.0
"""The pace of a folder of pictures, which has none of its own."""


class Pace:
    """Holds a reader back to a number of pictures a second, counted from the first; 0 holds nothing back."""

    def __init__(
        self,
        per_second: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """A reader that falls behind by more than one picture does not hurry afterwards."""
        self._interval = 1.0 / per_second if per_second > 0 else 0.0
        self._clock = clock
        self._sleep = sleep
        self._due: float | None = None

    def wait(self) -> None:
        """Sleep until the next picture is due."""
        now = self._clock()
        if self._due is None or now - self._due > self._interval:
            self._due = now
        elif self._due > now:
            self._sleep(self._due - now)
        self._due += self._interval


class FilmCamera:
    """A video file, at its own speed."""

    def __init__(self, path: Path, *, loop: bool, paced: bool) -> None:
        """Begin again at the end with `loop`; come as fast as it is read without `paced`."""
        self._path = path
        self._loop = loop
        self._capture = self._open()
        self._pace = Pace(self._capture.get(cv2.CAP_PROP_FPS) if paced else 0.0)
        self.finished = False

    def _open(self) -> cv2.VideoCapture:
        capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG)
        if not capture.isOpened():
            raise CameraError("The film cannot be read", str(self._path), "Is it whole?")
        return capture

    def read(self) -> Image | None:
        """The next picture when it is due; None at the end."""
        if self.finished:
            return None
        self._pace.wait()
        image = read_picture(self._capture)
        if image is None and self._loop:
            self._capture.release()
            self._capture = self._open()
            image = read_picture(self._capture)
        self.finished = image is None
        return image

    def close(self) -> None:
        """No more pictures."""
        self._capture.release()


class PictureCamera:
    """Still pictures, one after another."""

    def __init__(self, paths: Sequence[Path], *, loop: bool, paced: bool) -> None:
        """Begin again at the end with `loop`; come as fast as they are read without `paced`."""
        self._paths = tuple(paths)
        self._loop = loop
        self._pace = Pace(PICTURES_PER_SECOND if paced else 0.0)
        self._left: Iterator[Path] = iter(self._paths)
        self.finished = False

    def read(self) -> Image | None:
        """The next picture when it is due; None at the end."""
        if self.finished:
            return None
        self._pace.wait()
        path = next(self._left, None)
        if path is None and self._loop:
            self._left = iter(self._paths)
            path = next(self._left, None)
        if path is None:
            self.finished = True
            return None
        return load_picture(path)

    def close(self) -> None:
        """No more pictures."""
        self._left = iter(())


def load_picture(path: Path) -> Image:
    """The picture in this file, in colour (BGR). Raises CameraError when it cannot be read as one."""
    try:
        encoded = np.frombuffer(path.read_bytes(), dtype=np.uint8)
    except OSError as error:
        raise CameraError("The picture cannot be opened", str(path), str(error.strerror)) from error
    image = cv2.imdecode(encoded, cv2.IMREAD_COLOR) if encoded.size else None
    if image is None:
        raise CameraError("The file holds no picture", str(path), "Give a PNG or JPEG file.")
    return np.asarray(image, dtype=np.uint8)
