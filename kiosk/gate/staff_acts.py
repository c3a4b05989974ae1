"""What is done to the staff itself: allowed by the table of rights, and recorded with its author."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.code import Badge
from kiosk.core.ids import StaffId
from kiosk.core.rights import RIGHTS, Right, Role, may, may_reset_pin
from kiosk.core.staff import PERSON_LIMIT, Member, Pin, has_admin, next_number
from kiosk.core.staff_events import BadgeIssued, DisabledBecause, PinReset, StaffAdded, StaffDisabled
from kiosk.core.tries import Tries
from kiosk.gate.passing_time import append_all
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.pins import pin_hash
from kiosk.ledger.transaction import Transaction


class StaffRuleError(Exception):
    """Raised for an act that the rules of the staff forbid; the sentence says why, and what can be done."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who shall belong to the staff. Without an `id` they get a number."""

    id: StaffId | None
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a person is given: a PIN, and a badge or None."""

    pin: Pin
    badge: Badge | None


def add_member(
    ledger: Ledger,
    key: PinKey,
    newcomer: Newcomer,
    given: Credentials,
    by: StaffId | None,
    now: datetime,
) -> StaffId:
    """Add somebody to the staff and return their id. Raises StaffRuleError.

    `by` is None for the first administrator, whom nobody could have added: while there is none who can sign
    in, whoever has the database and its keys in hand may add one.
    """
    with ledger.transaction() as transaction:
        known = transaction.staff.members()
        if by is not None:
            _need(_signed_in(transaction, by), Right.MANAGE_STAFF)
        elif has_admin(known):
            raise StaffRuleError("there is an admin: only an admin who signs in adds people to the staff")
        elif newcomer.role is not Role.ADMIN:
            raise StaffRuleError(
                "nobody can sign in to manage the staff yet: "
                "add an admin first (kiosk staff add --role admin)"
            )
        taken = frozenset(each.id for each in known)
        staff = next_number(taken) if newcomer.id is None else newcomer.id
        if staff in taken:
            raise StaffRuleError(
                f"{staff} is somebody's id already, and stays theirs for good, since their acts bear it: "
                "choose another"
            )
        member = Member(
            staff, newcomer.name, newcomer.role, Tries(PERSON_LIMIT), disabled=False, created_at=now
        )
        transaction.staff.add(member, pin_hash(key, staff, given.pin))
        append_all(transaction, [StaffAdded(staff, newcomer.role)], now, by=by)
        _give_badge(transaction, staff, given.badge, by, now)
        return staff


def disable_member(ledger: Ledger, staff: StaffId, by: StaffId, now: datetime) -> None:
    """Let somebody sign in no more; who is disabled by order already stays so. Raises StaffRuleError."""
    with ledger.transaction() as transaction:
        _need(_signed_in(transaction, by), Right.MANAGE_STAFF)
        member = _known(transaction, staff)
        if member.disabled:
            return
        if not has_admin(each for each in transaction.staff.members() if each.id != staff):
            raise StaffRuleError(f"nobody but {staff} manages the staff: add another admin first")
        transaction.staff.disable(staff)
        append_all(transaction, [StaffDisabled(staff, DisabledBecause.ORDERED)], now, by=by)


def reset_pin(
    ledger: Ledger, key: PinKey, staff: StaffId, given: Credentials, by: StaffId, now: datetime
) -> None:
    """Give somebody a new PIN, which makes disabled people able to sign in again. Raises StaffRuleError.

    What an administrator ordered, only an administrator takes back.
    """
    with ledger.transaction() as transaction:
        author, member = _signed_in(transaction, by), _known(transaction, staff)
        if member.disabled or not may_reset_pin(author.role, member.role):
            _need(author, Right.MANAGE_STAFF)
        transaction.staff.set_pin(staff, pin_hash(key, staff, given.pin))
        append_all(transaction, [PinReset(staff)], now, by=by)
        _give_badge(transaction, staff, given.badge, by, now)


def _give_badge(
    transaction: Transaction, staff: StaffId, badge: Badge | None, by: StaffId | None, now: datetime
) -> None:
    if badge is not None:
        transaction.staff.set_badge(staff, badge)
        append_all(transaction, [BadgeIssued(staff)], now, by=by)


def _signed_in(transaction: Transaction, by: StaffId) -> Member:
    """Return who acts, as they are known now: they may have been disabled since they signed in."""
    kept = transaction.staff.kept(by)
    if kept is None or not kept.member.can_sign_in:
        raise StaffRuleError(f"{by} signs in no more")
    return kept.member


def _known(transaction: Transaction, staff: StaffId) -> Member:
    kept = transaction.staff.kept(staff)
    if kept is None:
        raise StaffRuleError(f"there is nobody with the id {staff}; kiosk staff list shows everybody")
    return kept.member


def _need(author: Member, right: Right) -> None:
    if not may(author.role, right):
        allowed = " or ".join(role.value for role in RIGHTS if may(role, right))
        raise StaffRuleError(f"{author.id} is {author.role.value}: this needs {allowed}")
