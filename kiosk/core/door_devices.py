"""What an office says of the cameras and the scanner of a door; whether they are there, others see."""

from dataclasses import dataclass
from typing import TypeAlias

NO_CAMERA = "none"
SCANNER_FORMS = '"keyboard", "evdev:NAME" or "serial:/dev/ttyACM0"'


@dataclass(frozen=True, slots=True)
class CameraWishes:
    """How a camera shall take its pictures. A driver may give others, and says so.

    `width` and `height` are in pixels. `exposure_ms` is for how long light falls on a picture (milliseconds),
    `focus` a distance in the driver's own numbers; where they are None, the camera sees to it by itself.
    `mirrored`: the camera sends its pictures the wrong way round, so that writing cannot be read in them.
    """

    width: int = 1280
    height: int = 720
    exposure_ms: float | None = None
    focus: int | None = None
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class KeyboardScanner:
    """A scanner that types like a keyboard, told from a hand by its pace."""


@dataclass(frozen=True, slots=True)
class GrabbedScanner:
    """A scanner that types like a keyboard, and that this program keeps from all others (Linux, evdev).

    `name` is a part of the name that the device gives itself, or its path under /dev/input.
    """

    name: str


@dataclass(frozen=True, slots=True)
class SerialScanner:
    """A scanner at a serial port, of its own or made by USB: `port` is /dev/ttyACM0, or COM3."""

    port: str


Scanner: TypeAlias = KeyboardScanner | GrabbedScanner | SerialScanner


@dataclass(frozen=True, slots=True)
class DoorCamera:
    """A camera of a door, named as `--camera` names it, and how it shall take its pictures."""

    source: str = "0"
    wishes: CameraWishes = CameraWishes()


@dataclass(frozen=True, slots=True)
class DoorDevices:
    """The cameras of a door, none at one that has a USB scanner only, and its scanner."""

    cameras: tuple[DoorCamera, ...] = (DoorCamera(),)
    scanner: Scanner = KeyboardScanner()

    def camera(self, source: str) -> DoorCamera:
        """Return the camera of this name, with the wishes that the office has for it.

        One that the office does not name stands in for the only camera of the door, with that one's wishes;
        where there are several, nobody knows for which, and it takes its pictures as usual.
        """
        for camera in self.cameras:
            if camera.source == source:
                return camera
        if len(self.cameras) == 1:
            return DoorCamera(source, self.cameras[0].wishes)
        return DoorCamera(source)


def scanner_of(written: str) -> Scanner:
    """What `--scanner WRITTEN` means; raises ValueError with the forms that there are."""
    kind, _, rest = written.strip().partition(":")
    match kind, rest.strip():
        case "keyboard", "":
            return KeyboardScanner()
        case "evdev", name if name:
            return GrabbedScanner(name)
        case "serial", port if port:
            return SerialScanner(port)
        case _:
            raise ValueError(f"write {SCANNER_FORMS}, not {written!r}")
