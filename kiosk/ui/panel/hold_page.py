"""Holding the door: a message for the visitors, at this door or at all, and letting them in again."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from kiosk.core.occupancy import Stop
from kiosk.core.office import FALLBACK_LANGUAGE, LONGEST_MESSAGE, DoorId, Wording
from kiosk.core.orders import ResumeAdmission, StopAdmission
from kiosk.ui.language import own_name
from kiosk.ui.panel import texts_hold as texts
from kiosk.ui.panel.board import Act, BoardPage, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.keyboard import Keyboard, TypedLine
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.panel.tile import Tone
from kiosk.ui.panel.words import PANEL_LANGUAGES

_MESSAGE_COLUMNS = 3
_SENTENCE_ENDS = ".!?"


class HoldPage(BoardPage):
    """The tap on a message is the order: each tile shows what visitors will read.

    An own text is typed in as many of the office's languages as there is time for; where only one is typed,
    everybody reads that.
    """

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._door: DoorId | None = post.door.id
        self._is_typing = False
        self._typed: dict[str, str] = {}
        self._language = FALLBACK_LANGUAGE
        self._keyboard = Keyboard(self, self.words, shift=True)
        self._keyboard.typed.connect(self._on_typed)
        self._keyboard.deleted.connect(self._on_deleted)
        self._line = TypedLine(self)
        self._show_keys()

    def open(self, about: Subject = None) -> None:  # noqa: ARG002 - it is about the door
        """Begin with this door and the office's messages, nothing typed."""
        self.turn_to_first()
        self._door = self.post.door.id
        self._is_typing = False
        self._typed = {}
        self._language = self.words.language
        self._keyboard.show_letters()
        self._keyboard.set_capitals(True)
        self._show_keys()

    def title(self) -> str:
        """Return what to do; nothing where the typed line stands in its place."""
        return "" if self._is_typing else texts.title(self.words)

    def subtitle(self) -> str:
        """Return in which languages visitors read the messages."""
        return "" if self._is_typing else texts.languages_read(self.words, self.post.office.languages)

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the messages, or the keyboard for an own text."""
        return self._typing(cells) if self._is_typing else self._messages(cells)

    def _messages(self, cells: Grid) -> Iterator[Part]:
        this, everywhere = self.post.door.id, None
        for column, door, name in (
            (5, this, texts.this_door(self.words)),
            (7, everywhere, texts.all_doors(self.words)),
        ):
            function = "all_doors" if door is everywhere else "this_door"
            tone = Tone.CHOSEN if door == self._door else Tone.PLAIN
            yield Act(function, cells.cell(column, 0, 2), name, self._choose_door(door), tone=tone)
        stops = self._stops()
        rows = cells.rows - 1 - bool(stops)
        messages = self.post.office.messages
        across = -(-(len(messages) + 1) // _MESSAGE_COLUMNS)
        places = cells.inner(0, 1, cells.columns, rows, (_MESSAGE_COLUMNS, across))
        for index, (message, wording) in enumerate(messages.items()):
            row, column = divmod(index, _MESSAGE_COLUMNS)
            first, rest = _first_sentence(self.words.wording(wording))
            order = self.gives(StopAdmission(self._door, wording))
            yield Act(
                f"message:{message}",
                places.cell(column, row),
                first,
                order,
                hint=rest,
                picture="stop-hand",
                needs_ledger=True,
            )
        row, column = divmod(len(messages), _MESSAGE_COLUMNS)
        own = places.cell(column, row, _MESSAGE_COLUMNS - column)
        yield Act("own_text", own, texts.own_text(self.words), self._begin_typing, picture="keypad")
        below = cells.inner(0, cells.rows - 1, cells.columns, 1, (max(1, len(stops)), 1))
        for place, stop in enumerate(stops):
            yield self._resume(below, place, stop)

    def _resume(self, below: Grid, place: int, stop: Stop) -> Act:
        return Act(
            "resume_all" if stop.door is None else "resume",
            below.cell(place, 0),
            texts.resume(self.words, everywhere=stop.door is None),
            self.gives(ResumeAdmission(stop.door)),
            hint=texts.visitors_read(self.words, stop),
            picture="check",
            tone=Tone.YES,
            needs_ledger=True,
        )

    def _typing(self, cells: Grid) -> Iterator[Part]:
        self._line.setGeometry(cells.cell(1, 0, 4))
        self._keyboard.place(cells.cell(0, 1, cells.columns, cells.rows - 1), self.scale)
        typed = self._typed.get(self._language, "")
        self._line.set_words(typed, texts.type_here(self.words, self._language))
        languages = self._writable()
        if len(languages) > 1:
            name = own_name(self._language)
            following = texts.then_language(self.words, self._next_language())
            yield Act("language", cells.cell(5, 0, 2), name, self._turn_language, hint=following)
        message = self._own_message()
        yield Act(
            "stop",
            cells.cell(7, 0, 2),
            texts.stop(self.words, everywhere=self._door is None),
            self._stop,
            hint=texts.who_reads(self.words, self._written(), languages),
            tone=Tone.NO,
            works=message is not None,
            needs_ledger=True,
        )

    def _stops(self) -> tuple[Stop, ...]:
        """Return the stops that hold at this door: its own, and the one of all doors."""
        if self.view is None or self.view.house is None:
            return ()
        return tuple(stop for stop in self.view.house.stops if stop.door in (self.post.door.id, None))

    def _writable(self) -> tuple[str, ...]:
        """Return the office's languages that the guard and the panel's keys can write."""
        return tuple(each for each in self.post.office.languages if each in PANEL_LANGUAGES)

    def _written(self) -> tuple[str, ...]:
        return tuple(each for each in self._writable() if self._typed.get(each, "").strip())

    def _own_message(self) -> Wording | None:
        """Return the own text, None before anything was typed.

        Where there is no German, the first text stands in for it: it is what all others read.
        """
        texts_of = {each: self._typed[each].strip() for each in self._written()}
        if not texts_of:
            return None
        texts_of.setdefault(FALLBACK_LANGUAGE, next(iter(texts_of.values())))
        return Wording(tuple(texts_of.items()))

    def _stop(self) -> None:
        message = self._own_message()
        if message is not None:
            self.ordered.emit(StopAdmission(self._door, message))

    def _begin_typing(self) -> None:
        self._is_typing = True
        self._show_keys()
        self.show_chosen()

    def _show_keys(self) -> None:
        self._keyboard.setVisible(self._is_typing)
        self._line.setVisible(self._is_typing)

    def _choose_door(self, door: DoorId | None) -> Callable[[], None]:
        def choose() -> None:
            self._door = door
            self.show_chosen()

        return choose

    def _next_language(self) -> str:
        languages = self._writable()
        at = languages.index(self._language) if self._language in languages else -1
        return languages[(at + 1) % len(languages)]

    def _turn_language(self) -> None:
        self._language = self._next_language()
        self._keyboard.set_capitals(not self._typed.get(self._language))
        self.show_chosen()

    def _on_typed(self, sign: str) -> None:
        typed = self._typed.get(self._language, "")
        self._typed[self._language] = (typed + sign)[:LONGEST_MESSAGE].lstrip()
        self.show_chosen()

    def _on_deleted(self) -> None:
        self._typed[self._language] = self._typed.get(self._language, "")[:-1]
        self._keyboard.set_capitals(not self._typed[self._language])
        self.show_chosen()


def _first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence, and the rest."""
    ends = [at + 1 for at, sign in enumerate(text[:-1]) if sign in _SENTENCE_ENDS and text[at + 1] == " "]
    return (text[: ends[0]], text[ends[0] + 1 :]) if ends else (text, "")
