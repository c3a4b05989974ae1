"""The days of a month added up: what a manager reads of a year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from kiosk.core.figures.attendance import Attendance
from kiosk.core.figures.past_day import PastDay
from kiosk.core.tally import added_up


@dataclass(frozen=True, slots=True)
class PastMonth:
    """The days of one month on which something happened, from `first` to `last`; people, but for the stays.

    `busiest` is the day with the most people inside at once, the first of several. `off`: see `off_by_door`.
    """

    first: date
    last: date
    days: int
    busiest: PastDay
    entries: int
    let_in: int
    above_cap: int
    stays: int
    stay_total: timedelta
    attendance: Attendance
    off: Mapping[str, int]

    @property
    def mean_stay(self) -> timedelta | None:
        """How long a visit took on average; None where none was measured."""
        return self.stay_total / self.stays if self.stays else None


def months_of(days: Iterable[PastDay]) -> tuple[PastMonth, ...]:
    """Return the months of these days, which come in order."""
    by_month = groupby(days, key=lambda each: (each.day.year, each.day.month))
    return tuple(_month(tuple(of_month)) for _, of_month in by_month)


def off_by_door(days: Iterable[PastDay]) -> dict[str, int]:
    """Return by how many people the recounts at each door found the number wrong; empty is no door."""
    recounts = (recount for each in days for recount in each.figures.recounts)
    off = added_up((recount.door, recount.off) for recount in recounts)
    return {door: people for door, people in sorted(off.items()) if people}


def _month(days: Sequence[PastDay]) -> PastMonth:
    figures = [each.figures for each in days]
    return PastMonth(
        first=days[0].day,
        last=days[-1].day,
        days=len(days),
        busiest=max(days, key=lambda each: each.figures.most_inside),
        entries=sum(each.entries for each in figures),
        let_in=sum(sum(each.let_in.values()) for each in figures),
        above_cap=sum(each.above_cap for each in figures),
        stays=sum(each.stays for each in figures),
        stay_total=sum((each.stay_total for each in figures), timedelta(0)),
        attendance=Attendance(
            booked=sum(each.attendance.booked for each in days),
            early=sum(each.attendance.early for each in days),
            on_time=sum(each.attendance.on_time for each in days),
            late=sum(each.attendance.late for each in days),
        ),
        off=off_by_door(days),
    )
