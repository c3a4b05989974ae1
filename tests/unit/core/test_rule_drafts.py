"""What is not named in a draft of rules stays as it holds."""

from kiosk.core.office import AreaId
from kiosk.core.rule_drafts import drafted_cap
from kiosk.core.rule_events import EnteredCap
from tests.building import BENEFITS, CASES, YOUTH, a_cap

HOLDING = a_cap(25, benefits=10, youth=4)


def test_what_is_not_named_stays_as_it_holds() -> None:
    assert drafted_cap(HOLDING, None, {}) is None
    assert drafted_cap(HOLDING, 20, {}) == EnteredCap(20, ((BENEFITS, 10), (YOUTH, 4)))
    assert drafted_cap(HOLDING, None, {BENEFITS: 3}) == EnteredCap(25, ((BENEFITS, 3), (YOUTH, 4)))
    assert drafted_cap(HOLDING, 20, {CASES: 5}) == EnteredCap(20, ((BENEFITS, 10), (CASES, 5), (YOUTH, 4)))


def test_an_area_that_is_named_without_a_number_has_no_cap_of_its_own_any_more() -> None:
    assert drafted_cap(HOLDING, None, {BENEFITS: None}) == EnteredCap(25, ((YOUTH, 4),))
    assert drafted_cap(HOLDING, None, {AreaId("none"): None}) == EnteredCap(25, ((BENEFITS, 10), (YOUTH, 4)))
