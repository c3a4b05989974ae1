"""The screen while nobody scans: what to do, the camera's picture, and how the house is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.scan.frame import Image, Sighting
from kiosk.ui.blocks import Column, Picture, Text, largest_unit
from kiosk.ui.camera_view import CameraView, fitted
from kiosk.ui.hero import DoorState, hero_of
from kiosk.ui.holding_picture import HoldingPicture
from kiosk.ui.house_cards import house_cards
from kiosk.ui.language import Language
from kiosk.ui.theme import CAP_HEADLINE, CAP_TEXT, HOUSE, PAPER, Scale


class IdlePage(QWidget):
    """A colour field with one thing to do, and beside it (below it, on a high screen) the house's cards."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._scale: Scale | None = None
        self._state: DoorState | None = None
        self._ground = HOUSE.ground
        self._field = QRect()
        self._holding = HoldingPicture(self)
        self._camera = CameraView(self)
        self._words: Column | None = None
        self._picture: Picture | None = None
        self._cards: Column | None = None

    def show_state(self, state: DoorState, scale: Scale) -> None:
        """Draw the door as it is now."""
        self._state, self._scale = state, scale
        self._drop()
        hero = hero_of(state, self._language)
        self._ground = hero.tint.ground
        blocks = [Text(hero.headline, CAP_HEADLINE, hero.tint.ink, bold=True)]
        blocks += [Text(line, CAP_TEXT, hero.tint.ink) for line in hero.words.split("\n") if line]
        self._words = Column(blocks, 5.0, from_top=True)
        self._picture = None if hero.picture is None else Picture(hero.picture, 200.0, hero.tint)
        self._cards = Column([] if state.view is None else house_cards(state.view, self._language), 5.0)
        for part in (self._words, self._picture, self._cards):
            if part is not None:
                part.setParent(self)
                part.show()
        self._holding.setVisible(hero.picture is None)
        self._camera.setVisible(state.has_camera and not state.camera_trouble)
        if state.camera_trouble:
            self._camera.forget()
        self._arrange()
        self.update()

    def show_frame(self, image: Image, sightings: Sequence[Sighting]) -> None:
        """Show the camera's newest picture."""
        before = self._camera.ratio
        self._camera.show_frame(image, sightings)
        if self._camera.ratio != before:
            self._arrange()

    def forget_picture(self) -> None:
        """Keep no picture of whoever stood before the camera."""
        self._camera.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the page anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper and the colour field."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(PAPER.ground))
        painter.fillRect(event.rect().intersected(self._field), QColor(self._ground))
        painter.end()

    def _drop(self) -> None:
        for part in (self._words, self._picture, self._cards):
            if part is not None:
                part.hide()
                part.setParent(None)
                part.deleteLater()

    def _arrange(self) -> None:
        if self._scale is None or self._words is None or self._cards is None:
            return
        width, height = self.width(), self.height()
        if width >= height:
            field = QRect(0, 0, round(width * 0.6), height)
            beside = QRect(field.right() + 1, 0, width - field.width(), height)
        else:
            field = QRect(0, 0, width, round(height * 0.56))
            beside = QRect(0, field.bottom() + 1, width, height - field.height())
        self._field = QStyle.visualRect(self.layoutDirection(), self.rect(), field)
        margin = round(min(width, height) * 0.05)
        self._arrange_field(field.adjusted(margin, margin, -margin, -margin), self._scale.type_)
        inner = round(min(width, height) * 0.03)
        cards = beside.adjusted(inner, inner, -inner, -inner)
        unit = largest_unit(self._cards, cards.size(), self._scale.type_)
        self._cards.place(cards, unit)

    def _arrange_field(self, room: QRect, type_: float) -> None:
        assert self._words is not None  # noqa: S101 - _arrange has looked
        words_room = QSize(room.width(), round(room.height() * 0.5))
        unit = largest_unit(self._words, words_room, type_)
        words = QRect(room.topLeft(), QSize(room.width(), self._words.height_at(room.width(), unit)))
        self._words.place(words, unit)
        gap = round(room.width() * 0.04)
        stage = QRect(
            room.left(), words.bottom() + 1 + gap, room.width(), room.height() - words.height() - gap
        )
        picture: QWidget = self._holding if self._picture is None else self._picture
        if self._camera.isVisibleTo(self):
            half = min(stage.height(), round(stage.width() * 0.46))
            left = QRect(stage.left(), stage.top(), half, stage.height())
            right = QRect(left.right() + 1 + gap, stage.top(), stage.width() - half - gap, stage.height())
            self._put(self._camera, fitted(self._camera.ratio, right))
            self._put_picture(picture, fitted(1.0, left), unit)
        else:
            self._put_picture(picture, fitted(1.0, stage), unit)

    def _put_picture(self, picture: QWidget, rect: QRect, unit: float) -> None:
        if isinstance(picture, Picture):
            picture.place(rect, unit)
        else:
            self._put(picture, rect)

    def _put(self, part: QWidget, rect: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))
