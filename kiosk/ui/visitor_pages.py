"""The pages of the visitor's screen: which one is seen, in which look, and where the way back leads."""

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.help_calls import HelpTold
from kiosk.core.office import FALLBACK_LANGUAGE
from kiosk.core.verdict import Verdict
from kiosk.scan.guidance import Guide
from kiosk.ui.answer_page import AnswerPage
from kiosk.ui.answer_time import AnswerTime
from kiosk.ui.controls import Control, help_control, offered
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
from kiosk.ui.stay import stay_share
from kiosk.ui.step_card import CardMaker
from kiosk.ui.wishes import Wishes


class VisitorPages(QObject):
    """All pages and the strip of controls below them, on `screen`, for the one visitor who is in front.

    What a page is wanted for is known to others; here is what comes with each page (its look, its time, the
    words that are read aloud), and what has to go with the page before it. `answer_gone` tells that an answer
    is seen no more.
    """

    answer_gone = Signal()

    def __init__(
        self,
        screen: QWidget,
        state: DoorState,
        language: Language,
        *,
        answer_seconds: float,
        px_per_mm: float | None,
        moving: bool,
    ) -> None:
        super().__init__(screen)
        self._screen, self._language = screen, language
        self._answer_ms = round(answer_seconds * 1000)
        self._px_per_mm, self._moving = px_per_mm, moving
        self._help_told, self._help_may_go = HelpTold.NOTHING, True
        self.state = state
        self.verdict: Verdict | None = None
        self.guide = Guide()
        office = state.office
        self.spoken = language.names_of(office.languages)
        self.idle = IdlePage(language, screen)
        self.answer = AnswerPage(screen)
        self.keypad = KeypadPage(screen)
        self.footer = Footer(office.name, self.spoken, screen)
        self.languages = LanguagePage(self.spoken, screen)
        self.help = HelpPage(office.contacts.phone, screen)
        pages = (self.idle, self.answer, self.keypad, self.languages, self.help)
        self._stack = PageStack(pages, asides=(self.languages, self.help))
        self.wishes = Wishes(self)
        self.reader = Reader(self)
        self.time = AnswerTime(self)
        self.time.over.connect(self.end_answer)
        self.help.over.connect(self.show_before)
        self.wishes.over.connect(self.to_idle)
        self.keypad.unused.connect(self.to_idle)
        language.changed.connect(self._on_language)
        self.offer_controls()
        self._speak()

    @property
    def seen(self) -> QWidget:
        """The page that is seen."""
        return self._stack.seen

    def know(self, state: DoorState) -> None:
        """Show from now on that the door is so."""
        if state != self.state:
            self.state = state
            self._refresh_idle()

    def lay_out(self) -> None:
        """Give every page its place, and lay out what is seen."""
        look, screen = self.look(), self._screen
        rows = 1 if screen.width() >= screen.height() else 2
        height = self.footer.height_for(look, screen.width(), rows=rows)
        self.footer.setGeometry(0, screen.height() - height, screen.width(), height)
        self._stack.place(QRect(0, 0, screen.width(), screen.height() - height))
        self._refresh_idle()
        self.keypad.lay_out(look)
        self.languages.lay_out(look)
        self.help.lay_out(look)
        if self.seen is self.answer:
            self.draw_answer()

    def look(self) -> Look:
        """Return how all parts are drawn, as the visitor wishes it."""
        return self.wishes.look(scale_on_screen(self._screen, self._px_per_mm), moving=self._moving)

    def change_look(self) -> None:
        """Draw everything as it is wished now."""
        self.footer.choose(Control.LARGER, chosen=self.wishes.enlarged)
        self.footer.choose(Control.CONTRAST, chosen=self.wishes.high_contrast)
        self.footer.update()
        self.lay_out()

    def show(self, page: QWidget) -> None:
        """Show this page and no other."""
        self._stack.show(page)
        if page is self.idle:
            self._refresh_idle()
        else:
            # The picture of whoever stood here must not be there for the next one.
            self.idle.forget_picture()
            self.guide.forget()
            self.state = replace(self.state, hint=None)
        if page is not self.keypad:
            # Else what was typed would stay, and the keypad's own time would take the answer away.
            self.keypad.close_keypad()
        self.offer_controls()
        self._follow_aloud()

    def offer_controls(self) -> None:
        """Offer what can be asked for on the page that is seen."""
        leads_back = self._stack.is_aside() or self.seen is self.keypad
        leaves = self.answer.leaves if self.seen is self.answer else 0
        help_ = help_control(self._help_told, may_go=self._help_may_go and self.seen is self.help)
        reads = self.reader.speech.is_on
        self.footer.offer(offered(help_, leads_back=leads_back, leaves=leaves, reads_aloud=reads))

    def draw_answer(self) -> None:
        """Show the verdict in the look and the language of now, for its whole time."""
        if self.verdict is None:
            return
        maker = CardMaker(
            office=self.state.office,
            language=self._language,
            view=self.state.view,
            camera=self.state.has_camera,
            portrait=self._screen.width() < self._screen.height(),
            look=self.look(),
        )
        self.answer.show_verdict(self.verdict, maker)
        further = LEAF_MS * (self.answer.leaves - 1)
        stays_ms = round(self._answer_ms * stay_share(self.verdict.step)) + further
        self.answer.begin(stays_ms, moving=self._moving)
        self.wishes.use()
        self.time.begin(stays_ms)
        if self.reader.speech.is_on:
            self.time.wish_more()
        self.show(self.answer)

    def stay_longer(self) -> None:
        """Give whoever reads the answer more time."""
        self.answer.stay(self.time.wish_more(), moving=self._moving)

    def forget_answer(self) -> None:
        """Have no answer any more, whichever page is seen."""
        self.time.stop()
        self.answer.forget()
        if self.verdict is not None:
            self.verdict = None
            self.answer_gone.emit()

    def end_answer(self) -> None:
        """Invite the next visitor, since the answer's time is over."""
        if self.seen is self.help:
            # Whoever called for help reads on; what it was about is over.
            self.forget_answer()
        else:
            self.to_idle()

    def to_idle(self) -> None:
        """Invite the next visitor."""
        self.forget_answer()
        self.begin_anew()
        self.show(self.idle)

    def begin_anew(self) -> None:
        """Do nothing any more that the last visitor has asked for: the next one has asked for nothing."""
        self.reader.speech.end()
        usual = not (self.wishes.enlarged or self.wishes.high_contrast)
        self.wishes.forget()
        if not usual:
            self.change_look()
        self._language.speak(FALLBACK_LANGUAGE)

    def wait_for_use(self) -> None:
        """Keep for a while what somebody wishes who has nothing to read yet."""
        if self.seen is self.idle:
            self.wishes.wait_for_use()

    def open_keypad(self) -> None:
        """Open the keypad for a short code."""
        self.wishes.use()
        self.forget_answer()
        self.keypad.open()
        self.show(self.keypad)

    def open_languages(self) -> None:
        """Offer all languages; the answer that is seen comes back afterwards, unless its time is over."""
        if self.seen is self.languages:
            return
        if self.seen is not self.answer:
            self.wishes.wait_for_use()
        self.show(self.languages)

    def open_help(self) -> None:
        """Show what became of the call for help."""
        self.help.tell(self._help_told)
        self.show(self.help)

    def tell_help(self, told: HelpTold, *, may_take_back: bool) -> None:
        """Show what became of a call for help; in the midst of something else, the controls alone say it."""
        self._help_told, self._help_may_go = told, may_take_back
        if told is HelpTold.NOTHING:
            if self.seen is self.help:
                self.show_before()
        elif self.seen is self.help or (told is HelpTold.ON_THE_WAY and self.seen is self.idle):
            self.open_help()
        self.offer_controls()

    def go_back(self) -> None:
        """Leave the page that is seen."""
        if self._stack.is_aside():
            self.show_before()
        else:
            self.to_idle()

    def show_before(self) -> None:
        """Show the page to which the one that is seen leads back."""
        before = self._stack.before
        if before is self.keypad:
            self.open_keypad()  # with its own time, which ended when it was left
        elif before is self.answer and self.verdict is None:
            self.to_idle()
        elif before is self.answer:
            self.draw_answer()  # in the look of now
        else:
            self.show(before)
            self.wait_for_use()

    def begin_reading_aloud(self) -> None:
        """Read what is seen aloud, and what comes after it."""
        self.reader.begin(self.seen, self.verdict, self._language.now)
        self.time.wish_more()
        self.wait_for_use()
        self.offer_controls()

    def _follow_aloud(self) -> None:
        self.reader.follow(self.seen, self.verdict, self._language.now)

    def _refresh_idle(self) -> None:
        if self.seen is self.idle:
            self.idle.show_state(self.state, self.look())
            self._follow_aloud()

    def _on_language(self) -> None:
        self._speak()
        self.lay_out()

    def _speak(self) -> None:
        # The panel beside this window reads in a direction of its own.
        self._screen.setLayoutDirection(self._language.direction)
        self.footer.speak(self._language.now)
        self.languages.speak(self._language.now)
        self.keypad.speak()
