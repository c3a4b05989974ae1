"""The house as a manager reads it: how full, where, who waits, and how the doors are.

Every number here is an answer to `House`; it is never rounded, clamped or guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.door_report import DoorReport, is_heard
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.help_calls import HelpAtDoor
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import House, Stop
from kiosk.core.office import AreaId, DoorId, Office
from kiosk.core.rules_in_force import rules_at
from kiosk.core.wait import wait_for_number


@dataclass(frozen=True, slots=True)
class Fullness:
    """How many people are in an area, or in the building (`area` is None), and of how many.

    `cap` is None where no cap holds. `unclear` of them belong to visits that should be over. `inside` may be
    below zero: then the count is wrong, and is shown as wrong.
    """

    area: AreaId | None
    inside: int
    cap: int | None
    unclear: int

    @property
    def above(self) -> int:
        """How many people are inside beyond the cap."""
        return 0 if self.cap is None else max(0, self.inside - self.cap)

    @property
    def free(self) -> int | None:
        """How many more may come in, below zero where too many are inside; None where no cap holds."""
        return None if self.cap is None else self.cap - self.inside

    @property
    def is_full(self) -> bool:
        """Whether nobody more may come in."""
        return self.cap is not None and self.inside >= self.cap


@dataclass(frozen=True, slots=True)
class LineNow:
    """Who stands outside because it is full.

    `numbers` wait in this order, `called` ones may come in now. `longest_wait` is how long one of the former
    has waited, `last_waits` how long the last of them still has to by the usual stays; both are None where
    nobody waits, the latter also where nobody inside would make room.
    """

    parties: int
    people: int
    numbers: tuple[int, ...]
    called: tuple[int, ...]
    longest_wait: timedelta | None
    last_waits: timedelta | None


@dataclass(frozen=True, slots=True)
class DoorNow:
    """One door: whether it is held, and what its program said of it last; `is_heard`: it still says so."""

    door: DoorId
    stop: Stop | None
    report: DoorReport | None
    is_heard: bool


@dataclass(frozen=True, slots=True)
class NowFigures:
    """The house at `now` (in UTC), areas and doors in the order of the office's file.

    Areas that the file names no longer follow while somebody is counted in them.
    """

    now: datetime
    building: Fullness
    areas: tuple[Fullness, ...]
    line: LineNow
    doors: tuple[DoorNow, ...]
    unmatched_exits: int
    help_at: tuple[HelpAtDoor, ...]
    entered_rules: tuple[EnteredRules, ...]


def now_figures(office: Office, house: House, reports: Iterable[DoorReport], now: datetime) -> NowFigures:
    """Return the house as it is at `now` (aware), the doors by what they last said of themselves."""
    now = in_utc(now)
    cap = rules_at(office, house, now).cap
    overdue = house.overdue(now, office.habits.overdue)
    said = {report.door: report for report in reports}
    return NowFigures(
        now=now,
        building=Fullness(None, house.inside, cap.building, sum(visit.party for visit in overdue)),
        areas=tuple(
            Fullness(
                area,
                house.inside_area(area),
                cap.areas.get(area),
                sum(visit.party for visit in overdue if visit.area == area),
            )
            for area in _counted_areas(office, house)
        ),
        line=_line(office, house, now),
        doors=tuple(_door(house, door, said.get(door), now) for door in office.doors),
        unmatched_exits=house.unmatched_exits,
        help_at=house.help_at,
        entered_rules=house.entered_rules,
    )


def _counted_areas(office: Office, house: House) -> tuple[AreaId, ...]:
    counted = {visit.area for visit in house.visits} | set(house.corrections)
    unknown = sorted(area for area in counted - set(office.areas) if house.inside_area(area))
    return (*office.areas, *unknown)


def _line(office: Office, house: House, now: datetime) -> LineNow:
    waiting = [place for place in house.line if place.kept_until is None]
    last = waiting[-1] if waiting else None
    return LineNow(
        parties=len(house.line),
        people=sum(place.party for place in house.line),
        numbers=tuple(place.number for place in waiting),
        called=tuple(place.number for place in house.line if place.kept_until is not None),
        longest_wait=max((now - in_utc(place.arrived_at) for place in waiting), default=None),
        last_waits=None if last is None else wait_for_number(office, house, last, (), now).wait,
    )


def _door(house: House, door: DoorId, report: DoorReport | None, now: datetime) -> DoorNow:
    heard = report is not None and is_heard(report, now)
    return DoorNow(door, house.stop_at(door), report, heard)
