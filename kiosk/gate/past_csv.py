"""The days that are over for a spreadsheet: the same table from the command and from the page."""

import csv
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TextIO
from zoneinfo import ZoneInfo

from kiosk.core.figures.past_day import PastDay
from kiosk.core.figures.past_month import off_by_door
from kiosk.core.instant import is_over

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


def write_csv(days: Iterable[PastDay], zone: ZoneInfo, now: datetime, out: TextIO) -> None:
    """Write the headings, and a row for each day; who stayed away is empty while they may still come."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for each in days:
        writer.writerow(_row(each, zone, is_over=is_over(each.day, now, zone)))


def off_in_words(each: PastDay) -> str:
    """Return by how many people the recounts at each door found the number wrong, in one line."""
    return ", ".join(f"{door or 'no door'} {people}" for door, people in off_by_door([each]).items())


def clock_of(at: datetime | None, zone: ZoneInfo) -> str:
    """Return the time at the office's wall; empty for none."""
    return "" if at is None else f"{at.astimezone(zone):%H:%M}"


def minutes_of(length: timedelta | None) -> str:
    """Return whole minutes; empty for none."""
    return "" if length is None else f"{length / timedelta(minutes=1):.0f}"


def _row(each: PastDay, zone: ZoneInfo, *, is_over: bool) -> tuple[object, ...]:
    figures, came = each.figures, each.attendance
    return (
        each.day.isoformat(),
        figures.most_inside,
        clock_of(figures.most_at, zone),
        figures.entries,
        sum(figures.let_in.values()),
        figures.above_cap,
        minutes_of(figures.mean_stay),
        came.booked,
        came.away if is_over else "",
        came.early,
        came.on_time,
        came.late,
        figures.waits.parties,
        minutes_of(figures.waits.longest),
        sum(figures.told.values()),
        sum(recount.off for recount in figures.recounts),
        off_in_words(each),
        figures.still_inside,
    )
