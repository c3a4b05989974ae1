"""The test letter: a code that opens nothing, held up to see whether camera and scanner read as they should.

It is as large as the code of a letter (31 symbols). Besides, it holds what keyboards disagree about: Y, Z
and the hyphen. A USB scanner that types for another keyboard than the computer has is found out by it;
letters are read all the same, since their codes hold none of these.
"""

from dataclasses import dataclass
from enum import Enum

TEST_LETTER = "KIOSK-TEST-YZ-0123456789ABCDEFG"


class Keys(Enum):
    """What became of the symbols on their way from the paper."""

    AS_PRINTED = "as_printed"
    AMERICAN_TO_GERMAN = "american_to_german"
    """The scanner types for an American keyboard, and the computer takes it for a German one."""
    GERMAN_TO_AMERICAN = "german_to_american"
    """The scanner types for a German keyboard, and the computer takes it for an American one."""


_ARRIVES = {
    Keys.AS_PRINTED: TEST_LETTER,
    Keys.AMERICAN_TO_GERMAN: TEST_LETTER.translate(str.maketrans("YZ-", "ZYß")),
    Keys.GERMAN_TO_AMERICAN: TEST_LETTER.translate(str.maketrans("YZ-", "ZY/")),
}


@dataclass(frozen=True, slots=True)
class ReadTestLetter:
    """The test letter was read: which keys its symbols became, and whether Caps Lock turned their case."""

    keys: Keys
    case_turned: bool


def as_test_letter(text: str) -> ReadTestLetter | None:
    """Return how the test letter was read, if `text` is what it says; None for any other text."""
    for keys, arrives in _ARRIVES.items():
        if text.lower() == arrives.lower():
            return ReadTestLetter(keys, case_turned=text != arrives)
    return None
