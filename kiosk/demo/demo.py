"""`kiosk demo`: sets the stage, opens the real door, and says at the end what the ledger holds."""

import os
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from kiosk.app.companion import Companion
from kiosk.app.desk_process import DeskProcess
from kiosk.app.door_program import DoorParts
from kiosk.app.page_process import PageProcess
from kiosk.app.pictures import PictureTaker
from kiosk.app.qt import make_application
from kiosk.app.running import PanelShowing, Showing, run_door, run_door_with_panel
from kiosk.clock import now_utc
from kiosk.commands.door import log_to, need_display
from kiosk.commands.exits import Exit, interruptible, stop
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.instant import ends_of_day
from kiosk.core.office import FALLBACK_LANGUAGE
from kiosk.demo.day import MAIN_DOOR
from kiosk.demo.director import Director
from kiosk.demo.stage import Stage, set_stage
from kiosk.languages.counted import counted
from kiosk.ledger.errors import LedgerError
from kiosk.scan.camera import Camera, CameraError, open_camera, source_of
from kiosk.scan.simulated_camera import SimulatedCamera
from kiosk.workers.cameras import CameraHere

_SEED = 2021


@dataclass(frozen=True, slots=True)
class DemoWishes:
    """What the command line asks for; `camera` is None for the simulated one, `minutes` None for no end.

    `page_port` is where the manager's page is served, None for no page.
    """

    camera: str | None
    speed: float
    minutes: float | None
    offscreen: bool
    screenshots: Path | None
    folder: Path | None
    panel: bool
    desk: bool
    page_port: int | None


def run_demo(wishes: DemoWishes) -> None:
    """Run the demo until it is ended, then verify its ledger and tell what happened."""
    if wishes.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    need_display()
    if wishes.camera is not None:
        try:
            source_of(wishes.camera)
        except CameraError as error:
            stop(Exit.CAMERA, str(error))
    make_application()
    companions: list[Companion] = []
    if wishes.screenshots is not None:
        companions.append(_picture_taker(wishes.screenshots))
    folder = wishes.folder or _new_folder(now_utc())
    with interruptible():
        stage = _stage_in(folder)
    _tell_where(stage, wishes)
    log_to(folder / "kiosk.log")
    if wishes.camera is None:
        simulated = SimulatedCamera(seed=_SEED)
        companions.append(Director(stage, simulated, wishes.speed, _SEED))
    else:
        simulated = None
    if wishes.desk:
        companions.append(DeskProcess(stage.office_file.path))
    if wishes.page_port is not None:
        companions.append(PageProcess(stage.office_file.path, wishes.page_port))
    parts = DoorParts(
        stage.office_file,
        stage.office_file.office.doors[MAIN_DOOR],
        (CameraHere("the camera", lambda: _opened(simulated, wishes.camera)),),
    )
    showing = Showing(windowed=True, ends_after=None if wishes.minutes is None else wishes.minutes * 60)
    if wishes.panel:
        beside = PanelShowing(Showing(windowed=True), FALLBACK_LANGUAGE)
        code = run_door_with_panel(parts, showing, beside, companions)
    else:
        code = run_door(parts, showing, companions)
    _tell_what_happened(stage.office_file)
    raise typer.Exit(code)


def _opened(simulated: Camera | None, real: str | None) -> Camera:
    return simulated or open_camera(str(real))


def _picture_taker(folder: Path) -> PictureTaker:
    try:
        return PictureTaker(folder)
    except OSError as error:
        stop(Exit.WRONG_CALL, f"pictures cannot be left in {folder}: {error.strerror}")


def _new_folder(now: datetime) -> Path:
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "kiosk" / f"demo-{now:%Y%m%d-%H%M%S}"


def _stage_in(folder: Path) -> Stage:
    if folder.exists() and any(folder.iterdir()):
        stop(Exit.WRONG_CALL, f"{folder} is not empty: the demo makes an office of its own, in a new folder")
    typer.echo("Setting the stage (some seconds):")
    try:
        return set_stage(folder, now_utc(), lambda step: typer.echo(f"  {step}"))
    except OSError as error:
        stop(Exit.WRONG_CALL, f"the demo's office cannot be made in {folder}: {error}")
    except LedgerError as error:
        stop(Exit.LEDGER, str(error))


def _tell_where(stage: Stage, wishes: DemoWishes) -> None:
    office_file = stage.office_file
    typer.echo(f"The office's file:   {office_file.path}")
    typer.echo(f"The appointments:    {stage.list_file}")
    typer.echo(f"The letters (PDF):   {stage.letters}")
    typer.echo(f"The ledger:          {office_file.database_url}")
    if wishes.screenshots is not None:
        typer.echo(f"The pictures:        {wishes.screenshots.absolute()}")
    if wishes.camera is not None:
        typer.echo("Hold one of the letters before the camera, printed or on a phone.")
    if wishes.page_port is not None:
        typer.echo(f"The manager's page:  http://127.0.0.1:{wishes.page_port}/")
    if wishes.panel or wishes.desk or wishes.page_port is not None:
        typer.echo("Who may sign in (id, PIN, role):")
        for staff, (role, pin) in stage.staff.items():
            typer.echo(f"  {staff:>2}  {pin.digits}  {role.value}")
    if wishes.minutes is None:
        typer.echo("The door is open. Ctrl-C ends it.")


def _tell_what_happened(office_file: OfficeFile) -> None:
    """Verify the ledger that the demo leaves, and sum its day up."""
    zone = office_file.office.time_zone
    with ledger_of(office_file) as ledger:
        verification = ledger.verify()
        today = ledger.events_between(*ends_of_day(now_utc().astimezone(zone).date(), zone))
        answers = Counter(recorded.event.answer.reason.value for recorded in today if recorded.event.answer)
        waiting = len(ledger.house().line)
    if verification.flaw is not None:
        stop(Exit.FOUND_FAULTS, f"the ledger does not hold: {verification.flaw.detail}")
    told = ", ".join(f"{count} {reason}" for reason, count in answers.most_common())
    events = counted(verification.events, "event")
    typer.echo(f"The ledger holds: {events}, unbroken. Parties that were told today: {told}.")
    typer.echo(f"People inside now: {verification.inside}. Numbers in the line outside: {waiting}.")
