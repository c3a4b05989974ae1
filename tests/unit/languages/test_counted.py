"""What is counted follows its number."""

import pytest

from kiosk.languages.counted import counted


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 parties"), (1, "1 party"), (2, "2 parties"), (-1, "-1 parties")]
)
def test_what_is_counted_follows_its_number(number: int, told: str) -> None:
    assert counted(number, "party", "parties") == told


def test_most_words_take_an_s() -> None:
    assert (counted(1, "letter"), counted(0, "letter")) == ("1 letter", "0 letters")
