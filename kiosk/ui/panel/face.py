"""What is seen and heard of a panel: the open page, the strip above it, and the bell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import GuardView
from kiosk.core.lights import Lights
from kiosk.core.office import Office
from kiosk.ui.panel.course import HOME, Course
from kiosk.ui.panel.home_page import HomePage
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.page import Opening, Page, PageName, Post
from kiosk.ui.panel.pages import Shelf
from kiosk.ui.panel.ring import Ring
from kiosk.ui.panel.ringing import Call, Ringing
from kiosk.ui.panel.sign_in_page import SignInPage
from kiosk.ui.panel.strip import Strip, strip_px
from kiosk.ui.panel.texts_help import help_wanted
from kiosk.ui.panel.texts_strip import one_moment
from kiosk.ui.panel.voice import Voice
from kiosk.ui.panel.words import Words
from kiosk.ui.screens import scale_on_screen

_SLOW_MS: Final = 400


class Face(QObject):
    """The face of the panel in `window`; what is to be seen is told by others, then `refresh` shows it.

    `connect` is called with each page that is made. `view` and `lights` are how things are, `touched_at` is
    when somebody was here last, `course` tells who is signed in and whether an order is on its way.
    """

    def __init__(
        self,
        window: QWidget,
        post: Post,
        course: Course,
        connect: Callable[[Page], None],
        *,
        px_per_mm: float | None,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._course, self._connect = window, course, connect
        self._px_per_mm, self._clock = px_per_mm, clock
        self.view: GuardView | None = None
        self.lights: Lights | None = None
        self.touched_at = clock()
        self.ringing = Ringing(post.door.id)
        self.voice = Voice()
        self._calls: tuple[Call, ...] = ()
        self._post = post
        self.shelf = Shelf(post, window, connect)
        self.opened = HOME
        self._strip = Strip(window)
        self._ring = Ring(self)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self.refresh)

    @property
    def words(self) -> Words:
        """What the panel says, in its language of now."""
        return self._post.words

    def speak(self, language: str) -> None:
        """Speak this language from now on, from the first page on."""
        words = Words(self._office.time_zone, language)
        self._post = replace(self._post, words=words)
        self._window.setWindowTitle(f"{self._office.name}: {words.wording(self._post.door.name)}")
        self.shelf.clear()
        self.shelf = Shelf(self._post, self._window, self._connect)
        self.shelf.take_view(self.view)
        self.lay_out()
        self.opened = HOME
        self.go(HOME)

    def page(self, name: PageName) -> Page:
        """Return a page, which is made when it is wanted for the first time."""
        return self.shelf.page(name)

    def go(self, opening: Opening) -> None:
        """Open a page in place of the one that is open."""
        before, page = self.page(self.opened.page), self.page(opening.page)
        self.opened = opening
        page.open(opening.about)
        self.refresh()
        if page is not before or not page.isVisible():
            before.hide()
            page.show()
            # What was typed is forgotten at once, not when the page is opened the next time.
            before.open()

    def begin_order(self) -> None:
        """Say soon that it takes a moment, unless what came of the order is known before."""
        self.voice.fall_silent()
        self._slow.start()

    def end_order(self) -> None:
        """Say no more that it takes a moment."""
        self._slow.stop()

    def rest(self) -> None:
        """Ring no more: nobody sees the panel."""
        self._ring.ring(wanted=False)

    def refresh(self) -> None:
        """Show how things are now."""
        now = self._clock()
        self.voice.go_on(now)
        if self.view is not None and self._course.signed_in != self.view.signed_in:
            # The view is a second old; who has just signed in is not.
            self.view = replace(self.view, signed_in=self._course.signed_in)
            self.shelf.take_view(self.view)
        self._calls = self.ringing.calls(self.view, now)
        self._ring.ring(wanted=bool(self._calls))
        page = self.page(self.opened.page)
        if isinstance(page, HomePage):
            page.call = self._calls[0] if self._calls else None
            page.said = self.voice.said
        elif isinstance(page, SignInPage):
            page.now = now
        page.refresh()
        self._strip.show_state(
            self.words, self.view, self.lights, now, now - self.touched_at, self._message()
        )

    def lay_out(self) -> None:
        """Give the strip and the pages their places."""
        width, height = self._window.width(), self._window.height()
        scale = scale_on_screen(self._window, self._px_per_mm)
        strip = strip_px(scale, height)
        self._strip.set_scale(scale)
        self._strip.setGeometry(0, 0, width, strip)
        self.shelf.lay_out(QRect(0, strip, width, height - strip), scale)

    @property
    def _office(self) -> Office:
        return self._post.office

    def _message(self) -> Note | None:
        course, is_home = self._course, self.opened.page is PageName.HOME
        if course.under_way is not None and not self._slow.isActive() and not course.second_person:
            return Note(one_moment(self.words), good=True)
        if self._calls and not is_home:
            return help_wanted(self.words, self._office, self._calls[0], self._clock())
        return None if is_home else self.voice.in_short(self.words, self._office)
