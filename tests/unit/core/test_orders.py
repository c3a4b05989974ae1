from dataclasses import replace

import pytest

from kiosk.core.events import SettledBecause
from kiosk.core.ids import EventId, VisitId
from kiosk.core.office import ReasonId, Wording
from kiosk.core.orders import (
    Admit,
    AnswerHelp,
    CallNumber,
    CloseDay,
    ConfirmClock,
    CountPeopleOut,
    EndCountedOut,
    EnterRecount,
    ExemptFromMask,
    GiveNumber,
    Order,
    PutNumberBack,
    ResumeAdmission,
    SearchBookings,
    SendBack,
    SettleVisit,
    SkipNumber,
    StopAdmission,
    TakeBack,
    needs_nobody,
    right_to,
)
from kiosk.core.rights import Right
from tests.building import BENEFITS, EMERGENCY, MAIN_DOOR

WALK_IN = Admit(BENEFITS, 1, EMERGENCY)
VISIT, NO_MASK = VisitId("visit"), ReasonId("no_mask")


@pytest.mark.parametrize(
    ("order", "right"),
    [
        (WALK_IN, Right.ADMIT_WITHOUT_LETTER),
        (replace(WALK_IN, overrides=EventId("scan")), Right.ADMIT_BY_OVERRIDE),
        (SendBack(VISIT, NO_MASK), Right.TURN_BACK),
        (CountPeopleOut(BENEFITS), Right.COUNT_OUT),
        (EndCountedOut(VISIT, BENEFITS), Right.SETTLE_OVERDUE),
        (SettleVisit(VISIT, SettledBecause.SEEN_LEAVING), Right.SETTLE_OVERDUE),
        (ExemptFromMask(VISIT), Right.NOTE_MASK_EXEMPTION),
        (EnterRecount({BENEFITS: 2}, NO_MASK), Right.RECOUNT),
        (TakeBack(EventId("tap")), Right.UNDO),
        (StopAdmission(None, Wording((("de", "Pause"),))), Right.STOP_ADMISSION),
        (ResumeAdmission(None), Right.STOP_ADMISSION),
        (CallNumber(), Right.LEAD_LINE),
        (SkipNumber(1), Right.LEAD_LINE),
        (PutNumberBack(1), Right.LEAD_LINE),
        (GiveNumber(BENEFITS, 1), Right.LEAD_LINE),
        (AnswerHelp(MAIN_DOOR), Right.ANSWER_HELP),
        (SearchBookings("muster"), Right.SEARCH_BOOKINGS),
        (CloseDay(), Right.END_DAY),
        (ConfirmClock(), Right.CONFIRM_CLOCK),
    ],
)
def test_each_order_takes_the_right_of_its_kind(order: Order, right: Right) -> None:
    assert right_to(order) is right
    assert needs_nobody(order) == isinstance(order, AnswerHelp)
