"""What the visitor's screen shows of the house while nobody scans: frozen values, and how they are made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.core.house_rules import MaskRule
from kiosk.core.occupancy import House
from kiosk.core.office import Area, Door, Office, Wording
from kiosk.core.opening_hours import Span
from kiosk.core.rules_in_force import rules_at


@dataclass(frozen=True, slots=True)
class HouseView:
    """The house as one door shows it.

    `inside`, `cap`, `unclear` and `waiting` count people: `unclear` are those whose visit should have ended
    long ago, `waiting` those who stand in the line for the areas of this door. `called` are the numbers that
    may come in now, the lowest first. `opens_next` is None while it is open, and when no opening is known.
    `stopped` is the staff's message while admission is stopped. `today` is the day at the door.
    """

    inside: int
    cap: int
    unclear: int
    waiting: int
    called: tuple[int, ...]
    mask: MaskRule
    open_now: bool
    hours_today: tuple[Span, ...]
    opens_next: datetime | None
    stopped: Wording | None
    today: date
    in_service: bool = True


def house_view(house: House, office: Office, door: Door, now: datetime) -> HouseView:
    """Return what `door` shows of `house` at `now` (aware)."""
    rules, zone = rules_at(office, house, now), office.time_zone
    today = now.astimezone(zone).date()
    areas = [office.areas[area] for area in door.serves]
    open_now = any(area.hours.is_open(now, zone) for area in areas)
    line = [place for place in house.line if place.area in door.serves]
    stop = house.stop_at(door.id)
    return HouseView(
        inside=house.inside,
        cap=rules.cap.building,
        unclear=sum(visit.party for visit in house.overdue(now, office.habits.overdue)),
        waiting=sum(place.party for place in line),
        called=tuple(sorted(place.number for place in line if place.kept_until is not None)),
        mask=rules.mask,
        open_now=open_now,
        hours_today=_joined(span for area in areas for span in area.hours.on(today)),
        opens_next=None if open_now else _next_opening(areas, office, now),
        stopped=None if stop is None else stop.message,
        today=today,
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in which at least one of `spans` holds."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Span(last.start, max(last.end, span.end)))
        else:
            joined.append(span)
    return tuple(joined)


def _next_opening(areas: Iterable[Area], office: Office, now: datetime) -> datetime | None:
    openings = [area.hours.next_opening(now, office.time_zone) for area in areas]
    return min((opening for opening in openings if opening is not None), default=None)
