"""The phone desk as a window. It draws what it is told and asks nobody: wishes leave it as signals.

In the usual case a call takes four keys beside the name: the figure of the area, Enter, an arrow to the time,
and Enter.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar, Final, assert_never

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kiosk.clock import new_name
from kiosk.core.appointment import Appointment
from kiosk.core.desk_orders import (
    Agreed,
    Book,
    CallOff,
    Change,
    DeskAnswered,
    DeskFound,
    DeskOrder,
    DeskView,
    Find,
    FullThen,
    Move,
    NotAgreed,
    Offer,
    OrderLetter,
    SlotTaken,
    Undo,
)
from kiosk.core.guard_view import Failed, SignedInAs, SignInWanted
from kiosk.core.ids import EventId
from kiosk.core.office import FALLBACK_LANGUAGE, Office
from kiosk.core.person import Person
from kiosk.core.sign_in import Refusal
from kiosk.ui.desk.call_page import CallPage, Mode
from kiosk.ui.desk.found import FindPage
from kiosk.ui.desk.keys import DeskKey, KeyRow
from kiosk.ui.desk.look import STYLE, TEXT_PX
from kiosk.ui.desk.sign_in import SignInPage
from kiosk.ui.desk.told import Tone, answer_told, not_agreed_told, trouble_told
from kiosk.ui.fonts import font
from kiosk.ui.panel.words import Words

_TOUCHED_EVERY_MS: Final = 5000


class DeskWindow(QWidget):
    """The window. `ordered` carries the id of a tap and its DeskOrder, `offer_wanted` a Wanted and a date.

    `signing_in` carries a StaffId and the Pin; `today` is the day at the office, from which times are asked.
    """

    accessible_role: ClassVar = QAccessible.Role.Window

    ordered = Signal(str, object)
    offer_wanted = Signal(object, object)
    signing_in = Signal(object, object)
    lock_wanted = Signal()
    touched = Signal()

    def __init__(self, office: Office, today: date, *, language: str = FALLBACK_LANGUAGE) -> None:
        super().__init__()
        self._office = office
        self._words = words = Words(office.time_zone, language)
        self._under_way: tuple[EventId, DeskOrder] | None = None
        self._last: Agreed | None = None
        self._touch_age = QElapsedTimer()
        self.setObjectName("desk")
        self.setFont(font(TEXT_PX))
        self.setStyleSheet(STYLE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{office.name}: {words.translate('desk', 'Phone desk')}")
        self.sign_in = SignInPage(words, self)
        self.call = CallPage(office, words, today, self)
        self.search = FindPage(office, words, self)
        self.keys = KeyRow(words, self)
        self._who = QLabel("", self)
        self.message = QLabel("", self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._open(self.sign_in)

    @Slot(object)
    def show_view(self, view: DeskView) -> None:
        """Show who is signed in, and what is wrong."""
        self._who.setText("" if view.signed_in is None else str(view.signed_in.staff))
        if view.signed_in is None and not self._is_open(self.sign_in):
            self._open(self.sign_in)
        for forgotten in view.forgotten:
            self._forget(forgotten.covers)
        if self.call.show_day(view.today):
            # Whoever was looked up yesterday is nobody's business today.
            self._forget(lambda _: True)
        if view.trouble is not None:
            self._say(trouble_told(self._words, view.trouble), Tone.BAD)

    @Slot(object)
    def show_signed_in(self, answer: SignedInAs | Refusal | Failed) -> None:
        """Begin with the first call, or say why nobody is signed in."""
        if isinstance(answer, SignedInAs):
            self._who.setText(str(answer.staff))
            self._last = None
            self._new_call()
        else:
            self.sign_in.show_refused(answer)

    @Slot(object)
    def show_offer(self, offer: Offer | Failed) -> None:
        """Show what is free, unless something else is wanted by now."""
        if isinstance(offer, Failed):
            self._say(trouble_told(self._words, offer.trouble), Tone.BAD)
        elif self.call.show_offer(offer) and not offer.times:
            self._say(self._words.translate("desk", "Nothing is free in these days."), Tone.WARN)

    @Slot(object)
    def show_answered(self, answered: DeskAnswered) -> None:
        """Show what came of an order, and go on."""
        if self._under_way is None or answered.tap != self._under_way[0]:
            return
        self._under_way = None
        order, result = answered.order, answered.result
        text, tone = answer_told(self._words, self._office, order, result)
        match result:
            case Agreed():
                self._last = None if isinstance(order, Undo) else result
                self._after_agreement(order)
            case FullThen(nearest=near) | SlotTaken(nearest=near) if self._is_open(self.call):
                if self.call.offer_instead(text, near, may_insist=isinstance(result, FullThen)):
                    text, tone = (
                        self._words.translate("desk", "Figure or Enter: choose · Esc: back"),
                        Tone.QUIET,
                    )
            case DeskFound():
                self.search.show_found(result)
            case SignInWanted():
                self._open(self.sign_in)
            case _:
                pass
        self._say(text, tone)
        self._offer_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Notice that somebody types, which keeps the desk unlocked."""
        if event.type() is QEvent.Type.KeyPress and not self._is_open(self.sign_in):
            due = not self._touch_age.isValid() or self._touch_age.elapsed() > _TOUCHED_EVERY_MS
            if due:
                self._touch_age.start()
                self.touched.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = self._words
        head = QFrame(self)
        head.setObjectName("head")
        title = QLabel(f"{self._office.name} · {words.translate('desk', 'Phone desk')}", head)
        title.setProperty("role", "title")
        top = QHBoxLayout(head)
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self._who)
        for page in (self.sign_in, self.call, self.search):
            self._pages.addWidget(page)
        self.message.setObjectName("message")
        self.message.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 10)
        rows.addWidget(head)
        body = QVBoxLayout()
        body.setContentsMargins(16, 6, 16, 0)
        body.addWidget(self._pages, stretch=1)
        body.addWidget(self.message)
        body.addWidget(self.keys)
        rows.addLayout(body)

    def _connect(self) -> None:
        self.sign_in.typed.connect(self.signing_in)
        self.call.offer_wanted.connect(self.offer_wanted)
        self.call.wished.connect(self._order)
        self.search.wanted.connect(lambda typed: self._order(Find(typed)))
        self.search.opened.connect(lambda: self._on_key(DeskKey.CHANGE))
        self.keys.pressed.connect(self._on_key)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def _open(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        if page is self.sign_in:
            # Nobody reads over a desk that nobody sits at.
            self.call.forget()
            self.search.forget()
            self._last, self._under_way = None, None
            self.message.setText("")
            self.sign_in.begin()
        self._offer_keys()

    def _is_open(self, page: QWidget) -> bool:
        return self._pages.currentWidget() is page

    def _new_call(self) -> None:
        self._open(self.call)
        self.call.begin_call()
        self._offer_keys()

    def _forget(self, is_gone: Callable[[Appointment], bool]) -> None:
        """Let go of whom the ledger does not know any more; a call that is under way goes on."""
        if self._last is not None and is_gone(self._last.appointment):
            self._last = None
        self.search.forget_people(is_gone)
        if self.call.at is not None and is_gone(self.call.at):
            self._new_call()
            text = self._words.translate("desk", "What was known of this person has been deleted meanwhile.")
            self._say(text, Tone.WARN)
        self._offer_keys()

    def _offer_keys(self) -> None:
        if self._is_open(self.sign_in):
            self.keys.offer()
            return
        keys = [DeskKey.NEW, DeskKey.FIND, DeskKey.LOCK]
        if self._last is not None:
            keys.append(DeskKey.UNDO)
        if self._is_open(self.search):
            keys += [DeskKey.MOVE, DeskKey.CHANGE, DeskKey.CANCEL, DeskKey.BY_MAIL, DeskKey.LETTER]
        elif self.call.mode is not Mode.MOVE:
            keys.append(DeskKey.BY_MAIL)
        if self._is_open(self.call) and self._last is not None:
            keys.append(DeskKey.LETTER)
        self.keys.offer(*keys)

    def _on_key(self, key: DeskKey) -> None:
        match key:
            case DeskKey.NEW:
                self._say("", Tone.QUIET)
                self._new_call()
            case DeskKey.FIND:
                self._say("", Tone.QUIET)
                self.call.forget()
                self._open(self.search)
                self.search.begin()
            case DeskKey.UNDO:
                if self._last is not None:
                    self._order(Undo(self._last))
            case DeskKey.LOCK:
                self.lock_wanted.emit()
                self._open(self.sign_in)
            case DeskKey.BY_MAIL if self._is_open(self.call):
                self.call.form.by_mail.toggle()
            case DeskKey.LETTER if self._is_open(self.call):
                if self._last is not None:
                    self._order(OrderLetter(self._last.appointment))
            case DeskKey.MOVE | DeskKey.CHANGE | DeskKey.CANCEL | DeskKey.BY_MAIL | DeskKey.LETTER:
                self._on_key_with_booking(key)
            case _ as never:
                assert_never(never)

    def _on_key_with_booking(self, key: DeskKey) -> None:
        found = self.search.selected()
        if found is None:
            self._say(self._words.translate("desk", "Find an appointment first."), Tone.WARN)
            self.search.typed.setFocus()
            return
        seen = found.appointment
        if key in {DeskKey.MOVE, DeskKey.CHANGE}:
            if seen.area not in self._office.areas:
                self._say(not_agreed_told(self._words, NotAgreed.UNKNOWN_AREA), Tone.BAD)
                return
            self._say("", Tone.QUIET)
            self._open(self.call)
            self.call.begin_with(Mode.MOVE if key is DeskKey.MOVE else Mode.CHANGE, found)
            self._offer_keys()
        elif key is DeskKey.CANCEL:
            self._order(CallOff(seen))
        elif key is DeskKey.LETTER:
            self._order(OrderLetter(seen))
        else:
            person = found.person or Person(None)
            by_mail = replace(person, by_mail=not person.by_mail)
            self._order(Change(seen, seen.party, seen.language, by_mail))

    def _order(self, order: DeskOrder) -> None:
        if self._under_way is not None:
            return  # a second press while the first is on its way
        tap = EventId(new_name())
        self._under_way = (tap, order)
        self._say(self._words.translate("panel", "One moment …"), Tone.QUIET)
        self.ordered.emit(tap, order)

    def _after_agreement(self, order: DeskOrder) -> None:
        match order:
            case Book() | Move():
                self._new_call()
            case Change() if self._is_open(self.call):
                self._new_call()
            case CallOff() | Change() | Undo() if self._is_open(self.search):
                self.search.begin()
            case _ if self._is_open(self.call):
                self.call.ask()
            case _:
                pass

    def _back(self) -> None:
        if self._is_open(self.sign_in):
            return
        if self._is_open(self.search):
            self._new_call()
        else:
            self.call.back()
            self._offer_keys()

    def _say(self, text: str, tone: Tone) -> None:
        self.message.setProperty("tone", tone.value)
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.message.style().polish(self.message)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))
