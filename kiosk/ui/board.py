"""The board at the reception: how full the house is, to be read in passing; it draws what it is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.board_chart import Chart, draw_chart
from kiosk.ui.board_gauge import Gauge, draw_area, draw_building
from kiosk.ui.board_pieces import AT_END, draw_card, wrapped_height, write, write_wrapped
from kiosk.ui.fonts import font, load_fonts
from kiosk.ui.theme import CALL, CARD, HAIRLINE, HOUSE, NEARLY_FULL, PAPER, QUIET

_MOST_TASKS = 4
_MANY_AREAS = 4
_HEAD, _GAP, _AREA = 8.0, 2.0, 12.0


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
    """The window, lying or standing. What is old is grey, below a bar that says since when."""

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
        """Draw the head, the house, and what is to be known of it: beside it, or below where it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(PAPER.ground))
        wide, high = float(self.width()), float(self.height())
        is_standing = high > wide
        unit = min(wide / 80, high / 128) if is_standing else min(wide / 128, high / 80)
        head = QRectF(0, 0, wide, _HEAD * unit)
        self._draw_head(painter, head, unit)
        gap = _GAP * unit
        room = QRectF(0, head.bottom(), wide, high - head.bottom()).adjusted(gap, gap, -gap, -gap)
        house, lists = QRectF(room), QRectF(room)
        if is_standing:
            house.setHeight(room.height() * 0.6)
            lists.setTop(house.bottom() + gap)
        else:
            house.setWidth(room.width() * 0.58)
            lists.setLeft(house.right() + gap)
        self._draw_house(painter, house, unit)
        self._draw_lists(painter, lists, unit)
        painter.end()

    def _draw_head(self, painter: QPainter, head: QRectF, unit: float) -> None:
        tint = CALL if self.view.stale else HOUSE
        painter.fillRect(head, QColor(tint.ground))
        inner = head.adjusted(3 * unit, 0, -3 * unit, 0)
        clock = QRectF(inner.right() - 20 * unit, inner.top(), 20 * unit, inner.height())
        said = self.view.stale or self.view.title
        named = QRectF(inner.left(), inner.top(), clock.left() - inner.left(), inner.height())
        write(painter, named, said, font(round(3.4 * unit), bold=True), tint.ink)
        write(painter, clock, self.view.clock, font(round(3.4 * unit), bold=True), tint.ink, AT_END)

    def _draw_house(self, painter: QPainter, room: QRectF, unit: float) -> None:
        areas, gap, stale = self.view.areas, _GAP * unit, bool(self.view.stale)
        columns = 3 if len(areas) > _MANY_AREAS else 2
        rows = -(-len(areas) // columns)
        left_over = room.height() - rows * (_AREA * unit + gap)
        top = QRectF(room.left(), room.top(), room.width(), left_over * 0.5)
        if self.view.building is not None:
            draw_building(painter, top, self.view.building, unit, stale=stale)
        width = (room.width() - (columns - 1) * gap) / columns
        for place, area in enumerate(areas):
            row, column = divmod(place, columns)
            box = QRectF(
                room.left() + column * (width + gap),
                top.bottom() + gap + row * (_AREA * unit + gap),
                width,
                _AREA * unit,
            )
            draw_area(painter, box, area, unit, stale=stale)
        if self.view.chart is not None:
            below = QRectF(room)
            below.setTop(top.bottom() + gap + rows * (_AREA * unit + gap))
            draw_chart(painter, below, self.view.chart, unit)

    def _draw_lists(self, painter: QPainter, room: QRectF, unit: float) -> None:
        top, ink = room.top(), QUIET.ink if self.view.stale else CARD.ink
        for said, colour in self._paragraphs():
            wanted = font(round(2.5 * unit), bold=said == self.view.line)
            high = wrapped_height(room.width() - 4.6 * unit, said, wanted) + 2.4 * unit
            if top + high > room.bottom():
                return
            box = QRectF(room.left(), top, room.width(), high)
            draw_card(painter, box, unit)
            if colour:
                painter.setBrush(QColor(HAIRLINE if self.view.stale else colour))
                painter.drawRoundedRect(
                    QRectF(box.left(), box.top(), 0.8 * unit, high), 0.4 * unit, 0.4 * unit
                )
            write_wrapped(painter, box.adjusted(2.4 * unit, 0, -2 * unit, 0), said, wanted, ink)
            top += high + 1.2 * unit

    def _paragraphs(self) -> Iterator[tuple[str, str]]:
        """Give what stands in the list, each with the colour at its edge: tasks stand out."""
        if self.view.line:
            yield self.view.line, ""
        yield from ((task, NEARLY_FULL) for task in self.view.tasks[:_MOST_TASKS])
        yield from ((door, HAIRLINE) for door in self.view.doors)


def _spoken(view: BoardView) -> str:
    gauges = (view.building, *view.areas)
    told = [f"{each.name}: {each.figure} {each.hint}".strip() for each in gauges if each is not None]
    return ". ".join(each for each in (view.stale, *told, view.line, *view.tasks, *view.doors) if each)
