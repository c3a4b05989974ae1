"""The guard's panel as a window: whose the panel is, and which tap is on its way.

It draws what it is told and asks nobody anything: taps leave it as signals, and what came of them comes back
into its slots.
"""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Final, assert_never

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QCloseEvent, QColor, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.clock import new_name, now_utc
from kiosk.core.code import Badge
from kiosk.core.day_report import DayReport
from kiosk.core.guard_view import (
    Answered,
    Failed,
    Found,
    GuardView,
    KeptByHand,
    Recorded,
    SecondPersonWanted,
    SignedInAs,
    SignInWanted,
)
from kiosk.core.ids import EventId, StaffId
from kiosk.core.lights import Lights
from kiosk.core.not_done import NotDone
from kiosk.core.office import FALLBACK_LANGUAGE, Door, Office
from kiosk.core.orders import Admit, AnswerHelp, Order, SearchBookings
from kiosk.core.sign_in import LOCKED_AFTER, Refusal
from kiosk.core.staff import Pin
from kiosk.gate.evacuation import Evacuation
from kiosk.ui.panel.course import HOME, SIGN_IN, Course, Tapped, where_answered
from kiosk.ui.panel.face import Face
from kiosk.ui.panel.home_page import HomePage
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.page import Opening, Page, PageName, Post
from kiosk.ui.panel.sign_in_page import MOST_IDS, SignInPage
from kiosk.ui.panel.touches import Touches
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import PAPER

_BEAT_MS: Final = 1000

_LEFT_ALONE: Final = frozenset({PageName.HOME, PageName.EVACUATION})
"""What stays when nobody has touched the panel for a while: whoever leads people out needs both hands."""

_BADGE_TAKEN: Final = frozenset({PageName.HOME, PageName.SIGN_IN, PageName.SCAN, PageName.REPORT})
"""Where a badge asks for a PIN: anybody can hold one before the camera, and nobody loses a page by that."""


