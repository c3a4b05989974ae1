"""How long the panel says what came of a tap."""

from datetime import timedelta

import pytest

from kiosk.core.guard_view import Answered, Failed, KeptByHand, NotKept, Recorded, Result
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.voice import Voice
from kiosk.ui.panel.words import Words
from tests.ui.panel.states import LET_IN, NOW, ONE_LEFT
from tests.ui.screen_states import OFFICE

PRINTED = Note("Printed", good=True)


def answered(result: Result) -> Answered:
    return Answered(EventId("tap"), ONE_LEFT, result)


@pytest.mark.parametrize(
    ("result", "seconds"),
    [
        (Recorded(LET_IN), 8),
        (KeptByHand(ONE_LEFT), 8),
        (NotDone.NOT_ALLOWED, 24),
        (NotKept(ONE_LEFT), 24),
        (Failed(Trouble.LEDGER), 24),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_was_not_done_is_said_longer_than_what_was(result: Result, seconds: int) -> None:
    voice = Voice()
    voice.say_answer(answered(result), NOW)
    voice.go_on(NOW + timedelta(seconds=seconds - 1))
    assert voice.said is not None
    voice.go_on(NOW + timedelta(seconds=seconds))
    assert voice.said is None


def test_the_newest_is_said_alone_until_it_was_read() -> None:
    voice, words = Voice(), Words(OFFICE.time_zone, "en")
    voice.say_answer(answered(NotDone.RECOUNTED_SINCE), NOW)
    said = voice.in_short(words, OFFICE)
    assert said is not None
    assert not said.good
    voice.say_note(PRINTED, NOW)
    assert voice.in_short(words, OFFICE) == PRINTED
    voice.fall_silent()
    assert voice.in_short(words, OFFICE) is None
