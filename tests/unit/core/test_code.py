from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.code import (
    ALPHABET,
    BADGE_PREFIX,
    CODE_BITS,
    CODE_LENGTH,
    PREFIX,
    SHORT_SYMBOLS,
    Badge,
    Code,
    CodeError,
    CodeFault,
    ShortCode,
    parse,
    parse_badge,
)

codes = st.builds(Code, st.integers(0, 2**CODE_BITS - 1))
badges = st.builds(Badge, st.integers(0, 2**CODE_BITS - 1))
short_codes = st.builds(ShortCode, st.integers(0, 2**35 - 1))
A_CODE = Code(0x0123456789ABCDEF_FEDCBA9876543210)


def fault_of(shown: str | bytes) -> CodeFault:
    with pytest.raises(CodeError) as caught:
        parse(shown)
    return caught.value.fault


def with_symbol(text: str, place: int, symbol: str) -> str:
    return text[:place] + symbol + text[place + 1 :]


def swapped(text: str, left: int, right: int) -> str:
    return with_symbol(with_symbol(text, left, text[right]), right, text[left])


@given(codes)
def test_a_code_is_read_back_from_its_text(code: Code) -> None:
    assert parse(code.text) == code
    assert parse(code.text.encode("ascii")) == code


@given(short_codes)
def test_a_short_code_is_read_back_from_its_text_and_from_its_print(code: ShortCode) -> None:
    assert parse(code.text) == code
    assert parse(code.printed) == code


@given(codes)
def test_the_text_is_31_symbols_that_a_small_qr_code_and_every_keyboard_can_hold(code: Code) -> None:
    assert len(code.text) == CODE_LENGTH == 31
    assert code.text.startswith(PREFIX)
    assert set(code.text) <= set(ALPHABET)


def test_the_alphabet_leaves_out_what_keyboards_swap_and_eyes_mistake() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("IOYZ")


def test_the_text_of_a_code_never_changes_since_it_is_printed_on_letters() -> None:
    assert A_CODE.text == "JC1014D2NF2DBRPPXVP5SK1T58CGGW8"
    assert A_CODE.short.text == "VULLXF1F"


@given(codes)
def test_a_code_is_read_in_either_case_and_with_blanks_and_hyphens(code: Code) -> None:
    in_groups = "-".join(code.text[place : place + 5] for place in range(0, CODE_LENGTH, 5))
    assert parse(code.text.lower()) == code
    assert parse(f"  {in_groups} \r\n") == code
    assert parse(" ".join(code.text)) == code


@given(codes)
def test_i_and_o_are_read_as_the_figures_that_they_resemble(code: Code) -> None:
    assert parse(code.text.replace("1", "I").replace("0", "o")) == code


@given(codes, st.data())
def test_every_single_wrong_symbol_is_noticed(code: Code, data: st.DataObject) -> None:
    place = data.draw(st.integers(len(PREFIX), CODE_LENGTH - 1))
    for symbol in set(ALPHABET) - {code.text[place]}:
        assert fault_of(with_symbol(code.text, place, symbol)) is CodeFault.DAMAGED


def test_every_pair_of_wrong_symbols_is_noticed() -> None:
    # The check symbols are linear over the field: whether a change is noticed depends on the change alone,
    # not on the code, nor on a factor of both.
    # So the code of zeros shows it, with a one for the first change.
    zero = Code(0).text
    noticed = [
        fault_of(with_symbol(with_symbol(zero, left, "1"), right, second))
        for left, right in combinations(range(len(PREFIX), CODE_LENGTH), 2)
        for second in ALPHABET[1:]
    ]
    assert set(noticed) == {CodeFault.DAMAGED}


@given(codes, st.data())
def test_two_wrong_symbols_are_noticed_in_any_code(code: Code, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(3, CODE_LENGTH - 1), min_size=2, max_size=2, unique=True))
    wrong = code.text
    for place in places:
        wrong = with_symbol(wrong, place, data.draw(st.sampled_from(ALPHABET)))
    if wrong != code.text:
        assert fault_of(wrong) is CodeFault.DAMAGED


@settings(max_examples=15)
@given(codes)
def test_every_exchange_of_two_symbols_is_noticed(code: Code) -> None:
    for left, right in combinations(range(len(PREFIX), CODE_LENGTH), 2):
        if code.text[left] != code.text[right]:
            assert fault_of(swapped(code.text, left, right)) is CodeFault.DAMAGED


@settings(max_examples=30)
@given(short_codes)
def test_every_wrong_symbol_and_every_exchange_of_neighbours_is_noticed_in_a_short_code(
    code: ShortCode,
) -> None:
    for place in range(SHORT_SYMBOLS):
        for symbol in set(ALPHABET) - {code.text[place]}:
            assert fault_of(with_symbol(code.text, place, symbol)) is CodeFault.DAMAGED
    for left, right in pairwise(range(SHORT_SYMBOLS)):
        if code.text[left] != code.text[right]:
            assert fault_of(swapped(code.text, left, right)) is CodeFault.DAMAGED


def test_a_short_code_that_begins_like_a_code_is_read_all_the_same() -> None:
    begins_like_a_code = ShortCode(int("10010" + "01100" + "00001" + "0" * 20, 2))
    assert begins_like_a_code.text.startswith(PREFIX)
    assert parse(begins_like_a_code.text) == begins_like_a_code


