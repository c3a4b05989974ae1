"""Where everything stands on the letter: A4 after DIN 5008 form B, in millimetres from the top left corner.

The address field is seen through the window of the envelope; the code keeps clear of it and of the folds, and
nothing is printed into the code's quiet zone. The visitor's language leads, the other one stands beside or
below it in smaller type. In large print, or where texts are long, it stands alone, but for the day and the
place: those the staff must be able to read.
"""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF

from kiosk.letters.columns import (
    ADDRESS,
    ADDRESS_BOTTOM,
    ADDRESS_TOP,
    BESIDE,
    BOTTOM,
    CODE,
    CODE_SIDE,
    CONTACTS,
    CONTACTS_TOP,
    FACTS,
    LEFT,
    MAIN,
    MARGIN,
    QUIET,
    RETURN_LINE_TOP,
    RIGHT,
    SENDER_TOP,
    SUBJECT_TOP,
    WHOLE,
    Column,
)
from kiosk.letters.letter import Letter
from kiosk.letters.page import Page, PlacedCode, PlacedStep, PlacedText
from kiosk.letters.qr import modules
from kiosk.letters.setting import Setting, settings_for
from kiosk.letters.sheet import Paragraph, Sheet, sheet, way
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Colour, Face, Flow, SetText, Typesetter

_TILES_IN_A_ROW: Final = 7
_TILE_PITCH: Final = 19.0
_TILE_OF_PITCH: Final = 0.56

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
    for setting in settings_for(large_print=letter.large_print):
        page = composition.page(code, setting)
        if page is not None:
            return page
    raise LetterTooLongError(
        f"the letter for appointment {letter.appointment.id} does not fit on one page: shorten "
        f"the addressee, the directions of the doors, the names, the sources of the rules, what to bring "
        f"or the letter's texts"
    )


