"""Who are you? An id or a badge, then the PIN; also for the second person who agrees to go above the cap."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from string import ascii_lowercase
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.code import Badge
from kiosk.core.entry_by_staff import above_cap
from kiosk.core.guard_view import Failed
from kiosk.core.ids import StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import Admit
from kiosk.core.rules_in_force import rules_at
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import PIN_DIGITS, Pin, staff_id
from kiosk.core.trouble import Trouble
from kiosk.ui.language import own_name
from kiosk.ui.panel import texts_sign_in as texts
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.keyboard import Key
from kiosk.ui.panel.label import Label, Picture
from kiosk.ui.panel.page import Page, Post, Subject
from kiosk.ui.panel.texts_answer import failed_told
from kiosk.ui.panel.texts_board import delete_last
from kiosk.ui.panel.texts_not_done import not_done_told
from kiosk.ui.panel.texts_refusal import paused_told, refusal_told
from kiosk.ui.panel.tile import Tile, Tone
from kiosk.ui.panel.words import PANEL_LANGUAGES
from kiosk.ui.theme import CARD, REFUSED

MOST_IDS: Final = 4
"""How many of those who signed in here last can be chosen by one tap."""

LONGEST_ID: Final = 20
LONGEST_PIN: Final = 12

_FIGURES: Final = "123456789"
_ID_LETTERS: Final = ascii_lowercase + ".-"
_SMALL, _LARGE = 0.026, 0.045
_DOT: Final = "•"


class Asking(Enum):
    """What is asked now: the id, by figures or by letters, or the PIN."""

    ID_BY_FIGURES = "figures"
    ID_BY_LETTERS = "letters"
    PIN = "pin"


class SignInPage(Page):
    """The page of the PIN. `pin_typed` carries who (StaffId or Badge) and the Pin.

    `now` and `last_ids` are set by the window: the time (aware), and who signed in here last, newest first.
    """

    pin_typed = Signal(object, object)
    language_wanted = Signal(str)

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self.now: datetime | None = None
        self.last_ids: Sequence[StaffId] = ()
        self._asking = Asking.ID_BY_FIGURES
        self._who: StaffId | Badge | None = None
        self._typed = ""
        self._admit: Admit | None = None
        self._refused: Refusal | Failed | NotDone | None = None
        self._paused_until: datetime | None = None
        self._checking = False
        words = self.words
        self._title = Label(self, "title", tint=None)
        self._emblem = Picture(self, "badge")
        self._purpose = Label(self, "purpose", tint=CARD)
        self._field = Label(self, "field", align=Qt.AlignmentFlag.AlignHCenter, tint=CARD)
        self._message = Label(self, "message", tint=REFUSED)
        self._figures = [Key(self, f"key:{each}", each) for each in (*_FIGURES, "0")]
        self._letters = [Key(self, f"key:{each}", each) for each in _ID_LETTERS]
        self._delete = Tile(self, "key:delete", "", "backspace")
        self._delete.say_as(delete_last(words))
        self._enter = Tile(self, "key:enter", texts.next_(words), "", Tone.YES)
        self._switch = Tile(self, "switch", "ABC")
        self._other = Tile(self, "other_id", texts.other_person(words), "badge")
        self._back = Tile(self, "back", texts.back(words), "back")
        self._ids = [Tile(self, f"id:{place}", "", "staff") for place in range(MOST_IDS)]
        self._languages = [Tile(self, f"language:{each}", own_name(each)) for each in PANEL_LANGUAGES]
        self._connect()

    @property
    def is_for_second_person(self) -> bool:
        """Whether a second person is asked here to agree to an entry above the cap."""
        return self._admit is not None

    def open(self, about: Subject = None) -> None:
        """Ask anew, whoever it was before; about an Admit: a second person."""
        self._admit = about if isinstance(about, Admit) else None
        self._paused_until, self._refused, self._checking = None, None, False
        self._ask(Asking.ID_BY_FIGURES)

    def show_badge(self, badge: Badge) -> None:
        """Take a badge for the id; one that is seen again leaves what was typed."""
        if badge != self._who and not self._checking:
            self._take(badge)

    def show_refused(self, why: Refusal | Failed | NotDone) -> None:
        """Say why the PIN was not taken, and for how long none is."""
        self._refused, self._checking, self._typed = why, False, ""
        if isinstance(why, Refusal) and why.pause is not None and self.now is not None:
            self._paused_until = self.now + why.pause
        self.refresh()
        self._message.announce()

    def refresh(self) -> None:
        """Show what is asked, what was typed and what was wrong."""
        words, by_pin = self.words, self._asking is Asking.PIN
        self._title.set_words(
            texts.title(words, second_person=self.is_for_second_person),
            texts.type_pin(words) if by_pin else texts.type_id(words),
        )
        self._purpose.setVisible(self._admit is not None and self._asking is not Asking.ID_BY_LETTERS)
        self._emblem.setVisible(self._admit is None and self._asking is not Asking.ID_BY_LETTERS)
        self._emblem.set_picture("lock" if by_pin else "badge")
        if self._admit is not None:
            self._purpose.set_words(*self._asked(self._admit))
        self._show_field()
        self._show_message()
        paused = self._pause_left() is not None
        may_type = not paused and not self._checking
        for key in (*self._figures, self._delete):
            key.setEnabled(may_type)
        for key in self._letters:
            key.setEnabled(may_type and not by_pin)
        self._enter.setEnabled(self._may_enter() and not paused and not self._checking)
        self._show_keys()

    def arrange(self) -> None:
        """Put everything in its place."""
        grid = self.grid(self.room(), columns=9, rows=5)
        self._back.setGeometry(grid.cell(0, 0))
        self._title.setGeometry(grid.cell(1, 0, 2))
        self._field.setGeometry(grid.cell(3, 0, 3))
        halves = grid.inner(6, 0, 3, 1, (len(self._languages), 1))
        for place, tile in enumerate(self._languages):
            tile.setGeometry(halves.cell(place, 0))
        self._emblem.setGeometry(grid.cell(0, 1, 3, 3))
        self._purpose.setGeometry(grid.cell(0, 1, 3, 3))
        self._purpose.set_sizes(round(self.height() * _SMALL), round(self.height() * _LARGE))
        for place, tile in enumerate(self._ids):
            tile.setGeometry(grid.cell(6, 1 + place, 3))
        self._message.setGeometry(grid.cell(6, 1, 3, 2))
        self._other.setGeometry(grid.cell(6, 4, 3))
        if self._asking is Asking.ID_BY_LETTERS:
            self._arrange_letters(grid)
        else:
            self._arrange_figures(grid)

    def _arrange_figures(self, grid: Grid) -> None:
        for place, key in enumerate(self._figures[:9]):
            key.setGeometry(grid.cell(3 + place % 3, 1 + place // 3))
        self._delete.setGeometry(grid.cell(3, 4))
        self._figures[9].setGeometry(grid.cell(4, 4))
        self._enter.setGeometry(grid.cell(5, 4))
        self._switch.setGeometry(grid.cell(0, 4, 3))

    def _arrange_letters(self, grid: Grid) -> None:
        for place, key in enumerate(self._letters[:-1]):
            key.setGeometry(grid.cell(place % 9, 1 + place // 9))
        self._switch.setGeometry(grid.cell(0, 4, 3))
        self._letters[-1].setGeometry(grid.cell(3, 4))
        self._delete.setGeometry(grid.cell(4, 4))
        self._enter.setGeometry(grid.cell(5, 4, 4))

    def _connect(self) -> None:
        for key in (*self._figures, *self._letters):
            key.clicked.connect(lambda _=False, key=key: self._on_key(key.text()))
        for tile in self._ids:
            tile.clicked.connect(lambda _=False, tile=tile: self._take(StaffId(tile.text())))
        for tile, language in zip(self._languages, PANEL_LANGUAGES, strict=True):
            tile.clicked.connect(lambda _=False, language=language: self.language_wanted.emit(language))
            tile.set_tone(Tone.CHOSEN if language == self.words.language else Tone.PLAIN)
        self._delete.clicked.connect(self._on_delete)
        self._enter.clicked.connect(self._on_enter)
        self._switch.clicked.connect(self._on_switch)
        self._other.clicked.connect(lambda: self._ask(Asking.ID_BY_FIGURES))
        self._back.clicked.connect(self.closed)

    def _on_key(self, sign: str) -> None:
        longest = LONGEST_PIN if self._asking is Asking.PIN else LONGEST_ID
        if len(self._typed) < longest:
            self._typed += sign
            self._refused = None
            self.refresh()

    def _on_delete(self) -> None:
        self._typed = self._typed[:-1]
        self.refresh()

    def _on_switch(self) -> None:
        typed = self._typed
        letters = self._asking is Asking.ID_BY_FIGURES
        self._ask(Asking.ID_BY_LETTERS if letters else Asking.ID_BY_FIGURES)
        self._typed = typed
        self.refresh()

    def _on_enter(self) -> None:
        if self._asking is not Asking.PIN:
            self._take(staff_id(self._typed))
        elif self._who is not None:
            pin, self._typed = Pin(self._typed), ""
            self._checking, self._refused = True, None
            self.refresh()
            self.pin_typed.emit(self._who, pin)

    def _take(self, who: StaffId | Badge) -> None:
        self._refused = None
        self._ask(Asking.PIN)
        self._who = who
        self.refresh()

    def _ask(self, asking: Asking) -> None:
        self._asking, self._who, self._typed = asking, None, ""
        self.arrange()
        self.refresh()

    def _may_enter(self) -> bool:
        if self._asking is Asking.PIN:
            return len(self._typed) >= PIN_DIGITS
        try:
            staff_id(self._typed)
        except ValueError:
            return False
        return True

    def _asked(self, admit: Admit) -> tuple[str, str]:
        view, office, above = self.view, self.post.office, 0
        if view is not None and view.house is not None:
            cap = rules_at(office, view.house, view.now).cap
            above = above_cap(view.house, cap, admit.area, admit.party)
        return texts.asked_to_agree(self.words, office, admit, above, self._first())

    def _show_field(self) -> None:
        if self._asking is not Asking.PIN:
            self._field.set_words(self._typed or "…", texts.id_field(self.words))
            return
        who = texts.badge(self.words) if isinstance(self._who, Badge) else str(self._who or "")
        self._field.set_words(_DOT * len(self._typed) or "PIN …", who)

    def _show_message(self) -> None:
        told, hint = self._trouble_told()
        if not told and self._checking:
            told = texts.checking(self.words)
        self._message.set_tint(CARD if self._checking else REFUSED)
        self._message.set_words(told, hint)
        self._message.setVisible(bool(told) and self._asking is not Asking.ID_BY_LETTERS)

    def _trouble_told(self) -> tuple[str, str]:
        words = self.words
        left = self._pause_left()
        pause = "" if left is None else paused_told(words, left)
        match self._refused:
            case None if self._cannot_be_checked() and not self._checking:
                return failed_told(words, Trouble.LEDGER), pause
            case None:
                return pause, ""
            case Refusal() as why:
                return refusal_told(words, why), pause
            case Failed(trouble=trouble):
                return failed_told(words, trouble), pause
            case NotDone() as why:
                return not_done_told(words, why), pause

    def _cannot_be_checked(self) -> bool:
        """Say whether no PIN signs anybody in now; a second person's counts for what is then kept by hand."""
        return self.view is not None and self.view.is_by_hand and not self.is_for_second_person

    def _pause_left(self) -> timedelta | None:
        ends = [] if self._paused_until is None else [self._paused_until]
        if self.view is not None and self.view.paused is not None:
            ends.append(self.view.now + self.view.paused)
        left = max((end - (self.now or end) for end in ends), default=timedelta())
        return left if left > timedelta() else None

    def _show_keys(self) -> None:
        letters, by_pin = self._asking is Asking.ID_BY_LETTERS, self._asking is Asking.PIN
        for key in self._figures:
            key.setVisible(not letters)
        for key in self._letters:
            key.setVisible(letters)
        self._switch.setVisible(not by_pin)
        self._switch.set_words("123" if letters else "ABC")
        self._other.setVisible(by_pin)
        for tile in self._languages:
            # Another language begins anew, and would drop what the second person is asked.
            tile.setVisible(self._admit is None)
        self._enter.set_words(texts.ok(self.words) if by_pin else texts.next_(self.words))
        offered = () if by_pin or letters or self._message.isVisibleTo(self) else self._offered_ids()
        for place, tile in enumerate(self._ids):
            tile.setVisible(place < len(offered))
            if place < len(offered):
                tile.set_words(str(offered[place]))

    def _offered_ids(self) -> Sequence[StaffId]:
        """Return who may be meant; whoever asks for a second person is not that."""
        first = self._first() if self.is_for_second_person else None
        return [each for each in self.last_ids if each != first]

    def _first(self) -> StaffId | None:
        return None if self.view is None or self.view.signed_in is None else self.view.signed_in.staff
