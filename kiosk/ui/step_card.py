"""The next step as a card: whatever the visitor has to do now, large."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from kiosk.core.house_rules import MaskRule
from kiosk.core.office import Door, Office, Wording
from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    ReadMessage,
    UseDoor,
    WaitForNumber,
)
from kiosk.ui import step_texts
from kiosk.ui.answer_texts import mask_off, mask_told, way_step
from kiosk.ui.blocks import Block, Column, Picture, Row
from kiosk.ui.language import Language, as_quoted
from kiosk.ui.look import Look
from kiosk.ui.qr_picture import QrPicture, dial
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_FIGURE, CAP_HEADLINE, CAP_LABEL, CAP_TEXT
from kiosk.ui.view import HouseView
from kiosk.ui.way_strip import WayStrip

_QR_MM = 84.0


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of one door's screen; `view` is None before the house was seen for the first time."""

    office: Office
    language: Language
    view: HouseView | None
    camera: bool
    portrait: bool
    look: Look

    def parts(self, step: NextStep) -> list[Block]:
        """Return what stands on the card of a next step, from top to bottom; enlarged, in smaller parts."""
        parts = self._parts(step)
        if not self.look.enlarged:
            return parts
        return [
            block for part in parts for block in (part.taken_apart() if isinstance(part, Column) else [part])
        ]

    def _parts(self, step: NextStep) -> list[Block]:  # noqa: C901 - one flat branch for each step
        match step:
            case GoTo():
                return self._go_to(step)
            case ComeBackAt(at=at):
                return self._come_at(step_texts.come_again(), at)
            case ComeWhenOpen(opens_at=opens_at):
                return self._call() if opens_at is None else self._come_at(step_texts.opens_again(), opens_at)
            case UseDoor(door=door):
                return self._ask_staff() if door is None else self._use_door(self.office.doors[door])
            case AskStaff():
                return self._ask_staff()
            case ReadMessage(message=message):
                return self._read(message)
            case CallOffice():
                return self._call()
            case WaitForNumber():
                return self._wait(step)
            case HoldAgain():
                return self._hold_again()
            case Goodbye():
                return [self._bold(step_texts.come_home_well(), CAP_HEADLINE, 0.6)]
            case _ as never:
                assert_never(never)

    def _words(self, wording: Wording) -> str:
        return wording.in_language(self.language.now)

    def _text(self, text: str, least: float = 0.6, *, whole: bool = False) -> Text:
        return Text(text, self.look.cap(CAP_TEXT), self.look.colours.card.ink, whole=whole, least=least)

    def _bold(self, text: str, cap_mm: float, least: float = 1.0, *, whole: bool = False) -> Text:
        """Return what is read first on the card; one with a long word becomes smaller down to `least`."""
        return Text(
            text, self.look.cap(cap_mm), self.look.colours.card.ink, bold=True, whole=whole, least=least
        )

    def _go_to(self, step: GoTo) -> list[Block]:
        area = self.office.areas[step.area]
        room = None if step.room is None else area.room(step.room)
        where = area.name if room is None else room.name
        place = [self._text(self._words(area.floor)), self._bold(self._words(where), CAP_HEADLINE * 1.3, 0.5)]
        blocks: list[Block] = [Column(place, 2.0)]
        way = (*area.way, *(() if room is None else room.way))
        if self.look.enlarged:
            blocks += [self._pictured(f"way-{each.value}", self._text(way_step(each))) for each in way]
        elif way:
            blocks.append(WayStrip(way, self.look.colours.card))
        if self.view is not None:
            blocks += mask_rows(self.view.mask, self.look)
        return blocks

    def _come_at(self, label: str, at: datetime) -> list[Block]:
        local = at.astimezone(self.office.time_zone)
        is_today = self.view is not None and self.view.today == local.date()
        day = step_texts.today() if is_today else self.language.day_text(local.date())
        time = step_texts.at_time(self.language.time_text(local))
        when = [
            self._text(label),
            self._bold(day, CAP_HEADLINE, 0.6),
            self._bold(time, CAP_FIGURE, 0.5, whole=True),
        ]
        return [Column(when, 3.0)]

    def _use_door(self, door: Door) -> list[Block]:
        return [
            self._text(step_texts.go_to_this_door()),
            self._bold(self._words(door.name), CAP_HEADLINE * 1.15, 0.5),
            self._text(self._words(door.directions)),
        ]

    def _read(self, message: Wording) -> list[Block]:
        return [
            self._bold(self._words(message), CAP_HEADLINE, 0.5),
            self._text(step_texts.wait_for_staff()),
        ]

    def _call(self) -> list[Block]:
        contacts = self.office.contacts
        # The address may be broken behind its @ and nowhere else: a hyphen at a line's end misleads.
        mail = contacts.mail.replace("-", "\u2011").replace("@", "@\u200b")
        card = self.look.colours.card
        words: list[Block] = [
            self._pictured("phone", self._bold(as_quoted(contacts.phone), CAP_HEADLINE, 0.5, whole=True)),
            self._pictured("mail", Text(mail, self.look.cap(CAP_LABEL), card.ink, least=0.6)),
        ]
        scan = Text(
            step_texts.phone_scans_this(), self.look.cap(CAP_LABEL), card.ink, centred=True, least=0.9
        )
        stacked = self.portrait or self.look.enlarged
        code = Column([QrPicture(dial(contacts.phone), _QR_MM * (0.7 if stacked else 1.0)), scan], 1.0)
        what = self._text(step_texts.call_or_write())
        if stacked:
            return [what, *words, Row([code], 0.0)]
        return [what, Row([Column(words, 9.0), code], 8.0, stretch=0)]

    def _wait(self, step: WaitForNumber) -> list[Block]:
        # The same sign for everybody: it will be called on a screen in another language.
        figure = self._bold(str(step.number), CAP_FIGURE * 1.5, whole=True)
        number = Column([self._text(step_texts.your_number(), 1.0, whole=True), figure], 0.0)
        facts: list[Block] = [
            self._pictured("people", self._bold(step_texts.ahead_told(step.ahead), CAP_TEXT, 0.6)),
            self._pictured("clock", self._bold(step_texts.wait_told(step.wait), CAP_TEXT, 0.6)),
        ]
        called = self._text(step_texts.number_will_be_called())
        if self.look.enlarged:
            return [Row([number], 0.0), *facts, called]
        if self.portrait:
            return [number, Column(facts, 6.0), called]
        return [Row([number, Column(facts, 6.0)], 14.0, stretch=1), called]

    def _hold_again(self) -> list[Block]:
        hold = step_texts.hold_again(camera=self.camera)
        return [
            self._pictured("scan-letter", self._bold(hold, CAP_TEXT, 0.6)),
            self._pictured("keypad", self._text(step_texts.or_type_code())),
            self._pictured("staff", self._text(step_texts.or_ask_staff())),
        ]

    def _ask_staff(self) -> list[Block]:
        return [self._pictured("staff", self._bold(step_texts.ask_staff(), CAP_HEADLINE, 0.6))]

    def _pictured(self, icon: str, words: Text) -> Block:
        picture = Picture(icon, words.cap_mm * 1.9, self.look.colours.card)
        return Row([picture, words], 6.0, stretch=1)


def mask_rows(mask: MaskRule, look: Look) -> list[Block]:
    """Return which mask is worn, with its pictogram, and where it may come off; enlarged, in two rows."""
    told, off, cap_mm = mask_told(mask), mask_off(mask), look.cap(CAP_LABEL)
    words: list[Block] = [Text(told.sentence, cap_mm, look.colours.card.ink, bold=True, least=0.7)]
    if off is not None:
        words.append(Text(off, cap_mm, look.colours.quiet.ink, least=0.7))
    picture = Picture(told.icon, CAP_LABEL * 3.2, look.colours.card)
    if look.enlarged:
        return [Row([picture, words[0]], 6.0, stretch=1), *words[1:]]
    return [Row([picture, Column(words, 1.5)], 6.0, stretch=1)]
