"""`kiosk run`: a door with its visitor's screen."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import typer

from kiosk.app import DoorParts, Showing, run_door
from kiosk.commands.exits import Exit, door_named, read_office, stop
from kiosk.scan.camera import CameraError, open_camera, source_of

LOG_BYTES = 2_000_000
LOGS_KEPT = 5


def run(office_path: Path, door_name: str, camera: str, *, windowed: bool) -> None:
    """Open the door and keep it open until it is closed by Ctrl-C or its window."""
    office_file = read_office(office_path)
    door = door_named(office_file, door_name)
    if camera != "none":
        try:
            source_of(camera)
        except CameraError as error:
            stop(Exit.CAMERA, str(error))
    need_display()
    log_to(office_file.path.with_name("kiosk.log"))
    parts = DoorParts(office_file, door, None if camera == "none" else lambda: open_camera(camera))
    raise typer.Exit(run_door(parts, Showing(windowed=windowed)))


def need_display() -> None:
    """End the command with the mend where there is no screen to show a window on."""
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(each) for each in variables):
        stop(
            Exit.DISPLAY,
            "there is no display to show a window on. Start it from a desktop, or try "
            "`kiosk demo --offscreen --minutes 1 --screenshots DIR`, which runs anywhere and leaves pictures",
        )


def log_to(path: Path) -> None:
    """Write what the program notices to standard error and to a file that never outgrows a few megabytes."""
    file = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8")
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=[logging.StreamHandler(), file],
        force=True,
    )
