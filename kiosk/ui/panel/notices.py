"""What the panel says about the last tap, and what the first page says about how things are."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.guard_view import Answered, GuardView, RefusedByHand, Unseen
from kiosk.core.office import Door, Office
from kiosk.core.orders import AnswerHelp, ConfirmClock, Order, ResumeAdmission, TakeBack
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.ringing import Call
from kiosk.ui.panel.texts_answer import answer_told, refused_told, unseen_told
from kiosk.ui.panel.texts_help import help_wanted, i_come
from kiosk.ui.panel.texts_notice import (
    all_doors,
    clock_is_right,
    resume,
    stopped,
    this_door,
    trouble_told,
    try_again,
    understood,
    undo_last,
)
from kiosk.ui.panel.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """What came of the last tap, and until when the panel says it (aware)."""

    what: Answered | Note
    until: datetime


@dataclass(frozen=True, slots=True)
class NoticeTile:
    """The tile beside a notice.

    `act` is the order that it gives; an Answered is tried again by the same tap, a RefusedByHand set aside;
    None: it was read.
    """

    function: str
    text: str
    act: Order | Answered | RefusedByHand | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say, with a tile or without, on so many rows of the first page."""

    note: Note
    tile: NoticeTile | None
    rows: int


def notice(
    words: Words, office: Office, door: Door, view: GuardView | None, said: Said | None, noted: Unseen | None
) -> Notice | None:
    """Return the one thing to say now, None where nothing is.

    The first of: what came of the last tap; what became of a tap before the program ended (unless `noted`);
    what was done by hand and is not in the ledger; what is wrong; the stop that holds at this door.
    """
    if said is not None:
        return _said(words, office, said, is_by_hand=view is not None and view.is_by_hand)
    if view is None:
        return None
    if view.unseen is not None and view.unseen != noted:
        tile = NoticeTile("understood", understood(words), None)
        return Notice(unseen_told(words, office, view.unseen), tile, 2)
    if view.refused:
        tile = NoticeTile("understood", understood(words), view.refused[0])
        return Notice(refused_told(words, office, view.refused[0]), tile, 2)
    if view.trouble is not None:
        told = trouble_told(words, view.trouble, len(view.kept))
        is_clock = view.trouble is Trouble.CLOCK
        return Notice(
            told, NoticeTile("confirm_clock", clock_is_right(words), ConfirmClock()) if is_clock else None, 2
        )
    stop = None if view.house is None else view.house.stop_at(door.id)
    if stop is None:
        return None
    where = all_doors(words) if stop.door is None else this_door(words)
    tile = NoticeTile("resume", resume(words), ResumeAdmission(stop.door))
    return Notice(Note(stopped(words, where), good=False, hint=words.wording(stop.message)), tile, 2)


def call_notice(words: Words, office: Office, call: Call, now: datetime) -> Notice:
    """Return what is said before all else while a visitor wants help."""
    tile = NoticeTile("answer_help", i_come(words), AnswerHelp(call.door))
    return Notice(help_wanted(words, office, call, now), tile, 2)


def _said(words: Words, office: Office, said: Said, *, is_by_hand: bool) -> Notice:
    if isinstance(said.what, Note):
        return Notice(said.what, None if said.what.good else _understood(words), 1)
    told = answer_told(words, office, said.what)
    if told.undoes is not None and not is_by_hand:
        return Notice(told.note, NoticeTile("undo_last", undo_last(words), TakeBack(told.undoes)), 1)
    if told.may_be_tried_again:
        return Notice(told.note, NoticeTile("try_again", try_again(words), said.what), 2)
    return Notice(told.note, None if told.note.good else _understood(words), 1 if told.note.good else 2)


def _understood(words: Words) -> NoticeTile:
    return NoticeTile("understood", understood(words), None)
