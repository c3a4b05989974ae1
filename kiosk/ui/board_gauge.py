"""How full a part of the house is, drawn: its name, the number, what else is to say, and a bar."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.ui.board_pieces import AT_END, draw_card, write
from kiosk.ui.fonts import font
from kiosk.ui.theme import CARD, FULL, HAIRLINE, NEARLY_FULL, QUIET, REFUSED, ROOM_LEFT

_NEARLY = 0.85


@dataclass(frozen=True, slots=True)
class Gauge:
    """How full a part of the house is: `inside` of `cap` (None: no cap), and what else is to say."""

    name: str
    inside: int
    cap: int | None
    figure: str
    hint: str

    @property
    def is_above(self) -> bool:
        """Whether more are inside than may be."""
        return self.cap is not None and self.inside > self.cap


def draw_building(painter: QPainter, box: QRectF, gauge: Gauge, unit: float, *, stale: bool) -> None:
    """Draw the gauge of the whole building: its number is as large as there is room."""
    draw_card(painter, box, unit)
    inner = box.adjusted(2 * unit, 1.4 * unit, -2 * unit, -1.8 * unit)
    first = QRectF(inner.left(), inner.top(), inner.width(), 4.5 * unit)
    bar = QRectF(inner.left(), inner.bottom() - 2.4 * unit, inner.width(), 2.4 * unit)
    number = QRectF(first.left(), first.bottom(), first.width(), bar.top() - first.bottom() - unit)
    named, beside = QRectF(first), QRectF(first)
    named.setWidth(first.width() * 0.5)
    beside.setLeft(named.right() + unit)
    ink = _ink(stale=stale)
    write(painter, named, gauge.name, font(round(3.2 * unit), bold=True), ink)
    write(
        painter,
        beside,
        gauge.hint,
        font(round(3 * unit), bold=gauge.is_above),
        _hint_ink(gauge, stale=stale),
        AT_END,
    )
    write(painter, number, gauge.figure, font(round(number.height() * 0.92), bold=True), ink)
    _draw_bar(painter, bar, gauge, stale=stale)


def draw_area(painter: QPainter, box: QRectF, gauge: Gauge, unit: float, *, stale: bool) -> None:
    """Draw the gauge of an area: its name, and its number below with what else is to say."""
    draw_card(painter, box, unit)
    inner = box.adjusted(1.6 * unit, unit, -1.6 * unit, -1.2 * unit)
    bar = QRectF(inner.left(), inner.bottom() - 1.2 * unit, inner.width(), 1.2 * unit)
    named = QRectF(inner.left(), inner.top(), inner.width(), 3.2 * unit)
    below = QRectF(inner.left(), named.bottom(), inner.width(), bar.top() - named.bottom() - 0.3 * unit)
    number, beside = QRectF(below), QRectF(below)
    number.setWidth(below.width() * (0.5 if gauge.hint else 1))
    beside.setLeft(number.right() + unit)
    write(painter, named, gauge.name, font(round(2.3 * unit), bold=True), _ink(stale=stale))
    write(painter, number, gauge.figure, font(round(4.2 * unit), bold=True), _ink(stale=stale))
    hint_font = font(round(2 * unit), bold=gauge.is_above)
    write(painter, beside, gauge.hint, hint_font, _hint_ink(gauge, stale=stale), AT_END)
    _draw_bar(painter, bar, gauge, stale=stale)


def _ink(*, stale: bool) -> str:
    return QUIET.ink if stale else CARD.ink


def _hint_ink(gauge: Gauge, *, stale: bool) -> str:
    return REFUSED.ground if gauge.is_above and not stale else QUIET.ink


def _draw_bar(painter: QPainter, bar: QRectF, gauge: Gauge, *, stale: bool) -> None:
    if gauge.cap is None:
        return
    share = min(max(gauge.inside / gauge.cap, 0.0), 1.0) if gauge.cap else 1.0
    colour = FULL if share >= 1 else NEARLY_FULL if share >= _NEARLY else ROOM_LEFT
    rounded = bar.height() / 3
    painter.setPen(QPen(QColor(HAIRLINE), 1.5))
    painter.setBrush(QColor(CARD.ground))
    painter.drawRoundedRect(bar, rounded, rounded)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(HAIRLINE if stale else colour))
    painter.drawRoundedRect(
        QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), rounded, rounded
    )
