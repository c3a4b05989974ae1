"""The day in numbers; that they add up over a whole day at the door is held by the gate's tests."""

import pytest

from kiosk.core.day_report import DayReport, day_report
from kiosk.core.door_events import CountedOut, LetIn, Reconciled, TurnedBack
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    DayEnded,
    Exited,
    ExitUnmatched,
    Happening,
    Settled,
    SettledBecause,
)
from kiosk.core.fold import fold
from kiosk.core.ids import RulesId, VisitId
from kiosk.core.rule_events import RulesWithdrawn
from kiosk.core.undo import undo
from tests.building import (
    BENEFITS,
    EMERGENCY,
    NO_MASK,
    ROUND,
    an_appointment,
    an_event,
    at,
    entered,
    minutes,
)

A = an_appointment("a").id


def let_in(name: str, party: int, above_cap: int = 0) -> LetIn:
    return LetIn(VisitId(name), None, BENEFITS, party, at("10:30"), None, EMERGENCY, above_cap, None)


HAPPENED: tuple[Happening, ...] = (
    entered("a", 2),
    let_in("b", 3, above_cap=1),
    let_in("c", 1),
    TurnedBack(VisitId("c"), None, BENEFITS, 1, NO_MASK),
    Exited(VisitId("a"), A, BENEFITS, 2),
    ExitUnmatched(A, BENEFITS, 1),
    CountedOut(BENEFITS, 4),
    Reconciled(VisitId("b"), None, BENEFITS, 3, BENEFITS),
    Corrected(BENEFITS, 3, CorrectedBecause.RECOUNT, ROUND),
    entered("d", 1),
    Settled(VisitId("d"), A, BENEFITS, 1, SettledBecause.DAY_ENDED),
    Corrected(BENEFITS, -2, CorrectedBecause.DAY_ENDED),
    DayEnded(),
)
# Whatever closes the day happens at one moment.
DAY = [
    an_event(what, at("10:00") + minutes(min(number, 10)), name=str(number))
    for number, what in enumerate(HAPPENED)
]
REPORT = DayReport(
    began_at=at("10:00"),
    ended_at=at("10:10"),
    came=3,
    let_in={EMERGENCY: 4},
    above_cap=1,
    turned_back={NO_MASK: 1},
    left=2,
    counted_out=4,
    reconciled=3,
    settled={SettledBecause.DAY_ENDED: 1},
    unmatched_exits=1,
    recounted={BENEFITS: 3},
    told={},
    undone=0,
    most_inside=6,
    most_at=at("10:02"),
    still_inside=3,
)


def test_the_report_counts_people() -> None:
    assert day_report(DAY) == REPORT


def test_what_was_taken_back_counts_as_if_it_had_not_been() -> None:
    entry = an_event(let_in("x", 2), at("10:00"), name="x")
    back = undo(entry, (), (), fold([entry]), at("10:01"), minutes(10))
    assert isinstance(back, tuple)
    report = day_report([entry, an_event(back[0], at("10:01"), name="back")])
    assert (report.let_in, report.undone) == ({}, 1)
    # Whoever was counted was counted: the most that were inside is what the screens showed.
    assert report.most_inside == 2


def test_there_is_no_report_of_nothing() -> None:
    with pytest.raises(ValueError, match="begins with an event"):
        day_report([])


def test_rules_of_an_earlier_day_that_are_withdrawn_change_no_number_of_the_day() -> None:
    events = [
        an_event(RulesWithdrawn(RulesId("yesterday"), None)),
        an_event(entered("a", 2)),
        an_event(DayEnded()),
    ]
    assert day_report(events).most_inside == 2
