"""Turning back a party that was admitted: only somebody who is inside, the newest if no other is chosen."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

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
from kiosk.ui.panel.texts_areas import party_text
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
        """Return nothing: it stands on a red band, so that no other page is taken for this."""
        return ""

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return those who came in and are inside to the left, the reasons to the right."""
        inside, (recent, visit) = self._inside(), self._whom()
        choices = [] if visit is None else self._choices(visit.id)
        rows, across = cells.rows - 1, cells.columns - _LEFT
        places = roomy(len(choices), cells.cell(_LEFT, 1, across, rows), (across // 2, rows), cells.gap)
        most = places.columns * places.rows
        band = cells.cell(1, 0, cells.columns - 1 - (0 if len(choices) <= most else 2))
        whom, hint = self._told(inside, recent, visit)
        yield Note("whom", band, whom, TITLE_CAP_MM, hint=hint, tint=REFUSED)
        parties = Grid(cells.cell(0, 1, _LEFT, rows), 1, places.rows, cells.gap)
        yield from spread(self._parties(inside[: parties.rows], visit), parties)
        yield from spread((choices[index] for index in self.shown_of(len(choices), most)), places)
        yield from self.turning(cells, cells.columns - 2, len(choices), most)

    def _whom(self) -> tuple[Recent | None, Visit | None]:
        """Return who is chosen, and their visit if they are inside still."""
        if self.view is None or self._chosen is None:
            return None, None
        return self._chosen, visit_of(self._chosen, self.view.house)

    def _told(
        self, inside: Sequence[tuple[Recent, Visit]], recent: Recent | None, visit: Visit | None
    ) -> tuple[str, str]:
        """Return whom the page is about, and what is to be done."""
        words = self.words
        if recent is not None and visit is not None:
            starts_at = recent.starts_at
            party = party_text(words, self.post.office, visit.area, visit.party, starts_at)
            return f"{texts.turn_back(words)}: {party}", texts.choose_a_reason(words)
        told = texts.choose_a_party(words) if inside else texts.nobody_to_turn_back(words)
        return texts.turn_back(words), told

    def _choices(self, visit: VisitId) -> list[Act]:
        reasons = self.post.office.staff_reasons.turn_back
        return [
            Act(
                f"reason:{reason}",
                SOMEWHERE,
                self.words.wording(wording),
                self._giver(visit, reason),
                needs_ledger=True,
            )
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

    def _parties(self, inside: Sequence[tuple[Recent, Visit]], chosen: Visit | None) -> Iterator[Act]:
        for recent, visit in inside:
            yield Act(
                f"party:{visit.id}",
                SOMEWHERE,
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
