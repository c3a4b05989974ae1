"""Turning back a party that was admitted: only somebody who is inside, the newest if no other is chosen."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import Recent
from kiosk.core.ids import VisitId
from kiosk.core.occupancy import House, Visit
from kiosk.core.office import ReasonId
from kiosk.core.orders import SendBack
from kiosk.ui.panel import texts_send_back as texts
from kiosk.ui.panel.board import TITLE_CAP_MM, Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.panel.spread import SOMEWHERE, roomy, spread
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_areas import party_text, sentence
from kiosk.ui.panel.tile import Tone
from kiosk.ui.theme import REFUSED

_LEFT: Final = 3
"""How many columns those take who may be turned back; the others have the reasons, two cells for each."""


def visit_of(recent: Recent, house: House | None) -> Visit | None:
    """Return the visit that this scan or tap is about, if its party is inside."""
    if house is None:
        return None
    begun = house.visit(VisitId(recent.event.id))
    if begun is not None or recent.appointment is None:
        return begun
    return house.visit_of(recent.appointment)


class SendBackPage(BoardPage):
    """Opened about a scan it turns that party back; about nothing, the newest party that is inside."""

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._chosen: Recent | None = None

    def open(self, about: Subject = None) -> None:
        """Choose whom it is about: a party that comes in later is never turned back in its place."""
        inside = self._inside()
        newest = inside[0][0] if inside else None
        self._chosen = about if isinstance(about, Recent) else newest
        self.turn_to_first()

    def title(self) -> str:
        """Return nothing: the title stands on a field of its own, so that no other page is taken for this."""
        return ""

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return those who came in and are inside to the left, the reasons to the right."""
        title, middle = texts.turn_back(self.words), Qt.AlignmentFlag.AlignHCenter
        yield Note("title", cells.cell(1, 0, _LEFT - 1), title, TITLE_CAP_MM, align=middle, tint=REFUSED)
        inside = self._inside()
        if not inside:
            nobody = texts.nobody_to_turn_back(self.words)
            yield Note("nobody", cells.cell(1, 2, cells.columns - 2), nobody, TITLE_CAP_MM)
            return
        house = None if self.view is None else self.view.house
        recent, visit = self._chosen, None if self._chosen is None else visit_of(self._chosen, house)
        yield from self._parties(cells, inside, visit)
        if recent is None or visit is None:
            choose = texts.choose_a_party(self.words)
            yield Note("choose", cells.cell(_LEFT, 1, cells.columns - _LEFT), choose, TITLE_CAP_MM)
            return
        choices = self._choices(visit.id)
        rows, across = cells.rows - 1, cells.columns - _LEFT
        places = roomy(len(choices), cells.cell(_LEFT, 1, across, rows), (across // 2, rows), cells.gap)
        most = places.columns * places.rows
        told = cells.cell(_LEFT, 0, across - (0 if len(choices) <= most else 2))
        whom = party_text(self.words, self.post.office, visit.area, visit.party, recent.starts_at)
        yield Note("whom", told, sentence(whom), TITLE_CAP_MM, hint=texts.choose_a_reason(self.words))
        yield from spread((choices[index] for index in self.shown_of(len(choices), most)), places)
        yield from self.turning(cells, cells.columns - 2, len(choices), most)

    def _choices(self, visit: VisitId) -> list[Act]:
        reasons = self.post.office.staff_reasons.turn_back
        return [
            Act(f"reason:{reason}", SOMEWHERE, self.words.wording(wording), self._giver(visit, reason))
            for reason, wording in reasons.items()
        ]

    def _inside(self) -> tuple[tuple[Recent, Visit], ...]:
        """Return the last parties at this door that are inside, each once, the newest first."""
        if self.view is None:
            return ()
        found: dict[VisitId, tuple[Recent, Visit]] = {}
        for recent in self.view.recent:
            visit = visit_of(recent, self.view.house)
            if visit is not None:
                found.setdefault(visit.id, (recent, visit))
        return tuple(found.values())

    def _parties(
        self, cells: Grid, inside: tuple[tuple[Recent, Visit], ...], chosen: Visit | None
    ) -> Iterator[Act]:
        for row, (recent, visit) in enumerate(inside[: cells.rows - 1], start=1):
            yield Act(
                f"party:{visit.id}",
                cells.cell(0, row, _LEFT),
                area_name(self.words, self.post.office, visit.area),
                self._chooser(recent),
                hint=f"{self.words.people(visit.party)}, {self.words.time_text(recent.event.at)}",
                tone=Tone.CHOSEN if visit == chosen else Tone.PLAIN,
            )

    def _chooser(self, recent: Recent) -> Callable[[], None]:
        def choose() -> None:
            self._chosen = recent
            self.show_chosen()

        return choose

    def _giver(self, visit: VisitId, because: ReasonId) -> Callable[[], None]:
        return lambda: self.ordered.emit(SendBack(visit, because))
