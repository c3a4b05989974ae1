"""What the panel says of the last tap, and for how long."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kiosk.core.guard_view import Answered, KeptByHand, Recorded
from kiosk.core.office import Office
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.notices import Said
from kiosk.ui.panel.texts_answer import answer_told
from kiosk.ui.panel.words import Words

SAID_FOR: Final = timedelta(seconds=8)
"""How long the panel says what was done, with a tile that takes it back."""

NOT_DONE_SAID_FOR: Final = 3 * SAID_FOR
"""How long it says what was not done: that has to be read, and perhaps tried again."""


@dataclass(slots=True)
class Voice:
    """One thing is said at a time: the newest. All times are aware."""

    said: Said | None = None

    def say_answer(self, answered: Answered, now: datetime) -> None:
        """Say what came of an order."""
        done = isinstance(answered.result, Recorded | KeptByHand)
        self.said = Said(answered, now + (SAID_FOR if done else NOT_DONE_SAID_FOR))

    def say_note(self, note: Note, now: datetime) -> None:
        """Say what became of something that is no order, such as printing."""
        self.said = Said(note, now + SAID_FOR)

    def fall_silent(self) -> None:
        """Say nothing any more: it was read, or the next tap counts."""
        self.said = None

    def go_on(self, now: datetime) -> None:
        """Fall silent when what is said was said for long enough."""
        if self.said is not None and now >= self.said.until:
            self.said = None

    def in_short(self, words: Words, office: Office) -> Note | None:
        """Return what is said where there is no room for a tile beside it."""
        if self.said is None:
            return None
        what = self.said.what
        return what if isinstance(what, Note) else answer_told(words, office, what).note
