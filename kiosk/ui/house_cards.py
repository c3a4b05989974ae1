"""What the screen tells of the house while nobody scans, as cards: who is called, room, mask, hours."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize

from kiosk.core.opening_hours import Span
from kiosk.ui import idle_texts
from kiosk.ui.blocks import Block, Column, Panel, Picture, Row, Turns, largest_unit
from kiosk.ui.fullness_bar import FullnessBar
from kiosk.ui.language import Language
from kiosk.ui.look import Look
from kiosk.ui.step_card import mask_rows
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, CAP_LABEL, CAP_TEXT
from kiosk.ui.view import HouseView

_PADDING = 6.0
_GAP = 5.0

_WORTH_NOTES = 0.85
"""The least share of the full type at which the office's notes are shown: the rest is read from afar."""


@dataclass(frozen=True, slots=True)
class HouseCards:
    """Makes the cards of one screen; `wide` ones have room for two texts side by side."""

    language: Language
    look: Look
    wide: bool

    def beside_the_field(
        self, view: HouseView, notes: Sequence[str], room: QSize
    ) -> tuple[Block, Turns | None]:
        """Return the cards one below the other, and the one among them in which hours and notes take turns.

        Notes come where they leave the letters high enough. While numbers are called, those who wait look for
        theirs: the hours give it room, and where seven are called the mask does, too.
        """
        fullness, mask, *told = self._all(view, notes)
        if view.called:
            called = self._called(view.called)
            column = Column([called, fullness, mask], _GAP, fill=True)
            if self._is_high_enough(column, room):
                return column, None
            return Column([called, fullness], _GAP, fill=True), None
        turns = Turns(told)
        column = Column([fullness, mask, turns], _GAP, fill=True)
        if largest_unit(column, room, self.look.full) >= self.look.full * _WORTH_NOTES:
            return column, turns
        turns = Turns(told[:1])
        return Column([fullness, mask, turns], _GAP, fill=True), turns

    def _is_high_enough(self, column: Column, room: QSize) -> bool:
        return largest_unit(column, room, self.look.full) >= self.look.least

    def one_at_a_time(self, view: HouseView, notes: Sequence[str], room: QSize) -> tuple[Block, Turns]:
        """Return cards that fill the page in turn; one that has no room in full size is left out.

        While numbers are called, they alone take turns with what to do.
        """
        cards = [self._called(view.called)] if view.called else self._all(view, notes)
        fitting = [card for card in cards if largest_unit(card, room, self.look.full) == self.look.full]
        turns = Turns(fitting or cards)
        return turns, turns

    def _all(self, view: HouseView, notes: Sequence[str]) -> list[Block]:
        masks = mask_rows(view.mask, self.look)
        told = [self._hours(view.hours_today), *(self._note(note) for note in notes)]
        return [self._card(each) for each in (self._fullness(view), *masks, *told)]

    def _card(self, content: Block) -> Block:
        colours = self.look.colours
        return Panel(content, colours.card, padding_mm=_PADDING, rim=colours.rim)

    def _text(self, text: str, *, whole: bool = False) -> Text:
        return Text(text, self.look.cap(CAP_LABEL), self.look.colours.card.ink, whole=whole, least=0.7)

    def _bold(self, text: str, cap_mm: float = CAP_LABEL, *, whole: bool = False) -> Text:
        ink = self.look.colours.card.ink
        return Text(text, self.look.cap(cap_mm), ink, bold=True, whole=whole, least=0.6)

    def _pictured(self, icon: str, words: Block) -> Block:
        return Row([Picture(icon, CAP_LABEL * 3.2, self.look.colours.card), words], 6.0, stretch=1)

    def _note(self, note: str) -> Block:
        return self._pictured("message", self._text(note))

    def _called(self, numbers: tuple[int, ...]) -> Block:
        figures = "   ".join(str(number) for number in numbers)
        ink = self.look.colours.call.ink
        what = Text(idle_texts.called_now(), self.look.cap(CAP_LABEL), ink, bold=True)
        told = Column([what, Text(figures, CAP_HEADLINE * 1.3, ink, bold=True)], 2.0)
        return Panel(told, self.look.colours.call, padding_mm=_PADDING)

    def _fullness(self, view: HouseView) -> Block:
        # A count below zero is an error of the count; it is the manager who reads it.
        inside = max(0, view.inside)
        word = idle_texts.fullness_told(idle_texts.fullness(inside, view.cap))
        told = self._bold(word, CAP_TEXT * (1.0 if self.wide else 1.15), whole=self.wide)
        counted = self._text(
            idle_texts.inside_told(inside, view.cap, unclear=view.unclear > 0), whole=self.wide
        )
        bar = FullnessBar(inside, view.cap, 9.0 if self.wide else 12.0, self.look.colours)
        if view.stopped is not None or not view.open_now:
            # That there is room would invite people who are not let in.
            blocks: list[Block] = [bar, counted]
        else:
            blocks = [Row([told, counted], 6.0, stretch=0), bar] if self.wide else [told, bar, counted]
        if view.waiting:
            blocks.append(self._text(idle_texts.waiting_told(view.waiting)))
        return Column(blocks, 4.0)

    def _hours(self, spans: tuple[Span, ...]) -> Block:
        if not spans:
            return self._pictured("clock", self._bold(idle_texts.closed_today()))
        clock = self.language.time_text
        times = [idle_texts.from_to(clock(span.start), clock(span.end)) for span in spans]
        words = [self._text(idle_texts.open_today()), *(self._bold(each) for each in times)]
        return self._pictured("clock", Column(words, 1.0))
