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
from kiosk.ui.answer_texts import mask_off, mask_told
from kiosk.ui.blocks import Block, Column, Panel, Picture, Row
from kiosk.ui.language import Language
from kiosk.ui.qr_picture import QrPicture, dial
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_FIGURE, CAP_HEADLINE, CAP_LABEL, CAP_SMALL, CAP_TEXT, CARD, QUIET
from kiosk.ui.view import HouseView
from kiosk.ui.way_strip import WayStrip

_INK = CARD.ink
_QR_MM = 84.0


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of one door's screen; `view` is None before the house was seen for the first time."""

    office: Office
    language: Language
    view: HouseView | None
    camera: bool
    portrait: bool

    def card(self, step: NextStep) -> Block:
        """Return the card of a next step."""
        return Panel(self._content(step), CARD, padding_mm=8.0)

    def _content(self, step: NextStep) -> Block:  # noqa: C901 - one flat branch for each step
        match step:
            case GoTo():
                return self._go_to(step)
            case ComeBackAt(at=at):
                return self._come_at(step_texts.come_again(), at)
            case ComeWhenOpen(opens_at=opens_at):
                return self._call() if opens_at is None else self._come_at(step_texts.opens_again(), opens_at)
            case UseDoor(door=door):
                return _ask_staff() if door is None else self._use_door(self.office.doors[door])
            case AskStaff():
                return _ask_staff()
            case ReadMessage(message=message):
                return self._read(message)
            case CallOffice():
                return self._call()
            case WaitForNumber():
                return self._wait(step)
            case HoldAgain():
                return self._hold_again()
            case Goodbye():
                return Text(step_texts.come_home_well(), CAP_HEADLINE, _INK, bold=True, least=0.6)
            case _ as never:
                assert_never(never)

    def _words(self, wording: Wording) -> str:
        return wording.in_language(self.language.now)

    def _go_to(self, step: GoTo) -> Block:
        area = self.office.areas[step.area]
        room = None if step.room is None else area.room(step.room)
        where = area.name if room is None else room.name
        blocks: list[Block] = [
            Column(
                [
                    Text(self._words(area.floor), CAP_TEXT, _INK),
                    Text(self._words(where), CAP_HEADLINE * 1.3, _INK, bold=True, least=0.5),
                ],
                2.0,
            )
        ]
        way = (*area.way, *(() if room is None else room.way))
        if way:
            blocks.append(WayStrip(way, CARD))
        if self.view is not None:
            blocks.append(mask_row(self.view.mask, CAP_LABEL))
        return Column(blocks, 7.0)

    def _come_at(self, label: str, at: datetime) -> Block:
        local = at.astimezone(self.office.time_zone)
        is_today = self.view is not None and self.view.today == local.date()
        day = step_texts.today() if is_today else self.language.day_text(local.date())
        time = step_texts.at_time(self.language.time_text(local))
        return Column(
            [
                Text(label, CAP_TEXT, _INK),
                Text(day, CAP_HEADLINE, _INK, bold=True, least=0.6),
                Text(time, CAP_FIGURE, _INK, bold=True, whole=True, least=0.5),
            ],
            3.0,
        )

    def _use_door(self, door: Door) -> Block:
        return Column(
            [
                Text(step_texts.go_to_this_door(), CAP_TEXT, _INK),
                Text(self._words(door.name), CAP_HEADLINE * 1.15, _INK, bold=True, least=0.5),
                Text(self._words(door.directions), CAP_TEXT, _INK),
            ],
            5.0,
        )

    def _read(self, message: Wording) -> Block:
        return Column(
            [
                Text(self._words(message), CAP_HEADLINE, _INK, bold=True, least=0.5),
                Text(step_texts.wait_for_staff(), CAP_TEXT, _INK),
            ],
            8.0,
        )

    def _call(self) -> Block:
        contacts = self.office.contacts
        # The address may be broken behind its @ and nowhere else: a hyphen at a line's end misleads.
        mail = contacts.mail.replace("-", "\u2011").replace("@", "@\u200b")
        phone = _picture_and_text("phone", contacts.phone, CAP_HEADLINE, whole=True, bold=True, least=0.6)
        words: list[Block] = [phone, _picture_and_text("mail", mail, CAP_LABEL, least=0.6)]
        code = Column(
            [
                QrPicture(dial(contacts.phone), _QR_MM * (0.7 if self.portrait else 1.0)),
                Text(step_texts.phone_scans_this(), CAP_SMALL, _INK, centred=True),
            ],
            1.0,
        )
        what = Text(step_texts.call_or_write(), CAP_TEXT, _INK)
        if self.portrait:
            return Column([what, *words, code], 6.0)
        return Column([what, Row([Column(words, 9.0), code], 8.0, stretch=0)], 5.0)

    def _wait(self, step: WaitForNumber) -> Block:
        number = Column(
            [
                Text(step_texts.your_number(), CAP_TEXT, _INK, whole=True),
                # The same sign for everybody: it will be called on a screen in another language.
                Text(str(step.number), CAP_FIGURE * 1.5, _INK, bold=True, whole=True),
            ],
            0.0,
        )
        facts = Column(
            [
                _picture_and_text("people", step_texts.ahead_told(step.ahead), CAP_TEXT, bold=True),
                _picture_and_text("clock", step_texts.wait_told(step.wait), CAP_TEXT, bold=True),
            ],
            6.0,
        )
        called = Text(step_texts.number_will_be_called(), CAP_TEXT, _INK)
        if self.portrait:
            return Column([number, facts, called], 7.0)
        return Column([Row([number, facts], 14.0, stretch=1), called], 8.0)

    def _hold_again(self) -> Block:
        hold = step_texts.hold_again(camera=self.camera)
        return Column(
            [
                _picture_and_text("scan-letter", hold, CAP_TEXT, bold=True),
                _picture_and_text("keypad", step_texts.or_type_code(), CAP_TEXT),
                _picture_and_text("staff", step_texts.or_ask_staff(), CAP_TEXT),
            ],
            9.0,
        )


def _ask_staff() -> Block:
    return _picture_and_text("staff", step_texts.ask_staff(), CAP_HEADLINE, bold=True)


def mask_row(mask: MaskRule, cap_mm: float) -> Block:
    """Return which mask is worn, as a pictogram with its words, and where it may come off."""
    told, off = mask_told(mask), mask_off(mask)
    words: list[Block] = [Text(told.sentence, cap_mm, _INK, bold=True)]
    if off is not None:
        words.append(Text(off, cap_mm * 0.92, QUIET.ink))
    return Row([Picture(told.icon, cap_mm * 3.2, CARD), Column(words, 1.5)], 6.0, stretch=1)


def _picture_and_text(
    icon: str, text: str, cap_mm: float, *, bold: bool = False, whole: bool = False, least: float = 1.0
) -> Block:
    picture = Picture(icon, cap_mm * 1.9, CARD)
    words = Text(text, cap_mm, _INK, bold=bold, whole=whole, least=least)
    return Row([picture, words], 6.0, stretch=1)
