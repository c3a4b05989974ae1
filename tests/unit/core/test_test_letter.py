"""The test letter is known whatever a scanner makes of it, and opens nothing."""

import pytest

from kiosk.core.code import CODE_LENGTH, CodeError, parse
from kiosk.core.test_letter import TEST_LETTER, Keys, ReadTestLetter, as_test_letter


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (TEST_LETTER, ReadTestLetter(Keys.AS_PRINTED, case_turned=False)),
        (TEST_LETTER.lower(), ReadTestLetter(Keys.AS_PRINTED, case_turned=True)),
        ("KIOSKßTESTßZYß0123456789ABCDEFG", ReadTestLetter(Keys.AMERICAN_TO_GERMAN, case_turned=False)),
        ("kioskẞtestẞzyẞ0123456789abcdefg", ReadTestLetter(Keys.AMERICAN_TO_GERMAN, case_turned=True)),
        ("KIOSK/TEST/ZY/0123456789ABCDEFG", ReadTestLetter(Keys.GERMAN_TO_AMERICAN, case_turned=False)),
    ],
)
def test_it_tells_a_mix_up_of_keyboards_and_caps_lock(text: str, read: ReadTestLetter) -> None:
    assert as_test_letter(text) == read


@pytest.mark.parametrize("text", ["", TEST_LETTER[:-1], f"{TEST_LETTER}X", "JC1ABCDEFGH0123456789KLMNPQRSTU"])
def test_any_other_text_is_none(text: str) -> None:
    assert as_test_letter(text) is None


def test_it_is_as_long_as_a_code_and_is_none() -> None:
    assert len(TEST_LETTER) == CODE_LENGTH
    with pytest.raises(CodeError):
        parse(TEST_LETTER)
