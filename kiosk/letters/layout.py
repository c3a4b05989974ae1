"""Where everything stands on the letter: A4 after DIN 5008 form B, in millimetres from the top left corner.

The address field is seen through the window of the envelope; the code keeps clear of it and of the folds, and
nothing is printed into the code's quiet zone. German leads, the second language stands beside or below it in
smaller type.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF

from kiosk.letters.letter import Letter
from kiosk.letters.page import MODULE, Page, PlacedCode, PlacedStep, PlacedText
from kiosk.letters.qr import MODULES, QUIET_ZONE, modules
from kiosk.letters.sheet import GERMAN, second_language, sheet, way
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Colour, Face, set_text

# The measures of form B.
_LEFT: Final = 25.0
_RIGHT: Final = 190.0
_MARGIN: Final = 12.0
_SENDER_TOP: Final = 16.0
_RETURN_LINE_TOP: Final = 46.0
_ADDRESS_TOP: Final = 62.7
_ADDRESS_BOTTOM: Final = 90.0
_ADDRESS_WIDTH: Final = 80.0
_CONTACTS_LEFT: Final = 125.0
_CONTACTS_TOP: Final = 50.0
_CONTACTS_WIDTH: Final = 75.0
_SUBJECT_TOP: Final = 98.46

_BOTTOM: Final = 291.0
_MAIN_WIDTH: Final = 97.0
_BESIDE: Final = 126.0
_BESIDE_WIDTH: Final = _RIGHT - _BESIDE

_CODE_SIDE: Final = MODULES * MODULE
_QUIET_ZONE: Final = QUIET_ZONE * MODULE
_CODE_LEFT: Final = _RIGHT - _CODE_SIDE
_FACTS_WIDTH: Final = _CODE_LEFT - _QUIET_ZONE - _LEFT

_TILES_IN_A_ROW: Final = 7
_TILE_PITCH: Final = 19.0
_TILE_OF_PITCH: Final = 0.56

# A letter with long texts is set smaller, but never so small that it cannot be read any more.
_SCALES: Final = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)


class LetterTooLongError(Exception):
    """Raised for a letter whose texts do not fit on one page, even when they are set smaller."""


def lay_out(letter: Letter) -> Page:
    """Return the page of `letter`, in the largest type in which its texts fit.

    Raises LetterTooLongError, which names the appointment and not the person.
    """
    make_qt_ready()
    code = modules(letter.code)
    for scale in _SCALES:
        page = _Composition(letter, scale).page(code)
        if page is not None:
            return page
    raise LetterTooLongError(
        f"the letter for appointment {letter.appointment.id} does not fit on one page: "
        f"shorten the addressee, the directions of the doors, the names or the sources of the rules"
    )


class _Composition:
    """One try to lay a letter out, with all sizes of type multiplied by `scale`."""

    def __init__(self, letter: Letter, scale: float) -> None:
        self._letter = letter
        self._scale = scale
        self._german = sheet(letter, GERMAN)
        self._second = sheet(letter, second_language(letter))
        self._texts: list[PlacedText] = []
        self._steps: list[PlacedStep] = []

    def page(self, code: NDArray[np.bool_]) -> Page | None:
        """The page with the modules of its code, or None if something does not fit."""
        contacts_bottom = self._letterhead()
        address_bottom = self._address()
        top = self._opening()
        placed_code = PlacedCode(code, _CODE_LEFT, top + 0.5 + _QUIET_ZONE)
        bottom = max(self._facts(top + 3.2), self._short_code(placed_code.box.bottom()))
        rules = (QLineF(_LEFT, top, _RIGHT, top), QLineF(_LEFT, bottom + 2.0, _RIGHT, bottom + 2.0))
        bottom = self._topics(bottom + 5.6)
        if contacts_bottom > _SUBJECT_TOP or address_bottom > _ADDRESS_BOTTOM or bottom > self._small_print():
            return None
        return Page(tuple(self._texts), tuple(self._steps), placed_code, rules)

    def _put(self, text: str, face: Face, x: float, y: float, width: float) -> PlacedText:
        placed = PlacedText(set_text(text, face, width), x, y)
        self._texts.append(placed)
        return placed

    def _letterhead(self) -> float:
        """The office's name and the information block; returns where that ends."""
        self._put(
            self._letter.office.name, Face(19, bold=True, colour=Colour.ACCENT), _LEFT, _SENDER_TOP, 165
        )
        label, value = Face(7.5, colour=Colour.QUIET), Face(9.5)
        y = _CONTACTS_TOP
        for german, second in zip(self._german.contacts, self._second.contacts, strict=True):
            heading = " · ".join(dict.fromkeys((german.heading, second.heading)))
            y = self._put(heading, label, _CONTACTS_LEFT, y, _CONTACTS_WIDTH).box.bottom()
            y = self._put(german.text, value, _CONTACTS_LEFT, y, _CONTACTS_WIDTH).box.bottom() + 1.2
        return y

    def _address(self) -> float:
        """What is seen through the window of the envelope; returns where it ends."""
        self._put(
            self._letter.office.name, Face(7, colour=Colour.QUIET), _LEFT, _RETURN_LINE_TOP, _ADDRESS_WIDTH
        )
        if not self._letter.addressee:
            return _ADDRESS_TOP
        lines = "\n".join(self._letter.addressee)
        return self._put(lines, Face(10, leading=1.26), _LEFT, _ADDRESS_TOP, _ADDRESS_WIDTH).box.bottom()

    def _opening(self) -> float:
        """Subject and what to do, in both languages side by side; returns where it ends."""
        size = self._scale
        head = self._put(self._german.subject, Face(13 * size, bold=True), _LEFT, _SUBJECT_TOP, _MAIN_WIDTH)
        y = head.box.bottom() + 2.0
        quiet_bold = replace(self._quiet(), bold=True)
        self._put(self._second.subject, quiet_bold, _BESIDE, _SUBJECT_TOP + 1.4, _BESIDE_WIDTH)
        main = self._put(self._german.opening, Face(10 * size), _LEFT, y, _MAIN_WIDTH)
        beside = self._put(self._second.opening, self._quiet(), _BESIDE, y + 0.4, _BESIDE_WIDTH)
        return max(main.box.bottom(), beside.box.bottom()) + 3.0

    def _quiet(self) -> Face:
        """The face of the second language."""
        return Face(8.2 * self._scale, colour=Colour.QUIET)

    def _facts(self, y: float) -> float:
        """Day, time, place, entrance, party and the way, with the second language below each."""
        german, second, size = self._german, self._second, self._scale
        y = self._told(german.day, second.day, Face(15 * size, bold=True), y) + 1.0
        time = self._put(german.time, Face(25 * size, bold=True, leading=1.2), _LEFT, y, _FACTS_WIDTH)
        beside = time.box.right() + 5.0
        width = _LEFT + _FACTS_WIDTH - beside
        below = self._put(german.admission, Face(10 * size), beside, y + 1.8, width).box.bottom()
        self._put(f"{second.time} · {second.admission}", self._quiet(), beside, below, width)
        y = time.box.bottom() + 1.8
        y = self._put(german.area, Face(13 * size, bold=True), _LEFT, y, _FACTS_WIDTH).box.bottom()
        second_place = " · ".join(dict.fromkeys((second.area, second.place)))
        y = self._told(german.place, second_place, Face(12 * size), y) + 1.2
        if german.entrance:
            y = self._told(german.entrance, second.entrance, Face(10 * size), y) + 1.2
        y = self._told(german.party, second.party, Face(10 * size), y) + 2.2
        return self._way(y)

    def _told(self, german: str, second: str, face: Face, y: float) -> float:
        """Put a fact in German and, if it reads differently, in the second language below; return its end."""
        y = self._put(german, face, _LEFT, y, _FACTS_WIDTH).box.bottom()
        if second == german:
            return y
        return self._put(second, self._quiet(), _LEFT, y, _FACTS_WIDTH).box.bottom()

    def _way(self, y: float) -> float:
        """The way from the door to the room as a strip of pictograms, in more than one row if it is long."""
        steps = list(zip(way(self._letter), self._german.steps, self._second.steps, strict=True))
        pitch = min(_TILE_PITCH, _FACTS_WIDTH / max(1, min(len(steps), _TILES_IN_A_ROW)))
        side = pitch * _TILE_OF_PITCH
        label, quiet = Face(8), Face(7, colour=Colour.QUIET)
        for start in range(0, len(steps), _TILES_IN_A_ROW):
            ends = []
            for place, (step, german, second) in enumerate(steps[start : start + _TILES_IN_A_ROW]):
                x = _LEFT + place * pitch
                self._steps.append(PlacedStep(step, x, y, side, gap=pitch - side if place else 0))
                below = self._put(german, label, x, y + side + 0.6, pitch - 0.8).box.bottom()
                ends.append(self._put(second, quiet, x, below, pitch - 0.8).box.bottom())
            y = max(ends) + 1.0
        return y

    def _short_code(self, y: float) -> float:
        """The short code below the code; typed on the screen it is as good."""
        german, second = self._german.short_code, self._second.short_code
        label, quiet = Face(8), Face(7.5, colour=Colour.QUIET)
        # Without the slash that the font could give to a zero: a PDF reader would not know it for a zero. And
        # codes have no O and no I: whoever types one means 0 or 1.
        code = Face(16, bold=True, tracking=106)
        y = self._put(german.heading, Face(8, bold=True), _CODE_LEFT, y, _CODE_SIDE).box.bottom()
        # It may reach into the margin: of the widest symbols it is wider than the QR code, and stays a line.
        printed = self._put(self._letter.code.short.printed, code, _CODE_LEFT, y, _CODE_SIDE + _MARGIN)
        y = printed.box.bottom() + 0.5
        y = self._put(german.text, label, _CODE_LEFT, y, _CODE_SIDE).box.bottom()
        return self._put(f"{second.heading}: {second.text}", quiet, _CODE_LEFT, y, _CODE_SIDE).box.bottom()

    def _topics(self, y: float) -> float:
        """What to bring, the house rules and how to reschedule, side by side in both languages."""
        face = Face(10 * self._scale)
        for german, second in zip(self._german.topics, self._second.topics, strict=True):
            main = set_text(german.text, face, _MAIN_WIDTH, heading=german.heading)
            beside = set_text(second.text, self._quiet(), _BESIDE_WIDTH, heading=second.heading)
            self._texts += (PlacedText(main, _LEFT, y), PlacedText(beside, _BESIDE, y + 0.4))
            y += max(main.height, beside.height) + 1.8
        return y

    def _small_print(self) -> float:
        """The law and the code's silence, at the foot of the page; returns where it begins."""
        rules = self._letter.rules
        sources = "; ".join(dict.fromkeys((rules.cap.source, rules.mask.source)))
        text = (
            f"{self._german.privacy} · {self._second.privacy}\n"
            f"{self._german.rules_by} · {self._second.rules_by}: {sources}"
        )
        placed = set_text(text, Face(7, colour=Colour.QUIET), _RIGHT - _LEFT)
        self._texts.append(PlacedText(placed, _LEFT, _BOTTOM - placed.height))
        return _BOTTOM - placed.height
