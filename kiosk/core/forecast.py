"""How full it will be: the appointments of the day, who is inside now, and what earlier days taught.

How the numbers come about stands in `kiosk.core.crowd`, what is said of other days in
`kiosk.core.booking_outlook`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.crowd import LIKELY_FULL, STEP, Crowd, Expected, cap_at, standing, times_after, walk_ins
from kiosk.core.experience import Experience
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId, Office
from kiosk.core.presence import Presences

PERHAPS_FULL = 0.2
"""From this chance on it may be full."""

WARNED_BEFORE = timedelta(minutes=60)
"""How long before it fills there is still time to act: to move appointments, or to open a room."""


class Outlook(Enum):
    """Whether somebody should act."""

    ROOM = "room"
    MAY_FILL = "may_fill"
    FILLS = "fills"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected from `now` until closing; `area` is None for the building. The first step is now."""

    now: datetime
    area: AreaId | None
    steps: tuple[Expected, ...]

    @property
    def full_at(self) -> datetime | None:
        """When it will probably be full."""
        return self._from_chance(LIKELY_FULL)

    @property
    def may_fill_at(self) -> datetime | None:
        """When it may be full, in one case of five."""
        return self._from_chance(PERHAPS_FULL)

    @property
    def busiest(self) -> Expected:
        """The step with the most people, the first of several."""
        return max(self.steps, key=lambda step: step.people)

    def outlook(self, within: timedelta = WARNED_BEFORE) -> Outlook:
        """Say whether it fills so soon that somebody should act now."""
        if self.steps[0].full >= LIKELY_FULL:
            return Outlook.FULL
        until = self.now + within
        if self.full_at is not None and self.full_at <= until:
            return Outlook.FILLS
        if self.may_fill_at is not None and self.may_fill_at <= until:
            return Outlook.MAY_FILL
        return Outlook.ROOM

    def _from_chance(self, chance: float) -> datetime | None:
        return next((step.at for step in self.steps if step.full >= chance), None)


@dataclass(frozen=True, slots=True)
class DayAhead:
    """What a forecast of the running day knows.

    `booked` are the appointments of the day, `came` those of them whose parties have come already.
    """

    office: Office
    booked: tuple[Appointment, ...]
    came: frozenset[AppointmentId]
    house: House
    experience: Experience


def forecast(day: DayAhead, now: datetime, area: AreaId | None = None, step: timedelta = STEP) -> Forecast:
    """Return what is expected from `now` (aware) until closing, in the building or in one area."""
    now = in_utc(now)
    crowd = _crowd_of_today(day, now).of(area)
    inside = day.house.inside if area is None else day.house.inside_area(area)
    cap = cap_at(day.office, area, now, day.house.entered_rules)
    is_full = cap is not None and inside >= cap
    is_above = cap is not None and inside > cap
    is_now = Expected(now, cap, inside, inside, inside, float(is_full), float(is_above))
    closes_at = closing(day.office, now, area)
    later = times_after(now, now if closes_at is None else closes_at, step)
    expected = (crowd.expected(at, cap_at(day.office, area, at, day.house.entered_rules)) for at in later)
    return Forecast(now, area, (is_now, *expected))


def closing(office: Office, now: datetime, area: AreaId | None = None) -> datetime | None:
    """Return when the building or the area closes for the day of `now`; None where it has closed already."""
    day = now.astimezone(office.time_zone).date()
    areas = [each for each in office.areas.values() if area in (None, each.id)]
    ends = [
        in_utc(datetime.combine(day, span.end, tzinfo=office.time_zone))
        for each in areas
        for span in each.hours.on(day)
    ]
    return max((end for end in ends if end > now), default=None)


def _crowd_of_today(day: DayAhead, now: datetime) -> Crowd:
    presences = Presences(day.office, day.experience)
    appointments = {each.id: each for each in day.booked}
    in_line = {place.appointment for place in day.house.line}
    to_come = (each for each in standing(day.booked) if each.id not in day.came and each.id not in in_line)
    return Crowd(
        inside_now=tuple(presences.inside_now(day.house, appointments, now)),
        likely=(
            *(presences.waiting(place, appointments, now) for place in day.house.line),
            *(presences.booked(each, now) for each in to_come),
        ),
        walk_ins=tuple(walk_ins(day.office, day.experience, presences, now, now)),
        unevenness=day.experience.unevenness,
    )