@given(st.text() | st.text(ALPHABET, max_size=40) | st.text(ALPHABET).map(PREFIX.__add__))
def test_any_text_gives_a_code_or_a_code_error(text: str) -> None:
    try:
        code = parse(text)
    except CodeError:
        return
    assert parse(code.text) == code


@given(st.binary())
def test_any_bytes_give_a_code_or_a_code_error(shown: bytes) -> None:
    try:
        code = parse(shown)
    except CodeError:
        return
    assert parse(code.text) == code


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("", CodeFault.NOT_A_CODE),
        ("https://amt.example/JC1", CodeFault.NOT_A_CODE),
        ("JC2" + A_CODE.text[3:], CodeFault.NOT_A_CODE),
        (b"\xff\xfe" + A_CODE.text.encode(), CodeFault.NOT_A_CODE),
        # The long s is no ASCII, its capital is.
        ("\u017f" * SHORT_SYMBOLS, CodeFault.NOT_A_CODE),
        ("JC1", CodeFault.DAMAGED),
        (A_CODE.text[:-1], CodeFault.DAMAGED),
        (A_CODE.text + "0", CodeFault.DAMAGED),
        (A_CODE.text[:-1] + "Z", CodeFault.DAMAGED),
        (A_CODE.text[:10] + "\x00" + A_CODE.text[11:], CodeFault.DAMAGED),
    ],
)
def test_what_is_no_code_is_told_from_a_code_that_is_damaged(shown: str | bytes, fault: CodeFault) -> None:
    assert fault_of(shown) is fault


def test_26_symbols_that_hold_more_than_128_bits_are_no_code() -> None:
    too_large = _text_of_too_large_a_number()
    assert fault_of(too_large) is CodeFault.DAMAGED


def _text_of_too_large_a_number() -> str:
    """Return a text with right check symbols and a number of 129 bits: twice a right text is right again."""
    doubled = (ALPHABET.index(symbol) << 1 for symbol in Code(1 << 127).text.removeprefix(PREFIX))
    return PREFIX + "".join(ALPHABET[value ^ 0b100101 if value & 32 else value] for value in doubled)


def test_the_error_does_not_repeat_what_was_shown() -> None:
    shown = A_CODE.text[:-1]
    with pytest.raises(CodeError) as caught:
        parse(shown)
    assert shown not in str(caught.value)


def test_a_code_does_not_appear_in_a_log_by_accident() -> None:
    assert repr(A_CODE) == "Code(...)"
    assert repr(A_CODE.short) == "ShortCode(...)"


@pytest.mark.parametrize("secret", [-1, 2**CODE_BITS])
def test_a_code_holds_128_bits_and_no_more(secret: int) -> None:
    with pytest.raises(ValueError, match="128 bits"):
        Code(secret)


@pytest.mark.parametrize("number", [-1, 2**35])
def test_a_short_code_holds_35_bits_and_no_more(number: int) -> None:
    with pytest.raises(ValueError, match="35 bits"):
        ShortCode(number)


@given(badges)
def test_a_badge_is_read_back_from_its_text_in_either_case(badge: Badge) -> None:
    assert len(badge.text) == CODE_LENGTH
    assert parse_badge(badge.text) == parse_badge(f" {badge.text.lower()}\n".encode()) == badge


@given(badges)
def test_a_badge_is_no_letter_and_a_letter_no_badge(badge: Badge) -> None:
    assert fault_of(badge.text) is CodeFault.NOT_A_CODE
    with pytest.raises(CodeError) as caught:
        parse_badge(Code(badge.secret).text)
    assert caught.value.fault is CodeFault.NOT_A_CODE


@given(badges, st.data())
def test_every_wrong_symbol_of_a_badge_is_noticed(badge: Badge, data: st.DataObject) -> None:
    place = data.draw(st.integers(len(BADGE_PREFIX), CODE_LENGTH - 1))
    wrong = data.draw(st.sampled_from(sorted(set(ALPHABET) - {badge.text[place]})))
    with pytest.raises(CodeError) as caught:
        parse_badge(with_symbol(badge.text, place, wrong))
    assert caught.value.fault is CodeFault.DAMAGED


@given(st.text() | st.binary() | st.text(ALPHABET).map(BADGE_PREFIX.__add__))
def test_anything_gives_a_badge_or_a_code_error(shown: str | bytes) -> None:
    try:
        badge = parse_badge(shown)
    except CodeError:
        return
    assert parse_badge(badge.text) == badge


def test_the_text_of_a_badge_never_changes_since_it_is_printed() -> None:
    assert Badge(A_CODE.secret).text == BADGE_PREFIX + A_CODE.text.removeprefix(PREFIX)


def test_a_badge_does_not_appear_in_a_log_by_accident() -> None:
    assert repr(Badge(7)) == "Badge(...)"


@pytest.mark.parametrize("secret", [-1, 2**CODE_BITS])
def test_a_badge_holds_128_bits_and_no_more(secret: int) -> None:
    with pytest.raises(ValueError, match="128 bits"):
        Badge(secret)
