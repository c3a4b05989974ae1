"""Options that the commands of several groups share."""

from pathlib import Path
from typing import Annotated

import typer

OfficePath = Annotated[
    Path,
    # Whether it can be read says who reads it, with the mend.
    typer.Option(
        "--office", envvar="KIOSK_OFFICE", metavar="FILE", readable=False, help="The office's TOML file."
    ),
]
OFFICE_HERE = Path("office.toml")
DoorName = Annotated[str, typer.Option("--door", metavar="DOOR", help="The door's short name in that file.")]
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
