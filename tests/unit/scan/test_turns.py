"""Whose turn it is: every answer can be read, and nothing that was shown is lost."""

import pytest

from kiosk.core.verdict import Reason
from kiosk.scan.turns import FOREIGN_GONE_AFTER, READING_SECONDS, Turns
from tests.unit.scan.pictures import CODE, OTHER_CODE

HOLD_AGAIN = [Reason.NOT_AN_INVITATION, Reason.DAMAGED_CODE, Reason.UNKNOWN_CODE]
TO_BE_READ = [each for each in Reason if each not in HOLD_AGAIN]
GONE = FOREIGN_GONE_AFTER.total_seconds()


def taken(turns: Turns, now: float) -> str | None:
    turn = turns.take(now)
    return None if turn is None else turn.text


def test_first_letter_waits_for_nothing() -> None:
    turns = Turns()
    turns.see("a", 7.0)
    assert taken(turns, 7.0) == "a"
    assert turns.next_at is None
    assert taken(turns, 7.0) is None


@pytest.mark.parametrize("reason", TO_BE_READ)
def test_next_letter_waits_for_8_seconds_until_the_answer_before_it_was_read(reason: Reason) -> None:
    turns = Turns()
    turns.see("a", 7.0)
    turns.see("b", 7.0)
    assert taken(turns, 7.0) == "a"
    turns.answered("a", reason, 7.1)
    assert taken(turns, 15.09) is None
    assert turns.next_at == 15.1
    assert taken(turns, 15.1) == "b"


@pytest.mark.parametrize("reason", HOLD_AGAIN)
def test_answer_that_asks_for_the_letter_again_keeps_it_waiting_for_nothing(reason: Reason) -> None:
    turns = Turns()
    turns.see("a", 7.0)
    turns.see("b", 7.0)
    assert taken(turns, 7.0) == "a"
    turns.answered("a", reason, 7.1)
    assert taken(turns, 7.1) == "b"


def test_whoever_wishes_for_more_time_has_it_until_the_answer_is_gone_and_8_seconds_at_least() -> None:
    turns = Turns()
    turns.see("a", 7.0)
    turns.take(7.0)
    turns.answered("a", Reason.ADMITTED, 7.0)
    turns.keep(40.0)
    turns.see("b", 9.0)
    assert taken(turns, 39.9) is None
    assert turns.next_at == 40.0
    turns.release()
    assert turns.next_at == 15.0
    assert taken(turns, 15.0) == "b"


def test_waiting_letter_is_answered_once_however_long_it_stays_in_view() -> None:
    turns = Turns()
    turns.see("a", 7.0)
    turns.take(7.0)
    turns.answered("a", Reason.ADMITTED, 7.0)
    for frame in range(60):
        turns.see("b", 7.0 + frame / 25)
    assert [turn.text for turn in turns.rest()] == ["b"]
    assert turns.rest() == ()


def test_foreign_code_is_answered_again_only_after_it_was_long_out_of_view() -> None:
    turns = Turns()
    turns.see("poster", 0.0)
    assert taken(turns, 0.0) == "poster"
    turns.answered("poster", Reason.NOT_AN_INVITATION, 0.0)
    last_seen = 5 * GONE
    for at in range(3, int(last_seen) + 1, 3):
        turns.see("poster", float(at))
        assert taken(turns, float(at)) is None
    turns.see("poster", last_seen + GONE + 1)
    assert taken(turns, last_seen + GONE + 1) == "poster"


def test_foreign_code_that_nobody_could_answer_is_answered_when_it_comes_again() -> None:
    turns = Turns()
    turns.see("poster", 0.0)
    turns.take(0.0)
    turns.answered("poster", Reason.OUT_OF_SERVICE, 0.0)
    turns.see("poster", 9.0)
    assert taken(turns, 9.0) == "poster"


def test_letter_is_answered_each_time_it_is_shown() -> None:
    turns = Turns()
    for at in (0.0, 9.0, 18.0):
        turns.see("letter", at)
        assert taken(turns, at) == "letter"
        turns.answered("letter", Reason.TOO_EARLY, at)


def test_film_of_foreign_codes_is_forgotten_in_part_and_blocks_no_letter() -> None:
    turns = Turns()
    for frame in range(1000):
        turns.see(f"poster {frame}", frame / 25)
        turns.take(frame / 25)
        turns.answered(f"poster {frame}", Reason.NOT_AN_INVITATION, frame / 25)
    assert len(turns._foreign) == 256
    turns.see("letter", 41.0)
    assert taken(turns, 41.0) == "letter"


def test_letter_goes_before_other_codes_in_the_picture_which_are_then_not_answered() -> None:
    turns = Turns()
    for text in ("https://example.org/poster", CODE, "another office", OTHER_CODE.lower()):
        turns.see(text, 7.0)
    assert taken(turns, 7.0) == CODE
    turns.answered(CODE, Reason.ADMITTED, 7.1)
    assert taken(turns, 7.1 + READING_SECONDS) == OTHER_CODE.lower()
    assert turns.next_at is None


def test_code_of_another_office_alone_is_answered() -> None:
    turns = Turns()
    turns.see("another office", 7.0)
    assert taken(turns, 7.0) == "another office"
