"""The staff: who signs in, what is kept of them, and who may change it."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.core.code import Badge
from kiosk.core.events import Event
from kiosk.core.ids import StaffId
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.rights import Role
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import PERSON_LIMIT, Member, Pin
from kiosk.core.staff_events import (
    BadgeIssued,
    DisabledBecause,
    PinReset,
    RefusedBecause,
    SignedIn,
    SignInRefused,
    StaffAdded,
    StaffDisabled,
)
from kiosk.core.tries import Tries
from kiosk.gate import staff_acts
from kiosk.gate.sign_in import sign_in
from kiosk.gate.staff_acts import Credentials, Newcomer, StaffRuleError
from kiosk.ledger.errors import LedgerCorruptedError, LedgerKeyError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, at
from tests.contract.conftest import Store

NOW = at("10:00")
WEBER, MEIER, BERGER = StaffId("weber"), StaffId("meier"), StaffId("berger")
PINS = {WEBER: Pin("820415"), MEIER: Pin("307261"), BERGER: Pin("482913")}
ROLES = {WEBER: Role.ADMIN, MEIER: Role.MANAGER, BERGER: Role.SECURITY}
WRONG = Pin("000000")
BADGE = Badge(4711)


@pytest.fixture
def key(ledger: Ledger, tmp_path: Path) -> PinKey:
    return ledger.pin_key(tmp_path / "pins.key")


@pytest.fixture
def staff(ledger: Ledger, key: PinKey) -> Ledger:
    """A ledger that knows an admin, a manager and a guard with a badge."""
    for who in (WEBER, MEIER, BERGER):
        given = Credentials(PINS[who], BADGE if who == BERGER else None)
        by = None if who == WEBER else WEBER
        staff_acts.add_member(ledger, key, Newcomer(who, "Musterfrau", ROLES[who]), given, by, NOW)
    return ledger


def given(pin: str, badge: Badge | None = None) -> Credentials:
    return Credentials(Pin(pin), badge)


def events(ledger: Ledger) -> list[Event]:
    return [each.event for each in ledger.events()]


def member(ledger: Ledger, who: StaffId) -> Member:
    kept = ledger.staff_member(who)
    assert kept is not None
    return kept.member


def try_wrongly(ledger: Ledger, key: PinKey, times: int) -> None:
    """Type a wrong PIN of the guard, each time when the pause is over."""
    for number in range(times):
        answer = sign_in(ledger, key, BERGER, WRONG, MAIN_DOOR, NOW + timedelta(hours=2 * number))
        assert isinstance(answer, Refusal)
        assert answer.because is RefusedBecause.WRONG_PIN


def test_a_new_ledger_knows_nobody(ledger: Ledger) -> None:
    assert ledger.staff() == ()
    assert ledger.staff_member(BERGER) is None
    assert ledger.staff_member(BADGE) is None


def test_who_was_added_signs_in_by_id_or_by_badge_with_the_pin(staff: Ledger, key: PinKey) -> None:
    for who in (BERGER, BADGE):
        answer = sign_in(staff, key, who, PINS[BERGER], MAIN_DOOR, NOW)
        assert answer == Member(BERGER, "Musterfrau", Role.SECURITY, Tries(PERSON_LIMIT), False, NOW)
    signed_in = events(staff)[-1]
    assert signed_in.what == SignedIn(BERGER)
    assert (signed_in.by, signed_in.door, signed_in.at) == (BERGER, MAIN_DOOR, NOW)


def test_everybody_is_listed_in_the_order_in_which_they_came(staff: Ledger) -> None:
    assert [each.id for each in staff.staff()] == [BERGER, MEIER, WEBER]  # added in the same second
    assert {each.id: each.role for each in staff.staff()} == ROLES


def test_a_badge_without_the_pin_signs_nobody_in(staff: Ledger, key: PinKey) -> None:
    assert sign_in(staff, key, BADGE, WRONG, None, NOW) == Refusal(RefusedBecause.WRONG_PIN, None)
    assert events(staff)[-1].what == SignInRefused(BERGER, RefusedBecause.WRONG_PIN)


@pytest.mark.parametrize("who", [StaffId("nobody"), Badge(1)])
def test_who_is_not_known_is_refused_and_recorded_without_what_was_typed(
    staff: Ledger, key: PinKey, who: StaffId | Badge
) -> None:
    answer = sign_in(staff, key, who, PINS[BERGER], None, NOW)
    assert answer == Refusal(RefusedBecause.UNKNOWN, None)
    refused = events(staff)[-1]
    assert (refused.what, refused.by) == (SignInRefused(None, RefusedBecause.UNKNOWN), None)


def test_wrong_tries_are_kept_over_panels_and_restarts(staff: Ledger, key: PinKey, store: Store) -> None:
    for number in range(5):
        other = store.open()
        answer = sign_in(other, key, BERGER, WRONG, None, NOW)
        other.close()
        assert answer == Refusal(RefusedBecause.WRONG_PIN, timedelta(seconds=30) if number == 4 else None)
    paused = sign_in(staff, key, BERGER, PINS[BERGER], None, NOW)
    assert paused == Refusal(RefusedBecause.PAUSED, timedelta(seconds=30))
    later = NOW + timedelta(seconds=30)
    assert isinstance(sign_in(staff, key, BERGER, PINS[BERGER], None, later), Member)
    assert member(staff, BERGER).tries == Tries(PERSON_LIMIT)


def test_ten_wrong_pins_disable_until_a_manager_gives_a_new_one(staff: Ledger, key: PinKey) -> None:
    try_wrongly(staff, key, 10)
    assert [each.what for each in events(staff)][-1] == StaffDisabled(BERGER, DisabledBecause.WRONG_PINS)
    later = NOW + timedelta(days=1)
    refused = sign_in(staff, key, BERGER, PINS[BERGER], None, later)
    assert refused == Refusal(RefusedBecause.DISABLED, None)
    staff_acts.reset_pin(staff, key, BERGER, given("593024"), MEIER, later)
    assert isinstance(sign_in(staff, key, BERGER, Pin("593024"), None, later), Member)
    assert isinstance(sign_in(staff, key, BERGER, PINS[BERGER], None, later), Refusal)


def test_guesses_at_many_panels_at_once_are_counted_one_by_one(
    staff: Ledger, key: PinKey, store: Store
) -> None:
    answers: list[Member | Refusal] = []

    def guess() -> None:
        panel = store.open()
        answers.extend(sign_in(panel, key, BERGER, WRONG, None, NOW) for _ in range(3))
        panel.close()

    threads = [threading.Thread(target=guess) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reasons = [each.because for each in answers if isinstance(each, Refusal)]
    assert reasons.count(RefusedBecause.WRONG_PIN) == 5
    assert reasons.count(RefusedBecause.PAUSED) == 7
    assert member(staff, BERGER).tries.wrong == 5
    assert staff.verify().flaw is None


def test_each_act_on_the_staff_is_recorded_with_its_author_and_without_a_name(
    staff: Ledger, key: PinKey
) -> None:
    staff_acts.reset_pin(staff, key, BERGER, given("593024", Badge(5)), MEIER, NOW)
    staff_acts.disable_member(staff, BERGER, WEBER, NOW)
    assert [(each.by, each.what) for each in events(staff)] == [
        (None, StaffAdded(WEBER, Role.ADMIN)),
        (WEBER, StaffAdded(MEIER, Role.MANAGER)),
        (WEBER, StaffAdded(BERGER, Role.SECURITY)),
        (WEBER, BadgeIssued(BERGER)),
        (MEIER, PinReset(BERGER)),
        (MEIER, BadgeIssued(BERGER)),
        (WEBER, StaffDisabled(BERGER, DisabledBecause.ORDERED)),
    ]
    told = repr(events(staff))
    assert "Musterfrau" not in told
    assert "593024" not in told
    assert staff.house() == EMPTY_HOUSE
    assert staff.verify().flaw is None


def test_a_new_badge_takes_the_place_of_the_old_one(staff: Ledger, key: PinKey) -> None:
    staff_acts.reset_pin(staff, key, BERGER, given("593024", Badge(5)), MEIER, NOW)
    assert staff.staff_member(BADGE) is None
    assert staff.staff_member(Badge(5)) == staff.staff_member(BERGER)


def test_who_gets_a_new_pin_without_a_badge_keeps_the_old_badge(staff: Ledger, key: PinKey) -> None:
    staff_acts.reset_pin(staff, key, BERGER, given("593024"), MEIER, NOW)
    assert staff.staff_member(BADGE) is not None


def test_without_an_id_people_get_numbers(staff: Ledger, key: PinKey) -> None:
    newcomer = Newcomer(None, "", Role.SECURITY)
    ids = [staff_acts.add_member(staff, key, newcomer, given("593024"), WEBER, NOW) for _ in range(2)]
    assert ids == ["101", "102"]


def test_an_id_is_given_once(staff: Ledger, key: PinKey) -> None:
    staff_acts.disable_member(staff, BERGER, WEBER, NOW)
    with pytest.raises(StaffRuleError, match="berger is somebody's id already"):
        staff_acts.add_member(staff, key, Newcomer(BERGER, "", Role.MANAGER), given("593024"), WEBER, NOW)
    assert member(staff, BERGER).role is Role.SECURITY


def test_the_first_of_the_staff_is_an_admin(ledger: Ledger, key: PinKey) -> None:
    with pytest.raises(StaffRuleError, match="add an admin first"):
        staff_acts.add_member(ledger, key, Newcomer(BERGER, "", Role.SECURITY), given("593024"), None, NOW)
    assert ledger.staff() == ()
    assert events(ledger) == []


def test_once_there_is_an_admin_nobody_is_added_without_one(staff: Ledger, key: PinKey) -> None:
    with pytest.raises(StaffRuleError, match="there is an admin"):
        staff_acts.add_member(staff, key, Newcomer(None, "", Role.ADMIN), given("593024"), None, NOW)


def test_an_admin_who_typed_ten_wrong_pins_does_not_lock_the_office_out(staff: Ledger, key: PinKey) -> None:
    with staff.transaction() as transaction:
        transaction.staff.set_tries(WEBER, Tries(PERSON_LIMIT, 10))
    rescuer = staff_acts.add_member(staff, key, Newcomer(None, "", Role.ADMIN), given("593024"), None, NOW)
    staff_acts.reset_pin(staff, key, WEBER, given("604135"), rescuer, NOW)
    assert isinstance(sign_in(staff, key, WEBER, Pin("604135"), None, NOW), Member)


@pytest.mark.parametrize("by", [MEIER, BERGER])
def test_only_an_admin_adds_and_disables(staff: Ledger, key: PinKey, by: StaffId) -> None:
    before = events(staff)
    with pytest.raises(StaffRuleError, match="this needs admin"):
        staff_acts.add_member(staff, key, Newcomer(None, "", Role.SECURITY), given("593024"), by, NOW)
    with pytest.raises(StaffRuleError, match="this needs admin"):
        staff_acts.disable_member(staff, BERGER, by, NOW)
    assert events(staff) == before


@pytest.mark.parametrize(("who", "by"), [(BERGER, BERGER), (MEIER, MEIER), (WEBER, MEIER)])
def test_nobody_resets_a_pin_that_is_not_theirs_to_reset(
    staff: Ledger, key: PinKey, who: StaffId, by: StaffId
) -> None:
    with pytest.raises(StaffRuleError, match=f"{by} is {ROLES[by].value}: this needs admin"):
        staff_acts.reset_pin(staff, key, who, given("593024"), by, NOW)
    assert isinstance(sign_in(staff, key, who, PINS[who], None, NOW), Member)


def test_what_an_admin_ordered_a_manager_does_not_take_back(staff: Ledger, key: PinKey) -> None:
    staff_acts.disable_member(staff, BERGER, WEBER, NOW)
    with pytest.raises(StaffRuleError, match="this needs admin"):
        staff_acts.reset_pin(staff, key, BERGER, given("593024"), MEIER, NOW)
    staff_acts.reset_pin(staff, key, BERGER, given("593024"), WEBER, NOW)
    assert member(staff, BERGER).can_sign_in


def test_who_was_disabled_meanwhile_does_nothing_more(staff: Ledger, key: PinKey) -> None:
    staff_acts.disable_member(staff, MEIER, WEBER, NOW)
    with pytest.raises(StaffRuleError, match="meier signs in no more"):
        staff_acts.reset_pin(staff, key, BERGER, given("593024"), MEIER, NOW)


def test_the_last_admin_is_not_disabled(staff: Ledger, key: PinKey) -> None:
    with pytest.raises(StaffRuleError, match="add another admin first"):
        staff_acts.disable_member(staff, WEBER, WEBER, NOW)
    other = staff_acts.add_member(staff, key, Newcomer(None, "", Role.ADMIN), given("593024"), WEBER, NOW)
    staff_acts.disable_member(staff, WEBER, WEBER, NOW)
    assert [each.id for each in staff.staff() if each.disabled] == [WEBER]
    assert member(staff, other).can_sign_in


def test_to_disable_somebody_twice_changes_nothing(staff: Ledger) -> None:
    staff_acts.disable_member(staff, BERGER, WEBER, NOW)
    before = events(staff)
    staff_acts.disable_member(staff, BERGER, WEBER, NOW)
    assert events(staff) == before


def test_somebody_whom_nobody_knows_is_named(staff: Ledger, key: PinKey) -> None:
    with pytest.raises(StaffRuleError, match="nobody with the id schulz; kiosk staff list"):
        staff_acts.disable_member(staff, StaffId("schulz"), WEBER, NOW)
    with pytest.raises(StaffRuleError, match="nobody with the id schulz"):
        staff_acts.reset_pin(staff, key, StaffId("schulz"), given("593024"), WEBER, NOW)


def test_nothing_is_kept_of_an_act_that_fails(staff: Ledger) -> None:
    class PowerCutError(Exception):
        pass

    def fail() -> None:
        with staff.transaction() as transaction:
            transaction.staff.disable(BERGER)
            raise PowerCutError

    with pytest.raises(PowerCutError):
        fail()
    assert member(staff, BERGER).can_sign_in


def test_the_key_of_the_pins_is_made_once_and_known_again(staff: Ledger, key: PinKey, tmp_path: Path) -> None:
    assert staff.pin_key(tmp_path / "pins.key").mark == key.mark
    with pytest.raises(LedgerKeyError, match="nobody of the staff signs in"):
        staff.pin_key(tmp_path / "lost.key")
    (tmp_path / "other.key").touch(mode=0o600)
    (tmp_path / "other.key").write_bytes(bytes(32))
    with pytest.raises(LedgerKeyError, match="no PIN would be right"):
        staff.pin_key(tmp_path / "other.key")


def test_a_role_that_no_program_wrote_is_named(staff: Ledger, behind_the_back: Callable[..., None]) -> None:
    behind_the_back("UPDATE staff SET role = 'king' WHERE id = 'berger'")
    with pytest.raises(LedgerCorruptedError, match="gives berger the role 'king'"):
        staff.staff()


@pytest.mark.usefixtures("staff")
def test_no_pin_and_no_badge_can_be_read_in_the_database(store: Store) -> None:
    if not store.is_sqlite:
        pytest.skip("the file of SQLite shows what is kept as well as PostgreSQL's would")
    raw = store.file.read_bytes()
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in raw
    for pin in PINS.values():
        assert pin.digits.encode() not in raw
    assert BADGE.text.encode() not in raw


def test_events_of_a_span_are_found_whatever_order_the_clock_gave_them(
    staff: Ledger, key: PinKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ledger.reading.CHUNK", 2)
    times = ("12:00", "11:00", "11:10", "11:20", "11:59:59", "13:00", "11:30", "15:00")
    for hour in times:
        sign_in(staff, key, BERGER, PINS[BERGER], None, at(hour))
    found = [each.event.at for each in staff.events_between(at("11:00"), at("13:00"))]
    assert found == [at(hour) for hour in ("12:00", "11:00", "11:10", "11:20", "11:59:59", "11:30")]
    assert [each.event.at for each in staff.events_between(at("11:15"), at("11:30"))] == [at("11:20")]
    assert [each.event.at for each in staff.events_between(at("14:00"), at("23:00"))] == [at("15:00")]
    assert list(staff.events_between(at("13:01"), at("14:00"))) == []


def test_a_ledger_without_events_has_none_between(ledger: Ledger) -> None:
    assert list(ledger.events_between(at("00:00"), at("23:00"))) == []


def test_a_kept_member_shows_no_hash_of_the_pin_by_accident(staff: Ledger) -> None:
    assert "argon2id" not in repr(staff.staff_member(BERGER))
