"""The house rules of the office's file, recorded when they are others than before."""

from datetime import datetime

from kiosk.core.events import RulesChanged
from kiosk.core.office import Office
from kiosk.gate.passing_time import append_all, catch_up
from kiosk.ledger.ledger import Ledger


def apply_rules(ledger: Ledger, office: Office, digest: str, rules: str, now: datetime) -> None:
    """Record the house rules of the office's file, unless they are those that were recorded last."""
    if ledger.house().rules_digest == digest:
        return
    with ledger.transaction() as transaction:
        if transaction.house.rules_digest == digest:
            return  # another door that started at the same time was first
        catch_up(transaction, office, now)
        append_all(transaction, [RulesChanged(digest, rules)], now)
