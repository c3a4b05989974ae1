"""The commands by which it is told who may act at the doors."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, ActingAs, JsonWanted, OfficePath
from kiosk.cli.written import one_of
from kiosk.core.rights import Role

app = typer.Typer(no_args_is_help=True, help="Who may act at the doors: ids, roles, PINs and badges.")
BadgeFile = Annotated[
    Path | None,
    typer.Option(
        "--badge", metavar="FILE.svg", help="Issue a badge too, and write it to this new file to print."
    ),
]


@app.command("add")
def add_staff(
    role: Annotated[
        Role,
        typer.Option(
            "--role",
            parser=one_of(Role),
            metavar="ROLE",
            help="What the person is there for: security, manager, admin or desk.",
        ),
    ],
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


@app.command("disable")
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


@app.command("reset-pin")
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


@app.command("list")
def list_staff(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Print who belongs to the staff, and who of them cannot sign in.

    For example:

      kiosk staff list

      kiosk staff list --json
    """
    from kiosk.commands.staff_book import print_list

    print_list(office, json_wanted=json)
