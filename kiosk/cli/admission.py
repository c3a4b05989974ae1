"""The commands of the staff at a door without a panel."""

from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, ActingAs, OfficePath

SomeDoorName = Annotated[
    str | None, typer.Option("--door", metavar="DOOR", help="One door; all doors if it is left out.")
]


def stop_admission(
    message: Annotated[str, typer.Argument(help="What the visitors read, in German.")],
    office: OfficePath = OFFICE_HERE,
    door: SomeDoorName = None,
    english: Annotated[str | None, typer.Option(help="The same in English.")] = None,
    acting_as: ActingAs = None,
) -> None:
    """Let nobody in for now, with a message; people inside may still leave.

    For example:

      kiosk stop-admission "Feueralarm-Übung" --english "Fire drill"
    """
    from kiosk.commands.staff import stop_admission as stop_at

    stop_at(office, message, english, door, acting_as)


def resume_admission(
    office: OfficePath = OFFICE_HERE, door: SomeDoorName = None, acting_as: ActingAs = None
) -> None:
    """Lift a stop of admission.

    For example:

      kiosk resume-admission
    """
    from kiosk.commands.staff import resume_admission as resume_at

    resume_at(office, door, acting_as)


def end_day(office: OfficePath = OFFICE_HERE, acting_as: ActingAs = None) -> None:
    """Settle every visit that is still open, visibly, close the day, and print its report.

    Midnight closes the day by itself. A scheduler that does it earlier has an id and a PIN like everybody.

    For example:

      kiosk end-day
    """
    from kiosk.commands.staff import end_day as close_day

    close_day(office, acting_as)


def confirm_clock(office: OfficePath = OFFICE_HERE, acting_as: ActingAs = None) -> None:
    """Say that this machine's clock is right although the ledger holds later events.

    For example:

      kiosk confirm-clock
    """
    from kiosk.commands.staff import confirm_clock as confirm

    confirm(office, acting_as)
