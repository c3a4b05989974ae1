"""What came of an order, in plain words: what was done, or why it was not."""

from dataclasses import dataclass
from typing import assert_never

from kiosk.core.day_report import DayReport
from kiosk.core.door_events import LetIn
from kiosk.core.events import Called, Event, Queued
from kiosk.core.guard_view import (
    Answered,
    Failed,
    Found,
    KeptByHand,
    LastTap,
    NotKept,
    Recorded,
    RefusedByHand,
    SecondPersonWanted,
    SignInWanted,
    Unseen,
)
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, Office
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
)
from kiosk.core.sign_in import Refusal
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.texts_help import gone_to
from kiosk.ui.panel.texts_not_done import not_done_told
from kiosk.ui.panel.texts_refusal import refusal_told
from kiosk.ui.panel.words import Words

_UNDOABLE = (
    Admit
    | SendBack
    | CountPeopleOut
    | EndCountedOut
    | SettleVisit
    | ExemptFromMask
    | EnterRecount
    | CallNumber
    | SkipNumber
    | PutNumberBack
    | GiveNumber
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an answer; `undoes` is what a tap takes back again."""

    note: Note
    undoes: EventId | None = None
    may_be_tried_again: bool = False


def answer_told(words: Words, office: Office, answered: Answered) -> Told:
    """Return what is said of an answer."""
    match answered.result:
        case Recorded(event=event):
            undoes = event.id if isinstance(answered.order, _UNDOABLE) else None
            return Told(Note(done(words, office, answered.order, event), good=True), undoes)
        case KeptByHand(order=order):
            hint = words.translate("panel", "Kept on this machine. It is entered as soon as possible.")
            return Told(Note(done(words, office, order, None), good=True, hint=hint))
        case Found() | DayReport():
            return Told(Note(done(words, office, answered.order, None), good=True))
        case NotDone() as why:
            return Told(_not_done(words, not_done_told(words, why)))
        case Refusal() as why:
            return Told(_not_done(words, refusal_told(words, why)))
        case SignInWanted():
            return Told(_not_done(words, words.translate("panel", "Please sign in first.")))
        case SecondPersonWanted():
            return Told(_not_done(words, words.translate("panel", "A second person has to agree.")))
        case NotKept():
            told = words.translate("panel", "This machine could not keep it either. Please note it on paper.")
            return Told(_not_done(words, told), may_be_tried_again=True)
        case Failed(trouble=trouble):
            return Told(_not_done(words, failed_told(words, trouble)), may_be_tried_again=True)
        case _ as never:
            assert_never(never)


def failed_told(words: Words, trouble: Trouble) -> str:
    """Return why something could not be done at all."""
    match trouble:
        case Trouble.LEDGER:
            return words.translate("panel", "The database cannot be reached.")
        case Trouble.CLOCK:
            return words.translate("panel", "The clock of this machine is wrong.")
        case Trouble.PROGRAM:
            return words.translate("panel", "The program has a fault.")
        case _ as never:
            assert_never(never)


def unseen_told(words: Words, office: Office, unseen: Unseen) -> Note:
    """Return what became of a tap whose answer nobody saw."""
    what = done(words, office, unseen.order, None)
    match unseen.became:
        case LastTap.RECORDED:
            hint = words.translate("panel", "The program had stopped. Your last tap was recorded.")
            return Note(what, good=True, hint=hint)
        case LastTap.NOT_RECORDED:
            hint = words.translate("panel", "The program had stopped before. Please do it again.")
            return Note(words.translate("panel", "Not done: {what}").format(what=what), good=False, hint=hint)
        case _ as never:
            assert_never(never)


def refused_told(words: Words, office: Office, refused: RefusedByHand) -> Note:
    """Return that something done by hand cannot be entered any more, why, and what sets the number right."""
    because = refused.because
    why = failed_told(words, because) if isinstance(because, Trouble) else not_done_told(words, because)
    what = done(words, office, refused.order, None)
    told = words.translate("panel", "Done at {time} and not entered: {what}")
    recount = words.translate("panel", "Please count again.")
    at = words.time_text(refused.at)
    return Note(told.format(time=at, what=what), good=False, hint=f"{why} {recount}")


def done(words: Words, office: Office, order: Order, event: Event | None) -> str:  # noqa: C901, PLR0912 - one flat branch for each order
    """Return what an order did; `event` is what was recorded, None where that is not known here."""
    match order:
        case Admit(area=area, party=party):
            return _let_in(words, office, area, party, event)
        case SendBack():
            return words.translate("panel", "Turned back")
        case CountPeopleOut(area=area, party=party):
            return words.translate("panel", "{people} left: {area}").format(
                people=words.people(party), area=area_name(words, office, area)
            )
        case EndCountedOut():
            return words.translate("panel", "Matched with people who left")
        case SettleVisit():
            return words.translate("panel", "Visit ended")
        case ExemptFromMask():
            return words.translate("panel", "Noted: exempt from the mask")
        case EnterRecount():
            return words.translate("panel", "Recount entered")
        case TakeBack():
            return words.translate("panel", "Taken back")
        case StopAdmission():
            return words.translate("panel", "Admission stopped")
        case ResumeAdmission():
            return words.translate("panel", "Admission resumed")
        case CallNumber(number=number):
            return _called(words, number, event)
        case SkipNumber(number=number):
            return words.translate("panel", "Number {number} skipped").format(number=number)
        case PutNumberBack(number=number):
            return words.translate("panel", "Number {number} waits again").format(number=number)
        case GiveNumber(party=party):
            return _given(words, party, event)
        case SearchBookings():
            return words.translate("panel", "Searched")
        case CloseDay():
            return words.translate("panel", "The day is closed")
        case AnswerHelp():
            return gone_to(words)
        case ConfirmClock():
            return words.translate("panel", "The clock is confirmed")
        case _ as never:
            assert_never(never)


def area_name(words: Words, office: Office, area: AreaId) -> str:
    """Return the name of an area, its short name where the office's file no longer has it."""
    known = office.areas.get(area)
    return str(area) if known is None else words.wording(known.name)


def _not_done(words: Words, why: str) -> Note:
    return Note(words.translate("panel", "Not done."), good=False, hint=why)


def _let_in(words: Words, office: Office, area: AreaId, party: int, event: Event | None) -> str:
    told = words.translate("panel", "{people} let in: {area}").format(
        people=words.people(party), area=area_name(words, office, area)
    )
    if event is not None and isinstance(event.what, LetIn) and event.what.above_cap:
        return f"{told} · {words.above_cap(event.what.above_cap)}"
    return told


def _called(words: Words, number: int | None, event: Event | None) -> str:
    if event is not None and isinstance(event.what, Called):
        number = event.what.number
    if number is None:
        return words.translate("panel", "The next number is called")
    return words.translate("panel", "Number {number} is called").format(number=number)


def _given(words: Words, party: int, event: Event | None) -> str:
    if event is None or not isinstance(event.what, Queued):
        return words.translate("panel", "Number given")
    told = words.translate("panel", "Number {number} for {people}")
    return told.format(number=event.what.number, people=words.people(party))
