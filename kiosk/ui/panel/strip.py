"""The strip on top of every page: how the parts of the door are, the time, and whose the panel is."""

from datetime import datetime, timedelta
from typing import ClassVar, Final, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import GuardView
from kiosk.core.lights import Light, Lights
from kiosk.core.sign_in import LOCKED_AFTER
from kiosk.ui.accessible import announce
from kiosk.ui.panel.fitting import Fitted, fitted
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.texts_strip import last_scan, light_told, locked, names_of_lights, signed_in_as
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import ADMITTED, HOUSE, REFUSED, WAIT, Scale

_LEAST_MM: Final = 14.0
_SHARE: Final = 0.085

LOCK_TOLD: Final = timedelta(seconds=10)
"""How long before it locks itself the panel begins to say so."""

_GOOD: Final = "#7FD6A5"
_MAYBE: Final = "#FFC933"
_BAD: Final = "#FFB3B8"

# Camera, scanner, database, clock: the longest name has the most room, in German and in English.
_LIGHT_SHARES: Final = (0.121, 0.126, 0.149, 0.112)
_SCAN_SHARE: Final = 0.19
_TIME_SHARE: Final = 0.1
_TYPE: Final = (0.17, 0.27)


def strip_px(scale: Scale, height: int) -> int:
    """Return how high the strip is in a window of this height, all in pixels."""
    return max(scale.target_px(_LEAST_MM), round(height * _SHARE))


class Strip(QWidget):
    """Four lights, the last good scan with the day's self-test, who is signed in, the time; or a message."""

    accessible_role: ClassVar = QAccessible.Role.StatusBar

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._margin = 8
        self._lights: tuple[tuple[str, str, Light], ...] = ()
        self._scan: tuple[str, str] = ("", "")
        self._who: tuple[str, str] = ("", "")
        self._time = ""
        self._ends_soon = False
        self._message: Note | None = None

    def set_scale(self, scale: Scale) -> None:
        """Take the scale of the screen."""
        self._margin = scale.target_px(2.0)
        self.update()

    def show_state(
        self,
        words: Words,
        view: GuardView | None,
        lights: Lights | None,
        now: datetime,
        untouched: timedelta,
        message: Note | None,
    ) -> None:
        """Show how things are at `now`; `untouched` is for how long nobody has touched the panel."""
        self._lights = tuple(
            (name, light_told(words, light), light) for name, light in names_of_lights(words, lights)
        )
        last = None if view is None else view.last_good_scan
        test = None if lights is None else lights.self_test
        self._scan = last_scan(words, None if last is None else now - last, test)
        signed_in = None if view is None else view.signed_in
        left = LOCKED_AFTER - untouched
        self._ends_soon = signed_in is not None and left <= LOCK_TOLD
        if signed_in is None:
            self._who = locked(words)
        else:
            seconds = max(0, -int(-left.total_seconds() // 1)) if self._ends_soon else None
            self._who = signed_in_as(words, signed_in, seconds)
        self._time = words.time_text(now)
        if message is not None and message != self._message:
            announce(self, message.text)
        self._message = message
        self.setAccessibleName(self.said)
        self.update()

    @property
    def said(self) -> str:
        """All that is written, in one line, for tests and for those who have it read aloud."""
        parts = [f"{name} {state}".strip() for name, state, _ in self._lights]
        message = "" if self._message is None else f"{self._message.text} {self._message.hint}"
        return " | ".join([*parts, " ".join(self._scan), " ".join(self._who), self._time, message])

    def overflows(self) -> bool:
        """Say whether any words do not fit."""
        return not all(fit.fits for _, fit in self._places())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(HOUSE.ground))
        if self._message is not None:
            tint = ADMITTED if self._message.good else REFUSED
            painter.fillRect(self._message_room(), QColor(tint.ground))
        elif self._ends_soon:
            painter.fillRect(self._who_room(), QColor(WAIT.ground))
        for room, fit in self._places():
            ink = WAIT.ink if self._ends_soon and room == self._words_of(self._who_room()) else HOUSE.ink
            fit.draw(painter, room, ink, Qt.AlignmentFlag.AlignLeft)
        if self._message is None:
            for index, (_, _, light) in enumerate(self._lights):
                self._draw_light(painter, self._light_room(index), light)
        painter.end()

    def _places(self) -> list[tuple[QRectF, Fitted]]:
        places: list[tuple[QRectF, str, str]] = [
            (self._words_of(self._who_room()), *self._who),
            (self._words_of(self._time_room()), self._time, ""),
        ]
        if self._message is not None:
            room = self._words_of(self._message_room())
            places.append((room, self._message.text, self._message.hint))
        else:
            for index, (name, state, _) in enumerate(self._lights):
                room = self._light_room(index)
                places.append((room.adjusted(self._shape_px() + self._margin * 0.6, 0, 0, 0), name, state))
            places.append((self._words_of(self._scan_room()), *self._scan))
        return [(room, self._fit(room, text, hint)) for room, text, hint in places]

    def _fit(self, room: QRectF, text: str, hint: str) -> Fitted:
        sizes = (round(self.height() * _TYPE[0]), round(self.height() * _TYPE[1]))
        return fitted(text, hint, (int(room.width()), int(room.height())), sizes)

    def _words_of(self, room: QRectF) -> QRectF:
        return room.adjusted(self._margin, 2, -self._margin / 2, -2)

    def _light_room(self, index: int) -> QRectF:
        left = self._margin + self.width() * sum(_LIGHT_SHARES[:index])
        width = self.width() * _LIGHT_SHARES[index] - self._margin / 2
        return QRectF(left, 2, width, self.height() - 4)

    def _scan_room(self) -> QRectF:
        left = self._margin + self.width() * sum(_LIGHT_SHARES)
        return QRectF(left, 0, self.width() * _SCAN_SHARE, self.height())

    def _who_room(self) -> QRectF:
        left = self._scan_room().right()
        return QRectF(left, 0, self._time_room().left() - left, self.height())

    def _time_room(self) -> QRectF:
        width = self.width() * _TIME_SHARE
        return QRectF(self.width() - width, 0, width, self.height())

    def _message_room(self) -> QRectF:
        return QRectF(0, 0, self._who_room().left(), self.height())

    def _shape_px(self) -> float:
        return self.height() * 0.3

    def _draw_light(self, painter: QPainter, room: QRectF, light: Light) -> None:
        side = self._shape_px()
        box = QRectF(room.left(), room.center().y() - side / 2, side, side)
        match light:
            case Light.GOOD:
                _disc(painter, box, _GOOD)
            case Light.WORKING_ON_IT:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(_MAYBE), side * 0.22, Qt.PenStyle.DotLine))
                painter.drawEllipse(box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12))
            case Light.BROKEN:
                _warning(painter, box)
            case Light.NOT_USED | Light.UNKNOWN:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(HOUSE.ink if light is Light.NOT_USED else _MAYBE))
                painter.drawRect(QRectF(box.left(), box.center().y() - side * 0.1, side, side * 0.2))
            case _ as never:
                assert_never(never)


def _disc(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box)


def _warning(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BAD))
    painter.drawPolygon(
        QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()])
    )
    mark = QRectF(
        box.center().x() - box.width() * 0.06,
        box.top() + box.height() * 0.34,
        box.width() * 0.12,
        box.height() * 0.34,
    )
    painter.setBrush(QColor(HOUSE.ground))
    painter.drawRect(mark)
    painter.drawRect(mark.translated(0, box.height() * 0.46).adjusted(0, 0, 0, -box.height() * 0.22))
