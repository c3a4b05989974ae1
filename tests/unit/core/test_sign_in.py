"""Who is signed in, and how often a PIN may be guessed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.sign_in import LOCKED_AFTER, Panel, Refusal, decide_sign_in
from kiosk.core.staff import PERSON_LIMIT, Member
from kiosk.core.staff_events import DisabledBecause, RefusedBecause, SignedIn, SignInRefused, StaffDisabled
from kiosk.core.tries import Tries
from tests.building import at

NOW = at("10:00")
GUARD = Member(
    id=StaffId("berger"),
    name="",
    role=Role.SECURITY,
    tries=Tries(PERSON_LIMIT),
    disabled=False,
    created_at=at("08:00"),
)
SECOND = timedelta(seconds=1)


def after_wrong_pins(count: int) -> Member:
    member = GUARD
    for _ in range(count):
        member = replace(member, tries=member.tries.after_wrong(NOW))
    return member


def test_the_right_pin_signs_in_and_is_recorded() -> None:
    decision = decide_sign_in(GUARD, pin_is_right=True, now=NOW)
    assert decision.answer == GUARD
    assert decision.happened == (SignedIn(GUARD.id),)
    assert decision.tries is None


def test_the_right_pin_makes_the_wrong_ones_forgotten() -> None:
    decision = decide_sign_in(after_wrong_pins(4), pin_is_right=True, now=NOW)
    assert decision.answer == GUARD
    assert decision.tries == Tries(PERSON_LIMIT)


def test_a_wrong_pin_is_counted_and_recorded() -> None:
    decision = decide_sign_in(GUARD, pin_is_right=False, now=NOW)
    assert decision.answer == Refusal(RefusedBecause.WRONG_PIN, None)
    assert decision.tries == Tries(PERSON_LIMIT, 1)
    assert decision.happened == (SignInRefused(GUARD.id, RefusedBecause.WRONG_PIN),)


@pytest.mark.parametrize("pin_is_right", [True, False])
def test_an_id_that_nobody_has_is_refused_and_not_kept(*, pin_is_right: bool) -> None:
    decision = decide_sign_in(None, pin_is_right=pin_is_right, now=NOW)
    assert decision.answer == Refusal(RefusedBecause.UNKNOWN, None)
    assert decision.tries is None
    assert decision.happened == (SignInRefused(None, RefusedBecause.UNKNOWN),)


def test_the_fifth_wrong_pin_starts_a_pause_that_doubles() -> None:
    pauses = [
        decide_sign_in(
            replace(after_wrong_pins(before), tries=Tries(PERSON_LIMIT, before)), pin_is_right=False, now=NOW
        )
        for before in range(3, 9)
    ]
    told = [each.answer.pause for each in pauses if isinstance(each.answer, Refusal)]
    assert told == [None, *(timedelta(seconds=seconds) for seconds in (30, 60, 120, 240, 480))]


@pytest.mark.parametrize("pin_is_right", [True, False])
def test_in_a_pause_no_pin_is_looked_at(*, pin_is_right: bool) -> None:
    paused = after_wrong_pins(5)
    decision = decide_sign_in(paused, pin_is_right=pin_is_right, now=NOW + 29 * SECOND)
    assert decision.answer == Refusal(RefusedBecause.PAUSED, SECOND)
    assert decision.tries is None
    assert decision.happened == (SignInRefused(GUARD.id, RefusedBecause.PAUSED),)


def test_after_the_pause_the_right_pin_signs_in() -> None:
    decision = decide_sign_in(after_wrong_pins(5), pin_is_right=True, now=NOW + 30 * SECOND)
    assert decision.answer == GUARD


def test_the_tenth_wrong_pin_disables_until_somebody_resets_it() -> None:
    nine = replace(GUARD, tries=Tries(PERSON_LIMIT, 9))
    decision = decide_sign_in(nine, pin_is_right=False, now=NOW)
    assert decision.answer == Refusal(RefusedBecause.WRONG_PIN, None)
    assert decision.happened == (
        SignInRefused(GUARD.id, RefusedBecause.WRONG_PIN),
        StaffDisabled(GUARD.id, DisabledBecause.WRONG_PINS),
    )
    assert decision.tries is not None
    ten = replace(GUARD, tries=decision.tries)
    next_year = NOW + timedelta(days=365)
    again = decide_sign_in(ten, pin_is_right=True, now=next_year)
    assert again.answer == Refusal(RefusedBecause.DISABLED, None)
    assert again.tries is None


def test_who_is_disabled_by_order_is_refused_with_the_right_pin_too() -> None:
    decision = decide_sign_in(replace(GUARD, disabled=True), pin_is_right=True, now=NOW)
    assert decision.answer == Refusal(RefusedBecause.DISABLED, None)
    assert decision.happened == (SignInRefused(GUARD.id, RefusedBecause.DISABLED),)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4000)), max_size=60))
def test_nobody_gets_more_than_ten_guesses_in_a_row(attempts: list[tuple[bool, int]]) -> None:
    member, now, guesses = GUARD, NOW, 0
    for pin_is_right, seconds in attempts:
        now += seconds * SECOND
        decision = decide_sign_in(member, pin_is_right=pin_is_right, now=now)
        if isinstance(decision.answer, Member):
            guesses = 0
        elif decision.answer.because is RefusedBecause.WRONG_PIN:
            guesses += 1
        assert guesses <= 10
        if decision.tries is not None:
            member = replace(member, tries=decision.tries)
    assert member.can_sign_in == (guesses < 10)


def test_a_panel_is_locked_until_somebody_signs_in() -> None:
    assert Panel().signed_in(NOW) is None
    session = Panel().after_sign_in(GUARD, NOW).signed_in(NOW)
    assert session is not None
    assert (session.staff, session.role) == (GUARD.id, Role.SECURITY)


def test_a_panel_locks_itself_when_it_is_not_touched_for_a_minute() -> None:
    panel = Panel().after_sign_in(GUARD, NOW)
    assert panel.signed_in(NOW + LOCKED_AFTER - SECOND) is not None
    assert panel.signed_in(NOW + LOCKED_AFTER) is None


def test_a_touch_keeps_a_panel_unlocked_and_never_unlocks_one() -> None:
    panel = Panel().after_sign_in(GUARD, NOW).touched(NOW + 59 * SECOND)
    assert panel.signed_in(NOW + 118 * SECOND) is not None
    late = panel.touched(NOW + 119 * SECOND)
    assert late.signed_in(NOW + 119 * SECOND) is None
    assert late.signed_in(NOW + 59 * SECOND) is None
    assert Panel().touched(NOW) == Panel()


def test_a_clock_that_was_set_back_does_not_keep_a_panel_unlocked() -> None:
    panel = Panel().after_sign_in(GUARD, NOW)
    assert panel.signed_in(NOW - SECOND) is not None
    assert panel.signed_in(NOW - LOCKED_AFTER) is None


def test_a_panel_may_be_locked_by_hand() -> None:
    assert Panel().after_sign_in(GUARD, NOW).locked().signed_in(NOW) is None


@pytest.mark.parametrize(
    ("because", "counts"),
    [
        (RefusedBecause.WRONG_PIN, True),
        (RefusedBecause.UNKNOWN, True),
        (RefusedBecause.PAUSED, False),
        (RefusedBecause.DISABLED, False),
    ],
)
def test_a_panel_counts_pins_that_were_looked_at_and_wrong(because: RefusedBecause, *, counts: bool) -> None:
    panel = Panel()
    for _ in range(5):
        panel = panel.after_sign_in(Refusal(because, None), NOW)
    assert panel.pause(NOW) == (timedelta(seconds=30) if counts else None)
    assert panel.signed_in(NOW) is None


def test_a_wrong_pin_does_not_lock_out_who_is_signed_in() -> None:
    panel = Panel().after_sign_in(GUARD, NOW).after_sign_in(Refusal(RefusedBecause.WRONG_PIN, None), NOW)
    assert panel.signed_in(NOW) is not None


def test_a_right_pin_makes_the_panel_forget_the_wrong_ones() -> None:
    panel = Panel()
    for _ in range(4):
        panel = panel.after_sign_in(Refusal(RefusedBecause.UNKNOWN, None), NOW)
    panel = panel.after_sign_in(GUARD, NOW).after_sign_in(Refusal(RefusedBecause.UNKNOWN, None), NOW)
    assert panel.pause(NOW) is None


def test_a_panel_never_counts_up_to_the_end() -> None:
    panel = Panel()
    for _ in range(50):
        panel = panel.after_sign_in(Refusal(RefusedBecause.UNKNOWN, None), NOW)
    assert not panel.tries.are_used_up
    assert panel.pause(NOW) == timedelta(hours=1)
