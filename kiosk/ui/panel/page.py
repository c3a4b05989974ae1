"""What every page of the panel is: it shows what holds now, and gives orders by taps."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, TypeAlias

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.day_report import DayReport
from kiosk.core.guard_view import Answered, Booking, Found, GuardView, Recent
from kiosk.core.occupancy import Place
from kiosk.core.office import Door, Office
from kiosk.core.orders import Admit, Order
from kiosk.gate.evacuation import Evacuation
from kiosk.ui.panel.grid import Grid, gap_px, most_cells
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import PAPER, Scale


@dataclass(frozen=True, slots=True)
class Post:
    """Where the panel stands: the office, the door that it is for, and the language that it speaks."""

    office: Office
    door: Door
    words: Words


class PageName(Enum):
    """The pages of the panel."""

    HOME = "home"
    SIGN_IN = "sign_in"
    ADMIT = "admit"
    SEND_BACK = "send_back"
    SCAN = "scan"
    BOOKING = "booking"
    LEFT = "left"
    HOLD = "hold"
    LINE = "line"
    COUNT = "count"
    RECOUNT = "recount"
    UNDO = "undo"
    EVACUATION = "evacuation"
    REPORT = "report"


Subject: TypeAlias = Recent | Booking | Found | Place | Evacuation | DayReport | Admit | None
"""What a page may be opened about: a scan, a booking, what was found, a number of the line, or text to read;
an Admit is the entry above the cap to which a second person has to agree; None: nothing in particular."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a tap leads: a page, what it is opened about, and where the way back leads (None: home)."""

    page: PageName
    about: Subject = None
    way_back: "Opening | None" = None


class Page(QWidget):
    """One page. The window opens it, keeps `view` up to date, and closes it.

    `ordered` carries an Order, `opening` the Opening of another page, `printing` what is to be printed, and
    `closed` tells that the guard wants back to where the page was opened from.
    """

    accessible_role: ClassVar = QAccessible.Role.Pane

    ordered = Signal(object)
    opening = Signal(object)
    printing = Signal(object)
    closed = Signal()

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(parent)
        self.post = post
        self.words = post.words
        self.view: GuardView | None = None
        self._scale = Scale(4.0, 4.0)

    def open(self, about: Subject = None) -> None:
        """Begin anew, about a scan, a booking, ...: whatever was chosen or typed here before is forgotten.

        The view is there before. After it comes `refresh`.
        """

    def stays_open(self, order: Order) -> bool:  # noqa: ARG002 - what a page overrides
        """Say whether the page stays when `order` was done; else the first page says what was done."""
        return False

    def show_answer(self, answered: Answered) -> None:
        """Show what came of an order of this page, where the page itself has something to show."""

    def refresh(self) -> None:
        """Bring words and tiles up to date with `view`; what is chosen or typed already stays."""

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
