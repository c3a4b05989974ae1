"""The list of the rules, as a manager reads it."""

from datetime import datetime

from kiosk.core.entered_rules import EnteredRules
from kiosk.core.events import Event
from kiosk.core.fold import after
from kiosk.core.house_rules import CapRule, MaskKind
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.rule_events import RuleHappening, RulesConfirmed, RulesWithdrawn
from kiosk.core.rule_list import RuleState, area_caps, listed_rules, listed_withdrawn
from tests.building import a_cap, an_office, at, rules_entered

COMES, HOLDS, OVER = RuleState.COMES, RuleState.HOLDS, RuleState.OVER
OFFICE = an_office(caps=(a_cap(25), a_cap(20, since=at("14:00"))))


def a_house_with(*happenings: RuleHappening) -> House:
    house = EMPTY_HOUSE
    for what in happenings:
        by = StaffId("linde" if isinstance(what, RulesConfirmed) else "kramer")
        house = after(house, Event(EventId("tap"), at("09:00"), None, by, what, None))
    return house


def states(house: House, now: datetime) -> list[tuple[str, RuleState]]:
    return [
        ("file" if each.entered is None else each.entered.id, each.state)
        for each in listed_rules(OFFICE, house, now)
        if each.cap is not None
    ]


def test_rules_stand_in_the_order_of_their_dates_with_how_they_stand() -> None:
    house = a_house_with(rules_entered("noon", 10))
    assert states(house, at("11:00")) == [("file", HOLDS), ("noon", COMES), ("file", COMES)]
    assert states(house, at("12:00")) == [("file", OVER), ("noon", HOLDS), ("file", COMES)]
    assert states(house, at("14:00")) == [("file", OVER), ("noon", OVER), ("file", HOLDS)]


def test_areas_of_a_cap_stand_as_in_the_office_and_those_that_it_has_no_longer_last() -> None:
    names: tuple[str, ...] = tuple(OFFICE.areas)
    gone = "cellar"
    cap = CapRule(at("09:00"), 25, {gone: 1} | dict.fromkeys(reversed(names), 2), "x")
    assert area_caps(cap, OFFICE) == (*((name, 2) for name in names), (gone, 1))


def test_a_mask_is_listed_beside_the_cap_that_was_entered_with_it() -> None:
    house = a_house_with(rules_entered("noon", mask=MaskKind.FFP2))
    (listed,) = [each for each in listed_rules(OFFICE, house, at("13:00")) if each.entered]
    assert (listed.cap, listed.state, listed.waits) == (None, HOLDS, False)
    assert listed.mask is not None
    assert listed.mask.kind is MaskKind.FFP2


def test_what_waits_for_a_second_person_is_marked() -> None:
    def entered(house: House) -> tuple[EnteredRules | None, RuleState, bool]:
        (listed,) = [each for each in listed_rules(OFFICE, house, at("13:00")) if each.entered]
        return listed.entered, listed.state, listed.waits

    higher = rules_entered("noon", 40)
    house = a_house_with(higher)
    assert entered(house) == (house.entered_rules[0], OVER, True)
    confirmed = a_house_with(higher, RulesConfirmed(RulesId("noon")))
    assert entered(confirmed) == (confirmed.entered_rules[0], HOLDS, False)


def test_a_cap_of_which_only_the_lower_part_holds_yet_holds() -> None:
    house = a_house_with(rules_entered("noon", 40, youth=1))
    assert states(house, at("13:00"))[1] == ("noon", HOLDS)


def test_withdrawn_rules_are_a_list_of_their_own_with_who_and_when() -> None:
    noon, gone = rules_entered("noon", 10, youth=2), RulesWithdrawn(RulesId("noon"), None)
    kramer = StaffId("kramer")
    events = [Event(EventId(f"{what}"), at("09:00"), None, kramer, what, None) for what in (noon, gone)]
    assert states(a_house_with(noon, gone), at("13:00")) == [("file", HOLDS), ("file", COMES)]
    (listed,) = listed_withdrawn(events)
    assert (listed.state, listed.waits) == (RuleState.WITHDRAWN, False)
    assert (listed.withdrawn_by, listed.withdrawn_at) == (kramer, at("09:00"))
    assert listed.entered is not None
    assert (listed.since, listed.cap, listed.mask) == (at("12:00"), listed.entered.cap_rule, None)
    assert listed.source == noon.source
    assert listed_withdrawn(events[:1]) == ()
