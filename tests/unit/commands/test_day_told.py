"""The report of a day as it is printed."""

from kiosk.commands.day_told import day_told
from kiosk.core.day_report import DayReport
from kiosk.core.events import SettledBecause
from kiosk.core.office import AreaId, ReasonId
from kiosk.core.verdict import Reason
from tests.building import BENEFITS, EMERGENCY, NO_MASK, an_office, at

FULL_DAY = DayReport(
    began_at=at("08:00"),
    ended_at=at("16:00"),
    came=12,
    let_in={ReasonId("gone from the file"): 1, EMERGENCY: 3},
    above_cap=2,
    turned_back={NO_MASK: 1},
    left=9,
    counted_out=2,
    reconciled=1,
    settled={SettledBecause.SEEN_LEAVING: 1, SettledBecause.DAY_ENDED: 2},
    unmatched_exits=1,
    recounted={BENEFITS: -1, AreaId("annexe"): 2},
    told={Reason.TOO_LATE: 1, Reason.BUILDING_FULL: 4},
    undone=1,
    most_inside=11,
    most_at=at("10:30"),
    still_inside=2,
)


def test_everything_that_happened_stands_on_a_line_by_the_offices_clock() -> None:
    office = an_office()
    emergency = office.staff_reasons.let_in[EMERGENCY].in_language("en")
    no_mask = office.staff_reasons.turn_back[NO_MASK].in_language("en")
    benefits = office.areas[BENEFITS].name.in_language("en")
    assert [" ".join(line.split()) for line in day_told(FULL_DAY, office)] == [
        f"the day is closed: {at('08:00'):%Y-%m-%d} 08:00 to 16:00",
        "came in with a letter 12 people",
        f"let in by the staff 4 people ({emergency} 3, gone from the file 1)",
        "of them above the cap 2 people",
        f"sent back 1 person ({no_mask} 1)",
        "left with their letter 9 people",
        "left without a letter 2 people",
        "of them found among the visits 1 person",
        "settled without a scan 3 people (day ended 2, seen leaving 1)",
        "left, but were not known to be in 1 person",
        f"recounted -1 ({benefits})",
        "recounted +2 (annexe)",
        "refused, or told to wait 5 times (building full 4, too late 1)",
        "taken back 1 time",
        "most at once 11 people (at 10:30)",
        "inside by the count at the end 2 people",
    ]
