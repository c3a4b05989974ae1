"""What the staff types to find a booking."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.booking_search import LEAST_LETTERS, BookingSearch, read_search
from kiosk.core.code import Code
from kiosk.core.not_done import NotDone

TEN = time(10, 0)


def search(typed: str) -> BookingSearch:
    read = read_search(typed)
    assert isinstance(read, BookingSearch)
    return read


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("must", "Erika Muster", True),
        ("MUSTER erika", "Erika Muster", True),
        ("strasse", "Anton Straße", True),
        ("MÜLL", "Anna Mueller", True),
        ("muell", "Anna Müller", True),
        ("mull", "Anna Mu\u0308ller", True),
        ("sahi", "Ece Şahin", True),
        ("yild", "Ali Y\u0131ld\u0131z", True),
        ("isma", "\u0130smail Muster", True),
        ("lukas", "Łukasz Muster", True),
        ("муст", "Муст Анна", True),
        ("mull", "Anna Mueller", False),
        ("Muster Max", "Erika Muster", False),
        ("uster", "Erika Muster", False),
        ("muster", None, False),
    ],
)
def test_each_word_begins_a_word_of_the_name(typed: str, name: str | None, *, fits: bool) -> None:
    assert search(typed).fits("list-1", TEN, name) is fits


@pytest.mark.parametrize("typed", ["9:05", "09:05", "9.05", "905", "09:05 Uhr", "9:05h"])
def test_a_time_is_read_as_people_write_it(typed: str) -> None:
    assert search(typed).fits("list-1", time(9, 5), None)
    assert not search(typed).fits("list-1", time(9, 6), None)


@pytest.mark.parametrize("typed", ["24:00", "9:60", "9:5", "12345"])
def test_what_is_no_time_finds_none(typed: str) -> None:
    assert search(typed).at is None


def test_the_number_of_the_list_is_meant_as_a_whole() -> None:
    assert search("t-17").fits("T-17", TEN, None)
    assert not search("t-17").fits("T-170", TEN, None)


def test_a_word_with_a_figure_in_it_is_no_name() -> None:
    assert not search("muster1").fits("list-1", TEN, "Muster1")


def test_codes_are_read_in_both_lengths() -> None:
    assert search(Code(7).text).code == Code(7)
    assert search(Code(7).short.printed).code == Code(7).short


@given(st.text(st.characters(categories=["L", "Z", "P"])))
def test_fewer_than_four_letters_are_too_short_whatever_stands_between(typed: str) -> None:
    letters = sum(character.isalpha() for character in typed.casefold())
    too_short = read_search(typed) is NotDone.SEARCH_TOO_SHORT
    assert too_short == (letters < LEAST_LETTERS)


@given(st.text())
def test_whatever_is_typed_is_an_answer_and_its_own_words_stay_out_of_a_log(typed: str) -> None:
    read = read_search(typed)
    if isinstance(read, BookingSearch) and read.code is None and read.at is None:
        assert repr(read) == "BookingSearch(at=None, code=None)"
