"""Free times: those of the office's hours, less what is booked; the laws hold for any hours and bookings."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.office import Area, RoomId
from kiosk.core.opening_hours import OpeningHours, Span
from kiosk.core.slots import Slot, free_slots, is_slot, nearest, overlap
from tests.building import (
    BENEFITS,
    BERLIN,
    CASES,
    MONDAY,
    an_appointment,
    an_area,
    at,
    hours,
    minutes,
    spans,
)

SPRING = date(2022, 3, 27)
AUTUMN = date(2021, 10, 31)
FIRST, SECOND, LONG = RoomId("benefits-1"), RoomId("benefits-2"), RoomId("benefits-long")


def an_area_of(*rooms: tuple[RoomId, float | None], every_day: str = "08:00-10:00", pause: str = "") -> Area:
    """Return an area with these rooms and their lengths in minutes, 30 where none is given."""
    area = an_area(opening=hours(every_day))
    made = tuple(
        replace(area.rooms[0], id=id_, slot=None if length is None else minutes(length))
        for id_, length in rooms
    )
    return replace(area, rooms=made, breaks=spans(pause) if pause else ())


ONE_ROOM = an_area_of((FIRST, None))
TWO_ROOMS = an_area_of((FIRST, None), (SECOND, None))


def offered(area: Area, *booked: Appointment, day: date = MONDAY, room: RoomId | None = None) -> list[str]:
    """Return when something is free, with the rooms."""
    return [
        f"{slot.starts_at.astimezone(BERLIN):%H:%M} {' '.join(str(each) for each in slot.rooms)}"
        for slot in free_slots(area, booked, day, BERLIN, room)
    ]


def booked(clock: str, room: RoomId | None = FIRST, **other: float) -> Appointment:
    return replace(an_appointment(clock, at(clock), **other), room=room)  # type: ignore[arg-type] # numbers all


def test_times_follow_each_other_from_the_opening_until_none_fits_any_more() -> None:
    area = an_area_of((FIRST, 45))
    assert offered(area) == ["08:00 benefits-1", "08:45 benefits-1"]
    (first, _) = free_slots(area, (), MONDAY, BERLIN)
    assert (first.starts_at, first.ends_at) == (at("08:00"), at("08:45"))


def test_nothing_is_offered_in_a_break_and_times_begin_anew_after_it() -> None:
    area = an_area_of((FIRST, None), every_day="08:00-10:00", pause="08:45-09:10")
    assert [each[:5] for each in offered(area)] == ["08:00", "09:10"]


@pytest.mark.parametrize("pause", ["06:00-08:00", "10:00-12:00", "07:00-07:30"])
def test_a_break_outside_of_the_hours_takes_nothing(pause: str) -> None:
    assert offered(an_area_of((FIRST, None), pause=pause)) == offered(ONE_ROOM)


def test_a_break_as_long_as_the_hours_leaves_nothing() -> None:
    assert offered(an_area_of((FIRST, None), pause="07:00-11:00")) == []


def test_a_closed_day_and_a_holiday_offer_nothing() -> None:
    closed = replace(ONE_ROOM, hours=hours(None))
    holiday = replace(ONE_ROOM, hours=hours("08:00-10:00", holidays={MONDAY: "Tag der Muster"}))
    assert offered(closed) == offered(holiday) == []


def test_what_is_booked_takes_the_times_that_it_touches_in_its_room() -> None:
    assert offered(TWO_ROOMS, booked("08:20", duration=20)) == [
        "08:00 benefits-2",
        "08:30 benefits-2",
        "09:00 benefits-1 benefits-2",
        "09:30 benefits-1 benefits-2",
    ]


def test_what_was_cancelled_or_is_elsewhere_takes_nothing() -> None:
    cancelled = booked("08:00", status=AppointmentStatus.CANCELLED)  # type: ignore[arg-type] # no number
    elsewhere = an_appointment("c", at("08:00"), area=CASES)
    assert offered(ONE_ROOM, cancelled, elsewhere) == offered(ONE_ROOM)


def test_who_is_booked_without_a_room_takes_one_of_those_that_are_free() -> None:
    assert offered(TWO_ROOMS, booked("08:00", None)) == [
        "08:00 benefits-1",
        *offered(TWO_ROOMS)[1:],
    ]
    assert offered(TWO_ROOMS, booked("08:00", None), booked("08:00", SECOND)) == offered(TWO_ROOMS)[1:]


def test_a_room_that_the_office_has_no_more_counts_as_none() -> None:
    assert offered(ONE_ROOM, booked("08:00", RoomId("gone"))) == offered(ONE_ROOM)[1:]


def test_rooms_of_other_lengths_have_times_of_their_own() -> None:
    area = an_area_of((FIRST, None), (LONG, 60))
    assert offered(area) == [
        "08:00 benefits-1",
        "08:00 benefits-long",
        "08:30 benefits-1",
        "09:00 benefits-1",
        "09:00 benefits-long",
        "09:30 benefits-1",
    ]


def test_one_room_can_be_asked_for() -> None:
    assert offered(TWO_ROOMS, booked("08:00"), room=FIRST) == [
        f"{each} {FIRST}" for each in ("08:30", "09:00", "09:30")
    ]


def test_an_area_without_rooms_has_one_place() -> None:
    area = an_area_of()
    assert offered(area)[0] == "08:00 None"
    assert offered(area, booked("08:00", None))[0] == "08:30 None"
    assert is_slot(area, at("08:00"), None, BERLIN)


def test_only_the_times_of_the_room_are_slots_of_it() -> None:
    area = an_area_of((FIRST, None), (LONG, 60))
    assert is_slot(area, at("08:30"), FIRST, BERLIN)
    assert not is_slot(area, at("08:30"), LONG, BERLIN)
    assert not is_slot(area, at("08:10"), FIRST, BERLIN)
    assert not is_slot(area, at("08:00"), None, BERLIN)
    assert not is_slot(area, at("08:00"), RoomId("gone"), BERLIN)


def test_the_nearest_times_are_told_in_order() -> None:
    slots = free_slots(ONE_ROOM, (), MONDAY, BERLIN)
    assert [slot.starts_at for slot in nearest(slots, at("09:00"), 3)] == [
        at("08:30"),
        at("09:00"),
        at("09:30"),
    ]
    assert nearest((), at("09:00"), 3) == ()


def test_times_that_touch_do_not_overlap() -> None:
    appointment = booked("09:00", duration=30)
    assert not overlap(appointment, at("08:30"), minutes(30))
    assert not overlap(appointment, at("09:30"), minutes(30))
    assert overlap(appointment, at("09:29"), minutes(1))


def test_the_hour_that_spring_leaves_out_is_not_offered() -> None:
    night = replace(ONE_ROOM, hours=hours("01:00-04:00"))
    assert [each[:5] for each in offered(night, day=SPRING)] == ["01:00", "01:30", "03:00", "03:30"]


def test_the_hour_that_autumn_shows_twice_is_offered_once() -> None:
    night = replace(ONE_ROOM, hours=hours("01:00-04:00"))
    clocks = ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]
    assert [each[:5] for each in offered(night, day=AUTUMN)] == clocks
    starts = [slot.starts_at for slot in free_slots(night, (), AUTUMN, BERLIN)]
    assert starts[4] - starts[3] == timedelta(minutes=90)


def test_nothing_goes_on_over_a_change_of_the_clocks() -> None:
    night = replace(an_area_of((FIRST, 60)), hours=hours("01:30-05:00"))
    assert [each[:5] for each in offered(night, day=SPRING)] == ["03:30"]
    assert [each[:5] for each in offered(night, day=AUTUMN)] == ["01:30", "03:30"]


CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from((0, 10, 15, 30, 45)))
SPANS = st.builds(lambda ends: Span(*sorted(ends)), st.tuples(CLOCKS, CLOCKS).filter(lambda e: e[0] != e[1]))
DAYS = st.sampled_from((MONDAY, SPRING, AUTUMN))
LENGTHS = st.sampled_from((None, 10, 25, 60, 90))


@st.composite
def areas(draw: st.DrawFn) -> Area:
    opening = OpeningHours(
        weekly={weekday: tuple(draw(st.lists(SPANS, max_size=1))) for weekday in range(7)},
        exceptions={},
        holidays=draw(st.sampled_from(({}, {MONDAY: "Tag der Muster"}))),
    )
    lengths = draw(st.lists(LENGTHS, max_size=3))
    rooms = [(RoomId(f"room-{number}"), length) for number, length in enumerate(lengths)]
    made = an_area_of(*rooms)
    return replace(made, hours=opening, breaks=tuple(draw(st.lists(SPANS, max_size=2))))


@st.composite
def bookings(draw: st.DrawFn, area: Area, day: date) -> list[Appointment]:
    midnight = at("00:00", day)
    rooms = st.sampled_from([None, *(room.id for room in area.rooms)])
    return [
        replace(
            an_appointment(str(number), midnight + minutes(draw(st.integers(-120, 1600)))),
            area=draw(st.sampled_from((BENEFITS, BENEFITS, CASES))),
            room=draw(rooms),
            duration=minutes(draw(st.integers(1, 120))),
            status=draw(st.sampled_from(tuple(AppointmentStatus))),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


def moments(slot: Slot) -> list[datetime]:
    """Return times of a slot, its first and its very last among them."""
    last = slot.ends_at - timedelta(microseconds=1)
    return [slot.starts_at, *(slot.starts_at + minutes(each) for each in range(0, 90, 15)), last]


@given(st.data(), DAYS)
def test_no_slot_lies_outside_of_the_hours_in_a_break_or_on_a_holiday(data: st.DataObject, day: date) -> None:
    area = data.draw(areas())
    for slot in free_slots(area, (), day, BERLIN):
        for moment in (each for each in moments(slot) if each < slot.ends_at):
            local = moment.astimezone(BERLIN)
            assert local.date() == day
            assert area.hours.is_open(moment, BERLIN)
            assert not any(pause.start <= local.time() < pause.end for pause in area.breaks)
        assert day not in area.hours.holidays


@given(st.data(), DAYS)
def test_no_slot_overlaps_a_booking_of_its_room(data: st.DataObject, day: date) -> None:
    area = data.draw(areas())
    appointments = data.draw(bookings(area, day))
    for slot in free_slots(area, appointments, day, BERLIN):
        for room in slot.rooms:
            in_the_way = [
                each
                for each in appointments
                if each.area == area.id
                and each.status is AppointmentStatus.BOOKED
                and each.room == room
                and overlap(each, slot.starts_at, slot.length)
            ]
            assert not in_the_way


@given(st.data(), DAYS)
def test_as_many_are_booked_at_once_as_there_are_rooms_and_never_two_in_one(
    data: st.DataObject, day: date
) -> None:
    area = data.draw(areas())
    appointments: list[Appointment] = []
    for number in range(6):
        slots = free_slots(area, appointments, day, BERLIN)
        if not slots:
            break
        slot = data.draw(st.sampled_from(slots))
        new = an_appointment(str(number), slot.starts_at, duration=slot.length / minutes(1))
        appointments.append(replace(new, room=data.draw(st.sampled_from(slot.rooms))))
    for each in appointments:
        meanwhile = [other.room for other in appointments if overlap(other, each.starts_at, minutes(1))]
        assert len(meanwhile) == len(set(meanwhile))
