"""The page of a call: what the caller says at the left, and at the right the times that can be had."""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.core.appointment import Appointment
from kiosk.core.desk_orders import Book, Change, FoundBooking, Move, Offer, Offered, Wanted, When
from kiosk.core.office import Office
from kiosk.ui.desk.choice import Choice
from kiosk.ui.desk.form import CallForm
from kiosk.ui.desk.times import TimesTable
from kiosk.ui.desk.told import when_told
from kiosk.ui.panel.words import Words

_ASKED_AFTER_MS: Final = 120
"""While the number of people still changes, nobody is asked what is free."""

_FORM_WIDTH: Final = 430


class Mode(Enum):
    """What the form and the times are for."""

    CALL = "call"
    MOVE = "move"
    CHANGE = "change"


class CallPage(QWidget):
    """The page. `offer_wanted` carries a Wanted and a date, `wished` a Book, Move or Change that is made up.

    `today` is the day at the office, from which times are asked.
    """

    offer_wanted = Signal(object, object)
    wished = Signal(object)

    def __init__(self, office: Office, words: Words, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._words, self._today = office, words, today
        self._since = today
        self._earlier: list[date] = []
        self._mode = Mode.CALL
        self._at: FoundBooking | None = None
        self._awaits_offer = False
        self.form = CallForm(office, words, self)
        self.times = TimesTable(office, words, self)
        self.choice = Choice(office, words, self)
        self._what = QLabel("", self)
        self._what.setObjectName("mode")
        self._hint = QLabel("", self)
        self._asks = QTimer(self, singleShot=True, interval=_ASKED_AFTER_MS)
        self._lay_out()
        self._connect()

    @property
    def mode(self) -> Mode:
        """What the page is for now."""
        return self._mode

    def is_up_to_date(self) -> bool:
        """Say whether the times are shown that are wanted now."""
        return not self._awaits_offer and not self._asks.isActive()

    def begin_call(self) -> None:
        """Begin a new call; whatever was typed is forgotten."""
        self._set_mode(Mode.CALL, None)
        self.form.clear()
        self._since, self._earlier = self._today, []
        self.ask()
        self.form.begin()

    def begin_with(self, mode: Mode, found: FoundBooking) -> None:
        """Begin to move or to change an appointment that was found."""
        self._set_mode(Mode.CALL, None)
        self.form.fill(found)
        self._set_mode(mode, found)
        self._since, self._earlier = self._today, []
        self.ask()
        if mode is Mode.MOVE:
            self.times.setFocus()
        else:
            (self.form.name if self.form.name.isVisibleTo(self) else self.form.party).setFocus()

    def forget(self) -> None:
        """Show nothing of anybody: something else is done now, or nobody sits here any more."""
        self._set_mode(Mode.CALL, None)
        self.form.clear()
        self.times.forget()
        self._asks.stop()

    @property
    def at(self) -> Appointment | None:
        """The appointment that is moved or changed, None during a call."""
        return None if self._at is None else self._at.appointment

    def show_day(self, today: date) -> bool:
        """Take note of the day; say whether it is another one than before."""
        is_new = today > self._today
        self._today = max(today, self._today)
        return is_new

    def ask(self) -> None:
        """Ask what is free, where times can be chosen."""
        self._asks.stop()
        if self._mode is not Mode.CHANGE:
            self._awaits_offer = True
            self.offer_wanted.emit(self._wanted(), self._since)

    def show_offer(self, offer: Offer) -> bool:
        """Show what is free; say whether it is what is wanted by now."""
        if offer.wanted != self._wanted() or not self._is_from_then(offer):
            return False
        self._awaits_offer = False
        self.times.show_offer(offer)
        return True

    def offer_instead(self, why: str, near: tuple[Offered, ...], *, may_insist: bool) -> bool:
        """Offer other times, and with `may_insist` the wanted one all the same; say whether there are any."""
        self.ask()
        if near or may_insist:
            self.choice.ask(why, near, may_insist=may_insist)
        return bool(near or may_insist)

    def back(self) -> None:
        """Go back one step, with what was typed as long as that is possible."""
        if self._mode is not Mode.CALL:
            self.begin_call()
        elif self.choice.isVisible():
            self.choice.hide()
            self.times.setFocus()
        elif self.times.hasFocus():
            (self.form.name if self.form.name.isVisible() else self.form.areas).setFocus()
        elif not self.form.is_empty():
            self.begin_call()
        else:
            self.form.begin()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._what)
        left.addWidget(self.form)
        hint = self._words.translate(
            "desk",
            "Figure: what for · Enter: to the times · arrows: choose · PgDn: later days · Esc: back",
        )
        self._hint.setText(hint)
        self._hint.setProperty("role", "hint")
        right = QVBoxLayout()
        right.addWidget(self.choice)
        right.addWidget(self.times)
        right.addWidget(self._hint)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        self.form.setFixedWidth(_FORM_WIDTH)
        self._what.setFixedWidth(_FORM_WIDTH)
        self._what.setWordWrap(True)
        columns.addLayout(left)
        columns.addLayout(right, stretch=1)
        self.choice.hide()
        self._what.hide()

    def _connect(self) -> None:
        self.form.wanted_changed.connect(self._on_wanted)
        self.form.done.connect(self._on_form_done)
        self.times.chosen.connect(lambda: self._agree(knowingly_full=False))
        self.times.turned.connect(self._on_turned)
        self.choice.taken.connect(lambda instead: self._agree_on(instead, knowingly_full=False))
        self.choice.insisted.connect(lambda: self._agree(knowingly_full=True))
        self._asks.timeout.connect(self.ask)

    def _set_mode(self, mode: Mode, at: FoundBooking | None) -> None:
        self._mode, self._at = mode, at
        self.choice.hide()
        self.form.allow(place=mode is not Mode.CHANGE, details=mode is not Mode.MOVE)
        self.times.setVisible(mode is not Mode.CHANGE)
        self._hint.setVisible(mode is not Mode.CHANGE)
        self._what.setVisible(at is not None)
        if at is not None:
            when = when_told(self._words, self._office, at.appointment.starts_at)
            told = {
                Mode.MOVE: self._words.translate("desk", "Moving the appointment of {when}"),
                Mode.CHANGE: self._words.translate("desk", "Changing the appointment of {when}: Enter saves"),
                Mode.CALL: "",
            }
            self._what.setText(told[mode].format(when=when))
        else:
            self._what.setText("")

    def _on_wanted(self) -> None:
        self.choice.hide()
        self._asks.start()

    def _wanted(self) -> Wanted:
        wanted = self.form.wanted()
        if self._mode is not Mode.MOVE or self._at is None:
            return wanted
        return replace(wanted, instead_of=self._at.appointment.id)

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
        self.ask()

    def _on_form_done(self) -> None:
        if self._mode is Mode.CHANGE and self._at is not None:
            form, seen = self.form, self._at.appointment
            self.wished.emit(
                Change(seen, form.party.value(), str(form.language.currentData()), form.person())
            )
        else:
            if self._asks.isActive():
                self.ask()
            self.times.setFocus()

    def _agree(self, *, knowingly_full: bool) -> None:
        offered = self.times.offered()
        if offered is not None:
            self._agree_on(offered, knowingly_full=knowingly_full)

    def _agree_on(self, offered: Offered, *, knowingly_full: bool) -> None:
        wanted, slot = self._wanted(), offered.slot
        when = When(wanted.area, wanted.room, slot.starts_at, slot.length, knowingly_full)
        self.choice.hide()
        if self._mode is Mode.MOVE and self._at is not None:
            self.wished.emit(Move(self._at.appointment, when))
        else:
            language = str(self.form.language.currentData())
            self.wished.emit(Book(when, wanted.party, language, self.form.person()))
