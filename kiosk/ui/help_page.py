"""The page for whoever called for help: whether it comes, and what to do until then."""

from dataclasses import dataclass
from typing import Final, assert_never

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.help_calls import HelpTold
from kiosk.ui import help_texts
from kiosk.ui.blocks import Column, Picture, discard, largest_unit
from kiosk.ui.colours import Colours
from kiosk.ui.idle_texts import one_moment
from kiosk.ui.look import Look
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, CAP_TEXT, STAFF, Tint

STAYS_MS: Final = 30_000
"""For how long the page is seen: the strip of controls says for longer that help is coming."""

_PICTURE_MM: Final = 90.0
_GAP_MM: Final = 6.0
_MARGIN: Final = 0.06


class HelpPage(QWidget):
    """What is told of the call; `over` says that the page was seen for long enough."""

    over = Signal()

    def __init__(self, phone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._phone = phone
        self._told = HelpTold.NOTHING
        self._ground = STAFF.ground
        self._content: Column | None = None
        self._look: Look | None = None
        self._stay = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._stay.timeout.connect(self.over)

    def tell(self, told: HelpTold) -> None:
        """Tell this from now on; it is seen for its time again if it is news."""
        if told is not self._told or not self._stay.isActive():
            self._stay.start()
        self._told = told
        self._draw()

    def lay_out(self, look: Look) -> None:
        """Take the sizes and colours of the screen, and speak the language of now."""
        self._look = look
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Give the words their place."""
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """End the time of the page."""
        self._stay.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground))
        painter.end()

    def _draw(self) -> None:
        if self._content is not None:
            discard(self._content)
            self._content = None
        if self._look is None or self._told is HelpTold.NOTHING:
            return
        look, what = self._look, _what(self._told, self._look.colours, self._phone)
        self._ground, ink = what.tint.ground, what.tint.ink
        headline = Text(what.headline, CAP_HEADLINE, ink, bold=True, centred=True, least=0.7)
        lines = [Text(line, look.cap(CAP_TEXT), ink, centred=True) for line in what.words]
        picture = Picture(what.picture, _PICTURE_MM, what.tint)
        self._content = Column([picture, headline, *lines], _GAP_MM)
        if look.enlarged and largest_unit(self._content, self._room().size(), look.full) < look.full:
            # Words go before their picture.
            self._content = Column([headline, *lines], _GAP_MM)
        self._content.setParent(self)
        self._content.show()
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        if self._content is None or self._look is None:
            return
        room = self._room()
        self._content.place(room, largest_unit(self._content, room.size(), self._look.full))

    def _room(self) -> QRect:
        margin = round(min(self.width(), self.height()) * _MARGIN)
        return self.rect().adjusted(margin, margin, -margin, -margin)


@dataclass(frozen=True, slots=True)
class _What:
    """What is told, in which colours, and its pictogram."""

    tint: Tint
    headline: str
    words: tuple[str, ...]
    picture: str


def _what(told: HelpTold, colours: Colours, phone: str) -> _What:
    match told:
        case HelpTold.NOTHING | HelpTold.CALLING:
            return _What(colours.house, one_moment(), (help_texts.we_call(),), "bell")
        case HelpTold.COMING:
            words = (help_texts.we_know(), help_texts.stay_here())
            return _What(colours.staff, help_texts.help_comes(), words, "bell-rings")
        case HelpTold.ON_THE_WAY:
            return _What(colours.admitted, help_texts.on_the_way(), (help_texts.stay_here(),), "staff-talk")
        case HelpTold.UNREACHED:
            words = (help_texts.go_to_staff(), help_texts.or_phone(phone))
            return _What(colours.refused, help_texts.cannot_call(), words, "bell-off")
        case _ as never:
            assert_never(never)
