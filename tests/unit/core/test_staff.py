import secrets
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import (
    PERSON_LIMIT,
    PIN_DIGITS,
    Member,
    draw_pin,
    has_admin,
    is_guessed_first,
    next_number,
    staff_id,
)
from kiosk.core.tries import Tries
from tests.building import at


def drawing(*numbers: int) -> Callable[[int], int]:
    """Return a source that gives these numbers, one after the other."""
    left = iter(numbers)

    def draw(below: int) -> int:
        number = next(left)
        assert 0 <= number < below
        return number

    return draw


def a_member(role: Role = Role.SECURITY, *, wrong: int = 0, disabled: bool = False) -> Member:
    tries = Tries(PERSON_LIMIT, wrong)
    return Member(StaffId("berger"), "B. Musterfrau", role, tries, disabled, at("08:00"))


@given(st.integers(PIN_DIGITS, 12))
def test_a_pin_has_six_digits_or_more_and_is_not_guessed_first(digits: int) -> None:
    pin = draw_pin(secrets.randbelow, digits).digits
    assert len(pin) == digits
    assert pin.isascii()
    assert pin.isdigit()
    assert not is_guessed_first(pin)


def test_a_pin_may_begin_with_zero() -> None:
    assert draw_pin(drawing(4711)).digits == "004711"


def test_every_number_of_six_digits_is_drawn_from() -> None:
    assert draw_pin(drawing(0, 999_998)).digits == "999998"


@pytest.mark.parametrize(
    "digits", ["000000", "111111", "123456", "987654", "890123", "321098", "246802", "13579135"]
)
def test_a_pin_whose_digits_follow_one_another_is_drawn_anew(digits: str) -> None:
    assert is_guessed_first(digits)
    assert draw_pin(drawing(int(digits), 482_913), len(digits)).digits == "482913".zfill(len(digits))


@pytest.mark.parametrize("digits", ["112345", "123455", "121212", "482913", "111112"])
def test_another_pin_is_taken(digits: str) -> None:
    assert not is_guessed_first(digits)
    assert draw_pin(drawing(int(digits))).digits == digits


def test_a_shorter_pin_is_not_made() -> None:
    with pytest.raises(ValueError, match="6 digits or more, not 5"):
        draw_pin(secrets.randbelow, 5)


def test_neither_pin_nor_name_appears_in_a_log_by_accident() -> None:
    assert "482913" not in repr(draw_pin(drawing(482_913)))
    assert "Musterfrau" not in repr(a_member())


@pytest.mark.parametrize(
    ("typed", "id_"),
    [("berger", "berger"), ("  Berger ", "berger"), ("101", "101"), ("b.e-r", "b.e-r"), ("x" * 20, "x" * 20)],
)
def test_an_id_is_read_in_either_case(typed: str, id_: str) -> None:
    assert staff_id(typed) == id_


@pytest.mark.parametrize("typed", ["", " ", "-a", "a.", "x" * 21, "müller", "a b", "a\0", "a/b", "a\nb"])
def test_any_other_text_is_no_id(typed: str) -> None:
    with pytest.raises(ValueError, match="1 to 20 letters"):
        staff_id(typed)


def test_what_was_typed_as_an_id_is_not_repeated_since_it_may_be_a_pin() -> None:
    with pytest.raises(ValueError, match="1 to 20 letters") as caught:
        staff_id("482913#")
    assert "482913" not in str(caught.value)


def test_who_is_given_no_id_gets_the_first_free_number() -> None:
    assert next_number(frozenset()) == "101"
    assert next_number(frozenset({StaffId("101"), StaffId("102"), StaffId("berger")})) == "103"


def test_who_is_disabled_by_order_or_by_ten_wrong_pins_cannot_sign_in() -> None:
    assert a_member().can_sign_in
    assert a_member(wrong=9).can_sign_in
    assert not a_member(wrong=10).can_sign_in
    assert not a_member(disabled=True).can_sign_in


def test_there_is_an_admin_while_one_can_sign_in() -> None:
    admin = a_member(Role.ADMIN)
    assert has_admin([a_member(), admin])
    assert not has_admin([a_member(), a_member(Role.MANAGER)])
    assert not has_admin([replace(admin, disabled=True), a_member(Role.ADMIN, wrong=10)])
