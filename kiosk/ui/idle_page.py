"""The screen while nobody scans: what to do, the camera's picture, and how the house is."""

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.scan.frame import Image
from kiosk.scan.reading import Reading
from kiosk.ui.blocks import Column, Turns, discard, largest_unit
from kiosk.ui.hero import DoorState, hero_of
from kiosk.ui.hero_field import HeroField
from kiosk.ui.house_cards import house_cards
from kiosk.ui.language import Language
from kiosk.ui.theme import PAPER, Scale
from kiosk.ui.view import HouseView

TURN_MS = 12_000
"""How long each note of the office is seen."""

_WORTH_NOTES = 0.85
"""The least share of the full type at which the office's notes are shown: the rest is read from afar."""


class IdlePage(QWidget):
    """A colour field with one thing to do, and beside it (below it, on a high screen) the house's cards."""

    accessible_role: ClassVar = QAccessible.Role.Pane

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._language = language
        self._scale: Scale | None = None
        self._state: DoorState | None = None
        self._field = HeroField(self)
        self._cards: Column | None = None
        self._turns: Turns | None = None
        self._turn = 0
        self._shown: tuple[HouseView | None, str, QRect, float] | None = None
        self._next_turn = QTimer(self, interval=TURN_MS)
        self._next_turn.timeout.connect(self._take_turn)

    def show_state(self, state: DoorState, scale: Scale) -> None:
        """Draw the door as it is now."""
        self._state, self._scale = state, scale
        camera = state.has_camera and not state.camera_trouble
        self._field.show_hero(hero_of(state, self._language), scale.type_, camera=camera)
        self._arrange()

    def show_frame(self, image: Image, reading: Reading) -> None:
        """Show the camera's newest picture."""
        self._field.show_frame(image, reading)

    def forget_picture(self) -> None:
        """Keep no picture of whoever stood before the camera."""
        self._field.forget_picture()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Let the notes take turns."""
        self._next_turn.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Let the notes rest."""
        self._next_turn.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the page anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(PAPER.ground))
        painter.end()

    def _take_turn(self) -> None:
        self._turn += 1
        if self._turns is not None:
            self._turns.show_turn(self._turn)

    def _arrange(self) -> None:
        if self._scale is None or self._state is None:
            return
        width, height = self.width(), self.height()
        if width >= height:
            field = QRect(0, 0, round(width * 0.6), height)
            beside = QRect(field.right() + 1, 0, width - field.width(), height)
        else:
            field = QRect(0, 0, width, round(height * 0.51))
            beside = QRect(0, field.bottom() + 1, width, height - field.height())
        self._field.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), field))
        margin = round(min(width, height) * 0.03)
        room = beside.adjusted(margin, margin, -margin, -margin)
        full = self._scale.type_
        shown = (self._state.view, self._language.now, room, full)
        if shown == self._shown:
            return
        self._shown = shown
        if self._build_cards(self._state, with_notes=True, room=room, full=full) < full * _WORTH_NOTES:
            self._build_cards(self._state, with_notes=False, room=room, full=full)

    def _build_cards(self, state: DoorState, *, with_notes: bool, room: QRect, full: float) -> float:
        """Put new cards into `room`; return the unit at which they fit."""
        if self._cards is not None:
            discard(self._cards)
            self._cards = None
        self._turns = None
        if state.view is None:
            return full
        notes = [note.in_language(self._language.now) for note in state.office.notes] if with_notes else []
        wide = self.width() < self.height()
        cards, self._turns = house_cards(state.view, notes, self._language, wide=wide)
        if self._turns is not None:
            self._turns.show_turn(self._turn)
        self._cards = Column(cards, 5.0, fill=True)
        self._cards.setParent(self)
        unit = largest_unit(self._cards, room.size(), full)
        self._cards.place(room, unit)
        self._cards.show()
        return unit
