import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.code import CODE_BITS, Badge, Code, ShortCode
from kiosk.core.ids import StaffId
from kiosk.core.staff import Pin
from kiosk.ledger.errors import LedgerKeyError
from kiosk.ledger.key import LetterKey, PinKey, make_key, make_pin_key, read_key, read_pin_key
from kiosk.ledger.secret_file import KEY_BYTES

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in other ways")
CODES = st.builds(Code, st.integers(0, (1 << CODE_BITS) - 1))


@ON_POSIX
def test_a_new_key_file_belongs_to_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        make_key(tmp_path / "folder" / "letters.key")
    finally:
        os.umask(old)
    assert (tmp_path / "folder" / "letters.key").stat().st_mode & 0o777 == 0o600


def test_a_key_is_made_once_and_read_ever_after(tmp_path: Path) -> None:
    path = tmp_path / "letters.key"
    made = make_key(path)
    assert make_key(path).mark == read_key(path).mark == made.mark
    assert list(tmp_path.iterdir()) == [path]
    assert len(path.read_bytes()) == KEY_BYTES


def test_no_two_keys_are_alike(tmp_path: Path) -> None:
    assert make_key(tmp_path / "one").mark != make_key(tmp_path / "two").mark


def test_programs_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    marks = set()
    threads = [
        threading.Thread(target=lambda: marks.add(make_key(tmp_path / "letters.key").mark)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(marks) == 1


@ON_POSIX
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o777])
def test_a_key_that_others_can_reach_is_refused_with_the_mend(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "letters.key"
    make_key(path)
    path.chmod(mode)
    with pytest.raises(LedgerKeyError, match=f"chmod 600 '{path}'"):
        read_key(path)


@pytest.mark.parametrize("content", [b"", b"short", bytes(KEY_BYTES - 1), bytes(KEY_BYTES + 1)])
def test_a_file_of_another_length_is_no_key(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letters.key"
    path.touch(mode=0o600)
    path.write_bytes(content)
    with pytest.raises(LedgerKeyError, match="does not hold 32 bytes"):
        read_key(path)


def test_a_missing_key_names_the_backup(tmp_path: Path) -> None:
    with pytest.raises(LedgerKeyError, match="Restore it from the backup"):
        read_key(tmp_path / "letters.key")


def test_a_place_that_cannot_hold_a_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerKeyError, match="cannot be written"):
        make_key(tmp_path / "file" / "letters.key")
    with pytest.raises(LedgerKeyError, match="cannot be read"):
        read_key(tmp_path)


@given(CODES, CODES)
def test_hashes_are_equal_only_for_equal_codes(one: Code, other: Code) -> None:
    key = LetterKey(bytes(range(KEY_BYTES)))
    assert (key.hash_of(one) == key.hash_of(other)) == (one == other)
    assert (key.hash_of(one.short) == key.hash_of(other.short)) == (one.short == other.short)


@given(st.integers(0, (1 << 35) - 1))
def test_a_short_code_never_has_the_hash_of_a_code(number: int) -> None:
    key = LetterKey(bytes(KEY_BYTES))
    assert key.hash_of(Code(number)) != key.hash_of(ShortCode(number))


def test_another_key_gives_other_hashes() -> None:
    code = Code(7)
    assert LetterKey(bytes(KEY_BYTES)).hash_of(code) != LetterKey(b"\1" * KEY_BYTES).hash_of(code)


def test_the_hash_of_a_letter_never_changes() -> None:
    key = LetterKey(bytes(range(KEY_BYTES)))
    assert key.hash_of(Code(1)).hex() == "2d2fb81529b76ac234c2270870d9dcd7e2748cf26136fd07817809c8b670e268"
    assert (
        key.hash_of(ShortCode(1)).hex() == "06a311bfed329d40f74acbaaad15d08f9150b5497466c4ec6de35de8565d35c7"
    )


@pytest.mark.parametrize("kind", [LetterKey, PinKey])
def test_half_a_key_is_no_key(kind: Callable[[bytes], object]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        kind(b"half")


def test_a_badge_never_has_the_hash_of_a_letter() -> None:
    key = LetterKey(bytes(KEY_BYTES))
    assert key.hash_of(Badge(7)) != key.hash_of(Code(7))
    assert key.hash_of(Badge(7)) != key.hash_of(Badge(8))


def test_what_is_hashed_of_a_pin_is_its_owners_alone() -> None:
    key, pin = PinKey(bytes(range(KEY_BYTES))), Pin("482913")
    assert key.peppered(StaffId("a"), pin) == key.peppered(StaffId("a"), Pin("482913"))
    others = {
        key.peppered(StaffId("b"), pin),
        key.peppered(StaffId("a"), Pin("482914")),
        key.peppered(StaffId("a4"), Pin("82913")),
        PinKey(bytes(KEY_BYTES)).peppered(StaffId("a"), pin),
    }
    assert len(others | {key.peppered(StaffId("a"), pin)}) == 5


def test_what_is_hashed_of_a_pin_never_changes() -> None:
    key = PinKey(bytes(range(KEY_BYTES)))
    assert (
        key.peppered(StaffId("berger"), Pin("482913")).hex()
        == "21000d9d6979c51ac4240610bc7a4633e53c733df2c5dd948491317de09f7402"
    )


def test_a_pin_of_half_characters_is_no_accident() -> None:
    assert PinKey(bytes(KEY_BYTES)).peppered(StaffId("a"), Pin("\udc80"))


@ON_POSIX
def test_the_key_of_the_pins_is_kept_as_that_of_the_letters(tmp_path: Path) -> None:
    path = tmp_path / "pins.key"
    made = make_pin_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_pin_key(path).mark == made.mark
    assert LetterKey(path.read_bytes()).mark != made.mark
    path.chmod(0o640)
    with pytest.raises(LedgerKeyError, match=f"chmod 600 '{path}'"):
        read_pin_key(path)


def test_a_missing_key_says_what_cannot_be_done_without_it(tmp_path: Path) -> None:
    with pytest.raises(LedgerKeyError, match="none is known at the door"):
        read_key(tmp_path / "letters.key")
    with pytest.raises(LedgerKeyError, match="nobody of the staff signs in"):
        read_pin_key(tmp_path / "pins.key")
