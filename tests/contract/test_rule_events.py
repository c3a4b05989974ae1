"""The events about house rules are found among all others without reading those, on either database."""

import re
from contextlib import closing
from typing import get_args

from sqlalchemy import create_engine

from kiosk.core.events import Declined
from kiosk.core.ids import RulesId
from kiosk.core.rule_events import (
    RuleHappening,
    RulesConfirmed,
    RulesKept,
    RulesWithdrawalAsked,
    RulesWithdrawn,
)
from kiosk.ledger.codec import KINDS
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.reading import _OF_RULES
from kiosk.ledger.schema import OF_RULES
from tests.building import an_event, rules_entered
from tests.contract.conftest import Store
from tests.contract.test_events import append

NOON = RulesId("noon")
HAPPENINGS: tuple[RuleHappening, ...] = (
    rules_entered("noon", 10),
    RulesConfirmed(NOON),
    RulesWithdrawalAsked(NOON),
    RulesKept(NOON),
    RulesWithdrawn(NOON, None),
)


def test_all_events_about_rules_are_given_in_order_and_no_others(ledger: Ledger) -> None:
    assert ledger.rule_events() == ()
    for number, what in enumerate(HAPPENINGS):
        append(ledger, an_event(Declined(None), name=f"other {number}"), an_event(what, name=f"{number}"))
    found = ledger.rule_events()
    assert [each.event.what for each in found] == list(HAPPENINGS)
    assert [each.seq for each in found] == [2, 4, 6, 8, 10]
    assert found == tuple(each for each in ledger.events() if each.seq % 2 == 0)


def test_every_kind_of_event_about_rules_is_asked_for() -> None:
    assert {type(what) for what in HAPPENINGS} == set(get_args(RuleHappening))
    kinds = re.findall("'([a-z_]+)'", str(OF_RULES))
    assert sorted(kinds) == sorted(KINDS[type(what)] for what in HAPPENINGS)


def test_they_are_read_from_the_index_that_has_them_alone(store: Store) -> None:
    with closing(store.open()) as ledger:
        append(ledger, *(an_event(Declined(None), name=f"other {number}") for number in range(300)))
        append(ledger, *(an_event(what, name=f"{number}") for number, what in enumerate(HAPPENINGS)))
    engine = create_engine(store.url)
    with engine.connect() as connection:
        question = str(_OF_RULES.compile(engine))
        if store.is_sqlite:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all()
        else:
            connection.exec_driver_sql("ANALYZE event")
            plan = connection.exec_driver_sql(f"EXPLAIN {question}").all()
    engine.dispose()
    assert "ix_event_of_rules" in str(plan)
