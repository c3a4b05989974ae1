"""`kiosk rules preview`: the visitor's screen by the rules of a time, entered or only thought of."""

import re
from dataclasses import dataclass
from pathlib import Path

import typer

from kiosk.app.preview import PreviewWish, draw_preview
from kiosk.commands.exits import Exit, door_named, moment, read_office, stop
from kiosk.commands.own_languages import read_languages
from kiosk.commands.rules import Draft, previewed


@dataclass(frozen=True, slots=True)
class PictureWish:
    """What the picture shall show, as it was typed; `door` None: the first of the office's file."""

    at: str
    door: str | None
    language: str
    size: str


def preview(office_path: Path, out: Path, wish: PictureWish, draft: Draft, confirmed: str | None) -> None:
    """Write the picture; nothing is recorded."""
    office_file = read_office(office_path)
    at = moment(wish.at, office_file)
    doors = office_file.office.doors
    door = next(iter(doors.values())) if wish.door is None else door_named(office_file, wish.door)
    size = re.fullmatch(r"([1-9]\d{2,3})x([1-9]\d{2,3})", wish.size)
    if size is None:
        stop(Exit.WRONG_CALL, f"{wish.size!r} is no size: write it as 1280x800")
    pixels = (int(size[1]), int(size[2]))
    house = previewed(office_file, at, draft, confirmed)
    wanted = PreviewWish(door, at, wish.language, pixels, read_languages(office_file))
    if not draw_preview(office_file.office, house, wanted, out):
        stop(Exit.FOUND_FAULTS, f"the picture cannot be written to {out}")
    typer.echo(f"the visitor's screen is drawn in {out}")
