"""The commands of the program and how they are called; what each does stands in `kiosk.commands`."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

import kiosk
from kiosk.core.rights import Role

app = typer.Typer(
    name="kiosk",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 done, 1 faults found, 2 wrong call, 3 the office's file is wrong, "
    "4 the ledger cannot be used, 5 no such camera, 6 no display, 7 not allowed, "
    "130 interrupted before it was done.",
)
appointments_app = typer.Typer(no_args_is_help=True, help="Take in the lists of appointments.")
app.add_typer(appointments_app, name="appointments")
camera_app = typer.Typer(no_args_is_help=True, help="Choose the camera of a door, and see how well it sees.")
app.add_typer(camera_app, name="camera")
staff_app = typer.Typer(no_args_is_help=True, help="Who may act at the doors: ids, roles, PINs and badges.")
app.add_typer(staff_app, name="staff")

OfficePath = Annotated[
    Path,
    typer.Option("--office", envvar="KIOSK_OFFICE", metavar="FILE", help="The office's TOML file."),
]
OFFICE_HERE = Path("office.toml")
DoorName = Annotated[str, typer.Option("--door", metavar="DOOR", help="The door's short name in that file.")]
SomeDoorName = Annotated[
    str | None, typer.Option("--door", metavar="DOOR", help="One door; all doors if it is left out.")
]
JsonWanted = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
ActingAs = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="KIOSK_AS",
        metavar="ID",
        help="Your own id; asked for if it is left out. Your PIN is asked for, or taken from KIOSK_PIN.",
    ),
]
BadgeFile = Annotated[
    Path | None,
    typer.Option(
        "--badge", metavar="FILE.svg", help="Issue a badge too, and write it to this new file to print."
    ),
]
Windowed = Annotated[bool, typer.Option("--windowed", help="In a window instead of full screen.")]


class Language(Enum):
    """The languages in which the panel speaks."""

    DE = "de"
    EN = "en"


PanelLanguage = Annotated[
    Language, typer.Option("--panel-language", help="What the panel speaks at first; a touch changes it.")
]
CameraSpecs = Annotated[
    list[str] | None,
    typer.Option(
        "--camera",
        metavar="CAMERA",
        help="0 for the first camera, /dev/video2, a film, a folder of pictures, http://..., or none; "
        "once for each camera; if it is left out, those of the office's file.",
    ),
]
ScannerSpec = Annotated[
    str | None,
    typer.Option(
        "--scanner",
        metavar="SCANNER",
        help="The USB scanner: keyboard, evdev:NAME or serial:/dev/ttyACM0; "
        "if it is left out, that of the office's file.",
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {kiosk.__version__}")
        raise typer.Exit


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back until the block is done: Qt aborts the program when its import is interrupted."""
    interrupted: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: interrupted.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if interrupted:
        raise KeyboardInterrupt


def _load_before_qt() -> None:
    """Load what a door needs besides Qt.

    PySide6 reads the source of every module that is imported after it, to see whether it uses PySide6: a
    quarter of the start. The library of holidays would be loaded by the first look at the calendar, when the
    window is there already and waits for it.
    """
    for module in ("holidays.countries", "kiosk.gate.gate", "kiosk.scan.decode"):
        import_module(module)


@app.callback()
def kiosk_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Entrance check-in for a public office: a letter is scanned, the visitor is let in, the count is right.

    Start with [bold]kiosk demo[/bold], which opens the door of an invented day.
    """


@app.command()
def demo(
    camera: Annotated[
        str | None,
        typer.Option(
            "--camera", metavar="CAMERA", help="A real camera instead of the simulated one, such as 0."
        ),
    ] = None,
    speed: Annotated[float, typer.Option(min=0.1, max=20, help="How fast visitors come; 1 is brisk.")] = 1.0,
    minutes: Annotated[float | None, typer.Option(min=0.05, help="End by itself after this long.")] = None,
    offscreen: Annotated[bool, typer.Option("--offscreen", help="Run without a display.")] = False,
    screenshots: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Leave a PNG of what the visitors see.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--dir", metavar="DIR", help="Where the demo's office is made; a new folder by itself."),
    ] = None,
    panel: Annotated[
        bool, typer.Option("--panel", help="Show the guard's panel too, and tell who may sign in there.")
    ] = False,
) -> None:
    """Open the door of an invented office on an invented day: the real program, with simulated visitors.

    For example:

      kiosk demo

      kiosk demo --panel

      kiosk demo --camera 0

      kiosk demo --offscreen --minutes 1 --screenshots pictures
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.demo.demo import DemoWishes, run_demo

    run_demo(DemoWishes(camera, speed, minutes, offscreen, screenshots, folder, panel))


