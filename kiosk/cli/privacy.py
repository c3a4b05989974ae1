"""The commands about what is known of people."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, ActingAs, JsonWanted, OfficePath

app = typer.Typer(no_args_is_help=True, help="What is known of people and why, and deleting it.")


@app.command("report")
def report(
    office: OfficePath = OFFICE_HERE,
    json: JsonWanted = False,
    names_of: Annotated[
        str | None,
        typer.Option(
            "--names-of", metavar="ID", help="What is known of one appointment's person; asks who you are."
        ),
    ] = None,
    acting_as: ActingAs = None,
) -> None:
    """Print what is stored about people: how much, what for, until when. Names only for who may see them.

    For example:

      kiosk privacy report

      kiosk privacy report --names-of 2021-4711 --as kramer
    """
    from kiosk.commands.privacy import report as print_report
    from kiosk.commands.privacy import show

    if names_of is not None:
        show(office, names_of, acting_as)
    else:
        print_report(office, json_wanted=json)


@app.command("purge")
def purge(
    appointment: Annotated[
        str | None, typer.Option("--appointment", metavar="ID", help="Who comes to this appointment.")
    ] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DAY", help="Who came to appointments before this day.")
    ] = None,
    receipt: Annotated[
        Path | None, typer.Option("--receipt", metavar="FILE", help="Write the receipt to this file.")
    ] = None,
    acting_as: ActingAs = None,
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Delete what is known of people, for good, and print a receipt. Without an option: whose time is over.

    Appointments and counts stay, without names, and the ledger still verifies.

    For example:

      kiosk privacy purge --before 2021-09-20 --as kramer

      kiosk privacy purge --appointment 2021-4711 --receipt receipt.txt
    """
    from kiosk.commands.privacy import purge as purge_people

    purge_people(office, appointment, before, receipt, acting_as)
