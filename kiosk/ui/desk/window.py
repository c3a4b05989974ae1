"""The phone desk as a window. It draws what it is told and asks nobody: wishes leave it as signals.

In the usual case a call takes four keys beside the name: the figure of the area, Enter, an arrow to the time,
and Enter.
"""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from typing import ClassVar, Final, assert_never

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kiosk.clock import new_name
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
    FoundBooking,
    FullThen,
    Move,
    NotAgreed,
    Offer,
    Offered,
    OrderLetter,
    SlotTaken,
    Undo,
    Wanted,
    When,
)
from kiosk.core.guard_view import Failed, SignedInAs, SignInWanted
from kiosk.core.ids import EventId
from kiosk.core.office import FALLBACK_LANGUAGE, Office
from kiosk.core.person import Person
from kiosk.core.sign_in import Refusal
from kiosk.ui.desk.choice import Choice
from kiosk.ui.desk.form import CallForm
from kiosk.ui.desk.found import FindPage
from kiosk.ui.desk.keys import DeskKey, KeyRow
from kiosk.ui.desk.look import STYLE, TEXT_PX
from kiosk.ui.desk.sign_in import SignInPage
from kiosk.ui.desk.times import TimesTable
from kiosk.ui.desk.told import Tone, answer_told, not_agreed_told, trouble_told, when_told
from kiosk.ui.fonts import font
from kiosk.ui.panel.words import Words

_ASKED_AFTER_MS: Final = 120
"""While the number of people still changes, nobody is asked what is free."""

_TOUCHED_EVERY_MS: Final = 5000
_FORM_WIDTH: Final = 430


