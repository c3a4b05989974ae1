"""How likely somebody is inside at a time: who is inside now, who waits, who is booked, who may walk in.

All chances are counted from what was measured (`kiosk.core.experience`), with no shape assumed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TypeAlias

from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.experience import Experience
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import House, Place, Visit
from kiosk.core.office import Area, AreaId, Office
from kiosk.core.quantiles import Quantiles

QUARTER = timedelta(minutes=15)

# For an area that the office's file no longer names.
_ASSUMED_STAY = timedelta(minutes=30)

Chance: TypeAlias = Callable[[datetime], float]
"""How likely (0 to 1) a party is inside at a time."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A party that may be inside, and how likely it is."""

    area: AreaId
    people: float
    chance: Chance


@dataclass(frozen=True, slots=True)
class WalkIns:
    """How many people who come without an appointment are expected to be inside an area at a time."""

    area: AreaId
    people: Callable[[datetime], float]


class Presences:
    """How visits begin and last in this office, by experience; what was reckoned once is remembered."""

    def __init__(self, office: Office, experience: Experience) -> None:
        """Take what earlier days taught."""
        self._office = office
        self._experience = experience
        self._of_booked = cache(self._reckon_booked)

    def inside_now(
        self, house: House, appointments: Mapping[AppointmentId, Appointment], now: datetime
    ) -> Iterator[Likely]:
        """Give who is inside at `now` (in UTC).

        People whom no visit accounts for, or who left without theirs, spread over the visits of their area.
        """
        for area in sorted({visit.area for visit in house.visits} | set(house.corrections)):
            inside = house.inside_area(area)
            visits = [visit for visit in house.visits if visit.area == area]
            visiting = sum(visit.party for visit in visits)
            if not visiting:
                yield Likely(area, inside, _surely)
            for visit in visits:
                yield Likely(area, visit.party * inside / visiting, self._goes_on(visit, appointments, now))

    def waiting(
        self, place: Place, appointments: Mapping[AppointmentId, Appointment], now: datetime
    ) -> Likely:
        """Return who stands in the line at `now` (in UTC): inside from then on, if there were room."""
        booked = None if place.appointment is None else appointments.get(place.appointment)
        if booked is None:
            stay, lasts = self._stay_without_appointment(place.area)
            return Likely(place.area, place.party, _lasting(stay, now, lasts))
        begun = max(now, in_utc(booked.starts_at))
        stay = self._experience.shares_of(place.area)
        return Likely(place.area, place.party, _lasting(stay, begun, booked.duration.total_seconds()))

    def booked(self, each: Appointment, now: datetime | None) -> Likely:
        """Return a party that is expected and has not come by `now` (in UTC); None: its day is not yet."""
        starts_at = in_utc(each.starts_at)
        since = None if now is None else (now - starts_at).total_seconds()
        if since is not None and since < self._experience.lateness.values[0]:
            since = None

        def chance(at: datetime) -> float:
            return self._of_booked(each.area, each.duration, since, (at - starts_at).total_seconds())

        return Likely(each.area, each.party, chance)

    def _reckon_booked(self, area: AreaId, duration: timedelta, since: float | None, lag: float) -> float:
        """Return how likely a party is inside `lag` seconds after its appointment begins.

        `since` is how long after that it had not come yet. The later that is, the likelier it stays away.
        """
        lateness, away = self._experience.lateness.values, self._experience.away
        still = lateness if since is None else [late for late in lateness if late > since]
        coming = (1 - away) * len(still) / len(lateness)
        if not coming:
            return 0.0
        stay, lasts = self._experience.shares_of(area), duration.total_seconds()
        # Whoever is early is served when the appointment begins, and not before.
        inside = sum(stay.share_above((lag - max(late, 0)) / lasts) for late in still if late <= lag)
        return coming / (coming + away) * inside / len(still)

    def walk_ins(self, area: Area, quarters: Mapping[datetime, float]) -> WalkIns:
        """Return who comes to `area` without an appointment, by the people who come in from each time on."""
        stay, lasts = self._stay_without_appointment(area.id)

        @cache
        def after_coming(lag: timedelta) -> float:
            return stay.share_above(lag.total_seconds() / lasts)

        def people(at: datetime) -> float:
            return sum(
                came * after_coming(max(at - begins - QUARTER / 2, timedelta(0)))
                for begins, came in quarters.items()
                if begins + QUARTER / 2 <= at
            )

        return WalkIns(area.id, people)

    def _goes_on(
        self, visit: Visit, appointments: Mapping[AppointmentId, Appointment], now: datetime
    ) -> Chance:
        booked = None if visit.appointment is None else appointments.get(visit.appointment)
        if booked is None:
            stay, lasts = self._stay_without_appointment(visit.area)
            begun = visit.entered_at
        else:
            stay, lasts = self._experience.shares_of(visit.area), booked.duration.total_seconds()
            begun = visit.expected_end - booked.duration
        chance, until_now = _lasting(stay, begun, lasts), _lasting(stay, begun, lasts)(now)
        # Longer than any visit before: it was perhaps not seen leaving, and counts until somebody settles it.
        return (lambda at: chance(at) / until_now) if until_now else _surely

    def _stay_without_appointment(self, area: AreaId) -> tuple[Quantiles, float]:
        """Return how long such a stay is, and in which unit (seconds)."""
        measured = self._experience.stays.get(area)
        if measured is not None:
            return measured, 1.0
        known = self._office.areas.get(area)
        usual = _ASSUMED_STAY if known is None else known.usual_stay
        return self._experience.shares_of(area), usual.total_seconds()


def _lasting(stay: Quantiles, begun: datetime, lasts: float) -> Chance:
    return lambda at: stay.share_above((at - begun).total_seconds() / lasts)


def _surely(_at: datetime) -> float:
    return 1.0
