"""What wants attention, in words: how urgent it is, what is the matter, and what to do."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import assert_never

from kiosk.core.figures.attention import (
    AboveCap,
    Attention,
    CapChanges,
    CountBelowZero,
    DeviceBroken,
    DoorHeld,
    DoorSilent,
    ExitsUnmatched,
    FillsSoon,
    HelpUnanswered,
    VisitsUnclear,
)
from kiosk.core.office import AreaId, DoorId, Office
from kiosk.core.self_test import Device
from kiosk.web.words import Words


class Urgency(Enum):
    """How soon somebody has to do something."""

    URGENT = "urgent"
    SOON = "soon"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the list."""

    urgency: Urgency
    what: str
    to_do: str


def task_of(wanted: Attention, office: Office, words: Words, now: datetime) -> Task:
    """Put what wants attention at `now` into words."""
    match wanted:
        case HelpUnanswered(door, since):
            name = door_name(office, door, words)
            return _task(words, Urgency.URGENT, "help", door=name, time=words.when(since, now))
        case DoorHeld() | DoorSilent() | DeviceBroken():
            return _of_door(wanted, office, words, now)
        case CountBelowZero(area, missing):
            name = area_name(office, area, words)
            return _task(words, Urgency.URGENT, "count_below_zero", area=name, n=missing)
        case AboveCap(area, above):
            if area is None:
                return _task(words, Urgency.URGENT, "above_cap", n=above)
            name = area_name(office, area, words)
            return _task(words, Urgency.URGENT, "above_area_cap", area=name, n=above)
        case VisitsUnclear(area, people):
            name = area_name(office, area, words)
            return _task(words, Urgency.SOON, "visits_unclear", area=name, n=people)
        case ExitsUnmatched(people):
            return _task(words, Urgency.NOTE, "exits_unmatched", n=people)
        case FillsSoon(at, is_likely):
            key = "fills" if is_likely else "may_fill"
            return _task(words, Urgency.SOON, key, "fills_do", time=words.when(at, now))
        case CapChanges(at, holds, then):
            key = "cap_rises" if then > holds else "cap_falls"
            return _task(words, Urgency.NOTE, key, when=words.moment(at), now=holds, n=then)
        case _ as never:
            assert_never(never)


def _of_door(
    wanted: DoorHeld | DoorSilent | DeviceBroken, office: Office, words: Words, now: datetime
) -> Task:
    if wanted.door is None:
        time = words.when(wanted.since, now)
        return _task(words, Urgency.URGENT, "all_doors_held", "door_held_do", time=time)
    door = door_name(office, wanted.door, words)
    match wanted:
        case DoorHeld(_, since):
            return _task(words, Urgency.URGENT, "door_held", door=door, time=words.when(since, now))
        case DoorSilent(_, since):
            return _task(words, Urgency.SOON, "door_silent", door=door, time=words.when(since, now))
        case DeviceBroken(_, device):
            key = "camera_broken" if device is Device.CAMERA else "scanner_broken"
            return _task(words, Urgency.SOON, key, "device_broken_do", door=door)
        case _ as never:
            assert_never(never)


def _task(words: Words, urgency: Urgency, key: str, do: str | None = None, **values: object) -> Task:
    to_do = words.text(f"attention.{do or key + '_do'}")
    return Task(urgency, words.text(f"attention.{key}", **values), to_do)


def area_name(office: Office, area: AreaId, words: Words) -> str:
    """Return the name of an area; one that the file names no longer is shown by its short name."""
    known = office.areas.get(area)
    return area if known is None else known.name.in_language(words.language)


def door_name(office: Office, door: DoorId, words: Words) -> str:
    """Return the name of a door; one that the file names no longer is shown by its short name."""
    known = office.doors.get(door)
    return door if known is None else known.name.in_language(words.language)
