"""Doors that start at once record the house rules of their common file once."""

import threading
from contextlib import closing

from kiosk.core.events import RulesChanged
from kiosk.gate.applied_rules import apply_rules
from kiosk.ledger.ledger import Ledger
from tests.building import an_office, at
from tests.contract.conftest import Store

OFFICE = an_office()
DOORS = 4


def test_doors_that_start_at_once_record_the_rules_once(store: Store) -> None:
    looked = threading.Barrier(DOORS)

    class Door(Ledger):
        """A ledger whose readers have all looked before the first of them may write."""

        def transaction(self) -> object:  # type: ignore[override] # hands on what it is given
            looked.wait(timeout=60)
            return super().transaction()

    def start() -> None:
        with closing(Door.open(store.url, store.key_file)) as ledger:
            apply_rules(ledger, OFFICE, "digest", "{}", at("07:00"))

    doors = [threading.Thread(target=start) for _ in range(DOORS)]
    for door in doors:
        door.start()
    for door in doors:
        door.join()
    with closing(store.open()) as ledger:
        happened = [recorded.event.what for recorded in ledger.events()]
    assert happened == [RulesChanged("digest", "{}")]
