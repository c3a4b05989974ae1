"""Reads the visitor's screen aloud: each page as it comes, and the code's way into the picture by tones."""

from math import inf

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.verdict import Verdict
from kiosk.scan.frame import Frame
from kiosk.scan.reading import Reading
from kiosk.ui import speech_texts
from kiosk.ui.aiming import EVERY_SECONDS, step_of
from kiosk.ui.answer_page import AnswerPage
from kiosk.ui.idle_page import IdlePage
from kiosk.ui.speech import Speech
from kiosk.ui.spoken import answer_aloud, in_lines, words_on


class Reader(QObject):
    """Says what is seen. `everybody_hears`: out of a loudspeaker. `aims` carries the number of a tone."""

    aims = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speech = Speech(self)
        self.everybody_hears = True
        self._to_do: tuple[str, ...] = ()
        self._aimed_at = -inf

    def begin(self, page: QWidget, verdict: Verdict | None, language: str) -> None:
        """Read the whole page aloud, with how to hold a letter where one is awaited, and go on from there."""
        self.speech.begin()
        if isinstance(page, IdlePage):
            self._to_do = words_on(page.field)
            self.speech.say((*words_on(page), *in_lines(speech_texts.how_to_hold())), language)
        else:
            self.follow(page, verdict, language)

    def follow(self, page: QWidget, verdict: Verdict | None, language: str) -> None:
        """Say what is new: of the first page, what is to be done now and not how full the house is."""
        if not self.speech.is_on:
            return
        if isinstance(page, IdlePage):
            to_do = words_on(page.field)
            if to_do != self._to_do:
                self._to_do = to_do
                self.speech.say(to_do, language)
        elif isinstance(page, AnswerPage):
            if verdict is not None:
                told = answer_aloud(verdict, page, everybody_hears=self.everybody_hears)
                self.speech.say(told, language)
        else:
            self.speech.say(words_on(page), language)

    def aim(self, frame: Frame, reading: Reading) -> None:
        """Lead the letter by a tone, a few in a second at most."""
        height, width = frame.image.shape[:2]
        step = step_of(reading, width, height)
        if step is not None and frame.taken_at - self._aimed_at >= EVERY_SECONDS:
            self._aimed_at = frame.taken_at
            self.aims.emit(step)
