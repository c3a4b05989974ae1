"""The process that reads one live camera for a door: `python -m kiosk.scan.camera_child SOCKET`.

It sends a message OPEN with the first picture in its hands, then FRAME for each picture, or FAILED and no
more. It ends when its standard input ends, even in the middle of a read that hangs.
"""

import json
import os
import signal
import socket
import struct
import sys
from contextlib import suppress
from enum import IntEnum
from threading import Event, Thread
from typing import Final

from kiosk.core.door_devices import CameraWishes
from kiosk.scan.camera_capture import LiveCamera
from kiosk.scan.camera_source import CameraError, Film, Pictures, source_of
from kiosk.scan.frame import Image

HEADER: Final = struct.Struct("=IIII")
"""The kind of a message and three numbers: of a FRAME its rows, columns and channels, which as many bytes
follow; of the others the bytes of JSON that follow, and two zeros."""

_STDIN: Final = 0
_END_SECONDS: Final = 0.3


class Kind(IntEnum):
    """What a message is."""

    OPEN = 1
    FRAME = 2
    FAILED = 3


def main() -> None:
    """Read the camera until nobody wants it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = socket.socket(fileno=int(sys.argv[1]))
    wanted = json.loads(_line())
    unwanted, done = Event(), Event()
    Thread(target=_end_when_nobody_wants_it, args=(unwanted, done), daemon=True).start()
    # Whoever closes the other end wants no more pictures, and needs no word.
    with suppress(BrokenPipeError, ConnectionResetError), channel:
        _serve(channel, wanted["spec"], CameraWishes(**wanted["wishes"]), unwanted)
    done.set()


def _serve(channel: socket.socket, spec: str, wishes: CameraWishes, unwanted: Event) -> None:
    source = source_of(spec)
    match source:
        case Film() | Pictures():
            raise ValueError(f"files are read without a process: {spec}")
        case _:
            pass
    try:
        camera = LiveCamera(source, wishes)
    except CameraError as error:
        _send_json(channel, Kind.FAILED, _told(error))
        return
    try:
        image = camera.read()
        if image is not None:
            _send_json(channel, Kind.OPEN, {"unmet": camera.unmet})
        while image is not None and not unwanted.is_set():
            _send_picture(channel, image)
            image = camera.read()
        if image is None:
            mend = "Is its cable plugged in? It is tried again by itself."
            _send_json(
                channel, Kind.FAILED, _told(CameraError("The camera gives no picture", str(source), mend))
            )
    finally:
        camera.close()


def _told(error: CameraError) -> dict[str, str]:
    return {"what": error.what, "where": error.where, "mend": error.mend}


def _send_json(channel: socket.socket, kind: Kind, values: object) -> None:
    payload = json.dumps(values).encode()
    channel.sendall(HEADER.pack(kind, len(payload), 0, 0) + payload)


def _send_picture(channel: socket.socket, image: Image) -> None:
    channel.sendall(HEADER.pack(Kind.FRAME, *image.shape))
    channel.sendall(image.data.cast("B"))


def _line() -> bytes:
    """Read a line from standard input, without a buffer that a thread could still hold at the end."""
    line = bytearray()
    while not line.endswith(b"\n") and (byte := os.read(_STDIN, 1)):
        line += byte
    return bytes(line)


def _end_when_nobody_wants_it(unwanted: Event, done: Event) -> None:
    while os.read(_STDIN, 1):
        pass
    unwanted.set()
    if not done.wait(_END_SECONDS):
        os._exit(0)


if __name__ == "__main__":
    main()
