from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.door_events import (
    BookingSearched,
    CallWithdrawn,
    CountedOut,
    CountRestored,
    EntryWithdrawn,
    LetIn,
    MaskExempted,
    MaskExemptionWithdrawn,
    NumberWithdrawn,
    PutBack,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    AskedAgain,
    Called,
    ClockConfirmed,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Exited,
    ExitUnmatched,
    Happening,
    RulesChanged,
    Settled,
    SettledBecause,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, VisitId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId
from tests.building import (
    BENEFITS,
    BERLIN,
    CASES,
    EMERGENCY,
    MAIN_DOOR,
    NO_MASK,
    SIDE_DOOR,
    YOUTH,
    a_house,
    an_event,
    at,
    entered,
    minutes,
    queued,
    wording,
)

FIRE_DRILL, LUNCH = wording("Übung"), wording("Mittag")


def exited(name: str, party: int = 1, area: AreaId = BENEFITS) -> Exited:
    return Exited(VisitId(name), AppointmentId(name), area, party)


def settled(name: str, because: SettledBecause = SettledBecause.SEEN_LEAVING) -> Settled:
    return Settled(VisitId(name), AppointmentId(name), BENEFITS, 1, because)


def recount(change: int, area: AreaId = BENEFITS) -> Corrected:
    return Corrected(area, change, CorrectedBecause.RECOUNT)


def after_times(*happened: tuple[datetime, Happening], house: House = EMPTY_HOUSE) -> House:
    return fold((an_event(what, when) for when, what in happened), house)


def test_the_party_counts_and_not_the_letter() -> None:
    house = a_house(entered("a", 3), entered("b", 2, area=CASES))
    assert house.inside == 5
    assert (house.inside_area(BENEFITS), house.inside_area(CASES)) == (3, 2)


def test_who_leaves_is_counted_out_with_the_whole_party() -> None:
    house = a_house(entered("a", 3), entered("b"), exited("a", 3))
    assert house.inside == 1
    assert house.visit_of(AppointmentId("a")) is None
    assert house.visit_of(AppointmentId("b")) is not None


def test_a_settled_visit_is_counted_out() -> None:
    assert a_house(entered("a"), settled("a")).inside == 0


def test_an_exit_without_an_entry_is_noted_and_changes_no_count() -> None:
    house = a_house(entered("a"), ExitUnmatched(AppointmentId("x"), BENEFITS, 2))
    assert (house.inside, house.unmatched_exits) == (1, 2)


def test_a_correction_changes_the_count_of_its_area_and_one_that_undoes_it_leaves_nothing() -> None:
    house = a_house(entered("a"), recount(2), recount(-1, CASES))
    assert (house.inside, house.inside_area(BENEFITS), house.inside_area(CASES)) == (2, 3, -1)
    assert a_house(recount(-2), recount(1, CASES), house=house).corrections == {}


def test_a_count_below_nobody_stays_visible() -> None:
    assert a_house(recount(-2)).inside == -2


@pytest.mark.parametrize(
    "what", [Declined(AppointmentId("a")), RulesChanged("digest", "{}"), ClockConfirmed()]
)
def test_what_lets_nobody_in_or_out_leaves_the_count(what: Happening) -> None:
    assert a_house(what, house=a_house(entered("a", 2))).inside == 2


def test_the_rules_that_hold_are_known_by_their_digest() -> None:
    assert a_house(RulesChanged("first", "{}"), RulesChanged("second", "{}")).rules_digest == "second"


def test_the_line_is_ordered_by_appointment_then_by_arrival_and_a_walk_in_by_its_arrival() -> None:
    house = after_times(
        (at("09:50"), queued(1, "late", starts_at=at("10:15"))),
        (at("09:51"), queued(2, "second", starts_at=at("10:00"))),
        (at("09:52"), queued(3)),
        (at("09:53"), queued(4, "third", starts_at=at("10:00"))),
    )
    assert [place.number for place in house.line] == [3, 2, 4, 1]
    assert house.last_number == 4


def test_a_called_number_keeps_its_place_until_the_given_time() -> None:
    house = a_house(queued(1, "a"), Called(1, at("10:05")))
    assert [place.kept_until for place in house.line] == [at("10:05")]


def test_a_called_party_that_found_it_full_again_waits_on_under_its_number() -> None:
    house = a_house(queued(1, "a"), Called(1, at("10:05")), AskedAgain(1, AppointmentId("a")))
    assert [(place.number, place.kept_until) for place in house.line] == [(1, None)]


def test_who_comes_in_from_the_line_no_longer_waits() -> None:
    house = a_house(queued(1, "a"), queued(2, "b"), entered("a", from_line=1))
    assert [place.number for place in house.line] == [2]
    assert house.inside == 1


def test_who_missed_the_call_is_remembered_until_the_party_joins_again_or_comes_in() -> None:
    missed = a_house(queued(1, "a"), Uncalled(1, UncalledBecause.NOBODY_CAME))
    assert (missed.line, missed.missed) == ((), (AppointmentId("a"),))
    assert a_house(queued(2, "a"), house=missed).missed == ()
    assert a_house(entered("a"), house=missed).missed == ()
    assert a_house(queued(2, "b"), entered("c"), house=missed).missed == (AppointmentId("a"),)
    assert a_house(DayEnded(), house=missed).missed == ()


def test_nobody_is_remembered_who_lost_the_place_to_the_end_of_the_day_or_bears_no_letter() -> None:
    assert a_house(queued(1, "a"), Uncalled(1, UncalledBecause.DAY_ENDED)).missed == ()
    assert a_house(queued(1), Uncalled(1, UncalledBecause.NOBODY_CAME)).missed == ()


def test_a_stop_holds_at_its_door_until_it_is_lifted_there() -> None:
    house = a_house(AdmissionStopped(MAIN_DOOR, LUNCH))
    stop = house.stop_at(MAIN_DOOR)
    assert stop is not None
    assert stop.message == LUNCH
    assert house.stop_at(SIDE_DOOR) is None
    assert a_house(AdmissionResumed(SIDE_DOOR), AdmissionResumed(None), house=house).stops == house.stops
    assert a_house(AdmissionResumed(MAIN_DOOR), house=house).stops == ()


def test_a_doors_own_message_stands_before_that_of_all_doors() -> None:
    for stops in (
        (AdmissionStopped(MAIN_DOOR, LUNCH), AdmissionStopped(None, FIRE_DRILL)),
        (AdmissionStopped(None, FIRE_DRILL), AdmissionStopped(MAIN_DOOR, LUNCH)),
    ):
        house = a_house(*stops)
        messages = [stop.message for stop in (house.stop_at(MAIN_DOOR), house.stop_at(SIDE_DOOR)) if stop]
        assert messages == [LUNCH, FIRE_DRILL]


def test_a_new_message_does_not_make_a_stop_younger() -> None:
    house = after_times(
        (at("10:00"), AdmissionStopped(None, LUNCH)), (at("10:10"), AdmissionStopped(None, FIRE_DRILL))
    )
    assert [(stop.message, stop.since) for stop in house.stops] == [(FIRE_DRILL, at("10:00"))]


def test_the_time_of_a_stop_at_all_doors_is_given_back_to_those_who_were_called() -> None:
    house = after_times(
        (at("10:00"), queued(1, "a")),
        (at("10:00"), queued(2, "b")),
        (at("10:00"), Called(1, at("10:05"))),
        (at("10:02"), AdmissionStopped(None, FIRE_DRILL)),
        (at("10:32"), AdmissionResumed(None)),
    )
    assert [place.kept_until for place in house.line] == [at("10:35"), None]


def test_the_time_of_a_stop_at_one_door_is_not_given_back() -> None:
    house = after_times(
        (at("10:00"), queued(1, "a")),
        (at("10:00"), Called(1, at("10:05"))),
        (at("10:02"), AdmissionStopped(MAIN_DOOR, LUNCH)),
        (at("10:32"), AdmissionResumed(MAIN_DOOR)),
    )
    assert [place.kept_until for place in house.line] == [at("10:05")]


def test_the_usual_stay_follows_the_measured_stays_and_a_single_one_changes_little() -> None:
    first = after_times((at("10:00"), entered("a", until=at("10:30"))), (at("10:22"), exited("a")))
    assert first.stays == {BENEFITS: minutes(29)}
    second = after_times((at("11:00"), entered("b")), (at("11:45"), exited("b")), house=first)
    assert second.stays == {BENEFITS: minutes(31)}
    youth = entered("c", area=YOUTH, until=at("11:20"))
    third = after_times((at("11:00"), youth), (at("11:12"), exited("c")), house=second)
    assert third.stays == {BENEFITS: minutes(31), YOUTH: minutes(19)}


def test_a_stay_over_the_clock_change_is_measured_by_the_time_that_passed() -> None:
    came = datetime(2021, 10, 31, 2, 50, tzinfo=BERLIN, fold=0)
    went = datetime(2021, 10, 31, 2, 20, tzinfo=BERLIN, fold=1)
    expected = entered("a", until=came.astimezone(UTC) + minutes(30))
    assert after_times((came, expected), (went, exited("a"))).stays == {BENEFITS: minutes(30)}


@pytest.mark.parametrize("stay", [timedelta(0), minutes(-60), timedelta(days=1), timedelta(days=365)])
def test_a_clock_that_was_set_during_a_visit_does_not_spoil_the_usual_stay(stay: timedelta) -> None:
    house = after_times((at("10:00"), entered("a")), (at("10:00") + stay, exited("a")))
    assert house.stays == {}


def test_who_is_settled_by_the_staff_left_at_an_unknown_time_and_is_not_measured() -> None:
    assert after_times((at("10:00"), entered("a")), (at("15:00"), settled("a"))).stays == {}


@pytest.mark.parametrize(
    ("before", "what"),
    [
        (EMPTY_HOUSE, exited("a")),
        (EMPTY_HOUSE, settled("a")),
        (EMPTY_HOUSE, Called(1, at("10:05"))),
        (EMPTY_HOUSE, Uncalled(1, UncalledBecause.NOBODY_CAME)),
        (EMPTY_HOUSE, AskedAgain(1, AppointmentId("a"))),
        (EMPTY_HOUSE, entered("a", from_line=1)),
        (a_house(entered("a")), entered("a")),
        (a_house(queued(1, "a")), queued(1, "b")),
    ],
)
def test_an_event_that_cannot_follow_is_refused(before: House, what: Happening) -> None:
    with pytest.raises(ValueError, match=r"line|inside"):
        a_house(what, house=before)


def test_an_event_without_a_time_zone_is_refused() -> None:
    naive = replace(an_event(DayEnded()), at=at("10:00").replace(tzinfo=None))
    with pytest.raises(ValueError, match="no time zone"):
        fold([naive])


def test_the_house_keeps_its_times_in_utc_whatever_zone_the_events_bear() -> None:
    def story(then: datetime) -> House:
        return after_times(
            (then, queued(1, "a", starts_at=then)),
            (then, Called(1, then)),
            (then, queued(2, "b", starts_at=then)),
            (then, entered("b", until=then, from_line=2)),
            (then, AdmissionStopped(None, LUNCH)),
        )

    # The repeated hour: a time in Berlin and the same moment in UTC are never equal to Python.
    repeated = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN, fold=1)
    assert story(repeated) == story(repeated.astimezone(UTC))