class Mode(Enum):
    """What the form and the times are for."""

    CALL = "call"
    MOVE = "move"
    CHANGE = "change"


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
        self._office, self._today = office, today
        self._words = words = Words(office.time_zone, language)
        self._since = today
        self._earlier: list[date] = []
        self._mode = Mode.CALL
        self._at: FoundBooking | None = None
        self._under_way: tuple[EventId, DeskOrder] | None = None
        self._last: Agreed | None = None
        self._awaits_offer = False
        self._touch_age = QElapsedTimer()
        self.setObjectName("desk")
        self.setFont(font(TEXT_PX))
        self.setStyleSheet(STYLE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{office.name}: {words.translate('desk', 'Phone desk')}")
        self.sign_in = SignInPage(words, self)
        self.form = CallForm(office, words, self)
        self.times = TimesTable(office, words, self)
        self.choice = Choice(office, words, self)
        self.search = FindPage(office, words, self)
        self.keys = KeyRow(words, self)
        self._who = QLabel("", self)
        self._what = QLabel("", self)
        self._what.setObjectName("mode")
        self.message = QLabel("", self)
        self._pages = QStackedWidget(self)
        self._asks = QTimer(self, singleShot=True, interval=_ASKED_AFTER_MS)
        self._lay_out()
        self._connect()
        self._open(self.sign_in)

    def is_up_to_date(self) -> bool:
        """Say whether the times are shown that are wanted now."""
        return not self._awaits_offer and not self._asks.isActive()

    @Slot(object)
    def show_view(self, view: DeskView) -> None:
        """Show who is signed in, and what is wrong."""
        self._who.setText("" if view.signed_in is None else str(view.signed_in.staff))
        if view.signed_in is None and self._pages.currentWidget() is not self.sign_in:
            self._open(self.sign_in)
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
        elif offer.wanted == self._wanted() and self._is_from_then(offer):
            self._awaits_offer = False
            self.times.show_offer(offer)
            if not offer.times:
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
            case FullThen(nearest=near):
                self.choice.ask(text, near, may_insist=True)
                self._ask()
            case SlotTaken(nearest=near) if near:
                self.choice.ask(text, near, may_insist=False)
                self._ask()
            case SlotTaken():
                self._ask()
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
        if event.type() is QEvent.Type.KeyPress and self._pages.currentWidget() is not self.sign_in:
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
        left = QVBoxLayout()
        left.addWidget(self._what)
        left.addWidget(self.form)
        hint = words.translate(
            "desk",
            "Figure: what for · Enter: to the times · arrows: choose · PgDn: later days · Esc: back",
        )
        hints = QLabel(hint, self)
        hints.setProperty("role", "hint")
        right = QVBoxLayout()
        right.addWidget(self.choice)
        right.addWidget(self.times)
        right.addWidget(hints)
        self._call = QWidget(self)
        columns = QHBoxLayout(self._call)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        self.form.setFixedWidth(_FORM_WIDTH)
        self._what.setFixedWidth(_FORM_WIDTH)
        self._what.setWordWrap(True)
        columns.addLayout(left)
        columns.addLayout(right, stretch=1)
        for page in (self.sign_in, self._call, self.search):
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
        self.choice.hide()
        self._what.hide()

    def _connect(self) -> None:
        self.sign_in.typed.connect(self.signing_in)
        self.form.wanted_changed.connect(self._on_wanted)
        self.form.done.connect(self._on_form_done)
        self.times.chosen.connect(self._on_time)
        self.times.turned.connect(self._on_turned)
        self.choice.taken.connect(self._on_taken)
        self.choice.insisted.connect(lambda: self._agree(knowingly_full=True))
        self.search.wanted.connect(lambda typed: self._order(Find(typed)))
        self.search.opened.connect(lambda: self._on_key(DeskKey.CHANGE))
        self.keys.pressed.connect(self._on_key)
        self._asks.timeout.connect(self._ask)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def _open(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        if page is self.sign_in:
            # Nobody reads over a desk that nobody sits at.
            self.form.clear()
            self.search.forget()
            self.times.forget()
            self._last, self._under_way = None, None
            self._set_mode(Mode.CALL, None)
            self.message.setText("")
            self.sign_in.begin()
        self._offer_keys()

    def _new_call(self) -> None:
        self._set_mode(Mode.CALL, None)
        self.form.clear()
        self._since, self._earlier = self._today, []
        self._open(self._call)
        self._ask()
        self.form.begin()

    def _set_mode(self, mode: Mode, at: FoundBooking | None) -> None:
        self._mode, self._at = mode, at
        self.choice.hide()
        self.form.setEnabled(mode is not Mode.MOVE)
        self.times.setEnabled(mode is not Mode.CHANGE)
        self._what.setVisible(at is not None)
        if at is not None:
            when = when_told(self._words, self._office, at.appointment.starts_at)
            told = {
                Mode.MOVE: self._words.translate("desk", "Moving the appointment of {when}"),
                Mode.CHANGE: self._words.translate("desk", "Changing the appointment of {when}: Enter saves"),
                Mode.CALL: "",
            }
            self._what.setText(told[mode].format(when=when))

    def _offer_keys(self) -> None:
        page = self._pages.currentWidget()
        if page is self.sign_in:
            self.keys.offer()
            return
        keys = [DeskKey.NEW, DeskKey.FIND, DeskKey.LOCK]
        if self._last is not None:
            keys.append(DeskKey.UNDO)
        if page is self.search:
            keys += [DeskKey.MOVE, DeskKey.CHANGE, DeskKey.CANCEL, DeskKey.BY_MAIL, DeskKey.LETTER]
        elif self._mode is not Mode.MOVE:
            keys.append(DeskKey.BY_MAIL)
        if page is self._call and self._last is not None:
            keys.append(DeskKey.LETTER)
        self.keys.offer(*keys)

    def _on_key(self, key: DeskKey) -> None:
        match key:
            case DeskKey.NEW:
                self._say("", Tone.QUIET)
                self._new_call()
            case DeskKey.FIND:
                self._say("", Tone.QUIET)
                self._set_mode(Mode.CALL, None)
                self._open(self.search)
                self.search.begin()
            case DeskKey.UNDO:
                if self._last is not None:
                    self._order(Undo(self._last))
            case DeskKey.LOCK:
                self.lock_wanted.emit()
                self._open(self.sign_in)
            case DeskKey.BY_MAIL if self._pages.currentWidget() is self._call:
                self.form.by_mail.toggle()
            case DeskKey.LETTER if self._pages.currentWidget() is self._call:
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
            self._begin_with(Mode.MOVE if key is DeskKey.MOVE else Mode.CHANGE, found)
        elif key is DeskKey.CANCEL:
            self._order(CallOff(seen))
        elif key is DeskKey.LETTER:
            self._order(OrderLetter(seen))
        else:
            person = found.person or Person(None)
            by_mail = replace(person, by_mail=not person.by_mail)
            self._order(Change(seen, seen.party, seen.language, by_mail))

    def _begin_with(self, mode: Mode, found: FoundBooking) -> None:
        self._say("", Tone.QUIET)
        self.form.fill(found)
        self._set_mode(mode, found)
        self._since, self._earlier = self._today, []
        self._open(self._call)
        self._ask()
        if mode is Mode.MOVE:
            self.times.setFocus()
        else:
            (self.form.name if self.form.name.isVisibleTo(self) else self.form.party).setFocus()

    def _on_wanted(self) -> None:
        self.choice.hide()
        self._asks.start()

    def _wanted(self) -> Wanted:
        at = None if self._mode is not Mode.MOVE or self._at is None else self._at.appointment.id
        return self.form.wanted(at)

    def _ask(self) -> None:
        self._asks.stop()
        if self._mode is not Mode.CHANGE and self._pages.currentWidget() is self._call:
            self._awaits_offer = True
            self.offer_wanted.emit(self._wanted(), self._since)

    def _is_from_then(self, offer: Offer) -> bool:
        """Say whether these times begin where they were asked for; a day may have passed meanwhile."""
        if self._since <= self._today < offer.since:
            self._today = self._since = offer.since
        return offer.since == self._since

    def _on_turned(self, later: bool) -> None:  # noqa: FBT001 - a slot is called by position
        offer = self.times.offer
        if offer is None:
            return
        if later and offer.until <= self._today + timedelta(days=self._office.desk.days):
            self._earlier.append(self._since)
            self._since = offer.until
        elif not later and self._earlier:
            self._since = self._earlier.pop()
        self._ask()

    def _on_form_done(self) -> None:
        if self._mode is Mode.CHANGE and self._at is not None:
            form = self.form
            seen = self._at.appointment
            self._order(Change(seen, form.party.value(), str(form.language.currentData()), form.person()))
        else:
            if self._asks.isActive():
                self._ask()
            self.times.setFocus()

    def _on_time(self) -> None:
        self._agree(knowingly_full=False)

    def _on_taken(self, instead: Offered) -> None:
        self._agree_on(instead, knowingly_full=False)

    def _agree(self, *, knowingly_full: bool) -> None:
        offered = self.times.offered()
        if offered is not None:
            self._agree_on(offered, knowingly_full=knowingly_full)

    def _agree_on(self, offered: Offered, *, knowingly_full: bool) -> None:
        wanted, slot = self._wanted(), offered.slot
        when = When(wanted.area, wanted.room, slot.starts_at, slot.length, knowingly_full)
        self.choice.hide()
        if self._mode is Mode.MOVE and self._at is not None:
            self._order(Move(self._at.appointment, when))
        else:
            language = str(self.form.language.currentData())
            self._order(Book(when, wanted.party, language, self.form.person()))

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
            case Change() if self._pages.currentWidget() is self._call:
                self._new_call()
            case CallOff() | Change() | Undo() if self._pages.currentWidget() is self.search:
                self.search.begin()
            case _:
                self._ask()

    def _back(self) -> None:
        if self._pages.currentWidget() is self.sign_in:
            return
        if self._pages.currentWidget() is self.search or self._mode is not Mode.CALL:
            self._new_call()
        elif self.choice.isVisible():
            self.choice.hide()
            self.times.setFocus()
        elif self.times.hasFocus():
            (self.form.name if self.form.name.isVisible() else self.form.areas).setFocus()
        elif not self.form.is_empty():
            self._new_call()
        else:
            self.form.begin()

    def _say(self, text: str, tone: Tone) -> None:
        self.message.setProperty("tone", tone.value)
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.message.style().polish(self.message)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))