@app.command()
def run(
    door: DoorName,
    office: OfficePath = OFFICE_HERE,
    camera: CameraSpecs = None,
    scanner: ScannerSpec = None,
    panel: Annotated[
        str | None,
        typer.Option(
            metavar="SCREEN",
            help='The guard\'s panel too: on the screen of this name, such as HDMI-2, or in a "window".',
        ),
    ] = None,
    language: PanelLanguage = Language.DE,
    windowed: Windowed = False,
) -> None:
    """Open a door: the visitor's screen, with its cameras and a USB scanner all live.

    For example:

      kiosk run --office office.toml --door haupteingang

      kiosk run --office office.toml --door haupteingang --panel HDMI-2

      kiosk run --office office.toml --door haupteingang --scanner "evdev:Example Scanner"

      kiosk run --office office.toml --door haupteingang --camera 0 --camera 2

      kiosk run --office office.toml --door haupteingang --camera none --windowed --panel window
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.commands.door import DeviceWishes, PanelWishes
        from kiosk.commands.door import run as run_door

    wishes = None if panel is None else PanelWishes(panel, language.value)
    run_door(office, door, DeviceWishes(tuple(camera or ()), scanner), wishes, windowed=windowed)


@app.command("panel")
def guard_panel(
    door: DoorName,
    office: OfficePath = OFFICE_HERE,
    screen: Annotated[
        str | None, typer.Option(metavar="SCREEN", help="On the screen of this name, such as HDMI-2.")
    ] = None,
    scanner: Annotated[
        str,
        typer.Option(
            metavar="SCANNER",
            help="The panel's own USB scanner, for badges and bookings: keyboard, evdev:NAME or "
            "serial:/dev/ttyACM0.",
        ),
    ] = "keyboard",
    language: PanelLanguage = Language.DE,
    windowed: Windowed = False,
) -> None:
    """Open the guard's panel of a door alone, on another machine with the same ledger.

    For example:

      kiosk panel --office office.toml --door haupteingang

      kiosk panel --office office.toml --door haupteingang --panel-language en --windowed

      kiosk panel --office office.toml --door haupteingang --scanner "evdev:Example Scanner"
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.commands.panel import PanelWishes
        from kiosk.commands.panel import panel as run_panel

    run_panel(office, door, PanelWishes(screen, language.value, scanner), windowed=windowed)


@appointments_app.command("import")
def import_appointments(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The list, as an office exports it.")],
    office: OfficePath = OFFICE_HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
) -> None:
    """Take in a list of appointments: all of it, or, if anything is wrong with it, nothing.

    Columns (German or English names): ID, Datum, Uhrzeit, Bereich; if wanted Raum, Dauer, Personen, Sprache,
    Status, Name, Kontakt. A second import of the same list changes nothing.

    For example:

      kiosk appointments import --dry-run termine.csv

      kiosk appointments import --office office.toml termine.csv
    """
    from kiosk.commands.appointments import import_list

    import_list(office, file, dry_run=dry_run)


@app.command()
def letters(
    day: Annotated[str, typer.Option("--day", metavar="YYYY-MM-DD", help="The day of the appointments.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the letters.")],
    office: OfficePath = OFFICE_HERE,
    again: Annotated[
        bool, typer.Option("--again", help="Make letters anew that lie in the folder already.")
    ] = False,
) -> None:
    """Make the letters of a day, a PDF each; letters that lie in the folder already are left as they are.

    Each letter is read by the scanner's own path before it counts as made.

    For example:

      kiosk letters --day 2021-09-20 --out letters
    """
    from kiosk.commands.letters import make_letters

    make_letters(office, day, out, again=again)


@app.command()
def scan(
    door: DoorName,
    shown: Annotated[
        list[str], typer.Argument(metavar="TEXT_OR_PICTURE...", help="Texts of codes, or picture files.")
    ],
    office: OfficePath = OFFICE_HERE,
    at: Annotated[
        str | None,
        typer.Option(
            "--at", metavar="TIME", help="2021-09-20T09:30 instead of now; a time to come is tried only."
        ),
    ] = None,
) -> None:
    """Answer scans without a window, and record them: a verdict in JSON for each, a line each.

    For example:

      kiosk scan --door haupteingang letter.png

      kiosk scan --door haupteingang --at 2021-09-20T09:30 JC1...
    """
    from kiosk.commands.scan import scan as scan_all

    scan_all(office, door, shown, at)


