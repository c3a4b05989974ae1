"""Two taps for anything, three where a reason is given: counted on the panel itself, tile by tile."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.guard_view import Answered, Booking, Found, GuardView
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import (
    Admit,
    AnswerHelp,
    CallNumber,
    CloseDay,
    ConfirmClock,
    CountPeopleOut,
    EndCountedOut,
    EnterRecount,
    ExemptFromMask,
    GiveNumber,
    Order,
    PutNumberBack,
    ResumeAdmission,
    SearchBookings,
    SendBack,
    SettleVisit,
    SkipNumber,
    StopAdmission,
    TakeBack,
)
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.tile import HoldTile, Tile
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import (
    BENEFITS,
    CAME,
    CASES,
    CLOCK_WRONG,
    FULL,
    FULL_HOUSE,
    HELP_WANTED,
    NOW,
    RECEPTION,
    REFUSED,
    STOPPED,
    STOPPED_AND_CLOCK_WRONG,
    TOO_LATE,
    UNSEEN,
    place,
)
from tests.ui.panel.taps import Heard

_TYPED = {"booking": "must", "recount": "2"}
_FOUND = Found((Booking(AppointmentId("appointment-5"), NOW, BENEFITS, 2, is_inside=False, number=None),), 1)


@dataclass(frozen=True)
class Done:
    """What some taps made happen: an order, or what the panel does without one."""

    taps: tuple[str, ...]
    what: Order | str


class Explorer:
    """Taps every tile of every page that is reached, from the first page on, and notes what comes of it."""

    def __init__(self, panel: PanelWindow) -> None:
        self._panel = panel
        self._heard: list[Order | str] = []
        panel.ordered.connect(self._on_order)
        panel.evacuation_wanted.connect(lambda: self._heard.append("evacuation"))
        panel.lock_wanted.connect(lambda: self._heard.append("lock"))
        panel.print_wanted.connect(lambda _what: self._heard.append("print"))

    def explore(self, most_taps: int, taps: tuple[str, ...] = ()) -> Iterator[Done]:
        for name in self._offered(taps):
            longer = (*taps, name)
            before = self._go(taps)
            self._tap(name)
            yield from (Done(longer, what) for what in self._heard)
            if self._panel.open_page is not before and len(longer) < most_taps:
                yield from self.explore(most_taps, longer)

    def given_by(self, taps: tuple[str, ...]) -> list[Order | str]:
        """Return what was ordered on the way itself, such as a search."""
        self._panel._go_back()
        self._heard.clear()
        self._walk(taps)
        return list(self._heard)

    def _offered(self, taps: tuple[str, ...]) -> list[str]:
        self._go(taps)
        return [
            name
            for name, tile in tiles(self._panel).items()
            if tile.isEnabled() and name != "back" and not name.startswith(("key:", "id:", "language:"))
        ]

    def _go(self, taps: tuple[str, ...]) -> object:
        """Go home and tap what leads on; what is typed on the way counts as no tap."""
        self._panel._go_back()
        if "understood" in tiles(self._panel):
            self._tap("understood")
        self._walk(taps)
        self._heard.clear()
        return self._panel.open_page

    def _walk(self, taps: tuple[str, ...]) -> None:
        for name in taps:
            self._tap(name)
            self._type(name)

    def _type(self, page: str) -> None:
        for sign in _TYPED.get(page, ""):
            self._tap(f"key:{sign}")
        if page == "booking":
            # The end of what is typed, as Enter on a keyboard.
            self._tap("search")

    def _tap(self, name: str) -> None:
        tile: Tile = tiles(self._panel)[name]
        if isinstance(tile, HoldTile):
            tile.held.emit()
        else:
            tile.click()

    def _on_order(self, tap: str, order: Order) -> None:
        self._heard.append(order)
        result = _FOUND if isinstance(order, SearchBookings) else NotDone.NO_ROOM
        self._panel.show_answered(Answered(EventId(tap), order, result))


def fewest(done: list[Done], kind: type | str) -> int | None:
    """Return how few taps make this happen, None if three do not."""
    return min(
        (
            len(each.taps)
            for each in done
            if each.what == kind or (isinstance(kind, type) and isinstance(each.what, kind))
        ),
        default=None,
    )


BUSY = replace(
    FULL,
    recent=(TOO_LATE, CAME),
    house=replace(FULL_HOUSE, line=(place(27, CASES, called=True), place(29, RECEPTION))),
)


def test_everything_takes_two_taps_at_most(make_panel: PanelMaker) -> None:
    done = list(Explorer(make_panel(view=BUSY)).explore(2))
    allowed: dict[type | str, int] = {
        Admit: 2,
        SendBack: 2,
        CountPeopleOut: 1,
        EndCountedOut: 2,
        SettleVisit: 2,
        ExemptFromMask: 2,
        TakeBack: 2,
        StopAdmission: 2,
        CallNumber: 1,
        SkipNumber: 2,
        PutNumberBack: 2,
        GiveNumber: 2,
        CloseDay: 2,
        "evacuation": 1,
        "lock": 1,
        "print": 2,
    }
    needed = {kind: fewest(done, kind) for kind in allowed}
    assert {kind: taps for kind, taps in needed.items() if taps is None or taps > allowed[kind]} == {}


@pytest.mark.parametrize(
    ("view", "order"),
    [(STOPPED, ResumeAdmission), (CLOCK_WRONG, ConfirmClock), (HELP_WANTED, AnswerHelp)],
)
def test_what_is_wrong_is_set_right_by_one_tap(make_panel: PanelMaker, view: GuardView, order: type) -> None:
    assert fewest(list(Explorer(make_panel(view=view)).explore(1)), order) == 1


@pytest.mark.parametrize(
    "over_it",
    [
        STOPPED_AND_CLOCK_WRONG,
        replace(STOPPED, trouble=Trouble.PROGRAM),
        replace(STOPPED, unseen=UNSEEN.unseen),
        replace(STOPPED, refused=REFUSED.refused),
    ],
    ids=["clock", "program", "unseen", "refused"],
)
def test_a_stop_is_lifted_by_two_taps_whatever_else_there_is_to_say(
    make_panel: PanelMaker, over_it: GuardView
) -> None:
    panel = make_panel(view=over_it)
    assert "resume" not in tiles(panel)
    tile = tiles(panel)["hold"]
    assert (tile.text(), tile.hint) == ("Change stop", "or lift it")
    given = Heard(panel).given
    tap(panel, "hold", "resume_all")
    assert given == [ResumeAdmission(None)]


@pytest.mark.parametrize(
    ("way", "order"),
    [(("count", "recount"), EnterRecount), (("booking",), SearchBookings), (("booking",), Admit)],
)
def test_what_is_typed_takes_three_taps_at_most_with_its_reason(
    make_panel: PanelMaker, way: tuple[str, ...], order: type
) -> None:
    """Typing is no tap, nor is its end: the tile that searches stands for Enter."""
    panel = make_panel(view=BUSY)
    explorer = Explorer(panel)
    done = [*explorer.explore(3, way), *(Done(way, each) for each in explorer.given_by(way))]
    taps = fewest(done, order)
    assert taps is not None
    assert taps <= 3


def test_every_order_is_given_by_some_tile() -> None:
    counted = {
        Admit,
        SendBack,
        CountPeopleOut,
        EndCountedOut,
        SettleVisit,
        ExemptFromMask,
        TakeBack,
        StopAdmission,
    }
    counted |= {
        CallNumber,
        SkipNumber,
        PutNumberBack,
        GiveNumber,
        CloseDay,
        ResumeAdmission,
        ConfirmClock,
        AnswerHelp,
    }
    assert counted | {EnterRecount, SearchBookings} == set(get_args(Order))
