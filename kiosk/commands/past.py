"""`kiosk past`: the days that are over in numbers, to read or for a spreadsheet."""

import sys
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.core.figures.past_day import PastDay
from kiosk.core.instant import is_over
from kiosk.gate.past_csv import clock_of, minutes_of, off_in_words, write_csv
from kiosk.gate.past_days import past_days
from kiosk.languages.counted import counted


def past(office_path: Path, first: str, last: str | None, *, csv_wanted: bool) -> None:
    """Print the figures of each day from `first` to `last` on which something happened."""
    office_file = read_office(office_path)
    begins = local_day(first, office_file)[0].date()
    ends = begins if last is None else local_day(last, office_file)[0].date()
    if ends < begins:
        stop(Exit.WRONG_CALL, f"the last day, {ends}, lies before the first, {begins}")
    office = office_file.office
    now = now_utc()
    with ledger_of(office_file) as ledger, interruptible():
        days = past_days(ledger, office, begins, ends)
        if csv_wanted:
            write_csv(days, office.time_zone, now, sys.stdout)
        else:
            _print(days, office.time_zone, now)


def _print(days: Iterable[PastDay], zone: ZoneInfo, now: datetime) -> None:
    found = False
    for each in days:
        found = True
        figures, came, has_ended = each.figures, each.attendance, is_over(each.day, now, zone)
        so_far = "" if has_ended else "so far: "
        at = f" at {clock_of(figures.most_at, zone)}" if figures.most_at else ""
        most = f"most inside {figures.most_inside}{at}"
        typer.echo(f"{each.day:%Y-%m-%d}  {so_far}{most}, {figures.entries} came in")
        if figures.let_in:
            above = f", {figures.above_cap} of them above the cap" if figures.above_cap else ""
            typer.echo(f"  {sum(figures.let_in.values())} let in by the staff{above}")
        if figures.mean_stay is not None:
            typer.echo(f"  a visit took {_minutes(figures.mean_stay)} on average")
        if came.booked:
            typer.echo(
                f"  {counted(came.booked, 'appointment')}: {came.early} early, {came.on_time} on time, "
                f"{came.late} late, {came.away} not used{'' if has_ended else ' so far'}"
            )
        waits = figures.waits
        if waits.mean is not None:
            mean, longest = _minutes(waits.mean), minutes_of(waits.longest)
            parties = counted(waits.parties, "party", "parties")
            typer.echo(f"  {parties} waited, {mean} on average, {longest} at most")
        if figures.recounts:
            off = off_in_words(each)
            typer.echo(f"  recounts found the number {f'wrong by: {off}' if off else 'right'}")
        if figures.still_inside:
            typer.echo(f"  {figures.still_inside} inside by the count {'at the end' if has_ended else 'now'}")
    if not found:
        typer.echo("nothing happened on these days")


def _minutes(length: timedelta) -> str:
    return counted(round(length / timedelta(minutes=1)), "minute")
