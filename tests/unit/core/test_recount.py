"""The guided recount."""

import pytest

from kiosk.core.door_events import CountedOut
from kiosk.core.events import Corrected, CorrectedBecause
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, ReasonId
from kiosk.core.recount import differences, recount
from tests.building import BENEFITS, CASES, ROUND, YOUTH, a_house, an_area, an_office, entered

OFFICE = an_office()
HOUSE = a_house(entered("a", 3), entered("b", 2, area=YOUTH), CountedOut(CASES, 1))
TRUTH = {BENEFITS: 1, CASES: 0, YOUTH: 2}


def corrected(area: AreaId, change: int) -> Corrected:
    return Corrected(area, change, CorrectedBecause.RECOUNT, ROUND)


def test_the_differences_are_seen_before_anything_is_recorded() -> None:
    assert differences(HOUSE, TRUTH) == {BENEFITS: -2, CASES: 1, YOUTH: 0}


def test_a_recount_sets_the_true_number_and_is_recorded_also_where_it_was_right() -> None:
    corrections = recount(OFFICE, HOUSE, TRUTH, ROUND)
    assert corrections == (corrected(BENEFITS, -2), corrected(CASES, 1), corrected(YOUTH, 0))
    house = a_house(*corrections, house=HOUSE)
    assert {area: house.inside_area(area) for area in TRUTH} == TRUTH


def test_an_area_that_was_not_counted_stays_as_it_is() -> None:
    assert recount(OFFICE, HOUSE, {YOUTH: 5}, ROUND) == (corrected(YOUTH, 3),)


def test_people_in_an_area_that_the_office_no_longer_names_can_be_counted() -> None:
    smaller = an_office(areas=[an_area(BENEFITS)])
    assert recount(smaller, HOUSE, {YOUTH: 0}, ROUND) == (corrected(YOUTH, -2),)
    assert recount(smaller, HOUSE, {AreaId("never"): 1}, ROUND) is NotDone.UNKNOWN_AREA


def test_a_recount_needs_a_reason_of_the_list_and_counts_no_fewer_than_nobody() -> None:
    assert recount(OFFICE, HOUSE, TRUTH, ReasonId("removed")) is NotDone.UNKNOWN_REASON
    with pytest.raises(ValueError, match="fewer than no people"):
        recount(OFFICE, HOUSE, {YOUTH: -1}, ROUND)
