"""PINs with the real Argon2id."""

import pytest
from argon2 import Type, extract_parameters

from kiosk.core.ids import StaffId
from kiosk.core.staff import Pin
from kiosk.ledger import pins
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.key import PinKey
from kiosk.ledger.pins import pin_hash, pin_is_right
from kiosk.ledger.secret_file import KEY_BYTES

KEY = PinKey(bytes(range(KEY_BYTES)))
BERGER = StaffId("berger")
PIN = Pin("482913")


@pytest.fixture(scope="module")
def kept() -> str:
    return pin_hash(KEY, BERGER, PIN)


def test_a_pin_is_kept_as_argon2id_with_19_mib_two_passes_and_one_lane(kept: str) -> None:
    cost = extract_parameters(kept)
    assert cost.type is Type.ID
    assert (cost.memory_cost, cost.time_cost, cost.parallelism) == (19 * 1024, 2, 1)
    assert (cost.hash_len, cost.salt_len) == (32, 16)


def test_an_unknown_person_costs_as_much_as_a_known_one(kept: str) -> None:
    assert extract_parameters(pins._NOBODYS) == extract_parameters(kept)
    assert not pin_is_right(KEY, StaffId(""), PIN, None)


def test_a_pin_is_right_for_its_owner_with_its_key_alone(kept: str) -> None:
    assert pin_is_right(KEY, BERGER, Pin("482913"), kept)
    assert not pin_is_right(KEY, BERGER, Pin("482914"), kept)
    assert not pin_is_right(KEY, StaffId("weber"), PIN, kept)
    assert not pin_is_right(PinKey(bytes(KEY_BYTES)), BERGER, PIN, kept)


def test_what_is_kept_holds_no_pin_and_is_another_each_time(kept: str) -> None:
    assert PIN.digits not in kept
    assert pin_hash(KEY, BERGER, PIN) != kept


@pytest.mark.parametrize("damaged", ["", "482913", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA"])
def test_what_is_no_hash_is_named_as_damage(damaged: str) -> None:
    with pytest.raises(LedgerCorruptedError, match="Give this person a new PIN"):
        pin_is_right(KEY, BERGER, PIN, damaged)
