"""How long it is known who comes, and how much of it is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.instant import midnight
from kiosk.core.office import Office


@dataclass(frozen=True, slots=True)
class PeopleKept:
    """How many people something is known of, and of how many each part of it.

    `oldest` is when the earliest of their appointments starts, None where there are no people; `overdue` is
    how many of them should have been deleted by now.
    """

    people: int
    names: int
    contacts: int
    addresses: int
    needs: int
    company: int
    oldest: datetime | None
    overdue: int


def people_since(office: Office, now: datetime) -> datetime:
    """Return from when on (aware) it is known who comes to an appointment, as the office sets it."""
    today = now.astimezone(office.time_zone).date()
    return midnight(today - timedelta(days=office.people_kept_days), office.time_zone)
