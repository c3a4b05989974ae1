"""When an area's rooms are free: the times that the phone desk offers.

The times of a room stand still: they begin when the area opens, and after each break, and follow each other
at the length of the room's appointments. What is booked takes those that it touches, however long it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.instant import in_utc
from kiosk.core.office import Area, RoomId
from kiosk.core.opening_hours import Span

# An instant before an appointment is over it still goes on.
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time: `rooms` are those that are free for `length` from `starts_at` (in UTC) on, in order.

    An area without rooms has one unnamed place, which `rooms` calls None.
    """

    starts_at: datetime
    length: timedelta
    rooms: tuple[RoomId | None, ...]

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + self.length


def free_slots(
    area: Area, booked: Iterable[Appointment], day: date, zone: ZoneInfo, room: RoomId | None = None
) -> tuple[Slot, ...]:
    """Return the free times of `area` on `day`, by time and length; with `room`, those of this room alone.

    `booked` are appointments of any area and any time; only those count that take a place here. One without
    a room takes any room that is free, so that for each of them one room less is offered. No slot goes on
    over a change of the clocks: nobody could tell from a letter when it begins or ends.
    """
    taking = [each for each in booked if each.area == area.id and each.status is AppointmentStatus.BOOKED]
    lengths = sorted({area.slot_in(place) for place in _places(area)})
    times = sorted((at, length) for length in lengths for at in _starts(area, day, zone, length))
    slots = (Slot(at, length, _free(area, taking, at, length)) for at, length in times)
    wanted = (slot if room is None else _only(slot, room) for slot in slots)
    return tuple(slot for slot in wanted if slot.rooms)


def is_slot(area: Area, starts_at: datetime, room: RoomId | None, zone: ZoneInfo) -> bool:
    """Say whether an appointment may begin in `room` at `starts_at` (aware), whatever is booked then."""
    day = in_utc(starts_at).astimezone(zone).date()
    return room in _places(area) and in_utc(starts_at) in set(_starts(area, day, zone, area.slot_in(room)))


def nearest(slots: Iterable[Slot], wanted: datetime, count: int) -> tuple[Slot, ...]:
    """Return the `count` slots that begin nearest to `wanted` (aware), by time."""
    apart = sorted(slots, key=lambda slot: (abs(slot.starts_at - in_utc(wanted)), slot.starts_at))
    return tuple(sorted(apart[:count], key=lambda slot: slot.starts_at))


def overlap(appointment: Appointment, starts_at: datetime, length: timedelta) -> bool:
    """Say whether an appointment goes on at some time of [starts_at, starts_at + length)."""
    begins = in_utc(appointment.starts_at)
    return begins < in_utc(starts_at) + length and in_utc(starts_at) < begins + appointment.duration


def _places(area: Area) -> tuple[RoomId | None, ...]:
    return tuple(room.id for room in area.rooms) or (None,)


def _only(slot: Slot, room: RoomId) -> Slot:
    return Slot(slot.starts_at, slot.length, tuple(each for each in slot.rooms if each == room))


def _free(
    area: Area, taking: Sequence[Appointment], at: datetime, length: timedelta
) -> tuple[RoomId | None, ...]:
    """Return the places for appointments of `length` that are free; the last go to who has no room yet."""
    places = _places(area)
    meanwhile = [each for each in taking if overlap(each, at, length)]
    taken = {each.room for each in meanwhile if each.room in places}
    anywhere = sum(1 for each in meanwhile if each.room not in places)
    free = [place for place in places if place not in taken]
    kept = free[: max(0, len(free) - anywhere)]
    return tuple(place for place in kept if area.slot_in(place) == length)


def _starts(area: Area, day: date, zone: ZoneInfo, length: timedelta) -> Iterator[datetime]:
    for span in _without(area.hours.on(day), area.breaks):
        # A clock at the wall knows no date: both ends are reckoned on the same day.
        at, end = (datetime.combine(day, each) for each in (span.start, span.end))
        while at + length <= end:
            starts_at = in_utc(at.replace(tzinfo=zone))
            last = starts_at + length - _INSTANT
            if _at_the_wall(starts_at, zone) == at and _at_the_wall(last, zone) == at + length - _INSTANT:
                yield starts_at
            at += length


def _at_the_wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _without(spans: Iterable[Span], breaks: Iterable[Span]) -> list[Span]:
    left = list(spans)
    for pause in breaks:
        left = [piece for span in left for piece in _cut(span, pause)]
    return left


def _cut(span: Span, pause: Span) -> Iterator[Span]:
    """Yield what is left of `span` before and after `pause`."""
    if span.start < pause.start:
        yield Span(span.start, min(span.end, pause.start))
    if pause.end < span.end:
        yield Span(max(span.start, pause.end), span.end)
