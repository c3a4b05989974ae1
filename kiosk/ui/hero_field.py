"""The colour field that says what to do now: its words, its picture, and the live picture of the camera."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.scan.frame import Image
from kiosk.scan.reading import Reading
from kiosk.ui.blocks import Column, Picture, discard, largest_unit
from kiosk.ui.camera_view import CameraView, fitted
from kiosk.ui.hero import Hero
from kiosk.ui.holding_picture import HoldingPicture
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, CAP_TEXT, HOUSE


class HeroField(QWidget):
    """One thing to do, in words above and in pictures below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._hero: Hero | None = None
        self._type = 1.0
        self._ground = HOUSE.ground
        self._holding = HoldingPicture(self)
        self._camera = CameraView(self)
        self._words: Column | None = None
        self._picture: Picture | None = None

    def show_hero(self, hero: Hero, type_: float, *, camera: bool) -> None:
        """Show `hero` in type of `type_` pixels a millimetre, with the camera's picture or without."""
        self._camera.setVisible(camera)
        if not camera:
            self._camera.forget()
        if hero != self._hero or type_ != self._type:
            self._hero, self._type = hero, type_
            self._build(hero)
        self._arrange()

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
        for part in (self._words, self._picture):
            if part is not None:
                discard(part)
        self._ground = hero.tint.ground
        lines = [Text(hero.headline, CAP_HEADLINE, hero.tint.ink, bold=True, least=0.7)]
        lines += [Text(line, CAP_TEXT, hero.tint.ink) for line in hero.words]
        self._words = Column(lines, 5.0, from_top=True)
        self._picture = None if hero.picture is None else Picture(hero.picture, 200.0, hero.tint)
        for part in (self._words, self._picture):
            if part is not None:
                part.setParent(self)
                part.show()
        self._holding.setVisible(hero.picture is None)
        self._camera.set_surround(hero.tint.ground)
        self.update()

    def _arrange(self) -> None:
        if self._words is None:
            return
        margin = round(min(self.width(), self.height()) * 0.06)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        share = 0.5 if self._picture is None else 0.62
        unit = largest_unit(self._words, QSize(room.width(), round(room.height() * share)), self._type)
        words = QRect(room.topLeft(), QSize(room.width(), self._words.height_at(room.width(), unit)))
        self._words.place(words, unit)
        gap = round(room.width() * 0.04)
        top = words.bottom() + 1 + gap
        stage = QRect(room.left(), top, room.width(), max(1, room.bottom() + 1 - top))
        if self._camera.isVisibleTo(self):
            half = min(stage.height(), round(stage.width() * 0.46))
            right = stage.adjusted(half + gap, 0, 0, 0)
            self._put(self._camera, fitted(self._camera.ratio, right))
            stage.setWidth(half)
        self._put_picture(fitted(1.0, stage), unit)

    def _put_picture(self, rect: QRect, unit: float) -> None:
        if self._picture is not None:
            self._picture.place(rect, unit)
        else:
            self._put(self._holding, rect)

    def _put(self, part: QWidget, rect: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))
