"""The first page: how the house is, the last scans, and a tile for everything that a guard does."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import GuardView, Recent, Unseen
from kiosk.core.ids import VisitId
from kiosk.core.orders import CallNumber, CountPeopleOut
from kiosk.core.rules_in_force import rules_at
from kiosk.core.verdict import Outcome
from kiosk.ui.answer_texts import told
from kiosk.ui.panel import texts_home as texts
from kiosk.ui.panel.banner import Banner
from kiosk.ui.panel.count_card import CountCard
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.label import Label
from kiosk.ui.panel.notices import Notice, Said, call_notice, notice
from kiosk.ui.panel.page import Opening, Page, PageName, Post
from kiosk.ui.panel.recent_tile import RecentTile
from kiosk.ui.panel.ringing import Call
from kiosk.ui.panel.texts_board import no_database
from kiosk.ui.panel.texts_recent import scan_told, verdict_told
from kiosk.ui.panel.tile import HoldTile, Tile, Tone

COLUMNS: Final = 9
ROWS: Final = 5
MOST_AREAS: Final = 6
"""More areas than this have their tiles on the page of parties that leave."""

_NEEDS_LEDGER: Final = frozenset({"turn_back", "booking", "line", "hold", "count", "undo"})
_AREA_ROWS: Final = 3
_OLDER: Final = 3


class HomePage(Page):
    """Home.

    `said` is what came of the last tap, `unseen_noted` what the guard has read of an earlier one, and `call`
    the call for help that rings, told before all else.
    """

    evacuation_wanted = Signal()
    lock_wanted = Signal()
    sign_in_wanted = Signal()
    try_again_wanted = Signal(object)
    set_aside_wanted = Signal(str)
    noted = Signal()

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self.said: Said | None = None
        self.unseen_noted: Unseen | None = None
        self.call: Call | None = None
        self._banner_rows = 0
        self._house = CountCard(self, "house")
        served = [area for area in post.office.areas if area in post.door.serves]
        self._areas = served[:MOST_AREAS]
        self._counts = [CountCard(self, f"count:{area}", low=True) for area in self._areas]
        # More areas than there are rows for stand on their tiles, two in a row, without a card of their own.
        self._has_rows = len(self._areas) <= _AREA_ROWS
        picture, one_left = "goodbye" if self._has_rows else "", texts.one_left(self.words)
        self._left = [Tile(self, f"left:{area}", one_left, picture) for area in self._areas]
        self._call = Tile(self, "call_next", texts.call_next(self.words), "call")
        self._lock = Tile(self, "lock", texts.lock(self.words), "lock")
        self._newest = RecentTile(self, "scan:1", large=True)
        self._older = [RecentTile(self, f"scan:{place + 2}", large=False) for place in range(_OLDER)]
        self._no_scan = Label(self, "no_scan", align=Qt.AlignmentFlag.AlignHCenter)
        self._no_scan.set_words(texts.no_scan_yet(self.words))
        self._banner = Banner(self)
        self._evacuation = HoldTile(
            self, "evacuation", texts.evacuation(self.words), "evacuation", Tone.ALARM
        )
        self._evacuation.set_words(texts.evacuation(self.words), texts.hold_for_a_second(self.words))
        self._acts = self._made_acts()
        self._connect()

    def refresh(self) -> None:
        """Show the newest numbers and scans, and what there is to say."""
        view, words, office = self.view, self.words, self.post.office
        house = None if view is None else view.house
        cap = None if view is None or house is None else rules_at(office, house, view.now).cap
        self._house.show_count(texts.building_count(words, office, view))
        for area, card, tile in zip(self._areas, self._counts, self._left, strict=True):
            card.show_count(texts.area_count(words, office, area, house, cap))
            if not self._has_rows:
                tile.set_words(texts.one_left(words), texts.area_in_a_line(card.count))
            tile.say_as(f"{texts.one_left(words)}: {card.count.words}")
        self._show_acts(view)
        is_locked = view is None or view.signed_in is None
        if is_locked:
            # It leads to a page on which there is more to do than to sign in: another language.
            self._lock.set_words(texts.sign_in(words), self._why_not(view))
        else:
            self._lock.set_words(texts.lock(words))
        self._lock.setObjectName("sign_in" if is_locked else "lock")
        self._lock.set_picture("badge" if is_locked else "lock")
        shown = self._notice(view)
        rows = 0 if shown is None else shown.rows
        if rows != self._banner_rows:
            self._banner_rows = rows
            self.arrange()
        self._banner.show_notice(shown)
        self._show_recent(view)

    def _notice(self, view: GuardView | None) -> Notice | None:
        words, office = self.words, self.post.office
        if self.call is not None and view is not None:
            return call_notice(words, office, self.call, view.now)
        return notice(words, office, self.post.door, view, self.said, self.unseen_noted)

    def _show_acts(self, view: GuardView | None) -> None:
        """Offer what works now; what needs the ledger says so while that takes nothing."""
        words, door = self.words, self.post.door
        why_not = self._why_not(view)
        works = not why_not
        house = None if view is None else view.house
        line_told = texts.line_told(words, house, door)
        self._call.set_words(texts.call_next(words), f"{line_told} · {why_not}" if why_not else line_told)
        self._call.setEnabled(works)
        for tile in self._acts:
            if tile.objectName() in _NEEDS_LEDGER:
                tile.set_words(tile.text(), why_not)
                tile.setEnabled(works)
        turn_back, hold = self._tile("turn_back"), self._tile("hold")
        turn_back.setEnabled(works and newest_inside(view) is not None)
        is_stopped = house is not None and house.stop_at(door.id) is not None
        hold.set_words(
            texts.change_stop(words) if is_stopped else texts.hold(words),
            why_not or (texts.or_lift_it(words) if is_stopped else ""),
        )
        hold.set_tone(Tone.NO if is_stopped else Tone.PLAIN)

    def _why_not(self, view: GuardView | None) -> str:
        """Return why nothing works that needs the ledger; "" where it does."""
        return no_database(self.words) if view is not None and view.is_by_hand else ""

    def _tile(self, function: str) -> Tile:
        return next(tile for tile in self._acts if tile.objectName() == function)

    def arrange(self) -> None:
        """Put everything in its place."""
        grid = self.grid(self.room(), columns=COLUMNS, rows=ROWS)
        self._arrange_areas(grid)
        self._call.setGeometry(grid.cell(0, 4, 2))
        self._lock.setGeometry(grid.cell(2, 4))
        self._newest.setGeometry(grid.cell(3, 0, 3, 2))
        self._no_scan.setGeometry(grid.cell(3, 0, 3, 2))
        self._no_scan.set_sizes(round(self.height() * 0.03), round(self.height() * 0.04))
        for place, scan in enumerate(self._older):
            scan.setGeometry(grid.cell(3, 2 + place, 3))
        self._banner.place(
            grid.cell(3, ROWS - max(1, self._banner_rows), 3, max(1, self._banner_rows)), self.scale
        )
        acts = grid.inner(6, 0, 3, ROWS, (2, ROWS))
        for place, tile in enumerate([*self._acts, self._evacuation]):
            tile.setGeometry(acts.cell(place % 2, place // 2))

    def _arrange_areas(self, grid: Grid) -> None:
        rows = min(len(self._areas), _AREA_ROWS)
        self._house.setGeometry(grid.cell(0, 0, 3, 4 - rows))
        top = 4 - rows
        for place, (card, tile) in enumerate(zip(self._counts, self._left, strict=True)):
            card.setVisible(self._has_rows)
            if self._has_rows:
                card.setGeometry(grid.cell(0, top + place, 2))
                tile.setGeometry(grid.cell(2, top + place))
            else:
                halves = grid.inner(0, top, 3, rows, (2, rows))
                tile.setGeometry(halves.cell(place % 2, place // 2))

    def _made_acts(self) -> list[Tile]:
        made = (
            ("let_in", texts.let_in, "check", Tone.YES),
            ("turn_back", texts.turn_back, "stop-hand", Tone.NO),
            ("without_letter", texts.without_letter, "no-letter", Tone.PLAIN),
            ("booking", texts.find_booking, "search", Tone.PLAIN),
            ("party_left", texts.party_left, "group-leaves", Tone.PLAIN),
            ("line", texts.line, "queue", Tone.PLAIN),
            ("hold", texts.hold, "closed", Tone.PLAIN),
            ("count", texts.count, "count", Tone.PLAIN),
            ("undo", texts.undo, "undo", Tone.PLAIN),
        )
        return [Tile(self, name, says(self.words), picture, tone) for name, says, picture, tone in made]

    def _connect(self) -> None:
        for area, tile in zip(self._areas, self._left, strict=True):
            tile.clicked.connect(lambda _=False, area=area: self.ordered.emit(CountPeopleOut(area)))
        self._call.clicked.connect(lambda: self.ordered.emit(CallNumber()))
        self._lock.clicked.connect(self._on_lock)
        for scan in (self._newest, *self._older):
            scan.chosen.connect(lambda recent: self.opening.emit(Opening(PageName.SCAN, recent)))
        let_in, turn_back, *others = self._acts
        let_in.clicked.connect(lambda: self.opening.emit(Opening(PageName.ADMIT, newest_kept_out(self.view))))
        turn_back.clicked.connect(
            lambda: self.opening.emit(Opening(PageName.SEND_BACK, newest_inside(self.view)))
        )
        pages = (
            PageName.ADMIT,
            PageName.BOOKING,
            PageName.LEFT,
            PageName.LINE,
            PageName.HOLD,
            PageName.COUNT,
            PageName.UNDO,
        )
        for tile, page in zip(others, pages, strict=True):
            tile.clicked.connect(lambda _=False, page=page: self.opening.emit(Opening(page)))
        self._evacuation.held.connect(self.evacuation_wanted)
        self._banner.ordered.connect(self.ordered)
        self._banner.try_again.connect(self.try_again_wanted)
        self._banner.set_aside.connect(self.set_aside_wanted)
        self._banner.noted.connect(self.noted)

    def _on_lock(self) -> None:
        if self._lock.objectName() == "lock":
            self.lock_wanted.emit()
        else:
            self.sign_in_wanted.emit()

    def _show_recent(self, view: GuardView | None) -> None:
        recent = () if view is None else view.recent
        rows = _OLDER - self._banner_rows
        tiles = (self._newest, *self._older)
        for place, tile in enumerate(tiles):
            seen = place < len(recent) and place <= rows
            tile.setVisible(seen)
            if seen and view is not None:
                self._show_one(tile, recent[place], view)
        self._no_scan.setVisible(not recent)

    def _show_one(self, tile: RecentTile, recent: Recent, view: GuardView) -> None:
        answer = recent.event.answer
        picture = "staff" if answer is None else told(answer.reason).icon
        hint = scan_told(self.words, self.post.office, recent, view.now)
        tile.show_recent(recent, picture, verdict_told(self.words, recent), hint)


def newest_kept_out(view: GuardView | None) -> Recent | None:
    """Return the newest scan whose party did not come in, unless a newer one did; None if there is none."""
    newest = None if view is None or not view.recent else view.recent[0]
    if newest is None or newest.event.answer is None:
        return None
    return newest if newest.event.answer.outcome in {Outcome.REFUSED, Outcome.WAIT, Outcome.STAFF} else None


def newest_inside(view: GuardView | None) -> Recent | None:
    """Return the newest scan or act at this door by which a party came in that is inside still."""
    if view is None or view.house is None:
        return None
    house = view.house
    return next((recent for recent in view.recent if house.visit(VisitId(recent.event.id)) is not None), None)
