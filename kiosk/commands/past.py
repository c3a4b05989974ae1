"""`kiosk past`: the days that are over in numbers, to read or for a spreadsheet."""

import csv
import sys
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.gate.past_days import PastDay, past_days

_HEADINGS = (
    "day",
    "most_inside",
    "most_at",
    "entries",
    "let_in_by_staff",
    "above_cap",
    "mean_stay_minutes",
    "booked",
    "away",
    "early",
    "on_time",
    "late",
    "waited_parties",
    "longest_wait_minutes",
    "refused_or_told_to_wait",
    "recounts_off",
    "recounts_off_by_door",
    "still_inside",
)


def past(office_path: Path, first: str, last: str | None, *, csv_wanted: bool) -> None:
    """Print the figures of each day from `first` to `last` on which something happened."""
    office_file = read_office(office_path)
    begins = local_day(first, office_file)[0].date()
    ends = begins if last is None else local_day(last, office_file)[0].date()
    if ends < begins:
        stop(Exit.WRONG_CALL, f"the last day, {ends}, lies before the first, {begins}")
    office = office_file.office
    with ledger_of(office_file) as ledger, interruptible():
        days = past_days(ledger, office, begins, ends)
        (_print_csv if csv_wanted else _print)(days, office.time_zone)


def _print_csv(days: Iterable[PastDay], zone: ZoneInfo) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for each in days:
        writer.writerow(_row(each, zone))


def _row(each: PastDay, zone: ZoneInfo) -> tuple[object, ...]:
    figures, came = each.figures, each.attendance
    return (
        each.day.isoformat(),
        figures.most_inside,
        _clock(figures.most_at, zone),
        figures.entries,
        sum(figures.let_in.values()),
        figures.above_cap,
        _minutes(figures.mean_stay),
        came.booked,
        came.away,
        came.early,
        came.on_time,
        came.late,
        figures.waits.parties,
        _minutes(figures.waits.longest),
        sum(figures.told.values()),
        sum(recount.off for recount in figures.recounts),
        _off_by_door(each),
        figures.still_inside,
    )


def _print(days: Iterable[PastDay], zone: ZoneInfo) -> None:
    found = False
    for each in days:
        found = True
        figures, came = each.figures, each.attendance
        at = f" at {_clock(figures.most_at, zone)}" if figures.most_at else ""
        typer.echo(f"{each.day:%Y-%m-%d}  most inside {figures.most_inside}{at}, {figures.entries} came in")
        if figures.let_in:
            above = f", {figures.above_cap} of them above the cap" if figures.above_cap else ""
            typer.echo(f"  {sum(figures.let_in.values())} let in by the staff{above}")
        if figures.mean_stay is not None:
            typer.echo(f"  a visit took {_minutes(figures.mean_stay)} minutes on average")
        if came.booked:
            typer.echo(
                f"  {came.booked} appointments: {came.early} early, {came.on_time} on time, "
                f"{came.late} late, {came.away} not used"
            )
        waits = figures.waits
        if waits.parties:
            mean, longest = _minutes(waits.mean), _minutes(waits.longest)
            typer.echo(f"  {waits.parties} parties waited, {mean} minutes on average, {longest} at most")
        if figures.recounts:
            typer.echo(f"  recounts found the number wrong by: {_off_by_door(each) or 'nobody'}")
        if figures.still_inside:
            typer.echo(f"  {figures.still_inside} inside by the count at the end")
    if not found:
        typer.echo("nothing happened on these days")


def _off_by_door(each: PastDay) -> str:
    """Return by how many people the recounts at each door found the number wrong."""
    off: dict[str, int] = {}
    for recount in each.figures.recounts:
        off[recount.door] = off.get(recount.door, 0) + recount.off
    return ", ".join(f"{door or 'no door'} {people}" for door, people in sorted(off.items()) if people)


def _clock(at: datetime | None, zone: ZoneInfo) -> str:
    return "" if at is None else f"{at.astimezone(zone):%H:%M}"


def _minutes(length: timedelta | None) -> str:
    return "" if length is None else f"{length / timedelta(minutes=1):.0f}"
