"""What is expected on another day, by its appointments alone, and what one more appointment would do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.core.appointment import Appointment
from kiosk.core.crowd import LIKELY_FULL, Crowd, Expected, cap_at, standing, times_after, walk_ins
from kiosk.core.entered_rules import EnteredRules
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


@dataclass(frozen=True, slots=True)
class AnotherDay:
    """What is known of another day; `entered` are the rules beside those of the office's file."""

    office: Office
    entered: Sequence[EnteredRules]
    booked: Sequence[Appointment]
    experience: Experience


def one_more(day: AnotherDay, wanted: Appointment) -> OneMore:
    """Return what one more appointment would do on its day, beside those that are booked."""
    starts_at = in_utc(wanted.starts_at)
    presences = Presences(day.office, day.experience)
    crowd = _crowd_of(day, presences, starts_at)
    more = replace(crowd, likely=(*crowd.likely, presences.booked(wanted, None)))
    times = (starts_at, *times_after(starts_at, starts_at + wanted.duration))

    def cap_then(area: AreaId | None, at: datetime) -> int | None:
        return cap_at(day.office, area, at, day.entered)

    def fullest(of: Crowd, area: AreaId | None) -> Expected:
        moments = [of.of(area).expected(at, cap_then(area, at)) for at in times]
        return max(moments, key=lambda moment: (moment.over, moment.people))

    has_cap = any(cap_then(wanted.area, at) is not None for at in times)
    return OneMore(
        before=fullest(crowd, None),
        after=fullest(more, None),
        area_before=fullest(crowd, wanted.area) if has_cap else None,
        area_after=fullest(more, wanted.area) if has_cap else None,
    )


def _crowd_of(day: AnotherDay, presences: Presences, at: datetime) -> Crowd:
    return Crowd(
        inside_now=(),
        likely=tuple(presences.booked(each, None) for each in standing(day.booked)),
        walk_ins=tuple(walk_ins(day.office, day.experience, presences, at, None)),
        unevenness=day.experience.unevenness,
    )
