"""What every page of the panel is: it shows what holds now, and gives orders by taps."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import Answered, GuardView
from kiosk.core.office import Door, Office
from kiosk.ui.panel.grid import Grid, gap_px, most_cells
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import PAPER, Scale


@dataclass(frozen=True, slots=True)
class Post:
    """Where the panel stands: the office, the door that it is for, and the language that it speaks."""

    office: Office
    door: Door
    words: Words


class Page(QWidget):
    """One page. The window opens it with the newest view, keeps that up to date, and closes it.

    `ordered` carries an Order, `closed` tells that the guard wants back to the first page.
    """

    ordered = Signal(object)
    closed = Signal()

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(parent)
        self.post = post
        self.words = post.words
        self.view: GuardView | None = None
        self._scale = Scale(4.0, 4.0)
        self.hide()

    def open(self) -> None:
        """Begin anew: whatever was chosen or typed here before is forgotten."""

    def show_view(self, view: GuardView) -> None:
        """Show what holds now; what is chosen or typed already stays."""
        self.view = view
        self.refresh()

    def show_answer(self, answered: Answered) -> None:
        """Show what came of an order of this page, where the page itself has something to show."""

    def refresh(self) -> None:
        """Bring words and tiles up to date with `view` and with what is chosen."""

    def arrange(self) -> None:
        """Put everything in its place; called when size or scale have changed."""

    def set_scale(self, scale: Scale) -> None:
        """Take the scale of the screen."""
        self._scale = scale
        self.arrange()

    @property
    def scale(self) -> Scale:
        """Pixels for millimetres, on this screen."""
        return self._scale

    def grid(self, area: QRect, *, columns: int | None = None, rows: int | None = None) -> Grid:
        """Return cells that fill `area`: so many, or as many targets of the least size as it holds."""
        return Grid(
            area,
            columns or most_cells(area.width(), self._scale),
            rows or most_cells(area.height(), self._scale),
            gap_px(self._scale),
        )

    def room(self) -> QRect:
        """Return the page without its margin."""
        margin = self._scale.target_px(2.0)
        return self.rect().adjusted(margin, margin, -margin, -margin)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Put everything in its place."""
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(PAPER.ground))
        painter.end()
