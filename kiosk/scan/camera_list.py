"""The cameras of this computer, under names that stay theirs (Linux)."""

import os
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_QUERY = 0x80685600
"""VIDIOC_QUERYCAP of linux/videodev2.h."""

_CAPABILITY = struct.Struct("=16s32s32sIII12x")
"""struct v4l2_capability: driver, card, bus, version, and what the device and this node of it can do."""

_TAKES_PICTURES = 0x1 | 0x1000
"""V4L2_CAP_VIDEO_CAPTURE, and the same in several planes."""


@dataclass(frozen=True, slots=True)
class ListedCamera:
    """A camera that is plugged in. `address` is the name to write into the office's file."""

    address: str
    number: int
    name: str
    usable: bool
    """Whether this user may open it; if not, they are missing in the group video."""


def cameras_here(
    devices: Path = Path("/dev"), described: Path = Path("/sys/class/video4linux")
) -> tuple[ListedCamera, ...]:
    """List the cameras by their numbers. A camera's other nodes, which give no pictures, are left out."""
    nodes = ((each, each.name.removeprefix("video")) for each in devices.glob("video*"))
    numbered = sorted((int(number), node) for node, number in nodes if number.isdecimal())
    stable = _stable_names(devices)
    return tuple(
        ListedCamera(
            address=str(stable.get(node.resolve(), node)),
            number=number,
            name=_name_of(described / node.name),
            usable=os.access(node, os.R_OK | os.W_OK),
        )
        for number, node in numbered
        if _may_take_pictures(node)
    )


def _stable_names(devices: Path) -> dict[Path, Path]:
    """The link to each node that stays the same: by what the camera is, else by where it is plugged in."""
    names: dict[Path, Path] = {}
    for link in (link for folder in ("by-id", "by-path") for link in _links(devices / "v4l" / folder)):
        names.setdefault(link.resolve(), link)
    return names


def _links(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.iterdir())) if folder.is_dir() else iter(())


def _name_of(description: Path) -> str:
    try:
        return (description / "name").read_text(errors="replace").strip()
    except OSError:
        return ""


def _may_take_pictures(node: Path) -> bool:
    """Whether it does, as far as it can be asked: what may not be opened is listed, too."""
    try:
        descriptor = os.open(node, os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        return True
    try:
        told = fcntl.ioctl(descriptor, _QUERY, bytes(_CAPABILITY.size))
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return takes_pictures(told)


def takes_pictures(capability: bytes) -> bool:
    """Whether a driver's answer says that this node gives pictures, and not only what is known of them."""
    *_, of_node = _CAPABILITY.unpack(capability)
    return bool(of_node & _TAKES_PICTURES)
