from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.core.tries import LONGEST_PAUSE, Tries, TryLimit

NOW = datetime(2021, 9, 20, 9, 0, tzinfo=UTC)
LIMIT = TryLimit(wrong_tries=5, first_pause=timedelta(seconds=30))


def after_wrong_tries(count: int) -> Tries:
    tries = Tries(LIMIT)
    for _ in range(count):
        tries = tries.after_wrong(NOW)
    return tries


def test_the_first_wrong_tries_are_free() -> None:
    assert after_wrong_tries(LIMIT.wrong_tries - 1).pause(NOW) is None


def test_the_fifth_wrong_try_starts_a_pause_of_half_a_minute() -> None:
    tries = after_wrong_tries(LIMIT.wrong_tries)
    assert tries.pause(NOW) == timedelta(seconds=30)
    assert tries.pause(NOW + timedelta(seconds=29)) == timedelta(seconds=1)
    assert tries.pause(NOW + timedelta(seconds=30)) is None


def test_every_further_wrong_try_doubles_the_pause_up_to_an_hour() -> None:
    assert after_wrong_tries(LIMIT.wrong_tries + 1).pause(NOW) == timedelta(seconds=60)
    assert after_wrong_tries(LIMIT.wrong_tries + 2).pause(NOW) == timedelta(seconds=120)
    assert after_wrong_tries(LIMIT.wrong_tries + 1000).pause(NOW) == LONGEST_PAUSE


def test_a_clock_set_back_keeps_nobody_out_for_longer_than_the_longest_pause() -> None:
    tries = after_wrong_tries(LIMIT.wrong_tries)
    assert tries.pause(NOW - timedelta(minutes=59)) == timedelta(minutes=59, seconds=30)
    assert tries.pause(NOW - timedelta(days=30)) is None
    assert tries.after_wrong(NOW - timedelta(days=30)).pause(NOW - timedelta(days=30)) == timedelta(minutes=1)


def test_a_limit_without_a_last_try_is_never_used_up() -> None:
    assert not after_wrong_tries(1000).are_used_up


def test_a_limit_with_a_last_try_is_used_up_by_it_however_long_one_waits() -> None:
    tries = Tries(replace(LIMIT, last_try=10), wrong=8)
    assert not tries.after_wrong(NOW).are_used_up
    used_up = tries.after_wrong(NOW).after_wrong(NOW)
    assert used_up.are_used_up
    assert used_up.pause(NOW + timedelta(days=1)) is None


def test_a_right_try_makes_the_wrong_ones_forgotten() -> None:
    assert after_wrong_tries(7).after_right() == Tries(LIMIT)
