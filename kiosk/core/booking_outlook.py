"""What is expected on another day, by its appointments alone, and what one more appointment would do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.core.appointment import Appointment
from kiosk.core.crowd import LIKELY_FULL, Crowd, Expected, cap_at, standing, times_after, walk_ins
from kiosk.core.experience import Experience
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, Office
from kiosk.core.presence import Presences


@dataclass(frozen=True, slots=True)
class OneMore:
    """The fullest moment while one more party would be inside, without it and with it.

    `area_before` and `area_after` are None where the area has no cap of its own.
    """

    before: Expected
    after: Expected
    area_before: Expected | None
    area_after: Expected | None

    @property
    def fits(self) -> bool:
        """Whether there is probably room for it."""
        return self.after.over < LIKELY_FULL and (
            self.area_after is None or self.area_after.over < LIKELY_FULL
        )


def expected_on(
    office: Office,
    booked: Iterable[Appointment],
    experience: Experience,
    at: datetime,
    area: AreaId | None = None,
) -> Expected:
    """Return what is expected at a time of another day by its appointments."""
    at = in_utc(at)
    crowd = _crowd_of_another_day(office, booked, experience, at).of(area)
    return crowd.expected(at, cap_at(office, area, at))


def one_more(
    office: Office, booked: Iterable[Appointment], experience: Experience, wanted: Appointment
) -> OneMore:
    """Return what one more appointment would do on its day, beside those that are `booked`."""
    starts_at = in_utc(wanted.starts_at)
    crowd = _crowd_of_another_day(office, booked, experience, starts_at)
    more = replace(crowd, likely=(*crowd.likely, Presences(office, experience).booked(wanted, None)))
    times = (starts_at, *times_after(starts_at, starts_at + wanted.duration))

    def fullest(of: Crowd, area: AreaId | None) -> Expected:
        moments = [of.of(area).expected(at, cap_at(office, area, at)) for at in times]
        return max(moments, key=lambda moment: (moment.over, moment.people))

    has_cap = any(cap_at(office, wanted.area, at) is not None for at in times)
    return OneMore(
        before=fullest(crowd, None),
        after=fullest(more, None),
        area_before=fullest(crowd, wanted.area) if has_cap else None,
        area_after=fullest(more, wanted.area) if has_cap else None,
    )


def _crowd_of_another_day(
    office: Office, booked: Iterable[Appointment], experience: Experience, at: datetime
) -> Crowd:
    presences = Presences(office, experience)
    return Crowd(
        inside_now=(),
        likely=tuple(presences.booked(each, None) for each in standing(booked)),
        walk_ins=tuple(walk_ins(office, experience, presences, at, None)),
        unevenness=experience.unevenness,
    )