@app.command()
def decode(
    shown: Annotated[
        list[Path], typer.Argument(metavar="FILE_OR_FOLDER...", help="Pictures, or folders of pictures.")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print a line of JSON for each picture.")] = False,
    truth: Annotated[
        bool, typer.Option("--truth", help="Compare with NAME.txt or NAME.bin beside each picture.")
    ] = False,
) -> None:
    """Print what is read in pictures of QR codes, and for several how many were read and how fast.

    Nothing is recorded and no office is needed. Exit code 1 says that a text was wrong, or a file no picture.

    For example:

      kiosk decode letter.png

      kiosk decode --truth photographs

      kiosk decode --json photographs/*.jpg
    """
    from kiosk.commands.decode import decode as decode_pictures

    decode_pictures(shown, json_wanted=json, truth_wanted=truth)


@app.command()
def status(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Say how many people are inside, of how many, where, and who waits.

    For example:

      kiosk status --office office.toml

      kiosk status --json
    """
    from kiosk.commands.status import status as print_status

    print_status(office, json_wanted=json)


@app.command()
def events(
    office: OfficePath = OFFICE_HERE,
    json: JsonWanted = False,
    last: Annotated[int | None, typer.Option(min=1, help="Only the last so many.")] = None,
    since: Annotated[int, typer.Option(min=0, help="Only those after the event of this number.")] = 0,
) -> None:
    """Print what happened, oldest first. There are no names in it.

    For example:

      kiosk events --last 20

      kiosk events --json > events.jsonl
    """
    from kiosk.commands.inspection import events as print_events

    print_events(office, last=last, since=since, json_wanted=json)


@app.command()
def verify(office: OfficePath = OFFICE_HERE) -> None:
    """Check that no event was changed or lost, and that the count is what the events add up to.

    For example:

      kiosk verify --office office.toml
    """
    from kiosk.commands.inspection import verify as verify_ledger

    verify_ledger(office)


@app.command()
def audit(
    day: Annotated[str, typer.Option("--day", metavar="YYYY-MM-DD", help="The day, by the office's clock.")],
    office: OfficePath = OFFICE_HERE,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")] = False,
) -> None:
    """Print what the staff did on a day: when, who, what, and the reason. There are no names in it.

    For example:

      kiosk audit --day 2021-09-20

      kiosk audit --day 2021-09-20 --csv > audit.csv
    """
    from kiosk.commands.audit import audit as print_audit

    print_audit(office, day, csv_wanted=csv)


@staff_app.command("add")
def add_staff(
    role: Annotated[Role, typer.Option("--role", help="What the person is there for.")],
    staff: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Their id; a number by itself if it is left out.")
    ] = None,
    name: Annotated[str, typer.Option(help="Their name, for the list of the staff alone.")] = "",
    badge: BadgeFile = None,
    acting_as: ActingAs = None,
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Add somebody to the staff, and print their PIN, once. The first one is an admin, and needs nobody else.

    For example:

      kiosk staff add --role admin --id weber

      kiosk staff add --role security --id berger --badge berger.svg --as weber
    """
    from kiosk.commands.staff_book import add

    add(office, role, staff, name, badge=badge, acting_as=acting_as)


@staff_app.command("disable")
def disable_staff(
    staff: Annotated[str, typer.Argument(metavar="ID", help="Who shall sign in no more.")],
    acting_as: ActingAs = None,
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Let somebody sign in no more. What they did stays on record.

    For example:

      kiosk staff disable berger --as weber
    """
    from kiosk.commands.staff_book import disable

    disable(office, staff, acting_as)


@staff_app.command("reset-pin")
def reset_staff_pin(
    staff: Annotated[str, typer.Argument(metavar="ID", help="Who gets a new PIN.")],
    badge: BadgeFile = None,
    acting_as: ActingAs = None,
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Give somebody a new PIN, and print it, once; whoever was disabled signs in again with it.

    For example:

      kiosk staff reset-pin berger --as weber

      kiosk staff reset-pin berger --badge new-badge.svg
    """
    from kiosk.commands.staff_book import reset_pin

    reset_pin(office, staff, badge, acting_as)


@staff_app.command("list")
def list_staff(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Print who belongs to the staff, and who of them cannot sign in.

    For example:

      kiosk staff list

      kiosk staff list --json
    """
    from kiosk.commands.staff_book import print_list

    print_list(office, json_wanted=json)


@camera_app.command("list")
def list_cameras(json: JsonWanted = False) -> None:
    """Print the cameras that are plugged in, by names that stay theirs whatever the order of the cables.

    For example:

      kiosk camera list

      kiosk camera list --json
    """
    from kiosk.commands.camera import list_cameras as print_cameras

    print_cameras(json_wanted=json)


@camera_app.command("check")
def check_camera(
    camera: Annotated[
        str | None,
        typer.Option(
            "--camera",
            metavar="CAMERA",
            help="As for run: 0, /dev/video2, a film, a folder of pictures, a pipe, http://...",
        ),
    ] = None,
    door: Annotated[
        str | None, typer.Option("--door", metavar="DOOR", help="The camera of this door, with its settings.")
    ] = None,
    office: OfficePath = OFFICE_HERE,
    seconds: Annotated[float, typer.Option(min=0.1, max=600, help="How long to look.")] = 10.0,
    distance_cm: Annotated[
        float | None, typer.Option(min=1, max=1000, help="How far away the letter is held; else a guess.")
    ] = None,
    self_test: Annotated[
        bool, typer.Option("--self-test", help="End as soon as the test letter was read; fail if it is not.")
    ] = False,
    json: JsonWanted = False,
) -> None:
    """Say how well a camera sees: light, sharpness, frame rate, the smallest code, and what to change.

    Hold a letter before it meanwhile. A door that is open keeps its camera to itself: close it before.

    For example:

      kiosk camera check --camera 0 --distance-cm 30

      kiosk camera check --office office.toml --door haupteingang --self-test --json
    """
    from kiosk.commands.camera import CheckWishes, check

    check(office, door, CheckWishes(camera, seconds, distance_cm, self_test), json_wanted=json)


@camera_app.command("test-letter")
def print_test_letter(
    file: Annotated[Path, typer.Argument(metavar="FILE.svg", help="A new file.")],
) -> None:
    """Make the test letter: a code that opens nothing, to hold up when the day begins.

    Camera and USB scanner note when they read it. It finds out a scanner that types for another keyboard.

    For example:

      kiosk camera test-letter test-letter.svg
    """
    from kiosk.commands.camera import write_test_letter

    write_test_letter(file)


@app.command("check-config")
def check_config(office: OfficePath = OFFICE_HERE) -> None:
    """Check the office's file, and name everything that is wrong in it, with its line.

    For example:

      kiosk check-config --office office.toml
    """
    from kiosk.commands.health import check_config as check

    check(office)


@app.command()
def doctor(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Examine libraries, fonts, cameras, database, clock, time zone and disk: what is wrong, and the mend.

    For example:

      kiosk doctor --office office.toml
    """
    from kiosk.commands.health import doctor as examine

    examine(office, json_wanted=json)


@app.command("stop-admission")
def stop_admission(
    message: Annotated[str, typer.Argument(help="What the visitors read, in German.")],
    office: OfficePath = OFFICE_HERE,
    door: SomeDoorName = None,
    english: Annotated[str | None, typer.Option(help="The same in English.")] = None,
    acting_as: ActingAs = None,
) -> None:
    """Let nobody in for now, with a message; people inside may still leave.

    For example:

      kiosk stop-admission "Feueralarm-Übung bis 10:30 Uhr" --english "Fire drill until 10:30"
    """
    from kiosk.commands.staff import stop_admission as stop_at

    stop_at(office, message, english, door, acting_as)


@app.command("resume-admission")
def resume_admission(
    office: OfficePath = OFFICE_HERE, door: SomeDoorName = None, acting_as: ActingAs = None
) -> None:
    """Lift a stop of admission.

    For example:

      kiosk resume-admission
    """
    from kiosk.commands.staff import resume_admission as resume_at

    resume_at(office, door, acting_as)


@app.command("end-day")
def end_day(office: OfficePath = OFFICE_HERE, acting_as: ActingAs = None) -> None:
    """Settle every visit that is still open, visibly, close the day, and print its report.

    Midnight closes the day by itself. A scheduler that does it earlier has an id and a PIN like everybody.

    For example:

      kiosk end-day
    """
    from kiosk.commands.staff import end_day as close_day

    close_day(office, acting_as)


@app.command("confirm-clock")
def confirm_clock(office: OfficePath = OFFICE_HERE, acting_as: ActingAs = None) -> None:
    """Say that this machine's clock is right although the ledger holds later events.

    For example:

      kiosk confirm-clock
    """
    from kiosk.commands.staff import confirm_clock as confirm

    confirm(office, acting_as)


def main() -> None:
    """Run the command that the program was started with."""
    # pydantic, which typer uses too, would search all packages for plugins: a twentieth of `kiosk status`.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    app(prog_name="kiosk")
