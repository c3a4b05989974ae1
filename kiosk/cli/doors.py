"""The commands that open a door, its panel, or the phone desk."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, DoorName, OfficePath
from kiosk.cli.written import number, one_of, whole

Windowed = Annotated[bool, typer.Option("--windowed", help="In a window instead of full screen.")]


class Language(Enum):
    """The languages in which the panel speaks."""

    DE = "de"
    EN = "en"


PanelLanguage = Annotated[
    Language,
    typer.Option(
        "--panel-language",
        parser=one_of(Language),
        metavar="LANGUAGE",
        help="What the panel speaks at first, de or en; a touch changes it.",
    ),
]
PanelKeys = Annotated[
    bool,
    typer.Option(
        "--keys",
        help="Steer the panel by a real keyboard, too: Tab and arrows choose a tile, Enter presses it, "
        "Escape leads back, signs are typed.",
    ),
]
PagePort = Annotated[
    int | None,
    typer.Option(
        metavar="PORT",
        parser=whole(1, 65535),
        help="The manager's page too, for browsers of this machine, on this port; see `kiosk serve`.",
    ),
]
CameraSpecs = Annotated[
    list[str] | None,
    typer.Option(
        "--camera",
        metavar="CAMERA",
        help="0 for the first camera, /dev/video2, a film, a picture, a folder of them, http://..., or none; "
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
    for module in ("holidays.countries", "kiosk.gate.gate", "kiosk.scan.reader"):
        import_module(module)


def demo(  # noqa: PLR0913, PLR0917 - one argument for each option
    camera: Annotated[
        str | None,
        typer.Option(
            "--camera", metavar="CAMERA", help="A real camera instead of the simulated one, such as 0."
        ),
    ] = None,
    speed: Annotated[
        float,
        typer.Option(parser=number(0.1, 20), metavar="NUMBER", help="How fast visitors come; 1 is brisk."),
    ] = 1.0,
    minutes: Annotated[
        float | None,
        typer.Option(parser=number(0.05), metavar="NUMBER", help="End by itself after this long."),
    ] = None,
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
    desk: Annotated[
        bool, typer.Option("--desk", help="Show the phone desk too, and tell who may sign in there.")
    ] = False,
    serve: PagePort = None,
) -> None:
    """Open the door of an invented office on an invented day: the real program, with simulated visitors.

    For example:

      kiosk demo

      kiosk demo --panel

      kiosk demo --desk

      kiosk demo --serve 8080

      kiosk demo --camera 0

      kiosk demo --offscreen --minutes 1 --screenshots pictures
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.demo.demo import DemoWishes, run_demo

    run_demo(DemoWishes(camera, speed, minutes, offscreen, screenshots, folder, panel, desk, serve))


def run(  # noqa: PLR0913, PLR0917 - one argument for each option
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
    keys: PanelKeys = False,
    serve: PagePort = None,
    windowed: Windowed = False,
) -> None:
    """Open a door: the visitor's screen, with its cameras and a USB scanner all live.

    For example:

      kiosk run --office office.toml --door haupteingang

      kiosk run --office office.toml --door haupteingang --panel HDMI-2

      kiosk run --door haupteingang --scanner "evdev:Example Scanner"

      kiosk run --office office.toml --door haupteingang --camera 0 --camera 2

      kiosk run --door haupteingang --camera none --windowed --panel window

      kiosk run --office office.toml --door haupteingang --serve 8080
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.commands.door import DeviceWishes, PanelWishes
        from kiosk.commands.door import run as run_door

    wishes = None if panel is None else PanelWishes(panel, language.value, keys)
    devices = DeviceWishes(tuple(camera or ()), scanner)
    run_door(office, door, devices, wishes, windowed=windowed, page_port=serve)


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
    keys: PanelKeys = False,
    windowed: Windowed = False,
) -> None:
    """Open the guard's panel of a door alone, on another machine with the same ledger.

    For example:

      kiosk panel --office office.toml --door haupteingang

      kiosk panel --door haupteingang --panel-language en --windowed

      kiosk panel --office office.toml --door haupteingang --keys

      kiosk panel --door haupteingang --scanner "evdev:Example Scanner"
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.commands.panel import PanelWishes
        from kiosk.commands.panel import panel as run_panel

    run_panel(office, door, PanelWishes(screen, language.value, scanner, keys), windowed=windowed)


def desk(
    office: OfficePath = OFFICE_HERE,
    language: Annotated[
        Language,
        typer.Option(
            "--language", parser=one_of(Language), metavar="LANGUAGE", help="What the desk speaks: de or en."
        ),
    ] = Language.DE,
    windowed: Annotated[
        bool, typer.Option("--windowed", help="In a window instead of the whole screen.")
    ] = False,
) -> None:
    """Open the phone desk: book, move and cancel appointments by keys alone, and see how full it will be.

    Whoever books signs in with an id of the role desk or manager (see kiosk staff add).

    For example:

      kiosk staff add --role desk --id anna --as weber

      kiosk desk --office office.toml

      kiosk desk --office office.toml --language en --windowed
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.commands.desk import desk as run_desk

    run_desk(office, language.value, windowed=windowed)


def board(
    office: OfficePath = OFFICE_HERE,
    screen: Annotated[
        str | None, typer.Option(metavar="SCREEN", help="On the screen of this name, such as HDMI-2.")
    ] = None,
    language: Annotated[
        Language,
        typer.Option(
            "--language", parser=one_of(Language), metavar="LANGUAGE", help="What the board speaks: de or en."
        ),
    ] = Language.DE,
    windowed: Windowed = False,
) -> None:
    """Show how full the house is on a screen at the reception, live, with what wants attention.

    For example:

      kiosk board --office office.toml --screen HDMI-2

      kiosk board --office office.toml --windowed --language en
    """
    with _interrupts_held():
        _load_before_qt()
        from kiosk.commands.board import board as run_board

    run_board(office, screen, language.value, windowed=windowed)
