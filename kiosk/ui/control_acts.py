"""What each control does, touched on the screen or pressed on the hardware keypad beside it."""

from typing import Literal, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.scan.wedge import Typed
from kiosk.ui.controls import Control
from kiosk.ui.door_keys import control_of
from kiosk.ui.language import Language
from kiosk.ui.visitor_pages import VisitorPages

_OfLook = Literal[Control.LARGER, Control.CONTRAST]
_OfTime = Literal[Control.NEXT_LEAF, Control.MORE_TIME]
_OfSpeech = Literal[Control.READ_ALOUD, Control.SAY_AGAIN, Control.LOUDER, Control.SILENT]


class ControlActs(QObject):
    """Does what the visitor asks for; `has_voice` is whether this door can read aloud.

    `help_wanted` and `help_not_wanted` say that somebody touched what calls the staff, and what takes that
    back.
    """

    help_wanted = Signal()
    help_not_wanted = Signal()

    def __init__(self, pages: VisitorPages, language: Language) -> None:
        super().__init__(pages)
        self._pages, self._language = pages, language
        self.has_voice = False
        pages.footer.touched.connect(self.act)
        pages.footer.language_chosen.connect(self.choose_language)
        pages.languages.language_chosen.connect(self.choose_language)

    @Slot(object)
    def take_key(self, typed: Typed) -> None:
        """Take a key of a hardware keypad for a touch, where that would be offered."""
        control = control_of(typed)
        if control is Control.READ_ALOUD and self._pages.reader.speech.is_on:
            control = Control.SAY_AGAIN
        # Help is there always; a key that is pressed twice must not take it back.
        if control is not None and (control is Control.HELP or self._pages.footer.offers(control)):
            self.act(control)

    @Slot(object)
    def act(self, control: Control) -> None:
        """Do what was asked for by one touch."""
        pages = self._pages
        match control:
            case Control.LANGUAGES:
                pages.open_languages()
            case Control.LARGER | Control.CONTRAST:
                self._change_look(control)
            case Control.NEXT_LEAF | Control.MORE_TIME:
                self._take_time(control)
            case Control.READ_ALOUD | Control.SAY_AGAIN | Control.LOUDER | Control.SILENT:
                self._change_speech(control)
            case Control.KEYPAD:
                pages.open_keypad()
            case Control.BACK:
                pages.go_back()
            case Control.HELP | Control.HELP_COMES:
                self.help_wanted.emit()
                pages.open_help()
            case Control.NO_HELP:
                self.help_not_wanted.emit()
            case _ as never:
                assert_never(never)

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak the language that somebody has touched, until the next visitor."""
        pages = self._pages
        if pages.seen is pages.languages:
            pages.show_before()
        pages.wishes.language = language
        self._language.speak(language)
        # The language of now was perhaps touched again: its button stays chosen.
        pages.footer.speak(language)
        pages.languages.speak(language)
        pages.wait_for_use()

    def _change_look(self, control: _OfLook) -> None:
        wishes = self._pages.wishes
        match control:
            case Control.LARGER:
                wishes.enlarged = not wishes.enlarged
            case Control.CONTRAST:
                wishes.high_contrast = not wishes.high_contrast
            case _ as never:
                assert_never(never)
        self._pages.change_look()
        self._pages.wait_for_use()

    def _take_time(self, control: _OfTime) -> None:
        match control:
            case Control.NEXT_LEAF:
                self._pages.answer.turn_by_hand()
            case Control.MORE_TIME:
                pass
            case _ as never:
                assert_never(never)
        self._pages.stay_longer()

    def _change_speech(self, control: _OfSpeech) -> None:
        speech = self._pages.reader.speech
        match control:
            case Control.READ_ALOUD:
                if self.has_voice and not speech.is_on:
                    self._pages.begin_reading_aloud()
            case Control.SAY_AGAIN:
                speech.say_again()
                self._pages.wait_for_use()
            case Control.LOUDER:
                speech.louder()
                self._pages.wait_for_use()
            case Control.SILENT:
                speech.end()
                self._pages.offer_controls()
            case _ as never:
                assert_never(never)
