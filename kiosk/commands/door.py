"""`kiosk run`: a door with its visitor's screen, and with the guard's panel if one is wanted beside it."""

import logging
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import typer

from kiosk.app.companion import Companion
from kiosk.app.door_program import DoorParts
from kiosk.app.page_process import PageProcess
from kiosk.app.qt import make_application
from kiosk.app.running import PanelShowing, ScreenError, Showing, other_screen, run_door, run_door_with_panel
from kiosk.commands.exits import Exit, door_named, read_office, stop
from kiosk.commands.own_languages import read_languages
from kiosk.config import OfficeFile
from kiosk.core.door_devices import NO_CAMERA, DoorCamera, DoorDevices, Scanner, scanner_of
from kiosk.core.office import Door
from kiosk.scan.camera import CameraError, open_camera, source_of
from kiosk.scan.camera_source import without_password
from kiosk.workers.cameras import CameraHere

IN_WINDOW = "window"
"""Stands for the name of a screen where the panel is tried in a window."""

LOG_BYTES = 2_000_000
LOGS_KEPT = 5

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DeviceWishes:
    """The cameras and the scanner that a call names; none, or None: those of the office's file."""

    cameras: tuple[str, ...]
    scanner: str | None


@dataclass(frozen=True, slots=True)
class PanelWishes:
    """On which screen the panel is shown (IN_WINDOW: in a window), and in which language it begins.

    `keys`: a real keyboard steers it, too.
    """

    screen: str
    language: str
    keys: bool


def run(
    office_path: Path,
    door_name: str,
    devices: DeviceWishes,
    panel: PanelWishes | None,
    *,
    windowed: bool,
    page_port: int | None = None,
) -> None:
    """Open the door and keep it open until a signal ends it, or its window is closed.

    `page_port` is where the manager's page is served beside it; None: it is not.
    """
    office_file = read_office(office_path)
    door = door_named(office_file, door_name)
    parts = _parts(office_file, door, devices)
    need_display()
    # Two doors on one machine share the folder, and two programs that turn over one file cut it up.
    log_to(office_file.path.with_name(f"kiosk-{door.id}.log"))
    showing = Showing(windowed=windowed)
    make_application()
    beside = () if page_port is None else (PageProcess(office_file.path, page_port),)
    if panel is None:
        raise typer.Exit(run_door(parts, showing, beside))
    try:
        raise typer.Exit(_run_with_panel(parts, showing, panel, beside))
    except ScreenError as error:
        stop(Exit.DISPLAY, str(error))


def _run_with_panel(
    parts: DoorParts, showing: Showing, panel: PanelWishes, beside: Sequence[Companion]
) -> int:
    in_window = panel.screen == IN_WINDOW
    if not showing.windowed and not in_window:
        showing = replace(showing, screen=other_screen(panel.screen))
    panel_showing = Showing(windowed=in_window, screen=None if in_window else panel.screen)
    return run_door_with_panel(
        parts, showing, PanelShowing(panel_showing, panel.language, panel.keys), beside
    )


def _parts(office_file: OfficeFile, door: Door, wishes: DeviceWishes) -> DoorParts:
    written = office_file.devices[door.id]
    scanner = written.scanner if wishes.scanner is None else scanner_named(wishes.scanner)
    cameras = _cameras(written, wishes.cameras)
    return DoorParts(
        office_file,
        door,
        tuple(_here(each, cameras) for each in cameras),
        scanner,
        read_languages(office_file),
    )


def scanner_named(written: str) -> Scanner:
    """Return the scanner that a call names, or end the command with the forms that there are."""
    try:
        return scanner_of(written)
    except ValueError as error:
        stop(Exit.WRONG_CALL, f"there is no such scanner: {error}")


def _cameras(written: DoorDevices, named: tuple[str, ...]) -> tuple[DoorCamera, ...]:
    if named == (NO_CAMERA,):
        return ()
    if NO_CAMERA in named:
        stop(Exit.WRONG_CALL, f"--camera {NO_CAMERA} stands alone: it means a door without a camera")
    if len(set(named)) < len(named):
        stop(Exit.WRONG_CALL, "a camera is named twice: name each one once")
    return tuple(written.camera(each) for each in named) or written.cameras


def _here(camera: DoorCamera, cameras: tuple[DoorCamera, ...]) -> CameraHere:
    try:
        source_of(camera.source)
    except CameraError as error:
        stop(Exit.CAMERA, str(error))
    name = "the camera" if len(cameras) == 1 else f"the camera {without_password(camera.source)}"
    return CameraHere(name, lambda: open_camera(camera.source, wishes=camera.wishes))


def need_display() -> None:
    """End the command with the mend where there is no screen to show a window on."""
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(each) for each in variables):
        stop(
            Exit.DISPLAY,
            "there is no display to show a window on. Start it from a desktop, or try "
            "`kiosk demo --offscreen --minutes 1 --screenshots DIR`, which runs anywhere and leaves pictures",
        )


class _LogFile(RotatingFileHandler):
    """A log file whose disk may fill up: what finds no room there stands on standard error all the same."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging names it so
        """Tell of everything but the disk, of which the ledger tells with its mend."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def log_to(path: Path) -> None:
    """Write what the program notices, and what it fails at, to standard error and to a file.

    The file never outgrows a few megabytes. Where it cannot be written, the door opens all the same.
    """
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    unwritable: OSError | None = None
    try:
        handlers.append(_LogFile(path, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8"))
    except OSError as error:
        unwritable = error
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
        force=True,
    )
    if unwritable is not None:
        _log.warning("there is no log file %s (%s): give the right to write it", path, unwritable.strerror)
    # Qt tells of what fails in a slot only here; the door goes on, and nobody reads its standard error.
    sys.excepthook = _log_failure
    threading.excepthook = _log_failure_of_thread


def _log_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _log.critical("the program failed", exc_info=(kind, error, trace))


def _log_failure_of_thread(failed: threading.ExceptHookArgs) -> None:
    name = failed.thread.name if failed.thread else "unknown"
    _log.critical("the thread %s failed", name, exc_info=failed.exc_value)
