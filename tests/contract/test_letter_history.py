"""What a letter knows of its visits, whatever the staff did with them: the same on both databases."""

from dataclasses import replace
from itertools import count

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.booking_search import BookingSearch, read_search
from kiosk.core.code import Code
from kiosk.core.door_events import (
    CountedOut,
    EntryWithdrawn,
    LetIn,
    MaskExempted,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.events import DayEnded, Declined, Entered, Event, Exited, Happening, Settled, SettledBecause
from kiosk.core.ids import EventId, VisitId
from kiosk.ledger.ledger import Ledger
from tests.building import (
    BENEFITS,
    BERLIN,
    EMERGENCY,
    NO_MASK,
    an_appointment,
    an_event,
    at,
    minutes,
    queued,
)

A = AppointmentId("a")
APPOINTMENT = an_appointment("a")
CODE = Code(12345)


def entered(visit: str = "v") -> Entered:
    return Entered(VisitId(visit), A, BENEFITS, 1, at("10:30"), None)


def let_in(visit: str = "v", from_line: int | None = None) -> LetIn:
    return LetIn(VisitId(visit), A, BENEFITS, 1, at("10:30"), from_line, EMERGENCY, 0, None)


def exited(visit: str = "v") -> Exited:
    return Exited(VisitId(visit), A, BENEFITS, 1)


def turned_back(visit: str = "v") -> TurnedBack:
    return TurnedBack(VisitId(visit), A, BENEFITS, 1, NO_MASK)


def withdrawn(visit: str = "v") -> EntryWithdrawn:
    return EntryWithdrawn(EventId(visit), VisitId(visit), A, BENEFITS, 1, came_in_time=True)


def reopened(visit: str = "v") -> VisitReopened:
    return VisitReopened(EventId("x"), VisitId(visit), A, BENEFITS, 1, at("10:00"), at("10:30"), False, None)


SETTLED = Settled(VisitId("v"), A, BENEFITS, 1, SettledBecause.SEEN_LEAVING)
COUNTED_OUT = CountedOut(BENEFITS, 1)
RECONCILED = Reconciled(VisitId("v"), A, BENEFITS, 1, BENEFITS)

# What happens at 10:00, 10:01, 10:02 and so on; whether the letter was used; when its party left last.
STORIES: dict[str, tuple[tuple[Happening, ...], bool, str | None]] = {
    "refused": ((Declined(A),), False, None),
    "let in by the staff": ((let_in(),), True, None),
    "let in by the staff and left": ((let_in(), exited()), True, "10:01"),
    "entry withdrawn": ((entered(), withdrawn()), False, None),
    "override withdrawn": ((let_in(), withdrawn()), False, None),
    "withdrawn, then in": ((entered(), withdrawn(), entered("w")), True, None),
    "withdrawn after an earlier visit": (
        (entered(), exited(), entered("w"), withdrawn("w")),
        True,
        "10:01",
    ),
    "turned back": ((entered(), turned_back()), False, "10:01"),
    "turned back, then in": ((entered(), turned_back(), entered("w")), True, "10:01"),
    "turning back undone": ((entered(), turned_back(), reopened()), True, None),
    "turned back, undone, turned back": (
        (entered(), turned_back(), reopened(), turned_back()),
        False,
        "10:03",
    ),
    "turned back, undone, withdrawn": ((entered(), turned_back(), reopened(), withdrawn()), False, None),
    "exit undone": ((entered(), exited(), reopened()), True, None),
    "exit undone, left again": ((entered(), exited(), reopened(), exited()), True, "10:03"),
    "settled": ((entered(), SETTLED), True, "10:01"),
    "settling undone": ((entered(), SETTLED, reopened()), True, None),
    "reconciled": ((entered(), COUNTED_OUT, RECONCILED), True, "10:02"),
    "exempt": ((entered(), MaskExempted(VisitId("v")), exited()), True, "10:02"),
}


def happen(ledger: Ledger, *happenings: Happening) -> list[Event]:
    """Record what happens from 10:00 on, each thing a minute after the one before."""
    numbers, events = count(), []
    with ledger.transaction() as transaction:
        for what in happenings:
            number = next(numbers)
            name = what.visit if isinstance(what, Entered | LetIn) else str(number)
            event = an_event(what, at("10:00") + minutes(number), name=name)
            transaction.append(event)
            events.append(event)
    return events


@pytest.fixture(autouse=True)
def _an_invitation(ledger: Ledger) -> None:
    ledger.apply(AppointmentChanges(new=(APPOINTMENT,)))
    ledger.issue_letters([(APPOINTMENT, CODE)], at("08:00"))


@pytest.mark.parametrize(("happenings", "used", "left"), STORIES.values(), ids=STORIES)
def test_a_letter_knows_its_visits_and_which_of_them_never_were(
    ledger: Ledger,
    happenings: tuple[Happening, ...],
    used: bool,  # noqa: FBT001 - a column of the table
    left: str | None,
) -> None:
    happen(ledger, *happenings)
    with ledger.transaction() as transaction:
        invitation = transaction.invitation(CODE)
        awaited = [each.appointment for each in transaction.due(at("09:00"), at("11:00"))]
    assert invitation is not None
    assert invitation.entered == used
    assert invitation.last_left_at == (None if left is None else at(left))
    assert awaited == ([] if used else [A])
    assert ledger.verify().flaw is None


def test_an_appointment_is_found_by_its_id(ledger: Ledger) -> None:
    with ledger.transaction() as transaction:
        assert transaction.appointment(A) == APPOINTMENT
        assert transaction.appointment(AppointmentId("nobody")) is None


def test_the_story_of_an_exit_is_its_visit_from_the_entry_on(ledger: Ledger) -> None:
    first = happen(ledger, let_in("u"), exited("u"), entered(), MaskExempted(VisitId("v")), COUNTED_OUT)
    with ledger.transaction() as transaction:
        last = an_event(exited(), at("10:10"), name="exit")
        transaction.append(last)
        assert transaction.story_of(last) == (first[2], first[3], last)
        assert transaction.story_of(first[1]) == (first[0], first[1])
        assert transaction.later_events(first[2].id) == (first[3], first[4], last)
        assert transaction.later_events(last.id) == ()


def test_the_story_of_an_entry_from_the_line_is_how_its_number_came_there_that_day(ledger: Ledger) -> None:
    happen(ledger, queued(1, "b"), replace(entered("b"), appointment=None, from_line=1), DayEnded())
    with ledger.transaction() as transaction:
        joined = an_event(queued(1, "a"), at("11:00"), name="joined")
        came = an_event(let_in(from_line=1), at("11:01"), name="v")
        for event in (joined, came):
            transaction.append(event)
        assert transaction.story_of(came) == (joined,)
        assert transaction.story_of(joined) == ()


def test_a_day_is_what_happened_since_the_day_before_was_closed(ledger: Ledger) -> None:
    events = happen(ledger, entered(), SETTLED, DayEnded(), let_in("w"), exited("w"), DayEnded())
    assert ledger.day_until(events[2].id) == tuple(events[:3])
    assert ledger.day_until(events[4].id) == tuple(events[3:5])
    assert ledger.day_until(events[5].id) == tuple(events[3:])
    assert ledger.day_until(EventId("never")) == ()


@pytest.mark.parametrize("typed", ["list-a", "10:00", CODE.text, CODE.short.printed])
def test_a_booking_is_found_by_what_was_typed(ledger: Ledger, typed: str) -> None:
    search = read_search(typed)
    assert isinstance(search, BookingSearch)
    assert ledger.bookings(search, at("08:00"), at("16:00"), BERLIN) == (APPOINTMENT,)
    assert ledger.bookings(search, at("10:01"), at("16:00"), BERLIN) == ()
