"""What is kept of a PIN: Argon2id, as slow as a person does not notice and a thief of the database does.

Imported only where somebody signs in: a start of the door need not wait for the library.
"""

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from kiosk.core.ids import StaffId
from kiosk.core.staff import Pin
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.key import PinKey

# 19 MiB, 2 passes, 1 lane: OWASP's Password Storage Cheat Sheet, for Argon2id.
MEMORY_KIB = 19 * 1024
PASSES = 2
LANES = 1

_ARGON2ID = PasswordHasher(
    time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES, hash_len=32, salt_len=16, type=Type.ID
)
# Well formed and of the same cost; a PIN whose hash is all zeros is not to be found.
_NOBODYS = f"$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${'A' * 22}${'A' * 43}"


def pin_hash(key: PinKey, staff: StaffId, pin: Pin) -> str:
    """Return what is kept of a person's PIN, with its salt and cost in it; takes some 20 ms."""
    return _ARGON2ID.hash(key.peppered(staff, pin))


def pin_is_right(key: PinKey, staff: StaffId, pin: Pin, kept: str | None) -> bool:
    """Say whether the PIN is the one of which `kept` is kept, compared in constant time.

    None stands for a person whom nobody knows: the answer is no, and takes as long. Raises
    LedgerCorruptedError if what is kept is no hash.
    """
    try:
        return _ARGON2ID.verify(_NOBODYS if kept is None else kept, key.peppered(staff, pin))
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError) as error:
        raise LedgerCorruptedError(
            f"What the ledger keeps of the PIN of {staff} is damaged. Give this person a new PIN, "
            "and run `kiosk verify`."
        ) from error
