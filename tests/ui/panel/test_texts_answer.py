"""Whatever comes back to a panel has plain words of its own, in each of its languages."""

from datetime import timedelta

import pytest

from kiosk.core.events import SettledBecause
from kiosk.core.guard_view import (
    Answered,
    Failed,
    KeptByHand,
    NotKept,
    Recorded,
    Result,
    SecondPersonWanted,
    SignInWanted,
)
from kiosk.core.ids import EventId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.core.orders import (
    AnswerHelp,
    CallNumber,
    CloseDay,
    ConfirmClock,
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
)
from kiosk.core.sign_in import Refusal
from kiosk.core.staff_events import RefusedBecause
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.texts_answer import answer_told, done
from kiosk.ui.panel.texts_not_done import not_done_told
from kiosk.ui.panel.texts_notice import trouble_told
from kiosk.ui.panel.texts_refusal import paused_told
from kiosk.ui.panel.words import PANEL_LANGUAGES, Words
from tests.ui.panel.seen import plain
from tests.ui.panel.states import ADMIT, BENEFITS, LET_IN, ONE_LEFT
from tests.ui.screen_states import MESSAGE, OFFICE

VISIT = VisitId("visit")
ORDERS: tuple[Order, ...] = (
    ADMIT,
    SendBack(VISIT, ReasonId("no_mask")),
    ONE_LEFT,
    EndCountedOut(VISIT, BENEFITS),
    SettleVisit(VISIT, SettledBecause.SEEN_LEAVING),
    ExemptFromMask(VISIT),
    EnterRecount({BENEFITS: 3}, ReasonId("routine")),
    TakeBack(EventId("tap")),
    StopAdmission(None, MESSAGE),
    ResumeAdmission(None),
    CallNumber(),
    CallNumber(12),
    SkipNumber(12),
    PutNumberBack(12),
    GiveNumber(BENEFITS, 2),
    SearchBookings("typed"),
    CloseDay(),
    AnswerHelp(DoorId("main")),
    ConfirmClock(),
)
RESULTS: tuple[Result, ...] = (
    Recorded(LET_IN),
    KeptByHand(ADMIT),
    NotKept(ADMIT),
    SignInWanted(),
    SecondPersonWanted(),
    *(Failed(trouble) for trouble in Trouble),
    *(Refusal(because, timedelta(seconds=30)) for because in RefusedBecause),
)


@pytest.mark.usefixtures("qapp")
def test_every_order_and_every_reason_has_words_of_its_own() -> None:
    for language in PANEL_LANGUAGES:
        words = Words(OFFICE.time_zone, language)
        told = [done(words, OFFICE, order, None) for order in ORDERS]
        told += [not_done_told(words, why) for why in NotDone]
        assert all(told)
        assert len(set(told)) == len(ORDERS) + len(NotDone)


@pytest.mark.usefixtures("qapp")
def test_german_is_not_english() -> None:
    german, english = (Words(OFFICE.time_zone, language) for language in PANEL_LANGUAGES)
    for why in NotDone:
        assert not_done_told(german, why) != not_done_told(english, why)
    for trouble in Trouble:
        assert trouble_told(german, trouble, 0) != trouble_told(english, trouble, 0)


@pytest.mark.usefixtures("qapp")
def test_every_result_says_whether_it_was_done() -> None:
    words = Words(OFFICE.time_zone, "en")
    for result in RESULTS:
        told = answer_told(words, OFFICE, Answered(EventId("tap"), ADMIT, result))
        assert told.note.good is isinstance(result, Recorded | KeptByHand)
        assert told.may_be_tried_again is isinstance(result, Failed | NotKept)
        assert (told.undoes is not None) is isinstance(result, Recorded)


@pytest.mark.usefixtures("qapp")
def test_an_area_that_the_office_no_longer_has_is_named_as_it_was() -> None:
    words = Words(OFFICE.time_zone, "en")
    gone = GiveNumber(AreaId("archive"), 1)
    assert done(words, OFFICE, gone, None) == "Number given"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("left", "told"), [(0.2, "0:01"), (29.5, "0:30"), (61, "1:01"), (3600, "60:00")])
def test_a_pause_is_told_in_minutes_and_seconds(left: float, told: str) -> None:
    assert told in paused_told(Words(OFFICE.time_zone, "en"), timedelta(seconds=left))


@pytest.mark.usefixtures("qapp")
def test_entries_that_wait_for_the_database_are_counted() -> None:
    english = Words(OFFICE.time_zone, "en")
    assert "1 entry is kept" in plain(trouble_told(english, Trouble.LEDGER, 1).hint)
    assert "3 entries are kept" in plain(trouble_told(english, Trouble.LEDGER, 3).hint)
