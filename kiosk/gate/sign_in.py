"""One attempt to sign in: the PIN is checked, the attempt recorded. And who acts after that."""

from datetime import datetime

from kiosk.core.code import Badge
from kiosk.core.ids import StaffId
from kiosk.core.office import DoorId
from kiosk.core.sign_in import Refusal, decide_sign_in
from kiosk.core.staff import Member, Pin
from kiosk.gate.passing_time import append_all
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.pins import pin_is_right

_NOBODY = StaffId("")


def sign_in(
    ledger: Ledger, key: PinKey, who: StaffId | Badge, pin: Pin, door: DoorId | None, now: datetime
) -> Member | Refusal:
    """Return who is signed in, or why nobody is; either is recorded before. Raises LedgerError.

    It works whatever the clock shows: somebody has to be able to sign in and say that it is right.
    """
    while True:
        # A PIN is made slow to check on purpose. The door does not wait for that: the ledger is locked only
        # afterwards, and an answer that somebody else's try has overtaken is thrown away unseen.
        kept = ledger.staff_member(who)
        staff, pin_hash = (_NOBODY, None) if kept is None else (kept.member.id, kept.pin_hash)
        right = pin_is_right(key, staff, pin, pin_hash)
        with ledger.transaction() as transaction:
            if transaction.staff.kept(who) != kept:
                continue
            member = None if kept is None else kept.member
            decision = decide_sign_in(member, pin_is_right=right, now=now)
            if decision.tries is not None:
                transaction.staff.set_tries(staff, decision.tries)
            by = decision.answer.id if isinstance(decision.answer, Member) else None
            append_all(transaction, decision.happened, now, door=door, by=by)
            return decision.answer


def who_acts(ledger: Ledger, staff: StaffId) -> Member | None:
    """Return who signed in as `staff`, as they are known now; None if they could sign in no more."""
    kept = ledger.staff_member(staff)
    return kept.member if kept is not None and kept.member.can_sign_in else None
