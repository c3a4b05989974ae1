"""Whom the staff may let in, and what is recorded of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.core.appointment import Appointment
from kiosk.core.decide import Decision
from kiosk.core.door_events import LetIn
from kiosk.core.entry_by_staff import EntryRequest, Overrun, allow_entry, overrun
from kiosk.core.events import AdmissionStopped, Corrected, CorrectedBecause, Exited, Happening
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId, Office, ReasonId
from kiosk.core.verdict import GoTo, Outcome
from tests.building import (
    BENEFITS,
    CASES,
    DESK_AGREES,
    EMERGENCY,
    NO_MASK,
    YOUTH,
    a_cap,
    a_house,
    an_appointment,
    an_office,
    at,
    entered,
    minutes,
    queued,
    wording,
)

NOW = at("10:00")
GUARD, MANAGER = StaffId("guard"), StaffId("manager")
OFFICE = an_office(caps=[a_cap(4, youth=1)])


def wanted(
    appointment: Appointment | None = None,
    party: int = 1,
    *,
    area: AreaId = BENEFITS,
    because: ReasonId = EMERGENCY,
    confirmed_by: StaffId | None = None,
) -> EntryRequest:
    return EntryRequest(EventId("tap"), GUARD, appointment, area, party, because, confirmed_by)


def allowed(request: EntryRequest, house: House | None = None, office: Office = OFFICE) -> Decision | NotDone:
    return allow_entry(office, house or a_house(), request, NOW)


def let_in(request: EntryRequest, house: House | None = None, office: Office = OFFICE) -> LetIn:
    decision = allowed(request, house, office)
    assert isinstance(decision, Decision)
    assert decision.verdict.outcome is Outcome.ADMITTED
    assert isinstance(decision.what, LetIn)
    return decision.what


def test_a_walk_in_comes_in_with_the_reason_and_is_expected_to_stay_as_usual() -> None:
    assert let_in(wanted(party=2, area=CASES)) == LetIn(
        visit=VisitId("tap"),
        appointment=None,
        area=CASES,
        party=2,
        expected_end=NOW + minutes(30),
        from_line=None,
        because=EMERGENCY,
        above_cap=0,
        confirmed_by=None,
    )


def test_the_screen_shows_the_way_to_the_room_of_the_appointment() -> None:
    appointment = an_appointment("a")
    decision = allowed(wanted(appointment))
    assert isinstance(decision, Decision)
    assert decision.verdict.step == GoTo(BENEFITS, appointment.room)


def test_the_screen_shows_the_way_to_another_area_where_the_staff_sends_the_party() -> None:
    decision = allowed(wanted(an_appointment("a"), area=CASES))
    assert isinstance(decision, Decision)
    assert decision.verdict.step == GoTo(CASES, None)


@pytest.mark.parametrize(
    ("starts_at", "until"),
    [
        ("08:00", at("10:30")),
        ("11:00", at("11:30")),
    ],
)
def test_a_late_or_early_visit_is_expected_to_last_as_booked(starts_at: str, until: object) -> None:
    assert let_in(wanted(an_appointment("a", at(starts_at)))).expected_end == until


def test_a_visit_on_the_wrong_day_is_expected_to_end_today() -> None:
    tomorrow = an_appointment("a", at("10:00") + timedelta(days=1))
    assert let_in(wanted(tomorrow)).expected_end == at("10:30")


def test_who_is_let_in_gives_up_the_number_in_the_line() -> None:
    house = a_house(queued(7, "a"))
    assert let_in(wanted(an_appointment("a")), house).from_line == 7


def test_a_walk_in_comes_in_under_the_number_it_was_given_and_holds_no_second_place() -> None:
    house = a_house(queued(7), queued(8, "a"))
    called = replace(wanted(), number=7)
    what = let_in(called, house)
    assert (what.from_line, what.appointment) == (7, None)
    came_in = a_house(what, house=house)
    assert [place.number for place in came_in.line] == [8]
    assert allowed(called, came_in) is NotDone.NOT_IN_LINE
    # Nobody without the letter comes in under a number that was given to one.
    assert allowed(replace(wanted(), number=8), house) is NotDone.NOT_IN_LINE


def test_who_went_in_by_hand_is_counted_though_the_number_has_lapsed_meanwhile() -> None:
    what = let_in(replace(wanted(), number=7, went_in=True), a_house())
    assert what.from_line is None


def test_neither_a_stop_nor_the_hour_nor_the_line_keeps_out_whom_the_staff_lets_in() -> None:
    house = a_house(AdmissionStopped(None, wording("Halt")), queued(1, "b", 4))
    decision = allow_entry(OFFICE, house, wanted(an_appointment("a")), at("22:00"))
    assert isinstance(decision, Decision)


@pytest.mark.parametrize(
    ("request_", "before", "refused"),
    [
        (wanted(area=AreaId("removed")), (), NotDone.UNKNOWN_AREA),
        (wanted(because=ReasonId("removed")), (), NotDone.UNKNOWN_REASON),
        (wanted(because=NO_MASK), (), NotDone.UNKNOWN_REASON),
        (wanted(an_appointment("a")), (entered("a"),), NotDone.ALREADY_INSIDE),
        (wanted(party=2), (entered("b", 3),), NotDone.NEEDS_SECOND_PERSON),
        (wanted(party=2, area=YOUTH), (), NotDone.NEEDS_SECOND_PERSON),
        (wanted(party=2, confirmed_by=GUARD), (entered("b", 3),), NotDone.SECOND_PERSON_IS_FIRST),
    ],
)
def test_why_somebody_is_not_let_in(
    request_: EntryRequest, before: tuple[Happening, ...], refused: NotDone
) -> None:
    assert allowed(request_, a_house(*before)) is refused


@pytest.mark.parametrize(
    ("inside", "party", "area", "above_cap"),
    [
        (0, 4, BENEFITS, 0),
        (3, 1, BENEFITS, 0),
        (3, 2, BENEFITS, 1),
        (4, 2, BENEFITS, 2),
        (6, 2, BENEFITS, 2),
        (0, 3, YOUTH, 2),
        (2, 3, YOUTH, 2),
        (4, 3, YOUTH, 3),
    ],
)
def test_above_the_cap_are_those_whom_this_entry_brought_there(
    inside: int, party: int, area: AreaId, above_cap: int
) -> None:
    house = a_house(entered("b", inside)) if inside else a_house()
    what = let_in(wanted(party=party, area=area, confirmed_by=MANAGER), house)
    assert what.above_cap == above_cap
    assert what.confirmed_by == (MANAGER if above_cap else None)


def test_who_was_let_in_by_hand_while_the_ledger_was_away_is_counted_whatever_the_cap() -> None:
    what = let_in(replace(wanted(party=2), went_in=True), a_house(entered("b", 4)))
    assert (what.above_cap, what.confirmed_by) == (2, None)


def test_a_party_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="one person or more"):
        wanted(party=0)


def test_the_overrun_is_shown_by_area_until_it_is_worked_off() -> None:
    cap = a_cap(4, youth=1)
    house = a_house(entered("a", 3), entered("b", 2, area=YOUTH))
    assert overrun(house, cap) == Overrun(1, {YOUTH: 1})
    assert overrun(house, cap)
    worked_off = a_house(Exited(VisitId("b"), an_appointment("b").id, YOUTH, 2), house=house)
    assert overrun(worked_off, cap) == Overrun(0, {})
    assert not overrun(worked_off, cap)


def test_an_area_that_overruns_alone_is_shown() -> None:
    assert overrun(a_house(Corrected(YOUTH, 3, CorrectedBecause.RECOUNT)), a_cap(4, youth=1))


def test_a_reason_of_the_offices_list_is_kept_with_the_entry() -> None:
    assert let_in(wanted(because=DESK_AGREES)).because == DESK_AGREES
