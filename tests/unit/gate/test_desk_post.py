"""A phone desk's way to the ledger: nothing without a PIN, nothing unrecorded, no failure that ends it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.core.desk_orders import (
    Agreed,
    Change,
    DeskFound,
    DeskOrder,
    DeskResult,
    Find,
    FullThen,
    HouseThen,
    LetterNotMade,
    LetterPrinted,
    NotAgreed,
    Offer,
    OrderLetter,
    SlotTaken,
    Wanted,
)
from kiosk.core.door_events import BookingSearched
from kiosk.core.experience import Lesson
from kiosk.core.guard_view import Failed, SignedInAs, SignInWanted
from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office
from kiosk.core.person import Person
from kiosk.core.rights import Role
from kiosk.core.sign_in import DESK_LOCKED_AFTER
from kiosk.core.staff import Pin
from kiosk.core.trouble import Trouble
from kiosk.gate.desk_post import DeskPost, LetterFailedError
from kiosk.gate.forgetting import forget_by_order
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.gate.tap import Tap
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, MONDAY, a_cap, an_event, at, house_rules, rules_entered
from tests.desk_calls import CALLED_AT, ROOM_1, a_call, desk_office

ADMIN, ANNA, BERGER = StaffId("weber"), StaffId("anna"), StaffId("berger")
PIN = Pin("307261")
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Post:
    """A desk on a ledger that is away while `is_away`; its letters fail while `fails` says why."""

    folder: Path
    office: Office
    is_away: bool = False
    fails: str = ""
    made: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.post = DeskPost(self.office, self.open, self._pin_key, self._make_letter)

    def open(self) -> Ledger:
        if self.is_away:
            raise LedgerUnreachableError("The cable is out.")
        return Ledger.open(f"sqlite:///{self.folder}/ledger.sqlite", self.folder / "key")

    def _pin_key(self, ledger: Ledger) -> PinKey:
        return ledger.pin_key(self.folder / "pins.key")

    def _make_letter(self, _ledger: Ledger, agreed: Agreed, _now: datetime) -> LetterPrinted:
        if self.fails:
            raise LetterFailedError(self.fails)
        self.made.append(agreed.appointment.id)
        return LetterPrinted(agreed.event, "Flur")

    def cut(self) -> None:
        self.is_away = True
        self.post.close()

    def sign_in(self, who: StaffId = ANNA) -> None:
        assert isinstance(self.post.sign_in(who, PIN, CALLED_AT), SignedInAs)

    def result(self, order: DeskOrder, now: datetime = CALLED_AT) -> DeskResult:
        return self.post.carry_out(order, EventId(f"tap {next(self._numbers)}"), now).result

    def agreed(self, order: DeskOrder) -> Agreed:
        result = self.result(order)
        assert isinstance(result, Agreed), result
        return result

    def happened(self) -> list[object]:
        ledger = self.open()
        try:
            return [each.event.what for each in ledger.events()]
        finally:
            ledger.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    ledger = Ledger.open(f"sqlite:///{tmp_path}/ledger.sqlite", tmp_path / "key")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.ledger.pins._ARGON2ID", _QUICK)
        key = ledger.pin_key(tmp_path / "pins.key")
        for who, role in ((ADMIN, Role.ADMIN), (ANNA, Role.DESK), (BERGER, Role.SECURITY)):
            by = None if role is Role.ADMIN else ADMIN
            add_member(ledger, key, Newcomer(who, "", role), Credentials(PIN, None), by, at("06:00"))
    ledger.close()
    made = Post(tmp_path, desk_office(ROOM_1))
    yield made
    made.post.close()


def test_nothing_is_done_before_somebody_signs_in_and_after_a_quarter_of_an_hour(post: Post) -> None:
    assert post.result(a_call()) == SignInWanted()
    post.sign_in()
    post.agreed(a_call())
    later = CALLED_AT + DESK_LOCKED_AFTER
    assert post.post.look(later - timedelta(seconds=1)).signed_in == SignedInAs(ANNA, Role.DESK)
    assert post.post.look(later).signed_in is None
    assert post.result(a_call("08:00"), later) == SignInWanted()


def test_whoever_types_or_signs_out_is_followed(post: Post) -> None:
    post.sign_in()
    half = CALLED_AT + DESK_LOCKED_AFTER / 2
    post.post.touched(half)
    assert post.post.look(CALLED_AT + DESK_LOCKED_AFTER).signed_in is not None
    post.post.lock()
    assert post.post.look(half).signed_in is None


def test_a_guard_may_not_book_or_find(post: Post) -> None:
    post.sign_in(BERGER)
    assert post.result(a_call()) is NotAgreed.NOT_ALLOWED
    assert post.result(Find("Muster")) is NotAgreed.NOT_ALLOWED


def test_a_time_that_is_taken_comes_with_the_nearest_that_are_free(post: Post) -> None:
    post.sign_in()
    post.agreed(a_call("09:00"))
    taken = post.result(a_call("09:00"))
    assert isinstance(taken, SlotTaken)
    assert [each.slot.starts_at for each in taken.nearest] == [at("08:00"), at("08:30"), at("09:30")]


def test_a_time_at_which_the_house_would_be_full_comes_with_those_that_are_not(post: Post) -> None:
    small = Post(post.folder, _with_cap(post.office, 1))
    small.sign_in()
    full = small.result(a_call("09:00", party=2))
    assert isinstance(full, FullThen)
    assert full.wanted.house.cap == 1
    small.post.close()


def _with_cap(office: Office, cap: int) -> Office:

    return replace(office, rules=house_rules(a_cap(cap)))


def test_free_times_are_offered_with_how_full_the_house_is_then(post: Post) -> None:
    post.sign_in()
    offer = post.post.offer(Wanted(BENEFITS, None, 1), MONDAY, CALLED_AT)
    assert isinstance(offer, Offer)
    assert all(each.house.fits and each.house.cap == 25 for each in offer.times)


def test_whoever_stayed_away_on_earlier_days_is_expected_to_stay_away(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    post.sign_in()
    office = desk_office()
    two_rooms = Post(post.folder, office)
    two_rooms.sign_in()
    two_rooms.agreed(a_call("09:00"))

    def expected() -> float:
        offer = two_rooms.post.offer(Wanted(BENEFITS, None, 1), MONDAY, CALLED_AT)
        assert isinstance(offer, Offer)
        return next(each.house.people for each in offer.times if each.slot.starts_at == at("09:00"))

    assumed = expected()
    lessons = (Lesson(MONDAY - timedelta(days=7), 100, 90, (), {}, {}, {}, 0),)
    monkeypatch.setattr("kiosk.gate.past_days.DaysBefore.lessons", lambda *_: lessons)
    assert expected() < assumed / 2
    two_rooms.post.close()


def test_a_cap_that_is_entered_while_the_desk_runs_counts_for_what_it_is_offered(post: Post) -> None:
    def offered() -> HouseThen:
        offer = post.post.offer(Wanted(BENEFITS, None, 2), MONDAY, CALLED_AT)
        assert isinstance(offer, Offer)
        return next(each.house for each in offer.times if each.slot.starts_at == at("09:00"))

    post.sign_in()
    before = offered()
    ledger = post.open()
    with ledger.transaction() as transaction:
        transaction.append(an_event(rules_entered("lower", 1, since=CALLED_AT), CALLED_AT))
    ledger.close()
    assert (before.fits, before.cap > 1) == (True, True)
    assert (offered().fits, offered().cap) == (False, 1)


def test_a_booking_is_found_with_its_person_and_the_search_is_recorded(post: Post) -> None:
    post.sign_in()
    made = post.agreed(a_call(person=Person("Erika Muster")))
    found = post.result(Find("Muster"))
    assert isinstance(found, DeskFound)
    ((only,), total) = (found.bookings, found.total)
    assert (only.appointment, only.person, total) == (made.appointment, Person("Erika Muster"), 1)
    assert post.happened()[-1] == BookingSearched(1)
    assert post.result(Find("Mu")) is NotDone.SEARCH_TOO_SHORT


def test_a_desk_is_told_once_of_each_deletion_since_it_began(post: Post) -> None:
    post.sign_in()
    made = post.agreed(a_call(person=Person("Erika Muster")))
    assert post.post.look(CALLED_AT).forgotten == ()
    ledger = post.open()
    forget_by_order(ledger, Tap(EventId("purge"), ADMIN, None, CALLED_AT), made.appointment.id)
    ledger.close()
    (forgotten,) = post.post.look(CALLED_AT).forgotten
    assert forgotten.covers(made.appointment)
    assert post.post.look(CALLED_AT).forgotten == ()
    another = Post(post.folder, post.office)
    assert another.post.look(CALLED_AT).forgotten == ()
    another.post.close()


def test_a_desk_that_has_not_heard_of_a_deletion_yet_brings_no_name_back(post: Post) -> None:
    post.sign_in()
    erika = Person("Erika Muster")
    seen = post.agreed(a_call(person=erika)).appointment
    post.post.look(CALLED_AT)
    ledger = post.open()
    forget_by_order(ledger, Tap(EventId("purge"), ADMIN, None, CALLED_AT), seen.id)
    assert post.result(Change(seen, 2, "de", erika)) is NotAgreed.CHANGED_MEANWHILE
    assert ledger.person_of(seen.id) is None
    assert len(post.post.look(CALLED_AT).forgotten) == 1
    # Whoever calls after that may be asked for the name again.
    post.agreed(Change(seen, 2, "de", erika))
    assert ledger.person_of(seen.id) == erika
    ledger.close()


def test_a_letter_is_made_after_it_was_recorded_and_one_that_fails_says_why(post: Post) -> None:
    post.sign_in()
    made = post.agreed(a_call())
    answer = post.result(OrderLetter(made.appointment))
    assert isinstance(answer, LetterPrinted)
    assert post.made == [made.appointment.id]
    post.fails = "The disk is full."
    assert post.result(OrderLetter(made.appointment)) == LetterNotMade("The disk is full.")


def test_a_ledger_that_is_away_is_told_and_nothing_is_booked(post: Post) -> None:
    post.sign_in()
    post.cut()
    assert post.result(a_call()) == Failed(Trouble.LEDGER)
    assert post.post.offer(Wanted(BENEFITS, None, 1), MONDAY, CALLED_AT) == Failed(Trouble.LEDGER)
    assert post.post.look(CALLED_AT + timedelta(minutes=1)).trouble is Trouble.LEDGER
    post.is_away = False
    assert post.post.look(CALLED_AT + timedelta(minutes=2)).trouble in {None, Trouble.LEDGER}
    post.agreed(a_call())
    assert post.post.look(CALLED_AT).trouble is None


@pytest.mark.parametrize("what", ["order", "offer"])
def test_a_fault_of_the_program_is_told_and_the_next_wish_is_taken(
    post: Post, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    post.sign_in()
    failing: Callable[[], object] = {
        "order": lambda: post.result(a_call()),
        "offer": lambda: post.post.offer(Wanted(BENEFITS, None, 1), MONDAY, CALLED_AT),
    }[what]
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.gate.desk_post.agree", fail)
        patch.setattr("kiosk.gate.desk_post.offer", fail)
        assert failing() == Failed(Trouble.PROGRAM)
    post.agreed(a_call())
