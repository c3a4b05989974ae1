"""What the phone desk can offer: free times from a day on, and those nearest to one that cannot be had."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.desk_orders import Offer, Offered, Wanted
from kiosk.core.instant import in_utc, midnight
from kiosk.core.office import Area, Office
from kiosk.core.slots import Slot, free_slots
from kiosk.gate.agree import Outlook
from kiosk.ledger.ledger import Ledger

LEAST_OFFERED = 12
"""Days are added until there are so many times: more than a desk reads out, and soon read."""

_NEAREST = 3
_LOOKED_AROUND = 7
_A_DAY = timedelta(days=1)
_NOBODY = AppointmentId("")


def offer(
    ledger: Ledger, office: Office, wanted: Wanted, since: date, now: datetime, outlook: Outlook
) -> Offer:
    """Return the free times from the day `since` on, as far ahead as the office books. Raises LedgerError."""
    first = max(since, now.astimezone(office.time_zone).date())
    last = now.astimezone(office.time_zone).date() + timedelta(days=office.desk.days)
    area = office.areas.get(wanted.area)
    times: list[Offered] = []
    day = first
    while area is not None and day <= last and len(times) < LEAST_OFFERED:
        booked = _booked_about(ledger, office, day, wanted)
        times += [
            _offered(office, booked, wanted, slot, outlook)
            for slot in free_slots(area, booked, day, office.time_zone, wanted.room)
            if slot.starts_at > now
        ]
        day += _A_DAY
    return Offer(wanted, first, day, tuple(times))


def nearest(
    ledger: Ledger, office: Office, wanted: Wanted, at: datetime, now: datetime, outlook: Outlook
) -> tuple[Offered, ...]:
    """Return the free times nearest to `at` at which the house has room, by time. Raises LedgerError."""
    area = office.areas.get(wanted.area)
    if area is None:
        return ()
    found = islice(
        (
            offered
            for slot, booked in _by_distance(ledger, office, area, wanted, in_utc(at))
            if slot.starts_at > now
            for offered in (_offered(office, booked, wanted, slot, outlook),)
            if offered.house.fits
        ),
        _NEAREST,
    )
    return tuple(sorted(found, key=lambda each: each.slot.starts_at))


def _by_distance(
    ledger: Ledger, office: Office, area: Area, wanted: Wanted, at: datetime
) -> Iterator[tuple[Slot, Sequence[Appointment]]]:
    day = at.astimezone(office.time_zone).date()
    around = [day + timedelta(days=each) for each in range(-_LOOKED_AROUND, _LOOKED_AROUND + 1)]
    found = [
        (slot, booked)
        for each in around
        for booked in (_booked_about(ledger, office, each, wanted),)
        for slot in free_slots(area, booked, each, office.time_zone, wanted.room)
    ]
    return iter(sorted(found, key=lambda pair: (abs(pair[0].starts_at - at), pair[0].starts_at)))


def _booked_about(ledger: Ledger, office: Office, day: date, wanted: Wanted) -> list[Appointment]:
    begins = in_utc(midnight(day, office.time_zone))
    # From the day before: an appointment may go on over midnight.
    about = ledger.appointments(begins - _A_DAY, begins + 2 * _A_DAY)
    return [
        each for each in about if each.status is AppointmentStatus.BOOKED and each.id != wanted.instead_of
    ]


def _offered(
    office: Office, booked: Sequence[Appointment], wanted: Wanted, slot: Slot, outlook: Outlook
) -> Offered:
    zone = office.time_zone
    day = slot.starts_at.astimezone(zone).date()
    this = Appointment(
        id=_NOBODY,
        external_id="",
        area=wanted.area,
        room=slot.rooms[0],
        starts_at=slot.starts_at,
        duration=slot.length,
        party=wanted.party,
        status=AppointmentStatus.BOOKED,
        language="",
    )
    of_the_day = [each for each in booked if each.starts_at.astimezone(zone).date() == day]
    return Offered(slot, outlook(of_the_day, this))
