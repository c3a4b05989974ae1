"""The commands about the camera of a door."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, JsonWanted, OfficePath
from kiosk.cli.written import number

app = typer.Typer(no_args_is_help=True, help="Choose the camera of a door, and see how well it sees.")


@app.command("list")
def list_cameras(json: JsonWanted = False) -> None:
    """Print the cameras that are plugged in, by names that stay theirs whatever the order of the cables.

    For example:

      kiosk camera list

      kiosk camera list --json
    """
    from kiosk.commands.camera import list_cameras as print_cameras

    print_cameras(json_wanted=json)


@app.command("check")
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
    seconds: Annotated[
        float, typer.Option(parser=number(0.1, 600), metavar="NUMBER", help="How long to look.")
    ] = 10.0,
    distance_cm: Annotated[
        float | None,
        typer.Option(
            parser=number(1, 1000), metavar="NUMBER", help="How far away the letter is held; else a guess."
        ),
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

      kiosk camera check --door haupteingang --self-test --json
    """
    from kiosk.commands.camera import CheckWishes, check

    check(office, door, CheckWishes(camera, seconds, distance_cm, self_test), json_wanted=json)


@app.command("test-letter")
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
