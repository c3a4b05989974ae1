"""Looking at the ledger: the events, and whether they add up."""

import json
from pathlib import Path

import typer

from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.progress import progress_bar
from kiosk.commands.stored import ledger_of
from kiosk.core.office import Office
from kiosk.languages.counted import counted
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.day_sums import DaySums
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.verify import Verification


def events(office_path: Path, *, last: int | None, since: int, json_wanted: bool) -> None:
    """Print events, oldest first: those that follow on the number `since`, and of them the last ones."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger, interruptible():
        recorded = reversed(ledger.last_events(last)) if last is not None else ledger.events(since)
        for each in recorded:
            if each.seq <= since:
                continue
            typer.echo(
                json.dumps(_event(each), ensure_ascii=False)
                if json_wanted
                else _line(each, office_file.office)
            )


def _event(recorded: RecordedEvent) -> dict[str, object]:
    return {"seq": recorded.seq, "hash": recorded.hash.hex(), **_without_kind(as_json(recorded.event))}


def _without_kind(event: object) -> dict[str, object]:
    if not isinstance(event, dict):
        raise TypeError("an event is written as an object")
    return {name: value for name, value in event.items() if name != "kind"}


def _line(recorded: RecordedEvent, office: Office) -> str:
    event = recorded.event
    local = event.at.astimezone(office.time_zone)
    answer = f"  {event.answer.reason.value}" if event.answer else ""
    kind = type(event.what).__name__
    return (
        f"{recorded.seq:>7}  {local:%Y-%m-%d %H:%M:%S}  {event.door or '-':<14}  {kind:<16}{answer}".rstrip()
    )


def verify(office_path: Path, *, renew_sums: bool) -> None:
    """Check that no event was changed or lost and that count and sums are what the events add up to.

    `renew_sums`: where the events hold, the sums of all days are made anew.
    """
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger, interruptible():
        with progress_bar() as progress:
            task = progress.add_task("checking the events", total=ledger.health().events)
            verification = ledger.verify(lambda seq: progress.update(task, completed=seq))
        _stop_at_flaw(verification)
        if renew_sums:
            renewed = _renew(ledger.day_sums(office_file.office.time_zone))
            typer.echo(f"the sums of {counted(renewed, 'day')} were made anew")
        else:
            _stop_at_wrong_sums(ledger)
    typer.echo(
        f"the ledger holds: {counted(verification.events, 'event')}, unbroken, "
        f"{counted(verification.inside, 'person', 'people')} inside"
    )


def _renew(sums: DaySums) -> int:
    """Make the sums of all days anew; return how many days there are."""
    sums.drop()
    days = sums.missing()
    with progress_bar() as progress:
        for day in progress.track(days, description="adding up the days"):
            sums.keep(day)
    return len(days)


def _stop_at_wrong_sums(ledger: Ledger) -> None:
    with progress_bar() as progress:
        days = progress.track(ledger.kept_sums(), description="checking the sums of the days")
        wrong = [day for day in days if not ledger.sum_holds(day)]
    if wrong:
        stop(
            Exit.FOUND_FAULTS,
            f"the events hold, and the sums of {counted(len(wrong), 'day')} are not what they add up to: "
            f"{', '.join(wrong)}. Make them anew: kiosk verify --renew-sums",
        )


def _stop_at_flaw(verification: Verification) -> None:
    flaw = verification.flaw
    if flaw is not None:
        stop(
            Exit.FOUND_FAULTS,
            f"the ledger does not hold at event {flaw.seq} ({flaw.doubt.value}): {flaw.detail}. "
            "Keep the database as it is for examination, and go on with the last backup",
        )
