"""What is read aloud of a page: its words in their order, and nothing private where everybody hears it."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtWidgets import QWidget

from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    ReadMessage,
    UseDoor,
    Verdict,
    WaitForNumber,
)
from kiosk.ui import speech_texts
from kiosk.ui.answer_texts import told
from kiosk.ui.text_block import Text


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sentences to be said one after another, how loud (0 to 1), in which language."""

    sentences: tuple[str, ...]
    language: str
    volume: float


def is_private(step: NextStep) -> bool:
    """Say whether a next step tells others where somebody goes or when: that is nobody's business."""
    match step:
        case GoTo() | ComeBackAt() | UseDoor() | WaitForNumber():
            return True
        case HoldAgain() | Goodbye() | ComeWhenOpen() | ReadMessage() | CallOffice() | AskStaff():
            return False
        case _ as never:
            assert_never(never)


def words_on(part: QWidget, *, hidden_too: bool = False) -> tuple[str, ...]:
    """Return all that is written on a page or a part of it; `hidden_too`: also on leaves not seen now."""
    seen = (each for each in part.findChildren(Text) if hidden_too or each.isVisible())
    return in_lines(*(each.text for each in seen))


def answer_aloud(verdict: Verdict, page: QWidget, *, everybody_hears: bool) -> tuple[str, ...]:
    """Return what is said of an answer, all leaves of it, or no more than others may hear."""
    if everybody_hears and is_private(verdict.step):
        return in_lines(told(verdict.reason).sentence, speech_texts.not_aloud())
    return words_on(page, hidden_too=True)


def in_lines(*lines: str) -> tuple[str, ...]:
    """Return what is said of these texts, one breath for each, without their breaks."""
    return tuple(line for line in (" ".join(each.split()) for each in lines) if line)
