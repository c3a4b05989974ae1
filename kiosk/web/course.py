"""The course of a day as its picture shows it: who was inside when, under which caps, and what is usual."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.core.events import Event
from kiosk.core.figures.curve import (
    QUARTER,
    CapStep,
    Quarter,
    Step,
    caps_over,
    quarter_of,
    quarters,
    step_curve,
)
from kiosk.core.figures.waiting import QuarterWaits, waits_by_quarter
from kiosk.core.instant import ends_of_day, in_utc
from kiosk.core.office import Office
from kiosk.core.rule_history import RuleHistory


@dataclass(frozen=True, slots=True)
class Usual:
    """About `at` (UTC) so many people are inside on an ordinary day of this weekday, on average."""

    at: datetime
    people: float


@dataclass(frozen=True, slots=True)
class Course:
    """A day from `opens_at` to `closes_at`, which are wide enough for everything that happened.

    `ordinary` is empty where no earlier day of this weekday is known.
    """

    day: date
    opens_at: datetime
    closes_at: datetime
    steps: tuple[Step, ...]
    caps: tuple[CapStep, ...]
    quarters: tuple[Quarter, ...]
    waits: tuple[QuarterWaits, ...]
    ordinary: tuple[Usual, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """The events of a day, and how many were inside after the last of them."""

    day: date
    events: Sequence[Event]
    inside_after: int


def course_of(
    office: Office,
    happened: Happened,
    history: RuleHistory,
    ordinary: tuple[float, ...] | None,
) -> Course:
    """Return the course of a day under the caps that held by the `history` of the entered rules.

    `ordinary` has one number for each quarter of the clock at the wall.
    """
    steps = step_curve(happened.events, happened.inside_after)
    opens_at, closes_at = hours_of(office, happened.day)
    opens_at = min([opens_at, *(step.at for step in steps[:1])])
    closes_at = max([closes_at, *(step.at for step in steps[-1:])])
    return Course(
        day=happened.day,
        opens_at=opens_at,
        closes_at=closes_at,
        steps=steps,
        caps=caps_over(office.rules, opens_at, closes_at, history=history),
        quarters=quarters(happened.events),
        waits=waits_by_quarter(happened.events),
        ordinary=() if ordinary is None else tuple(_usual(office, ordinary, opens_at, closes_at)),
    )


def hours_of(office: Office, day: date) -> tuple[datetime, datetime]:
    """Return when the first area opens and the last closes (UTC); the whole day where none does."""
    zone = office.time_zone
    spans = [span for area in office.areas.values() for span in area.hours.on(day)]
    if not spans:
        start, end = ends_of_day(day, zone)
        return in_utc(start), in_utc(end)
    opens = datetime.combine(day, min(span.start for span in spans), tzinfo=zone)
    closes = datetime.combine(day, max(span.end for span in spans), tzinfo=zone)
    return in_utc(opens), in_utc(closes)


def _usual(
    office: Office, ordinary: tuple[float, ...], opens_at: datetime, closes_at: datetime
) -> Iterator[Usual]:
    at = quarter_of(opens_at)
    while at < closes_at:
        local = at.astimezone(office.time_zone)
        # A quarter is told by one number, which stands for its middle.
        middle = min(max(at + QUARTER / 2, opens_at), closes_at)
        yield Usual(middle, ordinary[local.hour * 4 + local.minute // 15])
        at += QUARTER
