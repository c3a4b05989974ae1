"""The report of a day in words, for who closes it on the command line."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

from kiosk.core.day_report import DayReport
from kiosk.core.office import AreaId, Office, ReasonId, Wording
from kiosk.languages.counted import counted

_Key = TypeVar("_Key")


def day_told(report: DayReport, office: Office) -> Iterator[str]:
    """Give the report line by line; what did not happen is left out."""

    def let_in_because(reason: ReasonId) -> str:
        return _worded(office.staff_reasons.let_in.get(reason), reason)

    def sent_back_because(reason: ReasonId) -> str:
        return _worded(office.staff_reasons.turn_back.get(reason), reason)

    began, ended = report.began_at.astimezone(office.time_zone), report.ended_at.astimezone(office.time_zone)
    until = f"{ended:%H:%M}" if began.date() == ended.date() else f"{ended:%Y-%m-%d %H:%M}"
    yield f"the day is closed: {began:%Y-%m-%d %H:%M} to {until}"
    for label, people, parts in (
        ("came in with a letter", report.came, ""),
        ("let in by the staff", *_in_all(report.let_in, let_in_because)),
        ("  of them above the cap", report.above_cap, ""),
        ("sent back", *_in_all(report.turned_back, sent_back_because)),
        ("left with their letter", report.left, ""),
        ("left without a letter", report.counted_out, ""),
        ("  of them found among the visits", report.reconciled, ""),
        ("settled without a scan", *_in_all(report.settled, _plain)),
        ("left, but were not known to be in", report.unmatched_exits, ""),
    ):
        if people:
            yield _line(label, counted(people, "person", "people"), parts)
    for area, change in report.recounted.items():
        yield _line("recounted", f"{change:+d}", _area(area, office))
    times, reasons = _in_all(report.told, _plain)
    if times:
        yield _line("refused, or told to wait", counted(times, "time", "times"), reasons)
    if report.undone:
        yield _line("taken back", counted(report.undone, "time", "times"), "")
    at = f"at {report.most_at.astimezone(office.time_zone):%H:%M}" if report.most_inside else ""
    yield _line("most at once", counted(report.most_inside, "person", "people"), at)
    yield _line("inside by the count at the end", counted(report.still_inside, "person", "people"), "")


def _in_all(numbers: Mapping[_Key, int], worded: Callable[[_Key], str]) -> tuple[int, str]:
    """Return how many there were, and the parts in words, the largest first."""
    in_order = sorted(numbers.items(), key=lambda each: (-each[1], worded(each[0])))
    return sum(numbers.values()), ", ".join(f"{worded(key)} {number}" for key, number in in_order)


def _line(label: str, number: str, more: str) -> str:
    return f"{label:<34}{number:>12}{more and f'  ({more})'}"


def _plain(key: Enum) -> str:
    return str(key.value).replace("_", " ")


def _area(id_: AreaId, office: Office) -> str:
    known = office.areas.get(id_)
    return _worded(None if known is None else known.name, id_)


def _worded(known: Wording | None, id_: str) -> str:
    """Return the office's own words, in English if it has them, or the id that its file no longer names."""
    return id_ if known is None else known.in_language("en")
