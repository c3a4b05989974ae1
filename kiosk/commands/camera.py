"""`kiosk camera`: which cameras there are, how good one of them sees, and the letter to try it with."""

import json
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, door_named, interruptible, read_office, stop
from kiosk.commands.health import print_findings
from kiosk.core.door_devices import NO_CAMERA, DoorCamera, DoorDevices
from kiosk.doctor.camera import judge, judge_self_test, reach_of
from kiosk.doctor.finding import Finding, Level
from kiosk.letters.badge import picture_of_test_letter
from kiosk.scan.camera import CameraError, Film, Pictures, open_camera, source_of
from kiosk.scan.camera_check import CameraMeasures, check_camera
from kiosk.scan.camera_list import ListedCamera, cameras_here
from kiosk.scan.camera_source import without_password


@dataclass(frozen=True, slots=True)
class CheckWishes:
    """How a camera is checked; `camera` None takes that of the door, or the first one."""

    camera: str | None
    seconds: float
    distance_cm: float | None
    self_test: bool


def list_cameras(*, json_wanted: bool) -> None:
    """Print the cameras that are plugged in, by the names to write into the office's file."""
    cameras = cameras_here()
    if json_wanted:
        typer.echo(json.dumps([as_json(each) for each in cameras], ensure_ascii=False))
    elif cameras:
        _print(cameras)
    else:
        typer.echo("There is no camera. Plug one in, or use a USB scanner alone: kiosk run --camera none")


def check(office_path: Path, door_name: str | None, wishes: CheckWishes, *, json_wanted: bool) -> None:
    """Look through a camera and say what to change; exit with 1 if a fault was found."""
    seen_through = _camera(_devices(office_path, door_name), wishes.camera)
    camera = seen_through.source
    live = _is_live(camera)
    if not json_wanted:
        long = f"for {wishes.seconds:g} s"
        through = f"Looking through the camera {camera} {long}. Hold a letter before it."
        typer.echo(through if live else f"Looking at {camera}, {long} at most.")
    measures = _measured(seen_through, wishes)
    findings = judge(measures, wishes.distance_cm, live=live)
    if wishes.self_test:
        findings = (judge_self_test(measures, wishes.seconds), *findings)
    if json_wanted:
        typer.echo(json.dumps(_as_json(camera, measures, wishes, findings), ensure_ascii=False))
    else:
        print_findings(findings)
    if any(finding.level is Level.FAULT for finding in findings):
        raise typer.Exit(Exit.FOUND_FAULTS)


def write_test_letter(path: Path) -> None:
    """Write the test letter to a new file."""
    if path.suffix.lower() != ".svg":
        stop(
            Exit.WRONG_CALL,
            f"the test letter is an SVG picture: {path} has to end in .svg, such as test.svg",
        )
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(picture_of_test_letter())
    except OSError as error:
        stop(
            Exit.WRONG_CALL, f"{path} cannot be written: {error.strerror}. Name a new file, such as test.svg"
        )
    typer.echo(f"{path}: print it at 100 %. It opens nothing, and may hang beside the door.")


def _devices(office_path: Path, door_name: str | None) -> DoorDevices:
    if door_name is None:
        return DoorDevices()
    office_file = read_office(office_path)
    return office_file.devices[door_named(office_file, door_name).id]


def _camera(devices: DoorDevices, named: str | None) -> DoorCamera:
    if named is not None and named != NO_CAMERA:
        return devices.camera(named)
    if named == NO_CAMERA or not devices.cameras:
        stop(Exit.WRONG_CALL, "this door has no camera: name one by --camera")
    if len(devices.cameras) > 1:
        sources = ", ".join(without_password(each.source) for each in devices.cameras)
        stop(Exit.WRONG_CALL, f"this door has several cameras: name one of them by --camera: {sources}")
    return devices.cameras[0]


def _is_live(camera: str) -> bool:
    try:
        return not isinstance(source_of(camera), Film | Pictures)
    except CameraError as error:
        stop(Exit.CAMERA, str(error))


def _measured(camera: DoorCamera, wishes: CheckWishes) -> CameraMeasures:
    try:
        opened = open_camera(camera.source, wishes=camera.wishes)
        try:
            with interruptible():
                return check_camera(opened, wishes.seconds, until_test_letter=wishes.self_test)
        finally:
            opened.close()
    except CameraError as error:
        stop(Exit.CAMERA, str(error))


def _as_json(
    camera: str, measures: CameraMeasures, wishes: CheckWishes, findings: tuple[Finding, ...]
) -> dict[str, object]:
    return {
        "camera": camera,
        "measures": as_json(measures),
        "reach": as_json(reach_of(measures, wishes.distance_cm)),
        "findings": [as_json(each) for each in findings],
    }


def _print(cameras: tuple[ListedCamera, ...]) -> None:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for each in cameras:
        use = "" if each.usable else "this user may not use it: usermod -aG video USER"
        table.add_row(Text(str(each.number)), Text(each.address), Text(each.name), Text(use, "red"))
    Console().print(table)
