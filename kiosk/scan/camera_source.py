"""What a camera is, what may be named as one, and how it fails."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias
from urllib.parse import urlsplit

from kiosk.scan.frame import Image

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
FILM_ENDINGS = (".avi", ".mp4", ".mkv", ".mov", ".webm")


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
    """A camera could not be opened or read: `what` happened, `where`, and the `mend`."""

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

    def __str__(self) -> str:
        return f"device {self.address}"


@dataclass(frozen=True, slots=True)
class Pipe:
    """A named pipe into which another program writes MJPEG, as those of camera modules do."""

    path: Path

    def __str__(self) -> str:
        return f"pipe {self.path}"


@dataclass(frozen=True, slots=True)
class NetworkStream:
    """A network camera that sends MJPEG over HTTP."""

    url: str

    def __str__(self) -> str:
        return without_password(self.url)


@dataclass(frozen=True, slots=True)
class Film:
    """A video file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Pictures:
    """Still pictures, shown one after another."""

    paths: tuple[Path, ...]


LiveSource: TypeAlias = Device | Pipe | NetworkStream
"""What gives pictures as they are taken, and may fall silent in the middle of a read."""

Source: TypeAlias = LiveSource | Film | Pictures


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
    if path.is_fifo():
        return Pipe(path)
    if path.is_dir():
        paths = tuple(sorted(each for each in path.iterdir() if each.suffix.lower() in PICTURE_ENDINGS))
        if not paths:
            raise CameraError("No pictures in the folder", str(path), "Put PNG or JPEG files there.")
        return Pictures(paths)
    if not path.is_file():
        raise CameraError(
            "No such camera, file or folder",
            repr(without_password(spec)),
            "Give 0 for the first camera, a file, or an http address; `kiosk camera list` names the cameras.",
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
            without_password(url),
            "Write it like http://camera.example/video.",
        )
    return url


def without_password(url: str) -> str:
    """Leave out all that may hold a password: what stands before the last `@`, and the query."""
    return re.sub(r"\?.*", "?…", re.sub(r"//.*@", "//", url, flags=re.DOTALL), flags=re.DOTALL)
