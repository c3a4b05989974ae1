"""What is ordered away from the doors, at a browser: by whom it may be, and what comes of it."""

from datetime import datetime

from kiosk.core.day_report import DayReport
from kiosk.core.guard_view import Found
from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office
from kiosk.core.orders import Order, right_to
from kiosk.core.rights import may
from kiosk.core.rule_orders import RuleOrder, RulesNotDone, right_to_rules
from kiosk.gate.carry_out import carry_out
from kiosk.gate.rule_acts import change_rules
from kiosk.gate.sign_in import who_acts
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.ledger import Ledger


def carry_out_for(
    ledger: Ledger, office: Office, staff: StaffId, order: Order | RuleOrder, tap: EventId, now: datetime
) -> Done | Found | DayReport | NotDone | RulesNotDone:
    """Do what `staff` orders at `now` (aware) by `tap`, whose id was made once for the form that gives it.

    The same tap again counts once. Who may do what is asked of the staff as it stands now.
    Raises LedgerError, and ClockError from ConfirmClock.
    """
    member, at_desk = who_acts(ledger, staff), Tap(tap, staff, None, now)
    right = right_to_rules(order) if isinstance(order, RuleOrder) else right_to(order)
    if member is None or not may(member.role, right):
        return NotDone.NOT_ALLOWED
    if isinstance(order, RuleOrder):
        return change_rules(ledger, office, at_desk, order)
    return carry_out(ledger, office, at_desk, order)
