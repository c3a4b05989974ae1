"""What was known of the rules at each moment of the past, and nothing of what happened to them later."""

from datetime import datetime, timedelta

from kiosk.core.events import Declined, Event
from kiosk.core.figures.curve import caps_over
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.rule_events import (
    RuleHappening,
    RulesConfirmed,
    RulesWithdrawalAsked,
    RulesWithdrawn,
)
from kiosk.core.rule_history import WithdrawnRules, known_at, known_over, rule_history, withdrawn_rules
from tests.building import MONDAY, YOUTH, a_cap, an_event, at, house_rules, rules_entered

KRAMER, LINDE = StaffId("kramer"), StaffId("linde")
FIRST, SECOND = RulesId("first"), RulesId("second")
TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=days) for days in (1, 2))
FILE = house_rules(a_cap(25))


def done(when: datetime, what: RuleHappening, by: StaffId = KRAMER) -> Event:
    return Event(EventId(f"{when} {what}"), when, None, by, what, None)


def caps(events: list[Event], day_start: datetime, *, hours: int = 24) -> list[tuple[datetime, int | None]]:
    """Return the caps of the building from `day_start` on."""
    end = day_start + timedelta(hours=hours)
    return [(step.at, step.cap) for step in caps_over(FILE, day_start, end, history=rule_history(events))]


def test_a_rule_held_until_it_was_withdrawn() -> None:
    events = [
        done(at("09:00"), rules_entered("first", 10)),
        done(at("11:00", WEDNESDAY), RulesWithdrawn(FIRST, None)),
    ]
    assert caps(events, at("00:00")) == [(at("00:00"), 25), (at("12:00"), 10)]
    assert caps(events, at("00:00", TUESDAY)) == [(at("00:00", TUESDAY), 10)]
    assert caps(events, at("00:00", WEDNESDAY)) == [
        (at("00:00", WEDNESDAY), 10),
        (at("11:00", WEDNESDAY), 25),
    ]


def test_a_rule_that_was_withdrawn_before_its_time_never_held() -> None:
    events = [done(at("09:00"), rules_entered("first", 10)), done(at("10:00"), RulesWithdrawn(FIRST, None))]
    assert caps(events, at("00:00")) == [(at("00:00"), 25)]


def test_a_rule_did_not_hold_before_somebody_entered_it() -> None:
    events = [done(at("15:00"), rules_entered("first", 10, since=at("00:00")))]
    assert caps(events, at("00:00")) == [(at("00:00"), 25), (at("15:00"), 10)]
    assert caps(events, at("00:00"), hours=15) == [(at("00:00"), 25)]


def test_what_is_higher_held_from_when_a_second_person_had_confirmed_it() -> None:
    events = [
        done(at("09:00"), rules_entered("first", 40, youth=2)),
        done(at("10:00", TUESDAY), RulesConfirmed(FIRST), LINDE),
    ]
    assert caps(events, at("00:00")) == [(at("00:00"), 25)]
    assert caps(events, at("00:00", TUESDAY)) == [(at("00:00", TUESDAY), 25), (at("10:00", TUESDAY), 40)]
    of_youth = caps_over(FILE, at("00:00"), at("23:00"), YOUTH, rule_history(events))
    assert [(step.at, step.cap) for step in of_youth] == [(at("00:00"), None), (at("12:00"), 2)]


def test_of_the_time_to_come_what_is_known_last_is_told() -> None:
    events = [done(at("09:00"), rules_entered("first", 10, since=at("08:00", WEDNESDAY)))]
    assert caps(events, at("00:00", WEDNESDAY))[-1] == (at("08:00", WEDNESDAY), 10)


def test_one_act_that_replaces_a_rule_changes_the_cap_once() -> None:
    events = [
        done(at("09:00"), rules_entered("first", 10, since=at("09:00"))),
        done(at("10:00"), rules_entered("second", 5, since=at("09:00"))),
        done(at("10:00"), RulesWithdrawn(FIRST, None)),
    ]
    assert caps(events, at("08:00")) == [(at("08:00"), 25), (at("09:00"), 10), (at("10:00"), 5)]
    history = rule_history(events)
    assert [each.id for each in known_at(history, at("10:00"))] == [SECOND]


def test_other_events_and_no_events_leave_nothing_entered() -> None:
    assert rule_history([an_event(Declined(None))]) == ()
    assert known_at((), at("10:00")) == ()
    (known,) = known_over((), at("08:00"), at("09:00"))
    assert (known.since, known.entered) == (at("08:00"), ())


def test_what_is_known_is_the_fold_of_the_events_so_far() -> None:
    events = [
        done(at("09:00"), rules_entered("first", 10)),
        an_event(Declined(None), at("09:30")),
        done(at("10:00"), RulesWithdrawalAsked(FIRST)),
        done(at("11:00"), rules_entered("second", 8)),
        done(at("12:00"), RulesWithdrawn(FIRST, KRAMER), LINDE),
    ]
    history = rule_history(events)
    for number, event in enumerate(events, start=1):
        assert known_at(history, event.at) == fold(events[:number]).entered_rules
    over = known_over(history, at("10:30"), at("12:00"))
    assert [(each.since, len(each.entered)) for each in over] == [(at("10:30"), 1), (at("11:00"), 2)]


def test_where_a_clock_was_set_back_the_ledgers_order_holds() -> None:
    times = (("first", "09:00"), ("second", "11:00"), ("third", "10:00"))
    history = rule_history(done(at(clock), rules_entered(name, 10)) for name, clock in times)
    moments = ("08:59", "09:59", "10:00", "10:30", "11:00")
    assert [len(known_at(history, at(clock))) for clock in moments] == [0, 1, 3, 3, 3]
    entered, withdrawn = rules_entered("first", 10), RulesWithdrawn(FIRST, None)
    taken_back = rule_history([done(at("10:00"), entered), done(at("09:00"), withdrawn)])
    assert [known_at(taken_back, when) for when in (at("09:00"), at("10:00"))] == [(), ()]


def test_withdrawn_rules_are_told_as_they_stood_with_who_and_when() -> None:
    events = [
        done(at("09:00"), rules_entered("first", 10)),
        done(at("09:10"), rules_entered("second", 8)),
        done(at("09:20"), RulesWithdrawalAsked(FIRST)),
        done(at("09:30"), RulesWithdrawn(FIRST, KRAMER), LINDE),
        done(at("09:40"), RulesWithdrawn(SECOND, None)),
    ]
    before = fold(events[:3]).entered_rules[0], fold(events[:4]).entered_rules[0]
    assert before[0].withdrawal_asked_by == KRAMER
    assert withdrawn_rules(events) == (
        WithdrawnRules(before[0], LINDE, at("09:30")),
        WithdrawnRules(before[1], KRAMER, at("09:40")),
    )
    assert withdrawn_rules(events[:3]) == ()
