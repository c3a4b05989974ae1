"""The board at the reception: how full the house is, to be read in passing; it draws what it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.fonts import font, load_fonts
from kiosk.ui.theme import CALL, CARD, FULL, HAIRLINE, HOUSE, NEARLY_FULL, PAPER, QUIET, REFUSED, ROOM_LEFT

_NEARLY = 0.85
_MOST_LINES = 4
_DASHES = Qt.PenStyle.DashLine
_AT_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Gauge:
    """How full a part of the house is: `inside` of `cap` (None: no cap), and what else is to say."""

    name: str
    inside: int
    cap: int | None
    figure: str
    hint: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A day's course in parts of its width (0 to 1) and in people: steps, caps, what is expected, usual."""

    steps: tuple[tuple[float, int], ...]
    caps: tuple[tuple[float, int], ...]
    expected: tuple[tuple[float, float], ...]
    ordinary: tuple[tuple[float, float], ...]
    now: float
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """All that the board shows, in words.

    `stale` says that the numbers are old, and since when; it is empty while they are new. `building` is None
    until a number was read. `tasks` and `doors` are lines, the most urgent first.
    """

    title: str
    clock: str
    stale: str
    building: Gauge | None = None
    areas: tuple[Gauge, ...] = ()
    line: str = ""
    tasks: tuple[str, ...] = ()
    doors: tuple[str, ...] = ()
    chart: Chart | None = None


