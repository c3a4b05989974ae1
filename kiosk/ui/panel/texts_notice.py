"""What the panel says of what is wrong and of a stop, and on the tiles beside that."""

from typing import assert_never

from kiosk.core.trouble import Trouble
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.words import Words


def trouble_told(words: Words, trouble: Trouble, kept: int) -> Note:
    """Return what is wrong and what works all the same; `kept` is how many entries wait on this machine."""
    waiting = words.entries_kept(kept) if kept else ""
    match trouble:
        case Trouble.LEDGER:
            return Note(
                words.translate("panel", "The database cannot be reached."),
                good=False,
                hint=waiting or words.translate("panel", "You can let people in by hand: it is kept here."),
            )
        case Trouble.CLOCK:
            return Note(
                words.translate("panel", "The clock of this machine is wrong."),
                good=False,
                hint=words.translate("panel", "Letters are not checked. You can let people in yourself."),
            )
        case Trouble.PROGRAM:
            return Note(
                words.translate("panel", "The program has a fault."),
                good=False,
                hint=words.translate("panel", "Please tell your administrator. The log says more."),
            )
        case _ as never:
            assert_never(never)


def stopped(words: Words, where: str) -> str:
    """Return that admission is stopped, at this door or at all."""
    return words.translate("panel", "Admission is stopped: {where}").format(where=where)


def this_door(words: Words) -> str:
    """Return that a stop holds here only."""
    return words.translate("panel", "this door")


def all_doors(words: Words) -> str:
    """Return that a stop holds everywhere."""
    return words.translate("panel", "all doors")


def clock_is_right(words: Words) -> str:
    """Return what the tile says by which a manager confirms the clock."""
    return words.translate("panel", "Clock is right")


def resume(words: Words) -> str:
    """Return what the tile says that lifts the stop."""
    return words.translate("panel", "Resume")


def undo_last(words: Words) -> str:
    """Return what the tile says that takes the last act back."""
    return words.translate("panel", "Undo")


def try_again(words: Words) -> str:
    """Return what the tile says that sends the same tap once more."""
    return words.translate("panel", "Try again")


def understood(words: Words) -> str:
    """Return what the tile says that takes a notice away."""
    return words.translate("panel", "OK")
