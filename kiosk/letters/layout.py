"""Where everything stands on the letter: A4 after DIN 5008 form B, in millimetres from the top left corner.

The address field is seen through the window of the envelope; the code keeps clear of it and of the folds, and
nothing is printed into the code's quiet zone. The visitor's language leads, the other one stands beside or
below it in smaller type. In large print it stands alone, but for the day and the place: those the staff
must be able to read.
"""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF

from kiosk.letters.letter import Letter
from kiosk.letters.page import MODULE, Page, PlacedCode, PlacedStep, PlacedText
from kiosk.letters.qr import MODULES, QUIET_ZONE, modules
from kiosk.letters.sheet import Paragraph, sheet, way
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Colour, Face, Typesetter
from kiosk.letters.wordings import is_right_to_left

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

# A letter with long texts is set smaller, but never so small that it cannot be read any more. Large print
# is set in 14 points, which is what associations of the blind ask for, and in 12 at the least.
_SCALES: Final = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
_LARGE_POINTS: Final = 14.0
_LARGE_SCALES: Final = (1.0, 0.96, 0.93, 0.9, 0.86)
_LEAST_OF_CONTACTS: Final = 0.86
_NOTHING: Final = Paragraph("", "")


class LetterTooLongError(Exception):
    """Raised for a letter whose texts do not fit on one page, even when they are set smaller."""


def lay_out(letter: Letter, typesetter: Typesetter | None = None) -> Page:
    """Return the page of `letter`, in the largest type in which its texts fit.

    One `typesetter` for many letters saves half of the time. Raises LetterTooLongError, which names the
    appointment and not the person; TemplateFaultError where a text cannot be filled in.
    """
    make_qt_ready()
    code = modules(letter.code)
    composition = _Composition(letter, typesetter or Typesetter())
    for scale in _LARGE_SCALES if letter.large_print else _SCALES:
        page = composition.page(code, scale)
        if page is not None:
            return page
    raise LetterTooLongError(
        f"the letter for appointment {letter.appointment.id} does not fit on one page: shorten "
        f"the addressee, the directions of the doors, the names, the sources of the rules, what to bring "
        f"or the letter's texts"
    )


