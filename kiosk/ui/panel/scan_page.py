"""One of the last scans, and all that can be done about it: each is one tap from here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import GuardView, Recent
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import EventId
from kiosk.core.occupancy import Visit
from kiosk.core.orders import EndCountedOut, ExemptFromMask, Order, TakeBack
from kiosk.core.rules_in_force import rules_at
from kiosk.ui.panel import texts_scan as texts
from kiosk.ui.panel.admit_page import overrides
from kiosk.ui.panel.board import TITLE_CAP_MM, Act, BoardPage, Note, Part
from kiosk.ui.panel.counted_out import left_from
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Opening, PageName, Post, Subject
from kiosk.ui.panel.send_back_page import visit_of
from kiosk.ui.panel.spread import SOMEWHERE, spread
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_areas import party_text
from kiosk.ui.panel.texts_recent import verdict_told
from kiosk.ui.panel.tile import Tone

_ACROSS: Final = 3
"""How many tiles stand in a row."""

_FEW_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the scan now; `visit` is None where its party is not inside."""

    view: GuardView
    recent: Recent
    visit: Visit | None


class ScanPage(BoardPage):
    """Opened about one of the last scans at this door."""

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._scan: EventId | None = None

    def open(self, about: Subject = None) -> None:
        """Show this scan as it stands now."""
        self._scan = about.event.id if isinstance(about, Recent) else None

    def title(self) -> str:
        """Return nothing: what the page is about takes the whole width."""
        return ""

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return what is known of the scan, and a tile for each thing that can be done."""
        known = self._known()
        if known is None:
            yield Note("gone", cells.cell(1, 2, 7), texts.not_seen_any_more(self.words), TITLE_CAP_MM)
            return
        told, hint = self._told(known)
        yield Note("whom", cells.cell(1, 0, cells.columns - 1), told, TITLE_CAP_MM, hint=hint)
        acts = [*self._leading_on(known), *self._ordering(known)]
        if not acts:
            yield Note("nothing", cells.cell(1, 2, 7), texts.nothing_to_do(self.words), TITLE_CAP_MM)
        rows = _FEW_ROWS if len(acts) <= _FEW_ROWS * _ACROSS else cells.rows - 1
        yield from spread(acts, cells.inner(0, 1, cells.columns, cells.rows - 1, (_ACROSS, rows)))

    def _known(self) -> _Known | None:
        if self.view is None:
            return None
        found = next((each for each in self.view.recent if each.event.id == self._scan), None)
        return None if found is None else _Known(self.view, found, visit_of(found, self.view.house))

    def _told(self, known: _Known) -> tuple[str, str]:
        """Return what was answered to whom, and what holds for this party now."""
        recent, visit = known.recent, known.visit
        party = party_text(self.words, self.post.office, recent.area, recent.party, recent.starts_at)
        told = ": ".join(each for each in (verdict_told(self.words, recent), party) if each)
        age = self.words.age_text(known.view.now - recent.event.at)
        if visit is None:
            return told, f"{age} · {texts.not_inside(self.words)}"
        return told, f"{age} · {texts.inside_since(self.words, self.words.time_text(visit.entered_at))}"

    def _leading_on(self, known: _Known) -> Iterator[Act]:
        """Return what leads to the reasons of an order."""
        recent = known.recent
        if overrides(recent, known.view.house):
            to_admit = self._opener(PageName.ADMIT, recent)
            yield Act("let_in", SOMEWHERE, texts.let_in(self.words), to_admit, picture="check", tone=Tone.YES)
        if known.visit is not None and not known.view.is_by_hand:
            back, to_send_back = texts.turn_back(self.words), self._opener(PageName.SEND_BACK, recent)
            yield Act("turn_back", SOMEWHERE, back, to_send_back, picture="stop-hand", tone=Tone.NO)

    def _ordering(self, known: _Known) -> Iterator[Act]:
        """Return what can be done by one tap, which takes the ledger."""
        visit, house, event = known.visit, known.view.house, known.recent.event
        if known.view.is_by_hand:
            return
        if visit is not None and self._mask_is_worn(known.view):
            hint = texts.is_exempt(self.words) if visit.mask_exempt else texts.certificate_checked(self.words)
            yield Act(
                "exempt_from_mask",
                SOMEWHERE,
                texts.exempt_from_mask(self.words),
                self._orderer(ExemptFromMask(visit.id)),
                hint=hint,
                picture="mask-none",
                works=not visit.mask_exempt,
            )
        if any(each.id == event.id for each in known.view.can_be_undone):
            undo, hint = texts.take_back(self.words), texts.as_if_not_done(self.words)
            yield Act("undo", SOMEWHERE, undo, self._orderer(TakeBack(event.id)), hint, "undo")
        if visit is not None and house is not None:
            for area in left_from(house, visit):
                name = area_name(self.words, self.post.office, area)
                yield Act(
                    f"counted_out:{area}",
                    SOMEWHERE,
                    texts.was_counted_out(self.words),
                    self._orderer(EndCountedOut(visit.id, area)),
                    hint=texts.counted_out_of(self.words, name, house.counted_out[area]),
                    picture="goodbye",
                )

    def _mask_is_worn(self, view: GuardView) -> bool:
        if view.house is None:
            return False
        return rules_at(self.post.office, view.house, view.now).mask.kind is not MaskKind.NONE

    def _opener(self, page: PageName, about: Recent) -> Callable[[], None]:
        return lambda: self.opening.emit(Opening(page, about))

    def _orderer(self, order: Order) -> Callable[[], None]:
        return lambda: self.ordered.emit(order)
