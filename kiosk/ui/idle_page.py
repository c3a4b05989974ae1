"""The screen while nobody scans: what to do, the camera's picture, and how the house is."""

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.scan.frame import Image
from kiosk.scan.reading import Reading
from kiosk.ui.blocks import Block, Turns, discard, largest_unit
from kiosk.ui.hero import DoorState, hero_of
from kiosk.ui.hero_field import HeroField
from kiosk.ui.house_cards import HouseCards
from kiosk.ui.language import Language
from kiosk.ui.look import Look
from kiosk.ui.view import HouseView

TURN_MS = 12_000
"""How long each note of the office is seen."""

ENLARGED_TURN_MS = 6000
"""How long each card is seen, and what to do between two of them, while one fills the page."""


class IdlePage(QWidget):
    """A colour field with one thing to do, and beside it (below it, on a high screen) the house's cards.

    Enlarged, field and cards fill the page in turn.
    """

    accessible_role: ClassVar = QAccessible.Role.Pane

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._language = language
        self._look: Look | None = None
        self._state: DoorState | None = None
        self._field = HeroField(self)
        self._cards: Block | None = None
        self._turns: Turns | None = None
        self._turn = 0
        self._shown: tuple[HouseView | None, str, QRect, Look] | None = None
        self._next_turn = QTimer(self, interval=TURN_MS)
        self._next_turn.timeout.connect(self._take_turn)

    def show_state(self, state: DoorState, look: Look) -> None:
        """Draw the door as it is now."""
        if look != self._look:
            self._next_turn.setInterval(ENLARGED_TURN_MS if look.enlarged else TURN_MS)
            self._turn = 0
        self._state, self._look = state, look
        camera = state.has_camera and not state.camera_trouble
        self._field.show_hero(hero_of(state, self._language, look.colours), look, camera=camera)
        self._arrange()

    @property
    def field(self) -> HeroField:
        """The field that says what is to be done now."""
        return self._field

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
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.colours.paper.ground))
        painter.end()

    def _take_turn(self) -> None:
        self._turn += 1
        self._show_turn()

    def _show_turn(self) -> None:
        note, is_fields = self._turn, True
        if self._look is not None and self._look.enlarged:
            # What to do comes before each of the cards, and stays while a hand is guided.
            note, is_cards = divmod(self._turn, 2)
            is_fields = not is_cards or self._guides() or self._cards is None
            if self._cards is not None:
                self._cards.setVisible(not is_fields)
        self._field.setVisible(is_fields)
        self._field.show_turn(note)
        if self._turns is not None:
            self._turns.show_turn(note)

    def _guides(self) -> bool:
        return self._state is not None and (self._state.reading or self._state.hint is not None)

    def _arrange(self) -> None:
        if self._look is None or self._state is None:
            return
        width, height = self.width(), self.height()
        if self._look.enlarged:
            field = beside = self.rect()
        elif width >= height:
            field = QRect(0, 0, round(width * 0.6), height)
            beside = QRect(field.right() + 1, 0, width - field.width(), height)
        else:
            field = QRect(0, 0, width, round(height * 0.51))
            beside = QRect(0, field.bottom() + 1, width, height - field.height())
        self._field.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), field))
        margin = round(min(width, height) * 0.03)
        room = beside.adjusted(margin, margin, -margin, -margin)
        shown = (self._state.view, self._language.now, room, self._look)
        if shown != self._shown:
            self._shown = shown
            self._put_cards(self._state, room, self._look)
        self._show_turn()

    def _put_cards(self, state: DoorState, room: QRect, look: Look) -> None:
        """Put new cards into `room`, with the office's notes where those leave the letters high enough."""
        if self._cards is not None:
            discard(self._cards)
        self._cards = self._turns = None
        if state.view is None:
            return
        maker = HouseCards(self._language, look, wide=self.width() < self.height() and not look.enlarged)
        notes = [note.in_language(self._language.now) for note in state.office.notes]
        if look.enlarged:
            cards, self._turns = maker.one_at_a_time(state.view, notes, room.size())
        else:
            cards, self._turns = maker.beside_the_field(state.view, notes, room.size())
        cards.setParent(self)
        cards.place(room, largest_unit(cards, room.size(), look.full))
        self._cards = cards
        cards.show()
