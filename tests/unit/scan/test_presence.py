"""One physical scan is one id."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scan.presence import Presence, ScanId, new_scan_id


def numbered() -> Callable[[], ScanId]:
    numbers = itertools.count(1)
    return lambda: ScanId(str(next(numbers)))


def presence(gone_after: float = 2.0, most_at_once: int = 256) -> Presence:
    return Presence(gone_after=gone_after, most_at_once=most_at_once, new_id=numbered())


def test_letter_that_comes_into_view_gets_an_id() -> None:
    assert presence().see("A", 10.0) == "1"


def test_letter_left_before_the_camera_for_minutes_is_one_scan() -> None:
    door = presence()
    ids = [door.see("A", frame / 25) for frame in range(25 * 180)]
    assert [each for each in ids if each] == ["1"]


@pytest.mark.parametrize(("away", "id_after"), [(0.5, None), (2.0, None), (2.01, "2"), (600.0, "2")])
def test_letter_counts_again_only_after_it_was_gone(away: float, id_after: str | None) -> None:
    door = presence()
    door.see("A", 100.0)
    assert door.see("A", 100.0 + away) == id_after


def test_letters_in_view_together_are_tracked_each_by_itself() -> None:
    door = presence()
    seen = [(text, door.see(text, at)) for at in (0.0, 0.1, 0.2) for text in ("A", "B")]
    assert [(text, scan_id) for text, scan_id in seen if scan_id] == [("A", "1"), ("B", "2")]
    door.see("B", 2.1)
    assert door.see("A", 2.3) == "3"
    assert door.see("B", 2.3) is None


def test_a_clock_that_stands_still_or_steps_back_makes_no_second_scan() -> None:
    door = presence()
    door.see("A", 50.0)
    assert door.see("A", 50.0) is None
    assert door.see("A", 49.0) is None
    assert door.see("A", 51.9) is None


def test_flood_of_texts_pushes_no_letter_out_that_is_in_view() -> None:
    door = presence(most_at_once=4)
    door.see("letter", 0.0)
    for number in range(1000):
        door.see(f"flood {number}", 0.001 * number)
    assert door.see("letter", 1.5) is None


def test_room_for_new_texts_comes_back_when_the_flood_is_over() -> None:
    door = presence(most_at_once=4)
    for number in range(10):
        door.see(f"flood {number}", 0.0)
    assert door.see("letter", 1.0) is None
    assert door.see("letter", 2.1) is not None


def test_what_is_gone_is_remembered_with_the_time_at_which_it_was_last_in_view() -> None:
    door = presence()
    assert door.last_seen("A") is None
    door.see("A", 1.0)
    door.see("A", 30.0)
    assert door.last_seen("A") == 30.0
    door.see("B", 60.0)
    assert door.last_seen("A") == 30.0
    door.see("A", 70.0)
    assert door.last_seen("A") == 70.0


def test_no_more_texts_are_remembered_than_may_be_in_view() -> None:
    door = presence(most_at_once=4)
    for number in range(9):
        door.see(str(number), 10.0 * number)
    assert [door.last_seen(str(number)) for number in range(9)] == [None] * 4 + [40.0, 50.0, 60.0, 70.0, 80.0]


def test_frame_of_another_camera_that_was_looked_at_sooner_makes_no_second_scan() -> None:
    door = presence()
    door.see("A", 10.0)
    door.see("B", 12.1)
    assert door.see("A", 11.9) is None
    assert door.see("A", 13.8) is None
    assert door.see("A", 15.9) == "3"


@pytest.mark.parametrize(("gone_after", "most_at_once"), [(0.0, 1), (-1.0, 1), (1.0, 0)])
def test_presence_that_could_never_tell_is_refused(gone_after: float, most_at_once: int) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Presence(gone_after=gone_after, most_at_once=most_at_once)


def test_ids_are_unique() -> None:
    assert len({new_scan_id() for _ in range(1000)}) == 1000


sights = st.lists(st.tuples(st.sampled_from("ABC"), st.floats(0.0, 5.0)), max_size=60)


@given(sights)
def test_ids_are_given_exactly_where_a_text_was_away_for_longer_than_the_limit(
    steps: list[tuple[str, float]],
) -> None:
    door = presence()
    last_seen: dict[str, float] = {}
    now = 0.0
    for text, step in steps:
        now += step
        came = text not in last_seen or now - last_seen[text] > 2.0
        assert (door.see(text, now) is not None) == came
        last_seen[text] = now


@given(sights, st.lists(st.floats(0.0, 0.1), min_size=60, max_size=60))
def test_frames_of_several_cameras_make_no_more_scans_though_each_is_decoded_a_little_late(
    steps: list[tuple[str, float]], lags: list[float]
) -> None:
    # What is decoded late may have been away for as much less.
    in_order, as_decoded = presence(gone_after=1.89), presence(gone_after=2.0)
    at = list(itertools.accumulate(step for _, step in steps))
    frames = [(time + lag, time, text) for time, lag, (text, _) in zip(at, lags, steps, strict=False)]
    scans = sum(in_order.see(text, time) is not None for _, time, text in frames)
    assert sum(as_decoded.see(text, time) is not None for _, time, text in sorted(frames)) <= scans
