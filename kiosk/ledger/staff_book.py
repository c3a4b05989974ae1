"""The people of the staff, their PINs and badges as far as they are kept, and their wrong tries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Update, bindparam, insert, select, update

from kiosk.core.code import Badge
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import PERSON_LIMIT, Member
from kiosk.core.tries import Tries
from kiosk.ledger.codec import micros, moment
from kiosk.ledger.database import Direct
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.key import LetterKey
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.schema import staff


@dataclass(frozen=True, slots=True)
class KeptMember:
    """A member of the staff with what is kept of the PIN."""

    member: Member
    pin_hash: str = field(repr=False)


def _update_of(*columns: str) -> Update:
    of_this_person = update(staff).where(staff.c.id == bindparam("staff_id"))
    return of_this_person.values({column: bindparam(f"new_{column}") for column in columns})


_ALL = Prepared(select(staff).order_by(staff.c.created_at, staff.c.id))
_BY_ID = Prepared(select(staff).where(staff.c.id == bindparam("staff_id")))
_BY_BADGE = Prepared(select(staff).where(staff.c.badge_hash == bindparam("hash")))
_ADD = Prepared(insert(staff))
_SET_TRIES = Prepared(_update_of("wrong_tries", "paused_until"))
_SET_PIN = Prepared(_update_of("pin_hash", "disabled", "wrong_tries", "paused_until"))
_SET_BADGE = Prepared(_update_of("badge_hash"))
_DISABLE = Prepared(_update_of("disabled"))


class StaffBook:
    """The staff, to be read and changed in the transaction that records why; see `Transaction.staff`."""

    def __init__(self, direct: Direct, key: LetterKey) -> None:
        """`key` is that of the letters: badges are kept as codes are."""
        self._direct = direct
        self._key = key

    def members(self) -> tuple[Member, ...]:
        """Return the whole staff, disabled people included, in the order in which they were added."""
        return tuple(_kept_in(row).member for row in _ALL.run(self._direct).fetchall())

    def kept(self, who: StaffId | Badge) -> KeptMember | None:
        """Return the person of this id or badge; None if there is nobody, or they have another badge now."""
        if isinstance(who, Badge):
            found = _BY_BADGE.run(self._direct, hash=self._key.hash_of(who))
        else:
            found = _BY_ID.run(self._direct, staff_id=who)
        row = found.fetchone()
        return None if row is None else _kept_in(row)

    def add(self, member: Member, pin_hash: str) -> None:
        """Write a new person, whose id must be nobody's."""
        _ADD.run(
            self._direct,
            id=member.id,
            name=member.name,
            role=member.role.value,
            pin_hash=pin_hash,
            badge_hash=None,
            disabled=member.disabled,
            wrong_tries=member.tries.wrong,
            paused_until=_paused_until(member.tries),
            created_at=micros(member.created_at),
        )

    def set_tries(self, id_: StaffId, tries: Tries) -> None:
        """Keep how a person's tries stand."""
        _SET_TRIES.run(
            self._direct, staff_id=id_, new_wrong_tries=tries.wrong, new_paused_until=_paused_until(tries)
        )

    def set_pin(self, id_: StaffId, pin_hash: str) -> None:
        """Give a person a new PIN; whatever disabled them counts no more."""
        _SET_PIN.run(
            self._direct,
            staff_id=id_,
            new_pin_hash=pin_hash,
            new_disabled=False,
            new_wrong_tries=0,
            new_paused_until=None,
        )

    def set_badge(self, id_: StaffId, badge: Badge) -> None:
        """Give a person a badge in place of the one they may have had."""
        _SET_BADGE.run(self._direct, staff_id=id_, new_badge_hash=self._key.hash_of(badge))

    def disable(self, id_: StaffId) -> None:
        """Let a person sign in no more."""
        _DISABLE.run(self._direct, staff_id=id_, new_disabled=True)


def _paused_until(tries: Tries) -> int | None:
    return None if tries.paused_until is None else micros(tries.paused_until)


def _kept_in(row: Sequence[Any]) -> KeptMember:
    """Return the person in a row that holds the columns of the table, in their order."""
    id_, name, role, pin_hash, _badge_hash, disabled, wrong_tries, paused_until, created_at = row
    try:
        known_role = Role(role)
    except ValueError as error:
        raise LedgerCorruptedError(
            f"The ledger gives {id_} the role {role!r}, which there is not. Restore the last backup."
        ) from error
    member = Member(
        id=StaffId(id_),
        name=name,
        role=known_role,
        tries=Tries(PERSON_LIMIT, wrong_tries, None if paused_until is None else moment(paused_until)),
        disabled=bool(disabled),
        created_at=moment(created_at),
    )
    return KeptMember(member, pin_hash)
