"""What staff do without a panel: stop and resume admission, end the day, confirm the clock.

Whoever does it signs in, a machine's scheduler too, and has the right to it.
"""

from pathlib import Path

import typer

from kiosk.commands.day_told import day_told
from kiosk.commands.exits import Exit, door_named, read_office, stop
from kiosk.commands.signing_in import tap_of
from kiosk.core.not_done import NotDone
from kiosk.core.office import FALLBACK_LANGUAGE, Wording
from kiosk.core.rights import Right
from kiosk.gate import door_acts
from kiosk.gate.closing import close_day
from kiosk.gate.passing_time import check_clock


def stop_admission(
    office_path: Path,
    message: str,
    message_english: str | None,
    door_name: str | None,
    acting_as: str | None,
) -> None:
    """Stop admission at one door or at all, with a message for the visitors."""
    if not message.strip():
        stop(Exit.WRONG_CALL, "the message is empty: say in a few words why nobody is let in, and until when")
    texts = {FALLBACK_LANGUAGE: message} | ({"en": message_english} if message_english else {})
    office_file = read_office(office_path)
    door = door_named(office_file, door_name).id if door_name else None
    with tap_of(office_file, Right.STOP_ADMISSION, acting_as) as (ledger, tap):
        door_acts.stop(ledger, office_file.office, tap, door, Wording(tuple(texts.items())))
    typer.echo(f"admission is stopped at {door_name or 'all doors'}")


def resume_admission(office_path: Path, door_name: str | None, acting_as: str | None) -> None:
    """Lift the stop of one door, or the one of all doors."""
    office_file = read_office(office_path)
    door = door_named(office_file, door_name).id if door_name else None
    with tap_of(office_file, Right.STOP_ADMISSION, acting_as) as (ledger, tap):
        done = door_acts.resume(ledger, office_file.office, tap, door)
    happened = "was not stopped" if isinstance(done, NotDone) else "is resumed"
    typer.echo(f"admission {happened} at {door_name or 'all doors'}")


def end_day(office_path: Path, acting_as: str | None) -> None:
    """Settle every visit that is still open, send the line home, close the day, and print its report."""
    office_file = read_office(office_path)
    with tap_of(office_file, Right.END_DAY, acting_as) as (ledger, tap):
        # Perhaps nobody looks: a scheduler goes by this machine's clock, and shall not close a day at noon.
        check_clock(ledger.house(), tap.at, ledger.clock_lead())
        report = close_day(ledger, office_file.office, tap)
    for line in day_told(report, office_file.office):
        typer.echo(line)
    typer.echo("Whoever comes now is counted anew; kiosk stop-admission keeps the doors shut.")


def confirm_clock(office_path: Path, acting_as: str | None) -> None:
    """Record that this machine's clock is right although the ledger holds later events."""
    office_file = read_office(office_path)
    with tap_of(office_file, Right.CONFIRM_CLOCK, acting_as) as (ledger, tap):
        door_acts.confirm_clock(ledger, office_file.office, tap)
    local = tap.at.astimezone(office_file.office.time_zone)
    typer.echo(f"the clock is taken to be right: {local:%Y-%m-%d %H:%M:%S}")
