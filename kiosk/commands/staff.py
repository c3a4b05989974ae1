"""What staff do without a panel: stop and resume admission, end the day, confirm the clock."""

from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, door_named, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.core.office import FALLBACK_LANGUAGE, Wording
from kiosk.gate import acts


def stop_admission(
    office_path: Path, message: str, message_english: str | None, door_name: str | None
) -> None:
    """Stop admission at one door or at all, with a message for the visitors."""
    if not message.strip():
        stop(Exit.WRONG_CALL, "the message is empty: say in a few words why nobody is let in, and until when")
    texts = {FALLBACK_LANGUAGE: message} | ({"en": message_english} if message_english else {})
    office_file = read_office(office_path)
    door = door_named(office_file, door_name) if door_name else None
    with ledger_of(office_file) as ledger:
        wording = Wording(tuple(texts.items()))
        acts.stop_admission(ledger, office_file.office, door.id if door else None, wording, now_utc())
    typer.echo(f"admission is stopped at {door_name or 'all doors'}")


def resume_admission(office_path: Path, door_name: str | None) -> None:
    """Lift the stop of one door, or the one of all doors."""
    office_file = read_office(office_path)
    door = door_named(office_file, door_name) if door_name else None
    with ledger_of(office_file) as ledger:
        acts.resume_admission(ledger, office_file.office, door.id if door else None, now_utc())
    typer.echo(f"admission is resumed at {door_name or 'all doors'}")


def end_day(office_path: Path) -> None:
    """Settle every visit that is still open, send the line home, and close the day."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger:
        before = acts.end_day(ledger, office_file.office, now_utc())
    people = sum(visit.party for visit in before.visits)
    typer.echo(
        f"the day is closed: {len(before.visits)} visits settled without a scan ({people} people), "
        f"{len(before.line)} numbers withdrawn. Whoever comes now is counted anew; stop-admission keeps the "
        "doors shut"
    )


def confirm_clock(office_path: Path) -> None:
    """Record that this machine's clock is right although the ledger holds later events."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger:
        acts.confirm_clock(ledger, now_utc())
    local = now_utc().astimezone(office_file.office.time_zone)
    typer.echo(f"the clock is taken to be right: {local:%Y-%m-%d %H:%M:%S}")
