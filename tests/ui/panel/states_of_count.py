"""States of the pages on which the door is held, the line is led, people are counted and acts taken back."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kiosk.core.appointment import AppointmentId
from kiosk.core.day_report import DayReport
from kiosk.core.door_events import CountedOut, LetIn, MaskExempted, PutBack, Reconciled, TurnedBack
from kiosk.core.events import (
    Called,
    Corrected,
    CorrectedBecause,
    Entered,
    Event,
    Exited,
    Happening,
    Queued,
    Settled,
    SettledBecause,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.guard_view import GuardView
from kiosk.core.ids import EventId, VisitId
from kiosk.core.occupancy import Place, Stop
from kiosk.core.office import AreaId, ReasonId
from kiosk.core.verdict import Reason
from kiosk.gate.evacuation import Evacuation
from kiosk.gate.evacuation import evacuation as count_for_evacuation
from kiosk.ui.panel.page import Opening, PageName
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.seen import tap
from tests.ui.panel.states import (
    AWAY,
    AWAY_SIGNED_IN,
    BENEFITS,
    CALM,
    CASES,
    EMPTY,
    FULL,
    FULL_HOUSE,
    GUARD,
    HOUSE,
    MANAGER,
    NOTHING_KNOWN,
    NOW,
    RECEPTION,
    YOUTH,
    PanelState,
    ago,
    opened,
    place,
    visit,
)
from tests.ui.screen_states import DOOR, MESSAGE, OFFICE, local

GONE: Final = AreaId("archiv")
"""An area that the office's file no longer names."""


def walk_in(number: int, area: AreaId, party: int = 1) -> Place:
    """Return a place in the line of somebody without an appointment."""
    return replace(place(number, area, party), appointment=None, due=None)


def done(what: Happening, seconds_ago: int, *, by_staff: bool = True) -> Event:
    """Return something that can be taken back."""
    by = GUARD.staff if by_staff else None
    return Event(EventId(f"tap-{seconds_ago}"), ago(seconds_ago), DOOR.id, by, what, None)


_VISIT, _APPOINTMENT = VisitId("visit-99"), AppointmentId("appointment-99")
UNDOABLE: Final = (
    done(CountedOut(RECEPTION, 1), 5),
    done(LetIn(_VISIT, None, CASES, 4, NOW, None, ReasonId("emergency"), 1, MANAGER.staff), 20),
    done(Entered(_VISIT, _APPOINTMENT, BENEFITS, 2, NOW, None), 40, by_staff=False),
    done(Exited(_VISIT, _APPOINTMENT, BENEFITS, 2), 50, by_staff=False),
    done(TurnedBack(_VISIT, _APPOINTMENT, BENEFITS, 1, ReasonId("no_mask")), 80),
    done(Reconciled(_VISIT, _APPOINTMENT, CASES, 1, CASES), 90),
    done(Settled(_VISIT, _APPOINTMENT, YOUTH, 1, SettledBecause.SEEN_LEAVING), 100),
    done(Called(29, NOW), 130),
    done(Uncalled(25, UncalledBecause.SKIPPED), 150),
    done(PutBack(25, _APPOINTMENT, BENEFITS, 1, NOW, ago(900)), 160),
    done(Queued(31, None, BENEFITS, 2, None), 170),
    done(MaskExempted(_VISIT), 180),
    done(Corrected(CASES, -2, CorrectedBecause.RECOUNT, ReasonId("routine")), 200),
)
STOP_HERE: Final = Stop(DOOR.id, OFFICE.messages[next(iter(OFFICE.messages))], ago(70))
STOP_ALL: Final = Stop(None, MESSAGE, ago(300))

UNDO: Final = replace(CALM, can_be_undone=UNDOABLE, house=replace(HOUSE, stops=(STOP_HERE, STOP_ALL)))
NOTHING_TO_UNDO: Final = replace(CALM, can_be_undone=())
HELD: Final = replace(CALM, house=replace(HOUSE, stops=(STOP_HERE, STOP_ALL)))
OVERDUE: Final = tuple(
    visit(number, area, 1 + number % 3, overdue=True)
    for number, area in enumerate((CASES, BENEFITS, YOUTH, RECEPTION, CASES, BENEFITS, GONE, CASES), start=50)
)
UNCLEAR: Final = replace(
    CALM, house=replace(FULL_HOUSE, visits=(*FULL_HOUSE.visits, *OVERDUE), corrections=MappingProxyType({}))
)
LINE: Final = replace(
    FULL,
    house=replace(FULL_HOUSE, line=(*FULL_HOUSE.line, walk_in(32, CASES, 12), walk_in(104, RECEPTION))),
)
ONLY_PASSED_OVER: Final = replace(CALM, house=replace(HOUSE, passed_over=FULL_HOUSE.passed_over))