def let_in(name: str | None = "a", party: int = 1, *, from_line: int | None = None) -> LetIn:
    appointment = None if name is None else AppointmentId(name)
    visit = VisitId(name or "walk-in")
    return LetIn(visit, appointment, BENEFITS, party, at("10:30"), from_line, EMERGENCY, 0, None)


def test_who_is_let_in_by_the_staff_is_inside_and_no_longer_waits() -> None:
    house = a_house(queued(1, "a"), let_in("a", 2, from_line=1), let_in(None, 3))
    assert (house.inside, house.line) == (5, ())
    assert house.visit_of(AppointmentId("a")) == house.visit(VisitId("a"))
    assert house.visit(VisitId("walk-in")) is not None
    assert house.visit(VisitId("other")) is None


def test_who_was_turned_back_is_counted_out_and_measures_no_stay() -> None:
    turned = TurnedBack(VisitId("a"), AppointmentId("a"), BENEFITS, 1, NO_MASK)
    house = after_times((at("10:00"), entered("a")), (at("10:02"), turned))
    assert (house.inside, house.stays) == (0, {})


def test_who_leaves_without_a_letter_lowers_the_count_of_the_area_and_ends_no_visit() -> None:
    house = a_house(entered("a", 3), CountedOut(BENEFITS, 2), CountedOut(CASES, 1))
    assert (house.inside, house.inside_area(BENEFITS), house.inside_area(CASES)) == (0, 1, -1)
    assert house.counted_out == {BENEFITS: 2, CASES: 1}
    assert len(house.visits) == 1
    assert a_house(DayEnded(), house=house).counted_out == {}


