"""Letting somebody in although no letter did it: whom is preset, the tap on a reason gives the order."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.entry_by_staff import above_cap
from kiosk.core.guard_view import Booking, Recent
from kiosk.core.occupancy import House, Place
from kiosk.core.office import ReasonId
from kiosk.core.orders import Admit, GiveNumber
from kiosk.core.rules_in_force import rules_at
from kiosk.core.verdict import Outcome
from kiosk.languages.capital import with_capital
from kiosk.ui.panel import texts_admit as texts
from kiosk.ui.panel.area_choice import AreaChoice
from kiosk.ui.panel.board import TITLE_CAP_MM, Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.panel.reasons import BOOKED, WALK_IN, reasons_to_let_in
from kiosk.ui.panel.spread import SOMEWHERE, roomy, spread
from kiosk.ui.panel.texts_areas import party_text
from kiosk.ui.panel.texts_board import fewer_people, more_people
from kiosk.ui.panel.texts_recent import verdict_told
from kiosk.ui.panel.tile import Tone

LARGEST_PARTY: Final = 20
"""So many people are let in by one order at most, unless a letter names more."""

_LEFT: Final = 3
"""How many columns the party and the area take; the others have the reasons, two cells for each."""

_PARTY_CAP_MM: Final = 9.0

_Whom: TypeAlias = Recent | Booking | Place | None


def overrides(recent: Recent, house: House | None) -> bool:
    """Say whether letting somebody in after this scan overrides its answer: its party is not inside yet."""
    answer = recent.event.answer
    if answer is None or answer.outcome in (Outcome.ADMITTED, Outcome.LEFT):
        return False
    return house is None or recent.appointment is None or house.visit_of(recent.appointment) is None


class AdmitPage(BoardPage):
    """Opened about a scan it overrides that; about a booking or a number of the line it lets that party in.

    About nothing, or about a scan that needs no overriding, it lets somebody in who has shown no letter.
    """

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._whom: _Whom = None
        self._party = 1
        self._areas = AreaChoice(post, self.show_chosen)

    def open(self, about: Subject = None) -> None:
        """Begin with the area and the party of the letter, the booking or the number."""
        house = None if self.view is None else self.view.house
        match about:
            case Recent() if overrides(about, house):
                self._whom = about
            case Booking() | Place():
                self._whom = about
            case _:
                self._whom = None
        self.turn_to_first()
        self._areas.choose(None if self._whom is None else self._whom.area)
        party = 1 if self._whom is None else self._whom.party
        self._party = party or 1

    def title(self) -> str:
        """Return nothing: beside the way back there is the party."""
        return ""

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return whom it is about, party and area to the left, the reasons to the right."""
        choices = tuple(self._choices())
        rows, across = cells.rows - 1, cells.columns - _LEFT
        places = roomy(len(choices), cells.cell(_LEFT, 1, across, rows), (across // 2, rows), cells.gap)
        most = places.columns * places.rows
        told = cells.cell(_LEFT + 1, 0, across - 1 - (0 if len(choices) <= most else 2))
        whom, hint = self._told()
        yield Note("whom", told, whom, TITLE_CAP_MM, hint)
        yield from self._party_parts(cells)
        yield from self._areas.acts(cells.cell(0, 1, _LEFT, rows), rows, cells.gap)
        yield from spread((choices[index] for index in self.shown_of(len(choices), most)), places)
        yield from self.turning(cells, cells.columns - 2, len(choices), most)

    def _choices(self) -> Iterator[Act]:
        """Return what gives the order, the likely one first; where each stands is still open."""
        likely, first = self._likely(), Tone.YES
        if self._whom is None and self._is_full():
            number = texts.give_a_number(self.words)
            yield Act("give_number", SOMEWHERE, number, self._give_number, picture="queue", tone=first)
            first = Tone.PLAIN
        reasons = self.post.office.staff_reasons.let_in
        for reason in reasons_to_let_in(reasons, likely):
            tone = first if reason == likely else Tone.PLAIN
            wording = self.words.wording(reasons[reason])
            yield Act(f"reason:{reason}", SOMEWHERE, wording, self._giver(reason), tone=tone)

    def _party_parts(self, cells: Grid) -> Iterator[Part]:
        fewer, more = cells.cell(1, 0), cells.cell(3, 0)
        number, people = self.words.people(self._party).split(maxsplit=1)
        middle = Qt.AlignmentFlag.AlignHCenter
        yield Act(
            "fewer",
            fewer,
            "",
            self._changer(-1),
            picture="minus",
            works=self._party > 1,
            spoken=fewer_people(self.words),
        )
        yield Note("party", cells.cell(2, 0), number, _PARTY_CAP_MM, people, align=middle)
        yield Act(
            "more",
            more,
            "",
            self._changer(1),
            picture="plus",
            works=self._party < LARGEST_PARTY,
            spoken=more_people(self.words),
        )

    def _told(self) -> tuple[str, str]:
        """Return whom it is about, and what kind of entry it is, with what it takes."""
        whom, kind = self._about()
        if self.view is not None and self.view.is_by_hand:
            return whom, f"{kind}\n{texts.kept_here(self.words)}"
        return whom, f"{kind}\n{texts.above_the_cap(self.words)}" if self._is_full() else kind

    def _about(self) -> tuple[str, str]:
        words, office = self.words, self.post.office
        match self._whom:
            case Recent(area=area, party=party, starts_at=starts_at) as recent:
                known = party_text(words, office, area, party, starts_at)
                told = ": ".join(each for each in (verdict_told(words, recent), known) if each)
                # An old scan may be the last one: whoever stands at the door now has not shown it.
                age = "" if self.view is None else words.age_text(self.view.now - recent.event.at)
                return with_capital(told), " · ".join(
                    each for each in (texts.let_in_although(words), age) if each
                )
            case Booking(area=area, party=party, starts_at=starts_at):
                booked = party_text(words, office, area, party, starts_at)
                return with_capital(booked), texts.let_in_booked(words)
            case Place(number=number, area=area, party=party, due=due):
                known = party_text(words, office, area, party, due)
                return texts.number(words, number), with_capital(known)
            case None:
                return texts.let_in_without_letter(words), texts.choose_a_reason(words)

    def _likely(self) -> str | None:
        match self._whom:
            case Recent(event=event):
                return None if event.answer is None else event.answer.reason.value
            case Booking():
                return BOOKED
            case Place():
                return None
            case None:
                return WALK_IN

    def _is_full(self) -> bool:
        """Say whether these people come above the cap; while the ledger is away, nobody is asked for that."""
        if self.view is None or self.view.house is None or self.view.is_by_hand:
            return False
        cap = rules_at(self.post.office, self.view.house, self.view.now).cap
        return above_cap(self.view.house, cap, self._areas.chosen, self._party) > 0

    def _changer(self, change: int) -> Callable[[], None]:
        def change_party() -> None:
            self._party += change
            self.show_chosen()

        return change_party

    def _giver(self, because: ReasonId) -> Callable[[], None]:
        def give() -> None:
            whom = self._whom
            self.ordered.emit(
                Admit(
                    area=self._areas.chosen,
                    party=self._party,
                    because=because,
                    appointment=None if whom is None else whom.appointment,
                    overrides=whom.event.id if isinstance(whom, Recent) else None,
                    number=whom.number if isinstance(whom, Place) else None,
                )
            )

        return give

    def _give_number(self) -> None:
        self.ordered.emit(GiveNumber(self._areas.chosen, self._party))
