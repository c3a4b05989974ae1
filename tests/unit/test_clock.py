import time
from uuid import RFC_4122, UUID

from kiosk.clock import new_name, now_utc


def test_the_clock_shows_utc() -> None:
    assert abs(now_utc().timestamp() - time.time()) < 1
    assert now_utc().utcoffset() is not None


def test_names_are_uuids_of_version_7_that_begin_with_the_time() -> None:
    before = time.time_ns() // 1_000_000
    name = UUID(new_name())
    after = time.time_ns() // 1_000_000
    assert name.version == 7
    assert name.variant == RFC_4122
    assert before <= name.int >> 80 <= after


def test_names_of_one_moment_differ() -> None:
    assert len({new_name() for _ in range(1000)}) == 1000
