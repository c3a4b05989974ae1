import pytest

from kiosk.core.verdict import OUT_OF_SERVICE, STAFF_DECIDES, AskStaff, Outcome, Reason, Verdict

OUTCOMES = {
    Outcome.ADMITTED: {Reason.ADMITTED, Reason.READMITTED},
    Outcome.LEFT: {Reason.LEFT},
    Outcome.WAIT: {Reason.TOO_EARLY, Reason.BUILDING_FULL, Reason.AREA_FULL, Reason.NOT_YOUR_TURN},
    Outcome.STAFF: {Reason.STAFF_DECIDES, Reason.OUT_OF_SERVICE},
}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_one_outcome_and_only_two_of_them_let_people_in(reason: Reason) -> None:
    expected = [outcome for outcome, reasons in OUTCOMES.items() if reason in reasons] or [Outcome.REFUSED]
    assert [Verdict(reason, AskStaff()).outcome] == expected


def test_when_the_door_cannot_answer_the_staff_helps() -> None:
    for asked in (STAFF_DECIDES, OUT_OF_SERVICE):
        assert (asked.outcome, asked.step) == (Outcome.STAFF, AskStaff())
