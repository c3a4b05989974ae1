from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kiosk.core.appointment import AppointmentId
from kiosk.core.day_end import day_is_over, end_of_day
from kiosk.core.events import (
    AdmissionStopped,
    ClockConfirmed,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Entered,
    Event,
    Happening,
    Queued,
)
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, Wording
from kiosk.core.staff_events import SignedIn

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2021, 9, 20, 15, 0, tzinfo=UTC)
AREA = AreaId("reception")


def events(*happenings: Happening, at: datetime = EVENING) -> list[Event]:
    return [
        Event(EventId(f"{at:%H}-{index}"), at, None, None, what, None)
        for index, what in enumerate(happenings)
    ]


def house_at_closing_time() -> House:
    return fold(
        events(
            Entered(VisitId("a"), AppointmentId("a"), AREA, 2, EVENING, None),
            Queued(1, AppointmentId("b"), AREA, 1, EVENING),
            Corrected(AREA, -1, CorrectedBecause.RECOUNT),
            AdmissionStopped(None, Wording((("de", "Übung"),))),
        )
    )


def test_the_end_of_the_day_leaves_nobody_inside_and_nobody_waiting() -> None:
    house = house_at_closing_time()
    closed = fold(events(*end_of_day(house), at=EVENING + timedelta(hours=1)), house)
    assert closed.inside == 0
    assert closed.visits == ()
    assert closed.line == ()
    assert closed.corrections == MappingProxyType({})
    assert closed.last_number == 0


def test_everything_left_open_is_settled_by_an_event_of_its_own() -> None:
    assert len(end_of_day(house_at_closing_time())) == 4
    assert end_of_day(EMPTY_HOUSE) == (DayEnded(),)


def test_a_stop_of_admission_outlasts_the_day() -> None:
    house = house_at_closing_time()
    assert fold(events(*end_of_day(house)), house).stops == house.stops


def test_the_day_is_over_at_midnight_of_the_office_and_not_of_utc() -> None:
    late = fold(events(DayEnded(), at=datetime(2021, 9, 20, 21, 59, tzinfo=UTC)))
    assert not day_is_over(late, datetime(2021, 9, 20, 21, 59, 59, tzinfo=UTC), BERLIN)
    assert day_is_over(late, datetime(2021, 9, 20, 22, 0, tzinfo=UTC), BERLIN)


def test_a_house_without_events_has_no_day_to_end() -> None:
    assert not day_is_over(EMPTY_HOUSE, EVENING, BERLIN)


def test_a_confirmed_clock_is_believed_from_then_on() -> None:
    a_year_ahead = EVENING + timedelta(days=365)
    house = fold(events(DayEnded(), at=a_year_ahead))
    assert house.latest_at == a_year_ahead
    assert fold(events(DayEnded()), house).latest_at == a_year_ahead
    assert fold(events(ClockConfirmed()), house).latest_at == EVENING


def test_to_sign_in_early_does_not_stand_for_the_end_of_yesterday() -> None:
    morning = EVENING + timedelta(hours=14)
    house = fold(events(SignedIn(StaffId("berger")), at=morning), house_at_closing_time())
    assert day_is_over(house, morning, BERLIN)