class PanelWindow(QWidget):
    """The panel at one door. `px_per_mm` overrides what the screen says of its size, `clock` is for ages.

    `ordered` carries the id of a tap and its Order, `signing_in` and `confirming` who (StaffId or Badge) and
    the Pin, `print_wanted` what is to be printed, `set_aside_wanted` the id of a tap that the ledger refused,
    `language_wanted` the language that the panel speaks from now on, and `help_taken` the door whose call for
    help somebody here has taken.
    """

    accessible_role: ClassVar = QAccessible.Role.Window

    ordered = Signal(str, object)
    signing_in = Signal(object, object)
    confirming = Signal(object, object)
    second_person_gone = Signal()
    lock_wanted = Signal()
    touched = Signal()
    evacuation_wanted = Signal()
    set_aside_wanted = Signal(str)
    print_wanted = Signal(object)
    language_wanted = Signal(str)
    help_taken = Signal(str)

    def __init__(
        self,
        office: Office,
        door: Door,
        *,
        language: str = FALLBACK_LANGUAGE,
        px_per_mm: float | None = None,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._ends = False
        self._course = Course()
        self._last_ids: list[StaffId] = []
        post = Post(office, door, Words(office.time_zone, language))
        self._face = Face(self, post, self._course, self._connect_page, px_per_mm=px_per_mm, clock=clock)
        self._touches = Touches(self)
        self._touches.felt.connect(self.feel_touch)
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(PAPER.ground))
        self.setPalette(palette)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._face.speak(language)

    @property
    def words(self) -> Words:
        """What the panel says, in its language of now."""
        return self._face.words

    @property
    def open_page(self) -> PageName:
        """The page that is open."""
        return self._face.opened.page

    @Slot(object)
    def show_view(self, view: GuardView) -> None:
        """Show how things are now."""
        self._face.view = view
        self._course.ledger_away = view.is_by_hand
        if not self._course.holds(view.signed_in):
            self._go_back(left_alone=_LEFT_ALONE)
        self._face.shelf.take_view(view)
        self._face.refresh()

    @Slot(object)
    def show_lights(self, lights: Lights) -> None:
        """Show how the parts of the door are."""
        self._face.lights = lights
        self._face.refresh()

    @Slot(object)
    def show_answered(self, answered: Answered) -> None:
        """Show what came of an order; of one that is not the last, only what was done."""
        under_way = self._course.under_way
        if under_way is not None and under_way.tap == answered.tap:
            self._take_answer(answered)
        elif isinstance(answered.result, Recorded | KeptByHand):
            self._face.voice.say_answer(answered, self._clock())
        self._face.refresh()

    @Slot(object)
    def show_signed_in(self, answer: SignedInAs | Refusal | Failed) -> None:
        """Show who is signed in now, and go on to where the tap wanted to go, or say why nobody is."""
        if not isinstance(answer, SignedInAs):
            self._face.shelf.sign_in.show_refused(answer)
            return
        self._face.touched_at = self._clock()
        others = [each for each in self._last_ids if each != answer.staff]
        self._last_ids[:] = [answer.staff, *others][:MOST_IDS]
        self._follow(self._course.sign_in(answer))

    @Slot(object)
    def show_badge(self, badge: Badge) -> None:
        """Take a badge instead of an id: whoever holds it types the PIN next.

        It is no touch of the panel: a badge in view keeps nobody signed in. In the midst of an act, and in an
        evacuation, it changes nothing.
        """
        if self.open_page not in _BADGE_TAKEN:
            return
        if self._course.signed_in is None:
            self._face.touched_at = self._clock()
        if self.open_page is not PageName.SIGN_IN:
            if self._course.under_way is not None:
                return
            self._face.go(SIGN_IN)
        self._face.shelf.sign_in.show_badge(badge)

    @Slot(str)
    def show_scanned(self, text: str) -> None:
        """Look for the booking of a letter that this panel's own scanner has read."""
        wanted = self._course.give(Tapped(EventId(new_name()), SearchBookings(text)))
        if isinstance(wanted, Tapped):
            self._face.go(where_answered(wanted.order))
        self._follow(wanted)

    @Slot(object)
    def show_evacuation(self, evacuation: Evacuation) -> None:
        """Show who is inside as the ledger says."""
        if self.open_page is PageName.EVACUATION:
            self._face.go(Opening(PageName.EVACUATION, evacuation))

    @Slot(str, bool)
    def show_note(self, text: str, good: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Say for a while what became of something that is no order, such as printing."""
        self._face.voice.say_note(Note(text, good), self._clock())
        self._face.refresh()

    @Slot(bool)
    def show_help_here(self, wanted: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Ring, or ring no more, for this machine's door, where the ledger cannot be told of the call."""
        if wanted != (self._face.ringing.here_since is not None):
            self._face.ringing.here_since = self._clock() if wanted else None
            self._face.refresh()

    @Slot()
    def feel_touch(self) -> None:
        """Take that somebody is at the panel, by a finger or by a key."""
        self._face.touched_at = self._clock()
        self.touched.emit()

    def speak(self, language: str) -> None:
        """Speak another language, from the first page on."""
        self._face.speak(language)

    def end(self) -> None:
        """Close the window for good, in full screen too."""
        self._ends = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Begin to feel touches, and to let ages go on."""
        self._touches.install()
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Rest."""
        self._touches.remove()
        self._beat.stop()
        self._face.rest()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Stay in full screen until `end`: a scanner may send Alt+F4 to the window manager."""
        if self.isFullScreen() and not self._ends:
            event.ignore()
            return
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Give strip and pages their places."""
        self._face.lay_out()

    def page(self, name: PageName) -> Page:
        """Return a page, which is made when it is wanted for the first time."""
        return self._face.page(name)

    def _connect_page(self, page: Page) -> None:
        page.ordered.connect(self._on_order)
        page.opening.connect(self._on_opening)
        page.printing.connect(self.print_wanted)
        page.closed.connect(self._on_closed)
        if isinstance(page, HomePage):
            page.evacuation_wanted.connect(self._on_evacuation)
            page.lock_wanted.connect(self.lock_wanted)
            page.sign_in_wanted.connect(self._on_sign_in_wanted)
            page.try_again_wanted.connect(self._on_try_again)
            page.noted.connect(self._on_noted)
            page.set_aside_wanted.connect(self.set_aside_wanted)
        elif isinstance(page, SignInPage):
            page.last_ids = self._last_ids
            page.pin_typed.connect(self._on_pin)
            page.language_wanted.connect(self._on_language)

    def _on_opening(self, opening: Opening) -> None:
        self._face.go(self._course.open(opening))

    def _on_order(self, order: Order) -> None:
        wanted = self._course.give(Tapped(EventId(new_name()), order))
        if isinstance(order, AnswerHelp) and wanted is not None:
            self._face.ringing.take(order.door, self._face.view, self._clock())
            self.help_taken.emit(order.door)
        self._follow(wanted)

    def _on_try_again(self, answered: Answered) -> None:
        self._follow(self._course.give(Tapped(answered.tap, answered.order)))

    def _on_evacuation(self) -> None:
        self._face.go(Opening(PageName.EVACUATION))
        self.evacuation_wanted.emit()

    def _on_sign_in_wanted(self) -> None:
        self._face.go(SIGN_IN)

    def _on_noted(self) -> None:
        if self._face.voice.said is None and self._face.view is not None:
            self._face.shelf.home.unseen_noted = self._face.view.unseen
        self._face.voice.fall_silent()
        self._face.refresh()

    def _on_pin(self, who: StaffId | Badge, pin: Pin) -> None:
        if self._course.second_person:
            self.confirming.emit(who, pin)
        else:
            self.signing_in.emit(who, pin)

    def _on_closed(self) -> None:
        self._go_back(self._face.opened.way_back or HOME)

    def _go_back(self, to: Opening = HOME, *, left_alone: frozenset[PageName] = frozenset()) -> None:
        if self._course.go_back():
            self.second_person_gone.emit()
        if self.open_page not in left_alone:
            self._face.go(to)

    def _on_language(self, language: str) -> None:
        self._face.speak(language)
        self.language_wanted.emit(language)
        self._face.go(SIGN_IN)

    def _on_beat(self) -> None:
        now = self._clock()
        if now - self._face.touched_at >= LOCKED_AFTER and self.open_page not in _LEFT_ALONE:
            self._go_back()
        self._face.refresh()

    def _follow(self, wanted: Tapped | Opening | None) -> None:
        match wanted:
            case Opening():
                self._face.go(wanted)
            case Tapped(tap=tap, order=order):
                if self.open_page is PageName.SIGN_IN:
                    self._face.go(where_answered(order))
                self._face.begin_order()
                self.ordered.emit(tap, order)
                self._face.refresh()
            case None:
                pass
            case _ as never:
                assert_never(never)

    def _take_answer(self, answered: Answered) -> None:
        self._face.end_order()
        result, course = answered.result, self._course
        if isinstance(result, SecondPersonWanted) and isinstance(answered.order, Admit):
            self._face.go(course.ask_second_person(answered.order))
        elif isinstance(result, Refusal | Failed | NotDone) and course.second_person:
            # Somebody else may still agree: only a right PIN, or the way back, ends this.
            self._face.shelf.sign_in.show_refused(result)
        elif isinstance(result, SignInWanted):
            self._face.go(course.ask_again())
        else:
            course.end()
            page = self.page(self.open_page)
            page.show_answer(answered)
            self._go_on(answered, page)

    def _go_on(self, answered: Answered, page: Page) -> None:
        if isinstance(answered.result, DayReport):
            self._face.go(Opening(PageName.REPORT, answered.result))
        elif not isinstance(answered.result, Found):
            self._face.voice.say_answer(answered, self._clock())
            if self.open_page is not PageName.HOME and not page.stays_open(answered.order):
                self._face.go(HOME)
