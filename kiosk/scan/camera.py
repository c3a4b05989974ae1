"""Where pictures come from: a device, a film, a folder of pictures, a network camera."""

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias, assert_never
from urllib.parse import urlsplit

import numpy as np

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
FILM_ENDINGS = (".avi", ".mp4", ".mkv", ".mov", ".webm")
PICTURES_PER_SECOND = 10.0
"""The pace of a folder of pictures, which has none of its own."""
NETWORK_TIMEOUT_MS = 2000


class Camera(Protocol):
    """A source of pictures. `read` blocks until the next picture is due, two seconds at most."""

    @property
    def finished(self) -> bool:
        """Whether the source has come to its end and will never give a picture again."""
        ...

    def read(self) -> Image | None:
        """The next picture (BGR), or None if none came: the source failed, or is finished.

        Raises CameraError where more is known of the failure.
        """
        ...

    def close(self) -> None:
        """Let go of the device or file. Doing it twice does no harm."""
        ...


class CameraError(Exception):
    """A camera could not be opened: `what` happened, `where`, and the `mend`."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        """Three short sentences or parts of one, for the log and for `kiosk doctor`."""
        super().__init__(f"{what}: {where}. {mend}")
        self.what = what
        self.where = where
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Device:
    """A camera of this computer: its number, or its path under /dev."""

    address: int | str


@dataclass(frozen=True, slots=True)
class Film:
    """A video file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Pictures:
    """Still pictures, shown one after another."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class NetworkStream:
    """A network camera that sends MJPEG over HTTP."""

    url: str


Source: TypeAlias = Device | Film | Pictures | NetworkStream


def source_of(spec: str) -> Source:
    """What `--camera SPEC` means: `0`, `/dev/video0`, `film.mp4`, `picture.png`, a folder, or `http://...`.

    Raises CameraError when it names no source; whether a device answers is only known when it is opened.
    """
    spec = spec.strip()
    if spec.isascii() and spec.isdigit():
        return Device(int(spec))
    if re.match(r"https?://", spec, re.IGNORECASE):
        return NetworkStream(_checked_address(spec))
    path = Path(spec)
    if path.is_relative_to("/dev"):
        return Device(spec)
    if path.is_dir():
        paths = tuple(sorted(each for each in path.iterdir() if each.suffix.lower() in PICTURE_ENDINGS))
        if not paths:
            raise CameraError("No pictures in the folder", str(path), "Put PNG or JPEG files there.")
        return Pictures(paths)
    if not path.is_file():
        raise CameraError(
            "No such camera, file or folder",
            repr(_without_password(spec)),
            "Give 0 for the first camera, a file, or an http address.",
        )
    if path.suffix.lower() in PICTURE_ENDINGS:
        return Pictures((path,))
    if path.suffix.lower() in FILM_ENDINGS:
        return Film(path)
    endings = ", ".join(FILM_ENDINGS + PICTURE_ENDINGS)
    raise CameraError("Neither a film nor a picture by its name", str(path), f"Known endings: {endings}.")


def _checked_address(url: str) -> str:
    try:
        host = urlsplit(url).hostname
    except ValueError:  # an address like http://[
        host = None
    if not host:
        raise CameraError(
            "This address names no host",
            _without_password(url),
            "Write it like http://camera.example/video.",
        )
    return url


def open_camera(
    spec: str, *, loop: bool = False, width: int = 1280, height: int = 720, paced: bool = True
) -> Camera:
    """Open the camera that `spec` names (see `source_of`), or raise CameraError.

    Films and pictures start again at their end with `loop`, and come as fast as they are read without
    `paced`. `width` and `height` are asked of a device, which may give others; its picture is not scaled.
    """
    source = source_of(spec)
    match source:
        case Device(address):
            return _DeviceCamera(address, width, height)
        case Film(path):
            return _FilmCamera(path, loop=loop, paced=paced)
        case Pictures(paths):
            return _PictureCamera(paths, loop=loop, paced=paced)
        case NetworkStream(url):
            return _NetworkCamera(url)
        case _:
            assert_never(source)


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


# Left to choose, OpenCV tries every backend in turn when there is no camera, and each of them complains.
_DEVICE_BACKEND = cv2.CAP_V4L2 if sys.platform == "linux" else cv2.CAP_ANY


class _DeviceCamera:
    """A camera that is plugged into this computer."""

    finished = False

    def __init__(self, address: int | str, width: int, height: int) -> None:
        self._capture = cv2.VideoCapture(address, _DEVICE_BACKEND)
        if not self._capture.isOpened():
            raise CameraError(
                "The camera does not answer",
                f"device {address}",
                "Is it plugged in, used by another program, or is this user not in the group video?",
            )
        # Cheap cameras give 720p at full speed as MJPEG only; a driver that cannot ignores the wish.
        self._capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
        # The driver's queue would show a visitor what they did four frames ago.
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)

    def read(self) -> Image | None:
        return _read(self._capture)

    def close(self) -> None:
        self._capture.release()


class _NetworkCamera:
    """A camera that sends a stream over the network."""

    finished = False

    def __init__(self, url: str) -> None:
        self._capture = cv2.VideoCapture(
            url,
            cv2.CAP_FFMPEG,
            [
                cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
                NETWORK_TIMEOUT_MS,
                cv2.CAP_PROP_READ_TIMEOUT_MSEC,
                NETWORK_TIMEOUT_MS,
            ],
        )
        if not self._capture.isOpened():
            raise CameraError(
                "The network camera does not answer",
                _without_password(url),
                "Is it on, and is the address right?",
            )

    def read(self) -> Image | None:
        return _read(self._capture)

    def close(self) -> None:
        self._capture.release()


class _FilmCamera:
    """A video file, at its own speed."""

    def __init__(self, path: Path, *, loop: bool, paced: bool) -> None:
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
        if self.finished:
            return None
        self._pace.wait()
        image = _read(self._capture)
        if image is None and self._loop:
            self._capture.release()
            self._capture = self._open()
            image = _read(self._capture)
        self.finished = image is None
        return image

    def close(self) -> None:
        self._capture.release()


class _PictureCamera:
    """Still pictures, one after another."""

    def __init__(self, paths: Sequence[Path], *, loop: bool, paced: bool) -> None:
        self._paths = tuple(paths)
        self._loop = loop
        self._pace = Pace(PICTURES_PER_SECOND if paced else 0.0)
        self._left: Iterator[Path] = iter(self._paths)
        self.finished = False

    def read(self) -> Image | None:
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


def _read(capture: cv2.VideoCapture) -> Image | None:
    try:
        got, image = capture.read()
    except cv2.error:  # a picture that arrived torn, from some drivers
        return None
    return np.asarray(image, dtype=np.uint8) if got else None


def _without_password(url: str) -> str:
    """Leave out all that may hold a password: what stands before the last `@`, and the query."""
    return re.sub(r"\?.*", "?…", re.sub(r"//.*@", "//", url, flags=re.DOTALL), flags=re.DOTALL)
