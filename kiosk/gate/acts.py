"""What the staff, the office's file and the clock do to the house, each recorded in one transaction."""

from datetime import datetime, time

from kiosk.core.day_end import day_is_over, end_of_day
from kiosk.core.events import AdmissionResumed, AdmissionStopped, ClockConfirmed, RulesChanged
from kiosk.core.occupancy import House
from kiosk.core.office import DoorId, Office, Wording
from kiosk.gate.passing_time import (
    append_all,
    call_next,
    catch_up,
    check_against_server,
    check_clock,
)
from kiosk.ledger.ledger import Ledger


def tick(ledger: Ledger, office: Office, now: datetime) -> House:
    """Do what time alone brings about, and return the house as it is then. Raises LedgerError, ClockError."""
    house = ledger.house()
    check_clock(house, now, ledger.clock_lead())
    if not house.line and not day_is_over(house, now, office.time_zone):
        return house
    with ledger.transaction() as transaction:
        catch_up(transaction, office, now)
        call_next(transaction, office, now)
        return transaction.house


def forget_people(ledger: Ledger, office: Office, now: datetime) -> int:
    """Delete the names of all appointments before today; return how many there were."""
    today = now.astimezone(office.time_zone).date()
    return ledger.forget_people_before(datetime.combine(today, time(), tzinfo=office.time_zone))


def apply_rules(ledger: Ledger, office: Office, digest: str, rules: str, now: datetime) -> None:
    """Record the house rules of the office's file, unless they are those that were recorded last."""
    if ledger.house().rules_digest == digest:
        return
    with ledger.transaction() as transaction:
        if transaction.house.rules_digest == digest:
            return  # another door that started at the same time was first
        catch_up(transaction, office, now)
        append_all(transaction, [RulesChanged(digest, rules)], now)


def stop_admission(
    ledger: Ledger, office: Office, door: DoorId | None, message: Wording, now: datetime
) -> None:
    """Stop admission at `door`, or at all doors (None), and show `message` there."""
    with ledger.transaction() as transaction:
        catch_up(transaction, office, now)
        append_all(transaction, [AdmissionStopped(door, message)], now)


def resume_admission(ledger: Ledger, office: Office, door: DoorId | None, now: datetime) -> None:
    """Lift the stop of `door`, or the one of all doors (None)."""
    with ledger.transaction() as transaction:
        catch_up(transaction, office, now)
        append_all(transaction, [AdmissionResumed(door)], now)
        call_next(transaction, office, now)


def end_day(ledger: Ledger, office: Office, now: datetime) -> House:
    """Settle whatever is still open, visibly, and close the day. Return the house as it was before that."""
    with ledger.transaction() as transaction:
        catch_up(transaction, office, now)
        house = transaction.house
        append_all(transaction, end_of_day(house), now)
        return house


def confirm_clock(ledger: Ledger, now: datetime) -> None:
    """Record that the clock is right although the ledger holds later events. Raises ClockError."""
    with ledger.transaction() as transaction:
        check_against_server(transaction.clock_lead())
        append_all(transaction, [ClockConfirmed()], now)