class _Composition:
    """Lays a letter out in the setting that is tried."""

    def __init__(self, letter: Letter, typesetter: Typesetter) -> None:
        self._letter = letter
        self._typesetter = typesetter
        language = letter.appointment.language
        self._lead = sheet(letter, letter.wordings.leading(language))
        self._other = sheet(letter, letter.wordings.beside(language))
        self._from_right = self._lead.is_right_to_left
        self._setting = Setting(1.0)
        self._texts: list[PlacedText] = []
        self._steps: list[PlacedStep] = []

    def page(self, code: NDArray[np.bool_], setting: Setting) -> Page | None:
        """The page with the modules of its code, or None if something does not fit."""
        self._setting, self._texts, self._steps = setting, [], []
        contacts_bottom = self._letterhead()
        address_bottom = self._address()
        top = self._opening()
        placed_code = PlacedCode(code, self._at(CODE).left, top + 0.5 + QUIET)
        bottom = max(self._facts(top + 3.2), self._short_code(placed_code.box.bottom()))
        rules = (QLineF(LEFT, top, RIGHT, top), QLineF(LEFT, bottom + 2.0, RIGHT, bottom + 2.0))
        bottom = self._topics(bottom + 5.6)
        if contacts_bottom > SUBJECT_TOP or address_bottom > ADDRESS_BOTTOM or bottom > self._small_print():
            return None
        return Page(tuple(self._texts), tuple(self._steps), placed_code, rules)

    def _at(self, column: Column) -> Column:
        """Where a column lies in this letter: mirrored where its language is read from the right."""
        return column.mirrored() if self._from_right else column

    def _put(self, text: str, face: Face, column: Column, y: float) -> PlacedText:
        """Put a text that is the office's own, or German: it is written from left to right."""
        return self._place(self._typesetter.set(text, face, column.width), column, y)

    def _put_in(self, sheet_: Sheet, text: str, face: Face, column: Column, y: float) -> PlacedText:
        """Put a text of a sheet; below one that is read from the right it stands at the right end, too."""
        flow = self._flow(sheet_, stacked=True)
        return self._place(self._typesetter.set(text, face, column.width, flow=flow), column, y)

    def _put_apart(self, paragraph: Paragraph, sheet_: Sheet, face: Face, column: Column, y: float) -> float:
        """Put a paragraph in a column that is its language's own; return its end."""
        flow = self._flow(sheet_, stacked=False)
        text_set = self._typesetter.set(
            paragraph.text, face, column.width, heading=paragraph.heading, flow=flow
        )
        return self._place(text_set, column, y).box.bottom()

    def _place(self, text_set: SetText, column: Column, y: float) -> PlacedText:
        placed = PlacedText(text_set, column.left, y)
        self._texts.append(placed)
        return placed

    def _flow(self, sheet_: Sheet, *, stacked: bool) -> Flow:
        if sheet_.is_right_to_left:
            return Flow.FROM_RIGHT
        return Flow.FROM_LEFT_AT_RIGHT if self._from_right and stacked else Flow.FROM_LEFT

    def _letterhead(self) -> float:
        """The office's name and the information block; returns where that ends."""
        office = self._letter.office
        name = Face(19, bold=True, colour=Colour.ACCENT)
        below = self._put(office.name, name, WHOLE, SENDER_TOP).box.bottom()
        if office.address:
            self._put(" · ".join(office.address), Face(9, colour=Colour.QUIET), WHOLE, below)
        size = max(self._setting.scale, _LEAST_OF_CONTACTS)
        label, value, gap = Face(7.5 * size, colour=Colour.QUIET), Face(9.5 * size), 1.2 * size
        if self._setting.large:
            label, value, gap = Face(8, colour=Colour.QUIET), Face(10), 1.0
        y = CONTACTS_TOP
        for lead, other in zip(self._lead.contacts, self._other.contacts, strict=True):
            heading = " · ".join(dict.fromkeys((lead.heading, other.heading)))
            y = self._put(heading, label, CONTACTS, y).box.bottom()
            y = self._put(lead.text, value, CONTACTS, y).box.bottom() + gap
        return y

    def _address(self) -> float:
        """What is seen through the window of the envelope; returns where it ends."""
        sender = " · ".join((self._letter.office.name, *self._letter.office.address))
        self._put(sender, Face(7, colour=Colour.QUIET), ADDRESS, RETURN_LINE_TOP)
        if not self._letter.addressee:
            return ADDRESS_TOP
        lines = "\n".join(self._letter.addressee)
        return self._put(lines, Face(10, leading=1.26), ADDRESS, ADDRESS_TOP).box.bottom()

    def _opening(self) -> float:
        """Subject and what to do, in both languages side by side; returns where it ends."""
        lead, other = self._lead, self._other
        column = self._at(WHOLE if self._setting.alone else MAIN)
        subject = Face(self._setting.points(13), bold=True)
        y = self._put_in(lead, lead.subject, subject, column, SUBJECT_TOP).box.bottom() + 2.0
        end = self._put_in(lead, lead.opening, Face(self._setting.points(10)), column, y).box.bottom()
        if self._setting.alone:
            return end + 3.0
        beside, quiet_bold = self._at(BESIDE), replace(self._setting.quiet, bold=True)
        self._put_apart(Paragraph("", other.subject), other, quiet_bold, beside, SUBJECT_TOP + 1.4)
        other_end = self._put_apart(Paragraph("", other.opening), other, self._setting.quiet, beside, y + 0.4)
        return max(end, other_end) + 3.0

    def _facts(self, y: float) -> float:
        """Day, time, place, entrance, party and the way, with the other language below each."""
        lead, other = self._lead, self._other
        y = self._told(lead.day, other.day, Face(self._setting.points(15), bold=True), y) + 1.0
        y = self._time(y) + 1.8
        area = Face(self._setting.points(13), bold=True)
        y = self._put_in(lead, lead.area, area, self._at(FACTS), y).box.bottom()
        other_place = " · ".join(dict.fromkeys((other.area, other.place)))
        y = self._told(lead.place, other_place, Face(self._setting.points(12)), y) + 1.2
        if lead.entrance:
            y = (
                self._told(lead.entrance, self._beside(other.entrance), Face(self._setting.points(10)), y)
                + 1.2
            )
        y = self._told(lead.party, self._beside(other.party), Face(self._setting.points(10)), y) + 2.2
        return self._way(y)

    def _time(self, y: float) -> float:
        """The time, with the admission beside it; returns its end."""
        lead, other, facts = self._lead, self._other, self._at(FACTS)
        face = Face(self._setting.points(25), bold=True, leading=1.2)
        time = self._put_in(lead, lead.time, face, facts, y)
        taken = time.what.width + 5.0
        beside = Column(facts.left if self._from_right else facts.left + taken, facts.width - taken)
        admission = self._put_in(lead, lead.admission, Face(self._setting.points(10)), beside, y + 1.8)
        told = f"{other.time} · {other.admission}"
        below = self._put_in(other, told, self._setting.quiet, beside, admission.box.bottom()).box.bottom()
        return max(below - 1.8, time.box.bottom())

    def _beside(self, text: str) -> str:
        """A text of the other language, for which there is no room where the visitor's stands alone."""
        return "" if self._setting.alone else text

    def _told(self, lead: str, other: str, face: Face, y: float) -> float:
        """Put a fact and, if it reads differently, the same in the other language below; return its end."""
        y = self._put_in(self._lead, lead, face, self._at(FACTS), y).box.bottom()
        if other in {lead, ""}:
            return y
        return self._put_in(self._other, other, self._setting.quiet, self._at(FACTS), y).box.bottom()

    def _way(self, y: float) -> float:
        """The way from the door to the room as a strip of pictograms, in more than one row if it is long.

        It runs as the visitor's language does; what its arrows point to is the same in every language.
        """
        steps = list(zip(way(self._letter), self._lead.steps, self._other.steps, strict=True))
        pitch = min(_TILE_PITCH, FACTS.width / max(1, min(len(steps), _TILES_IN_A_ROW)))
        side = pitch * _TILE_OF_PITCH
        label, quiet = Face(8), Face(7, colour=Colour.QUIET)
        for start in range(0, len(steps), _TILES_IN_A_ROW):
            ends = []
            for place, (step, lead, other) in enumerate(steps[start : start + _TILES_IN_A_ROW]):
                words = self._at(Column(LEFT + place * pitch, pitch - 0.8))
                x = words.right - side if self._from_right else words.left
                gap = pitch - side if place else 0
                self._steps.append(PlacedStep(step, x, y, side, gap, self._from_right))
                below = self._put_in(self._lead, lead, label, words, y + side + 0.6).box.bottom()
                if not self._setting.alone:
                    below = self._put_in(self._other, other, quiet, words, below).box.bottom()
                ends.append(below)
            y = max(ends) + 1.0
        return y

    def _short_code(self, y: float) -> float:
        """The short code below the code; typed on the screen it is as good."""
        lead, other, column = self._lead.short_code, self._other.short_code, self._at(CODE)
        label, quiet = Face(11 if self._setting.large else 8), Face(7.5, colour=Colour.QUIET)
        # Without the slash that the font could give to a zero: a PDF reader would not know it for a zero. And
        # codes have no O and no I: whoever types one means 0 or 1.
        code = Face(16, bold=True, tracking=106)
        heading = replace(label, bold=True)
        y = self._put_in(self._lead, lead.heading, heading, column, y).box.bottom()
        # It may reach into the margin: of the widest symbols it is wider than the QR code, and stays a line.
        into_margin = Column(CODE.left, CODE_SIDE + MARGIN)
        flow = Flow.FROM_LEFT_AT_RIGHT if self._from_right else Flow.FROM_LEFT
        text_set = self._typesetter.set(self._letter.code.short.printed, code, into_margin.width, flow=flow)
        y = self._place(text_set, self._at(into_margin), y).box.bottom() + 0.5
        y = self._put_in(self._lead, lead.text, label, column, y).box.bottom()
        if self._setting.alone:
            return y
        told = f"{other.heading}: {other.text}"
        return self._put_in(self._other, told, quiet, column, y).box.bottom()

    def _topics(self, y: float) -> float:
        """What to bring, the house rules and how to reschedule, side by side in both languages."""
        face = Face(self._setting.points(10))
        if self._setting.alone:
            for topic in self._lead.topics:
                y = self._put_apart(topic, self._lead, face, WHOLE, y) + 1.8
            return y
        for lead, other in zip_longest(self._lead.topics, self._other.topics, fillvalue=_NOTHING):
            main = self._put_apart(lead, self._lead, face, self._at(MAIN), y)
            beside = self._put_apart(other, self._other, self._setting.quiet, self._at(BESIDE), y + 0.4)
            y = max(main, beside) + 1.8
        return y

    def _small_print(self) -> float:
        """The law and the code's silence, at the foot of the page; returns where it begins."""
        rules, lead, other = self._letter.rules, self._lead, self._other
        sources = "; ".join(dict.fromkeys((rules.cap.source, rules.mask.source)))
        german = f"{other.rules_by}: {sources}"
        lines = [(lead, f"{lead.privacy} · {other.privacy}\n{lead.rules_by} · {german}")]
        if self._from_right:
            lines = [(lead, lead.privacy), (other, f"{other.privacy}\n{german}")]
        face = Face(7, colour=Colour.QUIET)
        flows = [(text, self._flow(sheet_, stacked=False)) for sheet_, text in lines]
        placed = [self._typesetter.set(text, face, WHOLE.width, flow=flow) for text, flow in flows]
        top = y = BOTTOM - sum(each.height for each in placed)
        for each in placed:
            y = self._place(each, WHOLE, y).box.bottom()
        return top
