"""The visitor's screen: the idle page, the answer and the keypad, and when each of them is seen."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QRect, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.help_calls import HelpTold
from kiosk.core.office import FALLBACK_LANGUAGE, Door, Office
from kiosk.core.verdict import HoldAgain, Verdict
from kiosk.languages.own import OwnLanguage
from kiosk.scan.frame import Frame
from kiosk.scan.guidance import Guide
from kiosk.scan.reading import Reading
from kiosk.scan.wedge import Typed
from kiosk.ui.answer_page import AnswerPage
from kiosk.ui.answer_time import AnswerTime
from kiosk.ui.controls import Control, help_control, offered
from kiosk.ui.door_keys import control_of
from kiosk.ui.door_window import DoorWindow
from kiosk.ui.footer import Footer
from kiosk.ui.help_page import HelpPage
from kiosk.ui.hero import DoorState
from kiosk.ui.idle_page import IdlePage
from kiosk.ui.keypad_page import KeypadPage
from kiosk.ui.language import Language
from kiosk.ui.language_page import LanguagePage
from kiosk.ui.leaves import LEAF_MS
from kiosk.ui.look import Look
from kiosk.ui.page_stack import PageStack
from kiosk.ui.reader import Reader
from kiosk.ui.screens import scale_on_screen
from kiosk.ui.sounds import ANSWERS, sound_of
from kiosk.ui.stay import stay_share
from kiosk.ui.step_card import CardMaker
from kiosk.ui.view import HouseView
from kiosk.ui.wishes import Wishes

if TYPE_CHECKING:
    from kiosk.ui.tones import Tones

READING_MS = 6000
"""For how long a letter may be read before the screen invites anew."""

_TONES_MS = 300


class VisitorScreen(DoorWindow):
    """What the visitor at one door sees; it draws what it is told and asks nobody anything.

    `answer_seconds` is how long the shortest answer stays. `px_per_mm` overrides what the screen says of its
    size; without `moving` all pictures stand still. `scanned` carries what a USB scanner typed, `code_typed`
    a short code from the keypad, and `answer_gone` tells that the screen invites the next visitor.
    `help_wanted` and `help_not_wanted` say that somebody touched what calls the staff, and what takes that
    back.
    """

    scanned = Signal(str)
    code_typed = Signal(str)
    answer_gone = Signal()
    help_wanted = Signal()
    help_not_wanted = Signal()

    def __init__(
        self,
        office: Office,
        door: Door,
        *,
        answer_seconds: float = 8.0,
        camera: bool,
        px_per_mm: float | None = None,
        moving: bool = True,
        own_languages: Iterable[OwnLanguage] = (),
    ) -> None:
        super().__init__(office.name)
        self._answer_ms = round(answer_seconds * 1000)
        self._has_voice = False
        self._px_per_mm = px_per_mm
        self._moving = moving
        self._state = DoorState(office, door.direction, has_camera=camera)
        self._verdict: Verdict | None = None
        self._guide = Guide()
        self._tones: Tones | None = None

        self.language = Language(self, own=own_languages)
        self._idle = IdlePage(self.language, self)
        self._answer = AnswerPage(self)
        self._keypad = KeypadPage(self)
        self._spoken = self.language.names_of(office.languages)
        self._footer = Footer(office.name, self._spoken, self)
        self._languages = LanguagePage(self._spoken, self)
        self._help = HelpPage(office.contacts.phone, self)
        self._help_told = HelpTold.NOTHING
        self._help_may_go = True
        pages = (self._idle, self._answer, self._keypad, self._languages, self._help)
        self._pages = PageStack(pages, asides=(self._languages, self._help))
        self._wishes = Wishes(self)
        self._reader = Reader(self)
        self.speech = self._reader.speech
        self._time = AnswerTime(self)
        self.answer_kept = self._time.kept_until
        self._reading_ends = QTimer(self, singleShot=True, interval=READING_MS)
        self._tones_begin = QTimer(self, singleShot=True, interval=_TONES_MS)
        self._connect()
        self._offer_controls()
        self._speak()

    def _connect(self) -> None:
        self.keys.scanned.connect(self.scanned)
        self.keys.typed.connect(self._on_typed)
        self._time.over.connect(self._on_answer_over)
        self._help.over.connect(self._show_page_before)
        self._reading_ends.timeout.connect(self._stop_reading)
        self._wishes.over.connect(self._to_idle)
        self._tones_begin.timeout.connect(self._load_tones)
        self.language.changed.connect(self._on_language)
        self._footer.language_chosen.connect(self.choose_language)
        self._languages.language_chosen.connect(self.choose_language)
        self._footer.touched.connect(self._on_control)
        self._keypad.unused.connect(self._to_idle)
        self._keypad.code_typed.connect(self._on_code)

    @property
    def aims(self) -> SignalInstance:
        """Carries the number of the tone that leads a letter to the camera."""
        return self._reader.aims

    @Slot(object)
    def show_house(self, view: HouseView) -> None:
        """Show how the house is now."""
        self._know(replace(self._state, view=view))

    @Slot(object)
    def show_answer(self, verdict: Verdict, letter_language: str | None = None) -> None:
        """Show what the visitor is told, at once; it goes by itself.

        A language that somebody has touched goes before the `letter_language`, that before German.
        """
        self._verdict = verdict
        if self._wishes.language is None:
            known = letter_language if letter_language in self._spoken else None
            self.language.speak(known or FALLBACK_LANGUAGE)
        self._state = replace(self._state, reading=False)
        self._reading_ends.stop()
        self._draw_answer()
        if self._tones is not None:
            self._tones.play(sound_of(verdict.outcome))

    @Slot(object, object)
    def show_frame(self, frame: Frame, reading: Reading) -> None:
        """Show the camera's newest picture (blue, green, red), what was found in it, and what would help."""
        if self._pages.seen is self._answer:
            self._time.see(frame, reading)
        elif self._pages.seen is self._idle and not self._state.camera_trouble:
            if self.speech.is_on:
                self._reader.aim(frame, reading)
            self._idle.show_frame(frame.image, reading)
            self._know(replace(self._state, hint=self._guide.see(reading, frame.taken_at)))

    @Slot(bool)
    def show_camera_trouble(self, trouble: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Show that the camera gives no pictures, or gives them again."""
        self._know(replace(self._state, camera_trouble=trouble))

    @Slot()
    def show_reading(self) -> None:
        """Show at once that a letter was seen; the answer of the one before goes."""
        is_next = self._verdict is not None and not isinstance(self._verdict.step, HoldAgain)
        self._state = replace(self._state, reading=True)
        self._reading_ends.start()
        self._forget_answer()
        if is_next:
            self._begin_anew()
        self._show_page(self._idle)

    @Slot(bool)
    def show_next_waits(self, waits: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Show that another letter was seen, whose turn comes when the answer could be read."""
        self._answer.show_next_waits(waits=waits)
        if waits and self._pages.seen is self._idle:
            self._reading_ends.start()
            self._know(replace(self._state, reading=True))

    @Slot(float)
    def show_keypad_pause(self, seconds: float) -> None:
        """Take no short code from the keypad for `seconds`."""
        self._keypad.lock(seconds)

    def allow_speech(self, *, everybody_hears: bool) -> None:
        """Offer to read aloud, since this door has a voice; before others, nothing private is said."""
        self._reader.everybody_hears = everybody_hears
        self._has_voice = True
        self._footer.allow_speech()
        self._lay_out()
        self._offer_controls()

    @Slot()
    def open_keypad(self) -> None:
        """Open the keypad for a short code."""
        self._wishes.use()
        self._forget_answer()
        self._keypad.open()
        self._show_page(self._keypad)

    @Slot()
    def open_languages(self) -> None:
        """Offer all languages; the answer that is seen comes back afterwards, unless its time is over."""
        if self._pages.seen is self._languages:
            return
        if self._pages.seen is not self._answer:
            self._wishes.wait_for_use()
        self._show_page(self._languages)

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak the language that somebody has touched, until the next visitor."""
        if self._pages.seen is self._languages:
            self._show_page_before()
        self._wishes.language = language
        self.language.speak(language)
        # The language of now was perhaps touched again: its button stays chosen.
        self._footer.speak(language)
        self._languages.speak(language)
        self._wait_for_use()

    def _change_look(self) -> None:
        self._footer.choose(Control.LARGER, chosen=self._wishes.enlarged)
        self._footer.choose(Control.CONTRAST, chosen=self._wishes.high_contrast)
        self._footer.update()
        self._lay_out()

    def _wait_for_use(self) -> None:
        if self._pages.seen is self._idle:
            self._wishes.wait_for_use()

    def show_help(self, told: HelpTold, may_take_back: bool) -> None:  # noqa: FBT001 - as it is told
        """Show what became of a call for help; in the midst of something else, the controls alone say it."""
        self._help_told, self._help_may_go = told, may_take_back
        if told is HelpTold.NOTHING:
            if self._pages.seen is self._help:
                self._show_page_before()
        elif self._pages.seen is self._help or (
            told is HelpTold.ON_THE_WAY and self._pages.seen is self._idle
        ):
            self._open_help()
        self._offer_controls()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's spelling
        """Get the tones ready, too."""
        super().showEvent(event)
        self._tones_begin.start()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Leave the application without a language, as it was."""
        super().closeEvent(event)
        if event.isAccepted():
            self.language.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Give every page its place, and lay out what is seen."""
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._look()
        rows = 1 if self.width() >= self.height() else 2
        height = self._footer.height_for(look, self.width(), rows=rows)
        self._footer.setGeometry(0, self.height() - height, self.width(), height)
        self._pages.place(QRect(0, 0, self.width(), self.height() - height))
        self._refresh_idle()
        self._keypad.lay_out(look)
        self._languages.lay_out(look)
        self._help.lay_out(look)
        if self._pages.seen is self._answer:
            self._draw_answer()

    def _look(self) -> Look:
        return self._wishes.look(scale_on_screen(self, self._px_per_mm), moving=self._moving)

    def _show_page(self, page: QWidget) -> None:
        self._pages.show(page)
        if page is self._idle:
            self._refresh_idle()
        else:
            # The picture of whoever stood here must not be there for the next one.
            self._idle.forget_picture()
            self._guide.forget()
            self._state = replace(self._state, hint=None)
        if page is not self._keypad:
            # Else what was typed would stay, and the keypad's own time would take the answer away.
            self._keypad.close_keypad()
        self._offer_controls()
        self._follow_aloud()

    def _offer_controls(self) -> None:
        leads_back = self._pages.is_aside() or self._pages.seen is self._keypad
        leaves = self._answer.leaves if self._pages.seen is self._answer else 0
        help_ = help_control(self._help_told, may_go=self._help_may_go and self._pages.seen is self._help)
        reads = self.speech.is_on
        self._footer.offer(offered(help_, leads_back=leads_back, leaves=leaves, reads_aloud=reads))

    def _know(self, state: DoorState) -> None:
        if state != self._state:
            self._state = state
            self._refresh_idle()

    def _refresh_idle(self) -> None:
        if self._pages.seen is self._idle:
            self._idle.show_state(self._state, self._look())
            self._follow_aloud()

    def _draw_answer(self) -> None:
        if self._verdict is None:
            return
        maker = CardMaker(
            office=self._state.office,
            language=self.language,
            view=self._state.view,
            camera=self._state.has_camera,
            portrait=self.width() < self.height(),
            look=self._look(),
        )
        self._answer.show_verdict(self._verdict, maker)
        further = LEAF_MS * (self._answer.leaves - 1)
        stays_ms = round(self._answer_ms * stay_share(self._verdict.step)) + further
        self._answer.begin(stays_ms, moving=self._moving)
        self._wishes.use()
        self._time.begin(stays_ms)
        if self.speech.is_on:
            self._time.wish_more()
        self._show_page(self._answer)

    def _forget_answer(self) -> None:
        self._time.stop()
        self._answer.forget()
        if self._verdict is not None:
            self._verdict = None
            self.answer_gone.emit()

    def _stop_reading(self) -> None:
        self._know(replace(self._state, reading=False))

    def _to_idle(self) -> None:
        self._forget_answer()
        self._begin_anew()
        self._show_page(self._idle)

    def _begin_anew(self) -> None:
        """Do nothing any more that the last visitor has asked for: the next one has asked for nothing."""
        self.speech.end()
        usual = not (self._wishes.enlarged or self._wishes.high_contrast)
        self._wishes.forget()
        if not usual:
            self._change_look()
        self.language.speak(FALLBACK_LANGUAGE)

    def _on_code(self, code: str) -> None:
        self.show_reading()
        self.code_typed.emit(code)

    def _on_typed(self, typed: Typed) -> None:
        """Take a key of a hardware keypad for a touch, where that would be offered."""
        control = control_of(typed)
        if control is Control.READ_ALOUD and self.speech.is_on:
            control = Control.SAY_AGAIN
        # Help is there always; a key that is pressed twice must not take it back.
        if control is not None and (control is Control.HELP or self._footer.offers(control)):
            self._on_control(control)

    def _on_control(self, control: Control) -> None:  # noqa: C901, PLR0912 - one flat branch for each
        match control:
            case Control.LANGUAGES:
                self.open_languages()
            case Control.LARGER:
                self._wishes.enlarged = not self._wishes.enlarged
                self._change_look()
                self._wait_for_use()
            case Control.CONTRAST:
                self._wishes.high_contrast = not self._wishes.high_contrast
                self._change_look()
                self._wait_for_use()
            case Control.NEXT_LEAF:
                self._answer.turn_by_hand()
                self._answer.stay(self._time.wish_more(), moving=self._moving)
            case Control.READ_ALOUD:
                self._begin_reading_aloud()
            case Control.SAY_AGAIN:
                self.speech.say_again()
                self._wait_for_use()
            case Control.LOUDER:
                self.speech.louder()
                self._wait_for_use()
            case Control.SILENT:
                self.speech.end()
                self._offer_controls()
            case Control.MORE_TIME:
                self._answer.stay(self._time.wish_more(), moving=self._moving)
            case Control.KEYPAD:
                self.open_keypad()
            case Control.BACK:
                self._go_back()
            case Control.HELP | Control.HELP_COMES:
                self.help_wanted.emit()
                self._open_help()
            case Control.NO_HELP:
                self.help_not_wanted.emit()
            case _ as never:
                assert_never(never)

    def _begin_reading_aloud(self) -> None:
        if self._has_voice and not self.speech.is_on:
            self._reader.begin(self._pages.seen, self._verdict, self.language.now)
            self._time.wish_more()
            self._wait_for_use()
            self._offer_controls()

    def _follow_aloud(self) -> None:
        self._reader.follow(self._pages.seen, self._verdict, self.language.now)

    def _open_help(self) -> None:
        self._help.tell(self._help_told)
        self._show_page(self._help)

    def _on_answer_over(self) -> None:
        if self._pages.seen is self._help:
            # Whoever called for help reads on; what it was about is over.
            self._forget_answer()
        else:
            self._to_idle()

    def _go_back(self) -> None:
        if self._pages.is_aside():
            self._show_page_before()
        else:
            self._to_idle()

    def _show_page_before(self) -> None:
        before = self._pages.before
        if before is self._keypad:
            self.open_keypad()  # with its own time, which ended when it was left
        elif before is self._answer and self._verdict is None:
            self._to_idle()
        elif before is self._answer:
            self._draw_answer()  # in the look of now
        else:
            self._show_page(before)
            self._wait_for_use()

    def _on_language(self) -> None:
        self._speak()
        self._lay_out()

    def _speak(self) -> None:
        # The panel beside this window reads in a direction of its own.
        self.setLayoutDirection(self.language.direction)
        self._footer.speak(self.language.now)
        self._languages.speak(self.language.now)
        self._keypad.speak()

    def _load_tones(self) -> None:
        # Qt's multimedia takes a third of a second to load: the door must be ready to scan before.
        from kiosk.ui.tones import Tones  # noqa: PLC0415 - as the line above says

        self._tones = Tones(ANSWERS, self)
