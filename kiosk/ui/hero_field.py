"""The colour field that says what to do now: its words, its picture, and the live picture of the camera."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.scan.frame import Image
from kiosk.scan.reading import Reading
from kiosk.ui.blocks import Column, Picture, Turns, discard, largest_unit
from kiosk.ui.camera_view import CameraView, fitted
from kiosk.ui.hero import Hero, sentences
from kiosk.ui.holding_picture import HoldingPicture
from kiosk.ui.look import Look
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, CAP_TEXT, HOUSE, Scale

_GAP_MM = 5.0

_MOST_ENLARGED = 0.85
"""How much of the height enlarged words take at most."""

_LEAST_STAGE = 0.1
"""The least share of the height at which a picture says anything."""


class HeroField(QWidget):
    """One thing to do, in words above and in pictures below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._hero: Hero | None = None
        self._look = Look(Scale(4.0, 4.0))
        self._ground = HOUSE.ground
        self._holding = HoldingPicture(self)
        self._camera = CameraView(self)
        self._words: Turns | None = None
        self._turn = 0
        self._written: tuple[Hero, Look, QSize] | None = None
        self._unit = 1.0
        self._picture: Picture | None = None

    def show_hero(self, hero: Hero, look: Look, *, camera: bool) -> None:
        """Show `hero`, with the camera's picture or without."""
        self._camera.setVisible(camera)
        if not camera:
            self._camera.forget()
        if hero != self._hero or look != self._look:
            self._hero, self._look = hero, look
            self._holding.set_moving(moving=look.moving)
            self._build(hero)
        self._arrange()

    def show_turn(self, turn: int) -> None:
        """Show the words whose turn it is, where not all have room in letters that are high enough."""
        self._turn = turn
        if self._words is not None:
            self._words.show_turn(turn)

    def show_frame(self, image: Image, reading: Reading) -> None:
        """Show the camera's newest picture."""
        before = self._camera.ratio
        self._camera.show_frame(image, reading)
        if self._camera.ratio != before:
            self._arrange()

    def forget_picture(self) -> None:
        """Keep no picture of whoever stood before the camera."""
        self._camera.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the field anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground))
        painter.end()

    def _build(self, hero: Hero) -> None:
        if self._picture is not None:
            discard(self._picture)
        self._ground = hero.tint.ground
        self._picture = None if hero.picture is None else Picture(hero.picture, 200.0, hero.tint)
        if self._picture is not None:
            self._picture.setParent(self)
        self._camera.set_surround(hero.tint.ground)
        self.update()

    def _write(self, hero: Hero, room: QSize) -> float:
        """Put new words into `room`, and return the unit of their letters."""
        if self._words is not None:
            discard(self._words)
        self._words = Turns([Column(self._lines(hero, hero.words), _GAP_MM, from_top=True)])
        unit = largest_unit(self._words, room, self._look.full)
        if self._look.enlarged and unit < self._look.full:
            discard(self._words)
            first, *others = self._lines(hero, sentences(hero.words))
            self._words = Turns([Column([line], _GAP_MM, from_top=True) for line in (first, *others)])
            unit = largest_unit(self._words, room, self._look.full)
        self._words.setParent(self)
        self._words.show_turn(self._turn)
        self._words.show()
        return unit

    def _lines(self, hero: Hero, words: Sequence[str]) -> list[Text]:
        ink = hero.tint.ink
        # Whoever reads large letters is told the one thing to do, with its picture.
        told = () if self._look.enlarged and hero.picture is None else words
        headline = Text(hero.headline, CAP_HEADLINE, ink, bold=True, least=0.7)
        return [headline, *(Text(line, self._look.cap(CAP_TEXT), ink, least=0.7) for line in told)]

    def _arrange(self) -> None:
        if self._hero is None:
            return
        margin = round(min(self.width(), self.height()) * 0.06)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        share = 0.5 if self._picture is None else 0.62
        share = _MOST_ENLARGED if self._look.enlarged else share
        upper = QSize(room.width(), round(room.height() * share))
        if (self._hero, self._look, upper) != self._written:
            self._written = (self._hero, self._look, upper)
            self._unit = self._write(self._hero, upper)
        assert self._words is not None  # noqa: S101 - written above
        unit = self._unit
        words = QRect(room.topLeft(), QSize(room.width(), self._words.height_at(room.width(), unit)))
        self._words.place(words, unit)
        gap = round(room.width() * 0.04)
        top = words.bottom() + 1 + gap
        stage = QRect(room.left(), top, room.width(), max(1, room.bottom() + 1 - top))
        is_high = stage.height() >= room.height() * _LEAST_STAGE
        self._holding.setVisible(is_high and self._picture is None)
        if self._picture is not None:
            self._picture.setVisible(is_high)
        if self._camera.isVisibleTo(self):
            stage, beside = _halves(stage, gap)
            self._put(self._camera, fitted(self._camera.ratio, beside))
        self._put_picture(fitted(1.0, stage), unit)

    def _put_picture(self, rect: QRect, unit: float) -> None:
        if self._picture is not None:
            self._picture.place(rect, unit)
        else:
            self._put(self._holding, rect)

    def _put(self, part: QWidget, rect: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))


def _halves(stage: QRect, gap: int) -> tuple[QRect, QRect]:
    """Return the places of the drawing and of the camera's picture: side by side, or one above the other."""
    if stage.height() > stage.width():
        half = (stage.height() - gap) // 2
        return stage.adjusted(0, 0, 0, half - stage.height()), stage.adjusted(0, half + gap, 0, 0)
    half = min(stage.height(), round(stage.width() * 0.46))
    return stage.adjusted(0, 0, half - stage.width(), 0), stage.adjusted(half + gap, 0, 0, 0)
