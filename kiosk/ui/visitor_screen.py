"""The visitor's screen: the window at a door, and what it is told."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

from kiosk.core.help_calls import HelpTold
from kiosk.core.office import FALLBACK_LANGUAGE, Door, Office
from kiosk.core.verdict import HoldAgain, Verdict
from kiosk.languages.own import OwnLanguage
from kiosk.scan.frame import Frame
from kiosk.scan.reading import Reading
from kiosk.ui.control_acts import ControlActs
from kiosk.ui.door_window import DoorWindow
from kiosk.ui.hero import DoorState
from kiosk.ui.language import Language
from kiosk.ui.sounds import ANSWERS, sound_of
from kiosk.ui.view import HouseView
from kiosk.ui.visitor_pages import VisitorPages

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
        self.language = Language(self, own=own_languages)
        self._pages = VisitorPages(
            self,
            DoorState(office, door.direction, has_camera=camera),
            self.language,
            answer_seconds=answer_seconds,
            px_per_mm=px_per_mm,
            moving=moving,
        )
        self.speech = self._pages.reader.speech
        self.answer_kept = self._pages.time.kept_until
        self._acts = ControlActs(self._pages, self.language)
        self._reading_ends = QTimer(self, singleShot=True, interval=READING_MS)
        self._tones: Tones | None = None
        self._tones_begin = QTimer(self, singleShot=True, interval=_TONES_MS)
        self._connect()

    def _connect(self) -> None:
        self.keys.scanned.connect(self.scanned)
        self.keys.typed.connect(self._acts.take_key)
        self._acts.help_wanted.connect(self.help_wanted)
        self._acts.help_not_wanted.connect(self.help_not_wanted)
        self._pages.answer_gone.connect(self.answer_gone)
        self._pages.keypad.code_typed.connect(self._on_code)
        self._reading_ends.timeout.connect(self._stop_reading)
        self._tones_begin.timeout.connect(self._load_tones)

    @property
    def aims(self) -> SignalInstance:
        """Carries the number of the tone that leads a letter to the camera."""
        return self._pages.reader.aims

    @Slot(object)
    def show_house(self, view: HouseView) -> None:
        """Show how the house is now."""
        self._pages.know(replace(self._pages.state, view=view))

    @Slot(object)
    def show_answer(self, verdict: Verdict, letter_language: str | None = None) -> None:
        """Show what the visitor is told, at once; it goes by itself.

        A language that somebody has touched goes before the `letter_language`, that before German.
        """
        pages = self._pages
        pages.verdict = verdict
        if pages.wishes.language is None:
            known = letter_language if letter_language in pages.spoken else None
            self.language.speak(known or FALLBACK_LANGUAGE)
        pages.state = replace(pages.state, reading=False)
        self._reading_ends.stop()
        pages.draw_answer()
        if self._tones is not None:
            self._tones.play(sound_of(verdict.outcome))

    @Slot(object, object)
    def show_frame(self, frame: Frame, reading: Reading) -> None:
        """Show the camera's newest picture (blue, green, red), what was found in it, and what would help."""
        pages = self._pages
        if pages.seen is pages.answer:
            pages.time.see(frame, reading)
        elif pages.seen is pages.idle and not pages.state.camera_trouble:
            if self.speech.is_on:
                pages.reader.aim(frame, reading)
            pages.idle.show_frame(frame.image, reading)
            pages.know(replace(pages.state, hint=pages.guide.see(reading, frame.taken_at)))

    @Slot(bool)
    def show_camera_trouble(self, trouble: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Show that the camera gives no pictures, or gives them again."""
        self._pages.know(replace(self._pages.state, camera_trouble=trouble))

    @Slot()
    def show_reading(self) -> None:
        """Show at once that a letter was seen; the answer of the one before goes."""
        pages = self._pages
        is_next = pages.verdict is not None and not isinstance(pages.verdict.step, HoldAgain)
        pages.state = replace(pages.state, reading=True)
        self._reading_ends.start()
        pages.forget_answer()
        if is_next:
            pages.begin_anew()
        pages.show(pages.idle)

    @Slot(bool)
    def show_next_waits(self, waits: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Show that another letter was seen, whose turn comes when the answer could be read."""
        pages = self._pages
        pages.answer.show_next_waits(waits=waits)
        if waits and pages.seen is pages.idle:
            self._reading_ends.start()
            pages.know(replace(pages.state, reading=True))

    @Slot(float)
    def show_keypad_pause(self, seconds: float) -> None:
        """Take no short code from the keypad for `seconds`."""
        self._pages.keypad.lock(seconds)

    def show_help(self, told: HelpTold, may_take_back: bool) -> None:  # noqa: FBT001 - as it is told
        """Show what became of a call for help; in the midst of something else, the controls alone say it."""
        self._pages.tell_help(told, may_take_back=may_take_back)

    def allow_speech(self, *, everybody_hears: bool) -> None:
        """Offer to read aloud, since this door has a voice; before others, nothing private is said."""
        self._pages.reader.everybody_hears = everybody_hears
        self._acts.has_voice = True
        self._pages.footer.allow_speech()
        self._pages.lay_out()
        self._pages.offer_controls()

    @Slot()
    def open_keypad(self) -> None:
        """Open the keypad for a short code."""
        self._pages.open_keypad()

    @Slot()
    def open_languages(self) -> None:
        """Offer all languages; the answer that is seen comes back afterwards, unless its time is over."""
        self._pages.open_languages()

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak a language as if somebody had touched it."""
        self._acts.choose_language(language)

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
        self._pages.lay_out()

    def _stop_reading(self) -> None:
        self._pages.know(replace(self._pages.state, reading=False))

    def _on_code(self, code: str) -> None:
        self.show_reading()
        self.code_typed.emit(code)

    def _load_tones(self) -> None:
        # Qt's multimedia takes a third of a second to load: the door must be ready to scan before.
        from kiosk.ui.tones import Tones  # noqa: PLC0415 - as the line above says

        self._tones = Tones(ANSWERS, self)
