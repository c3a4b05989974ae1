"""What a manager does about the house rules: each act in one transaction, by one tap."""

from datetime import datetime

from kiosk.core.office import Office
from kiosk.core.rule_orders import Asking, RuleOrder, RulesNotDone, decide_rules
from kiosk.gate.tap import Act, Done, Tap, act
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction


def change_rules(ledger: Ledger, office: Office, tap: Tap, order: RuleOrder) -> Done | RulesNotDone:
    """Do what was ordered about the rules; every door decides by them from this commit on.

    Whether the person may is not asked here. Raises LedgerError, and ValueError for a tap of nobody.
    """
    if tap.by is None:
        raise ValueError("nobody is signed in who could change the rules")
    by = tap.by

    def decide(transaction: Transaction, now: datetime) -> Act | RulesNotDone:
        happened = decide_rules(office, transaction.house, order, Asking(by, tap.id, now))
        return happened if isinstance(happened, RulesNotDone) else Act(happened)

    return act(ledger, office, tap, decide)