class _Composition:
    """Lays a letter out; all sizes of type are multiplied by the scale that is tried."""

    def __init__(self, letter: Letter, typesetter: Typesetter) -> None:
        self._letter = letter
        self._typesetter = typesetter
        language = letter.appointment.language
        self._lead = sheet(letter, letter.wordings.leading(language))
        self._other = sheet(letter, letter.wordings.beside(language))
        self._mirrored = {
            each.language: is_right_to_left(each.language) for each in (self._lead, self._other)
        }
        self._large = letter.large_print
        self._scale = 1.0
        self._texts: list[PlacedText] = []
        self._steps: list[PlacedStep] = []

    def page(self, code: NDArray[np.bool_], scale: float) -> Page | None:
        """The page with the modules of its code, or None if something does not fit."""
        self._scale, self._texts, self._steps = scale, [], []
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
        """Put a text that is the office's own, or German: it is written from left to right."""
        placed = PlacedText(self._typesetter.set(text, face, width), x, y)
        self._texts.append(placed)
        return placed

    def _put_in(self, language: str, text: str, face: Face, x: float, y: float, width: float) -> PlacedText:
        """Put a text in this language, which may be written from right to left."""
        text_set = self._typesetter.set(text, face, width, right_to_left=self._mirrored[language])
        placed = PlacedText(text_set, x, y)
        self._texts.append(placed)
        return placed

    def _letterhead(self) -> float:
        """The office's name and the information block; returns where that ends."""
        office = self._letter.office
        name = Face(19, bold=True, colour=Colour.ACCENT)
        below = self._put(office.name, name, _LEFT, _SENDER_TOP, 165).box.bottom()
        if office.address:
            self._put(" · ".join(office.address), Face(9, colour=Colour.QUIET), _LEFT, below, 165)
        size = max(self._scale, _LEAST_OF_CONTACTS)
        label, value, gap = Face(7.5 * size, colour=Colour.QUIET), Face(9.5 * size), 1.2 * size
        if self._large:
            label, value, gap = Face(8, colour=Colour.QUIET), Face(10), 1.0
        y = _CONTACTS_TOP
        for lead, other in zip(self._lead.contacts, self._other.contacts, strict=True):
            heading = " · ".join(dict.fromkeys((lead.heading, other.heading)))
            y = self._put(heading, label, _CONTACTS_LEFT, y, _CONTACTS_WIDTH).box.bottom()
            y = self._put(lead.text, value, _CONTACTS_LEFT, y, _CONTACTS_WIDTH).box.bottom() + gap
        return y

    def _address(self) -> float:
        """What is seen through the window of the envelope; returns where it ends."""
        sender = " · ".join((self._letter.office.name, *self._letter.office.address))
        self._put(sender, Face(7, colour=Colour.QUIET), _LEFT, _RETURN_LINE_TOP, _ADDRESS_WIDTH)
        if not self._letter.addressee:
            return _ADDRESS_TOP
        lines = "\n".join(self._letter.addressee)
        return self._put(lines, Face(10, leading=1.26), _LEFT, _ADDRESS_TOP, _ADDRESS_WIDTH).box.bottom()

    def _opening(self) -> float:
        """Subject and what to do, in both languages side by side; returns where it ends."""
        lead, other = self._lead, self._other
        width = _RIGHT - _LEFT if self._large else _MAIN_WIDTH
        subject = Face(self._points(13), bold=True)
        head = self._put_in(lead.language, lead.subject, subject, _LEFT, _SUBJECT_TOP, width)
        y = head.box.bottom() + 2.0
        main = self._put_in(lead.language, lead.opening, Face(self._points(10)), _LEFT, y, width)
        if self._large:
            return main.box.bottom() + 3.0
        quiet_bold = replace(self._quiet(), bold=True)
        self._put_in(other.language, other.subject, quiet_bold, _BESIDE, _SUBJECT_TOP + 1.4, _BESIDE_WIDTH)
        beside = self._put_in(other.language, other.opening, self._quiet(), _BESIDE, y + 0.4, _BESIDE_WIDTH)
        return max(main.box.bottom(), beside.box.bottom()) + 3.0

    def _points(self, usual: float) -> float:
        """The size of a text that is usually set in so many points; large print is never smaller."""
        if self._large:
            return max(usual, _LARGE_POINTS * self._scale)
        return usual * self._scale

    def _quiet(self) -> Face:
        """The face of the language that does not lead; in large print it is not made larger."""
        return Face(10 if self._large else 8.2 * self._scale, colour=Colour.QUIET)

    def _facts(self, y: float) -> float:
        """Day, time, place, entrance, party and the way, with the other language below each."""
        lead, other = self._lead, self._other
        y = self._told(lead.day, other.day, Face(self._points(15), bold=True), y) + 1.0
        y = self._time(y) + 1.8
        area = Face(self._points(13), bold=True)
        y = self._put_in(lead.language, lead.area, area, _LEFT, y, _FACTS_WIDTH).box.bottom()
        other_place = " · ".join(dict.fromkeys((other.area, other.place)))
        y = self._told(lead.place, other_place, Face(self._points(12)), y) + 1.2
        if lead.entrance:
            y = self._told(lead.entrance, self._beside(other.entrance), Face(self._points(10)), y) + 1.2
        y = self._told(lead.party, self._beside(other.party), Face(self._points(10)), y) + 2.2
        return self._way(y)

    def _time(self, y: float) -> float:
        """The time, with the admission beside it, or below it where there is no room; returns its end."""
        lead, other = self._lead, self._other
        face = Face(self._points(25), bold=True, leading=1.2)
        time = self._put_in(lead.language, lead.time, face, _LEFT, y, _FACTS_WIDTH)
        x, below = time.box.right() + 5.0, y + 1.8
        if self._mirrored[lead.language]:
            x, below = _LEFT, time.box.bottom()
        width = _LEFT + _FACTS_WIDTH - x
        below = self._put_in(
            lead.language, lead.admission, Face(self._points(10)), x, below, width
        ).box.bottom()
        told = f"{other.time} · {other.admission}"
        below = self._put_in(other.language, told, self._quiet(), x, below, width).box.bottom()
        return max(below - 1.8, time.box.bottom())

    def _beside(self, text: str) -> str:
        """A text of the other language, which large print has no room for."""
        return "" if self._large else text

    def _told(self, lead: str, other: str, face: Face, y: float) -> float:
        """Put a fact and, if it reads differently, the same in the other language below; return its end."""
        y = self._put_in(self._lead.language, lead, face, _LEFT, y, _FACTS_WIDTH).box.bottom()
        if other in {lead, ""}:
            return y
        return self._put_in(self._other.language, other, self._quiet(), _LEFT, y, _FACTS_WIDTH).box.bottom()

    def _way(self, y: float) -> float:
        """The way from the door to the room as a strip of pictograms, in more than one row if it is long."""
        steps = list(zip(way(self._letter), self._lead.steps, self._other.steps, strict=True))
        pitch = min(_TILE_PITCH, _FACTS_WIDTH / max(1, min(len(steps), _TILES_IN_A_ROW)))
        side = pitch * _TILE_OF_PITCH
        label, quiet = Face(8), Face(7, colour=Colour.QUIET)
        for start in range(0, len(steps), _TILES_IN_A_ROW):
            ends = []
            for place, (step, lead, other) in enumerate(steps[start : start + _TILES_IN_A_ROW]):
                x = _LEFT + place * pitch
                self._steps.append(PlacedStep(step, x, y, side, gap=pitch - side if place else 0))
                below = self._put(lead, label, x, y + side + 0.6, pitch - 0.8).box.bottom()
                ends.append(self._put(other, quiet, x, below, pitch - 0.8).box.bottom())
            y = max(ends) + 1.0
        return y

    def _short_code(self, y: float) -> float:
        """The short code below the code; typed on the screen it is as good."""
        lead, other = self._lead.short_code, self._other.short_code
        label, quiet = Face(8), Face(7.5, colour=Colour.QUIET)
        if self._large:
            label = Face(11)
        # Without the slash that the font could give to a zero: a PDF reader would not know it for a zero. And
        # codes have no O and no I: whoever types one means 0 or 1.
        code = Face(16, bold=True, tracking=106)
        language = self._lead.language
        heading = replace(label, bold=True)
        y = self._put_in(language, lead.heading, heading, _CODE_LEFT, y, _CODE_SIDE).box.bottom()
        # It may reach into the margin: of the widest symbols it is wider than the QR code, and stays a line.
        printed = self._put(self._letter.code.short.printed, code, _CODE_LEFT, y, _CODE_SIDE + _MARGIN)
        y = printed.box.bottom() + 0.5
        y = self._put_in(language, lead.text, label, _CODE_LEFT, y, _CODE_SIDE).box.bottom()
        if self._large:
            return y
        told = f"{other.heading}: {other.text}"
        return self._put_in(self._other.language, told, quiet, _CODE_LEFT, y, _CODE_SIDE).box.bottom()

    def _topics(self, y: float) -> float:
        """What to bring, the house rules and how to reschedule, side by side in both languages."""
        face = Face(self._points(10))
        if self._large:
            for topic in self._lead.topics:
                y = self._topic(topic, self._lead.language, face, _LEFT, y, _RIGHT - _LEFT) + 1.8
            return y
        for lead, other in zip_longest(self._lead.topics, self._other.topics, fillvalue=_NOTHING):
            main = self._topic(lead, self._lead.language, face, _LEFT, y, _MAIN_WIDTH)
            beside = self._topic(other, self._other.language, self._quiet(), _BESIDE, y + 0.4, _BESIDE_WIDTH)
            y = max(main, beside) + 1.8
        return y

    def _topic(self, topic: Paragraph, language: str, face: Face, x: float, y: float, width: float) -> float:
        """Put a topic; return its end."""
        text_set = self._typesetter.set(
            topic.text, face, width, heading=topic.heading, right_to_left=self._mirrored[language]
        )
        self._texts.append(PlacedText(text_set, x, y))
        return y + text_set.height

    def _small_print(self) -> float:
        """The law and the code's silence, at the foot of the page; returns where it begins."""
        rules = self._letter.rules
        sources = "; ".join(dict.fromkeys((rules.cap.source, rules.mask.source)))
        text = (
            f"{self._lead.privacy} · {self._other.privacy}\n"
            f"{self._lead.rules_by} · {self._other.rules_by}: {sources}"
        )
        placed = self._typesetter.set(text, Face(7, colour=Colour.QUIET), _RIGHT - _LEFT)
        self._texts.append(PlacedText(placed, _LEFT, _BOTTOM - placed.height))
        return _BOTTOM - placed.height
