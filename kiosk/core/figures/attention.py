"""What wants somebody's attention now: reasons, the most urgent first; the words stand with the texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from kiosk.core.figures.now import Fullness, NowFigures
from kiosk.core.forecast import Forecast, Outlook
from kiosk.core.lights import Light
from kiosk.core.office import AreaId, DoorId, Office
from kiosk.core.rules_in_force import in_force, moments_of_change
from kiosk.core.self_test import Device

HELP_WAITS = timedelta(minutes=2)
"""For how long a call for help may ring before somebody else is told."""

RULES_AHEAD = timedelta(days=7)
"""From how long before it begins another cap is spoken of."""


@dataclass(frozen=True, slots=True)
class CountBelowZero:
    """More people were counted out of an area than had come in: the count is wrong by `missing` or more."""

    area: AreaId
    missing: int


@dataclass(frozen=True, slots=True)
class AboveCap:
    """More people are inside than the cap allows: in an area, or in the building (`area` is None)."""

    area: AreaId | None
    above: int


@dataclass(frozen=True, slots=True)
class HelpUnanswered:
    """Somebody at a door has called for help since `since`, and nobody of the staff has taken the call."""

    door: DoorId
    since: datetime


@dataclass(frozen=True, slots=True)
class DoorHeld:
    """Admission is stopped at a door, or at all doors (`door` is None)."""

    door: DoorId | None
    since: datetime


@dataclass(frozen=True, slots=True)
class DoorSilent:
    """A door's program has said nothing since `since`: it has ended, or cannot reach the ledger."""

    door: DoorId
    since: datetime


@dataclass(frozen=True, slots=True)
class DeviceBroken:
    """A device of a door does not work."""

    door: DoorId
    device: Device


@dataclass(frozen=True, slots=True)
class VisitsUnclear:
    """So many people of an area should have left by now: perhaps nobody scanned out."""

    area: AreaId
    people: int


@dataclass(frozen=True, slots=True)
class ExitsUnmatched:
    """So many people showed a letter at an exit although no entry of theirs is known today."""

    people: int


@dataclass(frozen=True, slots=True)
class CapChanges:
    """Another cap of the building begins at `at`."""

    at: datetime
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class FillsSoon:
    """The building is expected to be full at `at`: probably (`is_likely`), or perhaps."""

    at: datetime
    is_likely: bool


Attention: TypeAlias = (
    CountBelowZero
    | AboveCap
    | HelpUnanswered
    | DoorHeld
    | DoorSilent
    | DeviceBroken
    | VisitsUnclear
    | ExitsUnmatched
    | CapChanges
    | FillsSoon
)


def attention(office: Office, figures: NowFigures, ahead: Forecast | None = None) -> tuple[Attention, ...]:
    """Return what wants attention in the house as it is by its figures, and will be by the forecast `ahead`.

    In this order: help was called and nobody comes; the count cannot be right; a cap is exceeded; admission
    is stopped; it fills soon; a door does not work although it should be open; visits should be over; exits
    had no entry; another cap begins.
    """
    return (
        *_unanswered(figures),
        *_wrong_counts(figures),
        *_above_caps(figures),
        *_held(figures),
        *(() if ahead is None else _filling(ahead)),
        *_broken(office, figures),
        *(VisitsUnclear(area, each.unclear) for area, each in _areas(figures) if each.unclear),
        *((ExitsUnmatched(figures.unmatched_exits),) if figures.unmatched_exits else ()),
        *_coming(office, figures),
    )


def _areas(figures: NowFigures) -> list[tuple[AreaId, Fullness]]:
    return [(each.area, each) for each in figures.areas if each.area is not None]


def _unanswered(figures: NowFigures) -> Iterator[Attention]:
    for each in figures.help_at:
        if each.since is not None and figures.now - each.since >= HELP_WAITS:
            yield HelpUnanswered(each.door, each.since)


def _wrong_counts(figures: NowFigures) -> Iterator[Attention]:
    for area, each in _areas(figures):
        if each.inside < 0:
            yield CountBelowZero(area, -each.inside)


def _above_caps(figures: NowFigures) -> Iterator[Attention]:
    if figures.building.above:
        yield AboveCap(None, figures.building.above)
    for each in figures.areas:
        if each.above:
            yield AboveCap(each.area, each.above)


def _held(figures: NowFigures) -> Iterator[Attention]:
    told: set[DoorId | None] = set()
    for each in figures.doors:
        if each.stop is not None and each.stop.door not in told:
            told.add(each.stop.door)
            yield DoorHeld(each.stop.door, each.stop.since)


def _filling(ahead: Forecast) -> Iterator[Attention]:
    match ahead.outlook():
        case Outlook.FILLS if ahead.full_at is not None:
            yield FillsSoon(ahead.full_at, is_likely=True)
        case Outlook.MAY_FILL if ahead.may_fill_at is not None:
            yield FillsSoon(ahead.may_fill_at, is_likely=False)
        case _:
            pass


def _broken(office: Office, figures: NowFigures) -> Iterator[Attention]:
    for each in figures.doors:
        # A door that was never opened, or is shut for the night, is no fault.
        if each.report is None or not _is_open(office, each.door, figures.now):
            continue
        if not each.is_heard:
            yield DoorSilent(each.door, each.report.reported_at)
            continue
        for device, light in ((Device.CAMERA, each.report.camera), (Device.SCANNER, each.report.scanner)):
            if light is Light.BROKEN:
                yield DeviceBroken(each.door, device)


def _is_open(office: Office, door: DoorId, now: datetime) -> bool:
    areas = (office.areas[area] for area in office.doors[door].serves)
    return any(area.hours.is_open(now, office.time_zone) for area in areas)


def _coming(office: Office, figures: NowFigures) -> Iterator[Attention]:
    """Find the next other cap of the building; a rule that leaves the number as it is changes nothing."""
    now, entered = figures.now, figures.entered_rules
    holds = in_force(office.rules, entered, now).cap.building
    for at in moments_of_change(office.rules, entered, now):
        then = in_force(office.rules, entered, at).cap.building
        if at - now <= RULES_AHEAD and then != holds:
            yield CapChanges(at, holds, then)
            return