def evacuation(view: GuardView, *, is_current: bool = True) -> Evacuation:
    """Return who is inside by a view."""
    assert view.house is not None
    counted = count_for_evacuation(OFFICE, view.house, NOW, is_current=is_current)
    return replace(counted, known_at=ago(1800))


REPORT: Final = DayReport(
    began_at=local(7, 58),
    ended_at=local(16, 12),
    came=143,
    let_in={reason: 1 + number for number, reason in enumerate(OFFICE.staff_reasons.let_in)},
    above_cap=3,
    turned_back=dict.fromkeys(OFFICE.staff_reasons.turn_back, 1),
    left=121,
    counted_out=14,
    reconciled=9,
    settled=dict.fromkeys(SettledBecause, 6),
    unmatched_exits=2,
    recounted={CASES: -2, RECEPTION: 0, GONE: 1},
    told={Reason.TOO_LATE: 12, Reason.BUILDING_FULL: 31},
    undone=4,
    most_inside=26,
    most_at=local(10, 40),
    still_inside=7,
)
QUIET_REPORT: Final = replace(
    REPORT,
    came=0,
    let_in={},
    above_cap=0,
    turned_back={},
    left=0,
    counted_out=0,
    reconciled=0,
    settled={},
    unmatched_exits=0,
    recounted={},
    told={},
    undone=0,
    most_inside=0,
    still_inside=0,
)


def then(opening: Opening, *functions: str) -> Callable[[PanelWindow], None]:
    """Return what opens a page, and taps there."""

    def reach(panel: PanelWindow) -> None:
        opened(opening)(panel)
        tap(panel, *functions)

    return reach


def keys(text: str) -> tuple[str, ...]:
    """Return the keys that type `text`."""
    return tuple("key:space" if sign == " " else f"key:{sign}" for sign in text)


HOLD, LINE_PAGE = Opening(PageName.HOLD), Opening(PageName.LINE)
COUNT, RECOUNT, UNDO_PAGE = Opening(PageName.COUNT), Opening(PageName.RECOUNT), Opening(PageName.UNDO)

STATES_OF_COUNT: Final = (
    PanelState("hold", CALM, opened(HOLD)),
    PanelState("hold_all_doors", CALM, then(HOLD, "all_doors")),
    PanelState("hold_held", HELD, opened(HOLD)),
    PanelState("hold_away", AWAY_SIGNED_IN, opened(HOLD)),
    PanelState("hold_own_text", CALM, then(HOLD, "own_text")),
    PanelState(
        "hold_typed", CALM, then(HOLD, "all_doors", "own_text", *keys("wasser"), "language", *keys("water"))
    ),
    PanelState("line", LINE, opened(LINE_PAGE)),
    PanelState("line_away", replace(LINE, is_current=False), opened(LINE_PAGE)),
    PanelState("line_end", LINE, then(LINE_PAGE, "page_down", "page_down", "party_more")),
    PanelState("line_empty", CALM, opened(LINE_PAGE)),
    PanelState("line_only_passed_over", ONLY_PASSED_OVER, opened(LINE_PAGE)),
    PanelState("count", UNCLEAR, opened(COUNT)),
    PanelState("count_end", UNCLEAR, then(COUNT, "page_down")),
    PanelState("count_clear", CALM, opened(COUNT)),
    PanelState("count_away", replace(UNCLEAR, is_current=False), opened(COUNT)),
    PanelState("count_unknown", NOTHING_KNOWN, opened(COUNT)),
    PanelState("recount", UNCLEAR, opened(RECOUNT)),
    PanelState("recount_away", AWAY_SIGNED_IN, opened(RECOUNT)),
    PanelState("recount_typed", FULL, then(RECOUNT, "key:1", "key:2", "area:leistung", "key:9", "key:9")),
    PanelState("undo", UNDO, opened(UNDO_PAGE)),
    PanelState("undo_away", replace(UNDO, is_current=False), opened(UNDO_PAGE)),
    PanelState("undo_end", UNDO, then(UNDO_PAGE, "page_down")),
    PanelState("undo_nothing", NOTHING_TO_UNDO, opened(UNDO_PAGE)),
    PanelState("evacuation", UNCLEAR, opened(Opening(PageName.EVACUATION, evacuation(UNCLEAR)))),
    PanelState("evacuation_clear", CALM, opened(Opening(PageName.EVACUATION, evacuation(CALM)))),
    PanelState(
        "evacuation_not_current",
        AWAY,
        opened(Opening(PageName.EVACUATION, evacuation(FULL, is_current=False))),
    ),
    PanelState("evacuation_empty", EMPTY, opened(Opening(PageName.EVACUATION))),
    PanelState("evacuation_unknown", NOTHING_KNOWN, opened(Opening(PageName.EVACUATION))),
    PanelState("report", CALM, opened(Opening(PageName.REPORT, REPORT))),
    PanelState("report_quiet", CALM, opened(Opening(PageName.REPORT, QUIET_REPORT))),
)
