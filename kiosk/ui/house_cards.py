"""What the screen tells of the house while nobody scans, as cards: who is called, room, mask, hours."""

from kiosk.core.house_rules import MaskRule
from kiosk.core.opening_hours import Span
from kiosk.ui import idle_texts
from kiosk.ui.blocks import Block, Column, Panel, Picture, Row, Text
from kiosk.ui.fullness_bar import FullnessBar
from kiosk.ui.language import Language
from kiosk.ui.step_card import mask_row
from kiosk.ui.theme import CALL, CAP_HEADLINE, CAP_LABEL, CAP_SMALL, CAP_TEXT, CARD
from kiosk.ui.view import HouseView

_PADDING = 7.0


def house_cards(view: HouseView, language: Language) -> list[Block]:
    """Return the cards, the most urgent first."""
    cards: list[Block] = []
    if view.called:
        cards.append(Panel(_called(view.called, language), CALL, padding_mm=_PADDING))
    cards.append(Panel(_fullness(view), CARD, padding_mm=_PADDING))
    cards.append(Panel(_mask(view.mask), CARD, padding_mm=_PADDING))
    cards.append(Panel(_hours(view.hours_today, language), CARD, padding_mm=_PADDING))
    return cards


def _called(numbers: tuple[int, ...], language: Language) -> Block:
    figures = "   ".join(language.locale.toString(number) for number in numbers)
    return Column(
        [
            Text(idle_texts.called_now(), CAP_LABEL, CALL.ink, bold=True),
            Text(figures, CAP_HEADLINE * 1.2, CALL.ink, bold=True),
        ],
        2.0,
    )


def _fullness(view: HouseView) -> Block:
    # A count below zero is an error of the count; it is the manager who reads it.
    inside = max(0, view.inside)
    counted = idle_texts.inside_told(inside, view.cap, unclear=view.unclear > 0)
    blocks: list[Block] = [
        Text(idle_texts.fullness_told(idle_texts.fullness(inside, view.cap)), CAP_TEXT, CARD.ink, bold=True),
        FullnessBar(inside, view.cap, 9.0),
        Text(counted, CAP_LABEL, CARD.ink),
    ]
    if view.waiting:
        blocks.append(Text(idle_texts.waiting_told(view.waiting), CAP_SMALL, CARD.ink))
    return Column(blocks, 4.0)


def _mask(mask: MaskRule) -> Block:
    return mask_row(mask, CAP_LABEL)


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
