"""What the screen tells of the house while nobody scans, as cards: who is called, room, mask, hours."""

from collections.abc import Sequence

from kiosk.core.opening_hours import Span
from kiosk.ui import idle_texts
from kiosk.ui.blocks import Block, Column, Panel, Picture, Row, Turns
from kiosk.ui.fullness_bar import FullnessBar
from kiosk.ui.language import Language
from kiosk.ui.step_card import mask_row
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CALL, CAP_HEADLINE, CAP_LABEL, CAP_SMALL, CAP_TEXT, CARD
from kiosk.ui.view import HouseView

_PADDING = 6.0


def house_cards(
    view: HouseView, notes: Sequence[str], language: Language, *, wide: bool
) -> tuple[list[Block], Turns | None]:
    """Return the cards, the most urgent first, and the one among them in which the notes take turns.

    While numbers are called, those who wait look for theirs: what can wait gives it room. `wide` cards have
    room for two texts side by side.
    """
    fullness, mask = _card(_fullness(view, wide=wide)), _card(mask_row(view.mask, CAP_LABEL))
    if view.called:
        return [
            Panel(_called(view.called), CALL, padding_mm=_PADDING),
            fullness,
            mask,
        ], None
    told = [_hours(view.hours_today, language), *(_note(note) for note in notes)]
    turns = Turns([_card(each) for each in told])
    return [fullness, mask, turns], turns


def _card(content: Block) -> Block:
    return Panel(content, CARD, padding_mm=_PADDING)


def _note(note: str) -> Block:
    return Row([Picture("message", CAP_LABEL * 3.2, CARD), Text(note, CAP_SMALL, CARD.ink)], 6.0, stretch=1)


def _called(numbers: tuple[int, ...]) -> Block:
    figures = "   ".join(str(number) for number in numbers)
    what = Text(idle_texts.called_now(), CAP_LABEL, CALL.ink, bold=True)
    return Column([what, Text(figures, CAP_HEADLINE * 1.3, CALL.ink, bold=True)], 2.0)


def _fullness(view: HouseView, *, wide: bool) -> Block:
    # A count below zero is an error of the count; it is the manager who reads it.
    inside = max(0, view.inside)
    word = idle_texts.fullness_told(idle_texts.fullness(inside, view.cap))
    told = Text(word, CAP_TEXT * (1.0 if wide else 1.15), CARD.ink, bold=True, least=0.6, whole=wide)
    counted = Text(
        idle_texts.inside_told(inside, view.cap, unclear=view.unclear > 0), CAP_LABEL, CARD.ink, whole=wide
    )
    bar = FullnessBar(inside, view.cap, 9.0 if wide else 12.0)
    if view.stopped is not None or not view.open_now:
        # That there is room would invite people who are not let in.
        blocks: list[Block] = [bar, counted]
    else:
        blocks = [Row([told, counted], 6.0, stretch=0), bar] if wide else [told, bar, counted]
    if view.waiting:
        blocks.append(Text(idle_texts.waiting_told(view.waiting), CAP_SMALL, CARD.ink))
    return Column(blocks, 4.0)


def _hours(spans: tuple[Span, ...], language: Language) -> Block:
    if not spans:
        words: Block = Text(idle_texts.closed_today(), CAP_LABEL, CARD.ink, bold=True)
    else:
        times = [
            idle_texts.from_to(language.time_text(span.start), language.time_text(span.end)) for span in spans
        ]
        words = Column(
            [
                Text(idle_texts.open_today(), CAP_SMALL, CARD.ink),
                *(Text(each, CAP_LABEL, CARD.ink, bold=True) for each in times),
            ],
            1.0,
        )
    return Row([Picture("clock", CAP_LABEL * 3.2, CARD), words], 6.0, stretch=1)