def test_a_visit_that_is_reconciled_leaves_the_count_as_it_is() -> None:
    house = a_house(entered("a", 2), CountedOut(CASES, 2))
    reconciled = a_house(Reconciled(VisitId("a"), AppointmentId("a"), BENEFITS, 2, CASES), house=house)
    assert reconciled.inside == house.inside == 0
    assert (reconciled.corrections, reconciled.counted_out, reconciled.visits) == ({}, {}, ())


def test_a_recount_that_found_the_number_right_changes_nothing() -> None:
    house = a_house(entered("a"))
    assert a_house(recount(0), house=house) == house


@pytest.mark.parametrize(
    ("before", "what"),
    [
        (EMPTY_HOUSE, MaskExempted(VisitId("a"))),
        (EMPTY_HOUSE, MaskExemptionWithdrawn(EventId("e"), VisitId("a"))),
        (EMPTY_HOUSE, TurnedBack(VisitId("a"), None, BENEFITS, 1, NO_MASK)),
        (EMPTY_HOUSE, EntryWithdrawn(EventId("a"), VisitId("a"), None, BENEFITS, 1, came_in_time=True)),
        (EMPTY_HOUSE, CallWithdrawn(EventId("c"), 1)),
        (EMPTY_HOUSE, NumberWithdrawn(EventId("n"), 1)),
        (EMPTY_HOUSE, CountRestored(EventId("c"), BENEFITS, 1, counted_out=1)),
        (EMPTY_HOUSE, let_in(from_line=1)),
        (a_house(entered("a")), let_in("a")),
        (a_house(entered("a")), Reconciled(VisitId("a"), None, BENEFITS, 1, BENEFITS)),
        (a_house(queued(1, "a")), PutBack(1, AppointmentId("a"), BENEFITS, 1, None, at("10:00"))),
        (
            a_house(entered("a")),
            VisitReopened(
                EventId("e"), VisitId("a"), None, BENEFITS, 1, at("10:00"), at("10:30"), False, None
            ),
        ),
    ],
)
def test_an_act_that_cannot_follow_is_refused(before: House, what: Happening) -> None:
    with pytest.raises(ValueError, match=r"line|inside|counted out"):
        a_house(what, house=before)


def test_a_walk_in_that_was_taken_back_has_missed_nothing() -> None:
    back = EntryWithdrawn(EventId("walk-in"), VisitId("walk-in"), None, BENEFITS, 1, came_in_time=True)
    assert a_house(let_in(None), back).missed == ()


def test_looking_for_a_booking_leaves_the_house() -> None:
    house = a_house(entered("a"))
    assert a_house(BookingSearched(3), house=house) == house
