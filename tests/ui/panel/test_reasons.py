"""Which reasons are offered, and which stands first."""

from kiosk.core.office import ReasonId
from kiosk.core.verdict import Reason
from kiosk.ui.panel.reasons import BOOKED, WALK_IN, reasons_to_let_in
from tests.ui.screen_states import OFFICE


def named(*names: str) -> tuple[ReasonId, ...]:
    return tuple(ReasonId(name) for name in names)


def test_the_likely_reason_comes_first_and_those_of_other_answers_are_left_out() -> None:
    listed = named("emergency", "too_late", "wrong_day", "other")
    assert reasons_to_let_in(listed, "too_late") == named("too_late", "emergency", "other")
    assert reasons_to_let_in(listed, "closed") == named("emergency", "other")
    assert reasons_to_let_in(listed, None) == named("emergency", "other")


def test_an_office_that_lists_no_other_reasons_is_still_offered_all_it_has() -> None:
    listed = named("too_late", "wrong_day")
    assert reasons_to_let_in(listed, None) == listed


def test_the_sample_office_has_a_fitting_reason_for_what_happens_at_a_door() -> None:
    expected = ("too_late", "too_early", "wrong_day", "already_used", "unknown_code", "damaged_code")
    listed = tuple(OFFICE.staff_reasons.let_in)
    for likely in (*expected, BOOKED, WALK_IN):
        assert reasons_to_let_in(listed, likely)[0] == likely
    for reason in Reason:
        offered = reasons_to_let_in(listed, reason.value)
        assert len(offered) <= 12, "all of them have room at once"
        assert {"emergency", "other"} <= set(offered)