class Board(QWidget):
    """The window. What is old is grey, below a bar that says since when."""

    accessible_role: ClassVar = QAccessible.Role.Window

    def __init__(self, title: str) -> None:
        super().__init__()
        load_fonts()
        self.setWindowTitle(title)
        self.view = BoardView(title, "", "")

    def show_view(self, view: BoardView) -> None:
        """Show what is known now."""
        if view != self.view:
            self.view = view
            self.setAccessibleName(_spoken(view))
            self.update()

    def end(self) -> None:
        """Close the window."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the head, the house at the left, and what is to be known of it at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(PAPER.ground))
        wide, high = float(self.width()), float(self.height())
        unit = min(wide / 128, high / 80)
        head = QRectF(0, 0, wide, 8 * unit)
        self._draw_head(painter, head, unit)
        room = QRectF(0, head.bottom(), wide, high - head.bottom()).adjusted(
            2 * unit, 2 * unit, -2 * unit, -2 * unit
        )
        left = QRectF(room.left(), room.top(), room.width() * 0.56, room.height())
        right = QRectF(
            left.right() + 2 * unit, room.top(), room.right() - left.right() - 2 * unit, room.height()
        )
        self._draw_house(painter, left, unit)
        self._draw_lists(painter, right, unit)
        painter.end()

    def _draw_head(self, painter: QPainter, head: QRectF, unit: float) -> None:
        tint = CALL if self.view.stale else HOUSE
        painter.fillRect(head, QColor(tint.ground))
        inner = head.adjusted(3 * unit, 0, -3 * unit, 0)
        said = self.view.stale or self.view.title
        _write(painter, inner, said, font(round(3.4 * unit), bold=True), tint.ink)
        _write(painter, inner, self.view.clock, font(round(3.4 * unit), bold=True), tint.ink, _AT_END)

    def _draw_house(self, painter: QPainter, room: QRectF, unit: float) -> None:
        building, areas = self.view.building, self.view.areas
        share = 0.36 if areas else 0.62
        top = QRectF(room.left(), room.top(), room.width(), room.height() * share)
        if building is not None:
            self._draw_gauge(painter, top, building, unit * 1.9)
        columns, gap = 2, 2 * unit
        rows, bottom = -(-len(areas) // columns), top.bottom()
        for place, area in enumerate(areas):
            high = 11.5 * unit if rows <= 2 else 9 * unit
            width = (room.width() - gap) / columns
            left = room.left() + place % columns * (width + gap)
            box = QRectF(left, top.bottom() + gap + place // columns * (high + gap), width, high)
            self._draw_gauge(painter, box, area, unit if rows <= 2 else unit * 0.75)
            bottom = box.bottom()
        chart_top = bottom + gap
        if self.view.chart is not None and room.bottom() - chart_top > 8 * unit:
            box = QRectF(room.left(), chart_top, room.width(), room.bottom() - chart_top)
            self._draw_chart(painter, box, self.view.chart, unit)

    def _draw_gauge(self, painter: QPainter, box: QRectF, gauge: Gauge, unit: float) -> None:
        """Draw the name, the figure, the hint and the bar; the building's figure has a row of its own."""
        _card(painter, box, unit)
        inner = box.adjusted(1.6 * unit, unit, -1.6 * unit, -1.2 * unit)
        bar = QRectF(inner.left(), inner.bottom() - 1.5 * unit, inner.width(), 1.5 * unit)
        if gauge.cap is not None:
            self._draw_bar(painter, bar, gauge.inside, gauge.cap)
        ink = QUIET.ink if self.view.stale else CARD.ink
        alarm = gauge.cap is not None and gauge.inside > gauge.cap
        hint_ink = REFUSED.ground if alarm and not self.view.stale else ink
        first = QRectF(inner.left(), inner.top(), inner.width(), bar.top() - inner.top() - 0.4 * unit)
        second = QRectF(first)
        hint_font = font(round(2 * unit), bold=alarm)
        is_building = gauge is self.view.building
        first.setHeight(3 * unit if is_building else first.height() * 0.64)
        second.setTop(first.bottom())
        named, beside = QRectF(first), QRectF(first)
        named.setWidth(first.width() * 0.48)
        beside.setLeft(named.right() + unit)
        _write(painter, named, gauge.name, font(round(2.4 * unit), bold=True), ink)
        if is_building:
            _write(painter, beside, gauge.hint, hint_font, hint_ink, _AT_END)
            _write(painter, second, gauge.figure, font(round(second.height() * 0.85), bold=True), ink)
        else:
            _write(painter, beside, gauge.figure, font(round(4.2 * unit), bold=True), ink, _AT_END)
            _write(painter, second, gauge.hint, hint_font, hint_ink)

    def _draw_bar(self, painter: QPainter, bar: QRectF, inside: int, cap: int) -> None:
        share = min(max(inside / cap, 0.0), 1.0) if cap else 1.0
        colour = FULL if share >= 1 else NEARLY_FULL if share >= _NEARLY else ROOM_LEFT
        painter.setPen(QPen(QColor(HAIRLINE), 1.5))
        painter.setBrush(QColor(CARD.ground))
        painter.drawRoundedRect(bar, bar.height() / 3, bar.height() / 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(HAIRLINE if self.view.stale else colour))
        filled = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
        painter.drawRoundedRect(filled, bar.height() / 3, bar.height() / 3)

    def _draw_chart(self, painter: QPainter, box: QRectF, chart: Chart, unit: float) -> None:
        _card(painter, box, unit)
        plot = box.adjusted(2 * unit, 2 * unit, -2 * unit, -4 * unit)
        highest = (
            max(
                [
                    1.0,
                    *(people for _, people in (*chart.steps, *chart.caps, *chart.expected, *chart.ordinary)),
                ]
            )
            * 1.1
        )

        def point(x: float, people: float) -> QPointF:
            return QPointF(plot.left() + x * plot.width(), plot.bottom() - people / highest * plot.height())

        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(HAIRLINE), 1.5))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QPen(QColor(HAIRLINE), 0.35 * unit))
        painter.drawPolyline(QPolygonF([point(*each) for each in chart.ordinary]))
        painter.setPen(QPen(QColor(FULL), 0.35 * unit))
        painter.drawPolyline(QPolygonF([point(*each) for each in _stairs(chart.caps, 1.0)]))
        painter.setPen(QPen(QColor(HOUSE.ground), 0.45 * unit))
        painter.drawPolyline(QPolygonF([point(*each) for each in _stairs(chart.steps, chart.now)]))
        painter.setPen(QPen(QColor(HOUSE.ground), 0.35 * unit, _DASHES))
        painter.drawPolyline(QPolygonF([point(*each) for each in chart.expected]))
        below = QRectF(plot.left(), plot.bottom() + 0.4 * unit, plot.width(), 3 * unit)
        _write(painter, below, chart.begins, font(round(2 * unit)), QUIET.ink)
        _write(painter, below, chart.ends, font(round(2 * unit)), QUIET.ink, _AT_END)

    def _draw_lists(self, painter: QPainter, room: QRectF, unit: float) -> None:
        top = room.top()
        paragraphs = [(self.view.line, True), *((task, False) for task in self.view.tasks[:_MOST_LINES])]
        paragraphs += [(door, False) for door in self.view.doors]
        for said, is_bold in paragraphs:
            if not said:
                continue
            wanted = font(round(2.5 * unit), bold=is_bold)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            inner = QRectF(room.left() + 2 * unit, top, room.width() - 4 * unit, room.height())
            high = QFontMetricsF(wanted).boundingRect(inner, flags, said).height() + 2.4 * unit
            if top + high > room.bottom():
                return
            box = QRectF(room.left(), top, room.width(), high)
            _card(painter, box, unit)
            painter.setPen(QColor(QUIET.ink if self.view.stale else CARD.ink))
            painter.setFont(wanted)
            painter.drawText(box.adjusted(2 * unit, 0, -2 * unit, 0), flags, said)
            top += high + 1.4 * unit


def _card(painter: QPainter, box: QRectF, unit: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(CARD.ground))
    painter.drawRoundedRect(box, unit, unit)


def _write(
    painter: QPainter,
    box: QRectF,
    said: str,
    wanted: QFont,
    ink: str,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Write one line, smaller where it would not fit."""
    painter.setFont(wanted)
    width = painter.fontMetrics().horizontalAdvance(said)
    if width > box.width() > 0:
        wanted = QFont(wanted)
        wanted.setPixelSize(max(1, int(wanted.pixelSize() * box.width() / width)))
        painter.setFont(wanted)
    painter.setPen(QColor(ink))
    painter.drawText(box, flags, said)


def _stairs(steps: Sequence[tuple[float, int]], until: float) -> list[tuple[float, int]]:
    """Return the corners of a line that stays level from each step to the next."""
    corners: list[tuple[float, int]] = []
    for x, people in steps:
        if corners:
            corners.append((x, corners[-1][1]))
        corners.append((x, people))
    return [*corners, (until, corners[-1][1])] if corners else []


def _spoken(view: BoardView) -> str:
    gauges = (view.building, *view.areas)
    told = [f"{each.name}: {each.figure} {each.hint}".strip() for each in gauges if each is not None]
    return ". ".join(each for each in (view.stale, *told, view.line, *view.tasks, *view.doors) if each)
