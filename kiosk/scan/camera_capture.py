"""A live camera through OpenCV, in the process that calls it: any of its calls may block for good.

The door reads such a camera in a process of its own (`kiosk.scan.camera_process`).
"""

import os
import sys
from pathlib import Path
from typing import assert_never

import numpy as np

from kiosk.core.door_devices import CameraWishes
from kiosk.scan.camera_source import CameraError, Device, LiveSource, NetworkStream, Pipe
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

NETWORK_TIMEOUT_MS = 2000

# Left to choose, OpenCV tries every backend in turn when there is no camera, and each of them complains.
_DEVICE_BACKEND = cv2.CAP_V4L2 if sys.platform == "linux" else cv2.CAP_ANY

# V4L2's own numbers (V4L2_CID_EXPOSURE_AUTO), which OpenCV hands through.
_EXPOSURE_BY_HAND, _EXPOSURE_BY_ITSELF = 1, 3
_EXPOSURES_A_MS = 10
"""V4L2 counts an exposure in tenths of a millisecond."""

# What FFmpeg would otherwise look through, half a minute of pictures, before it gives the first one.
_PIPE_OPTIONS = "f;mjpeg|probesize;32|analyzeduration;0"


class LiveCamera:
    """A camera that is open; `unmet` says, a sentence each, which wishes its driver did not take."""

    finished = False

    def __init__(self, source: LiveSource, wishes: CameraWishes) -> None:
        """Open it. Raises CameraError."""
        self._mirrored = wishes.mirrored
        self._capture = _opened(source)
        self.unmet = _adjust(self._capture, wishes) if isinstance(source, Device) else ()

    def read(self) -> Image | None:
        """The next picture, or None."""
        image = read_picture(self._capture)
        return turned_round(image) if image is not None and self._mirrored else image

    def close(self) -> None:
        """Let go of the device."""
        self._capture.release()


def read_picture(capture: cv2.VideoCapture) -> Image | None:
    """The next picture of an open capture, or None."""
    try:
        got, image = capture.read()
    except cv2.error:  # a picture that arrived torn, from some drivers
        return None
    return np.asarray(image, dtype=np.uint8) if got else None


def turned_round(image: Image) -> Image:
    """The picture as in a mirror."""
    return np.asarray(cv2.flip(image, 1), dtype=np.uint8)


def device_path(device: Device) -> Path:
    """Where the device stands in the file system, on Linux."""
    return Path(f"/dev/video{device.address}" if isinstance(device.address, int) else device.address)


def _opened(source: LiveSource) -> cv2.VideoCapture:
    match source:
        case Device():
            capture = cv2.VideoCapture(_opencv_address(source), _DEVICE_BACKEND)
            what = "The camera does not answer"
            mend = "Is it plugged in, used by another program, or is this user not in the group video?"
        case NetworkStream(url):
            limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, cv2.CAP_PROP_READ_TIMEOUT_MSEC]
            parameters = [number for limit in limits for number in (limit, NETWORK_TIMEOUT_MS)]
            capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG, parameters)
            what, mend = "The network camera does not answer", "Is it on, and is the address right?"
        case Pipe(path):
            os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = _PIPE_OPTIONS
            capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
            what, mend = "The pipe gives no pictures", "Does a program write MJPEG into it?"
        case _:
            assert_never(source)
    if not capture.isOpened():
        raise CameraError(what, str(source), mend)
    return capture


def _opencv_address(device: Device) -> int | str:
    """A stable name is a link; OpenCV takes only what it leads to, and takes that by its number best."""
    if isinstance(device.address, int):
        return device.address
    return os.path.realpath(device.address)


def _adjust(capture: cv2.VideoCapture, wishes: CameraWishes) -> tuple[str, ...]:
    # Cheap cameras give 720p at full speed as MJPEG only; a driver that cannot ignores the wish.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, wishes.width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, wishes.height)
    # The driver's queue would show a visitor what they did four frames ago.
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    unmet = []
    given = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
    if given != (wishes.width, wishes.height):
        unmet.append(f"it gives {given[0]} x {given[1]} instead of {wishes.width} x {wishes.height} pixels")
    # A driver keeps what the program before wished: what is not wished is given back to the camera.
    if wishes.exposure_ms is None:
        capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, _EXPOSURE_BY_ITSELF)
    else:
        capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, _EXPOSURE_BY_HAND)
        if not _takes(capture, cv2.CAP_PROP_EXPOSURE, wishes.exposure_ms * _EXPOSURES_A_MS):
            unmet.append(f"it does not expose for {wishes.exposure_ms:g} ms")
    if wishes.focus is None:
        capture.set(cv2.CAP_PROP_AUTOFOCUS, 1)
    else:
        capture.set(cv2.CAP_PROP_AUTOFOCUS, 0)
        if not _takes(capture, cv2.CAP_PROP_FOCUS, wishes.focus):
            unmet.append(f"its focus cannot be set to {wishes.focus}")
    return tuple(unmet)


def _takes(capture: cv2.VideoCapture, setting: int, value: float) -> bool:
    """Set it; a driver may answer that it did, and have done something else."""
    return capture.set(setting, value) and abs(capture.get(setting) - value) <= 1
