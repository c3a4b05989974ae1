"""A camera that falls silent is noticed, and tried again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scan.camera_watch import CameraState, CameraWatch, Patience


def opened(at: float = 0.0) -> CameraWatch:
    watch = CameraWatch()
    watch.opening(at)
    return watch


def test_camera_that_nobody_opened_yet_is_opening() -> None:
    assert CameraWatch().state(1000.0) is CameraState.OPENING


@pytest.mark.parametrize(
    ("silence", "state"),
    [
        (0.0, CameraState.LIVE),
        (1.0, CameraState.LIVE),
        (1.01, CameraState.STALLED),
        (3.0, CameraState.STALLED),
        (3.01, CameraState.LOST),
    ],
)
def test_silence_after_a_frame_is_a_stall_and_then_a_loss(silence: float, state: CameraState) -> None:
    watch = opened(100.0)
    watch.frame_came(101.0)
    assert watch.state(101.0 + silence) is state


def test_camera_that_opens_and_never_sends_is_lost() -> None:
    watch = opened(100.0)
    assert watch.state(102.9) is CameraState.OPENING
    assert watch.state(103.1) is CameraState.LOST


def test_frames_that_come_again_end_a_stall() -> None:
    watch = opened()
    watch.frame_came(1.0)
    assert watch.state(2.5) is CameraState.STALLED
    watch.frame_came(2.5)
    assert watch.state(2.6) is CameraState.LIVE


def test_retries_come_at_growing_distances_up_to_the_last() -> None:
    watch = CameraWatch()
    delays = []
    for at in range(0, 800, 100):
        watch.opening(at)
        watch.failed(at)
        assert watch.state(at) is CameraState.LOST
        assert watch.retry_at is not None
        delays.append(watch.retry_at - at)
    assert delays == [0.5, 1.0, 2.0, 4.0, 4.0, 4.0, 4.0, 4.0]


def test_camera_that_is_open_has_no_retry_before_it() -> None:
    watch = opened()
    watch.failed(1.0)
    watch.opening(2.0)
    assert watch.retry_at is None


def test_camera_that_worked_in_between_is_retried_at_once_again() -> None:
    watch = opened()
    for at in (1.0, 2.0, 3.0):
        watch.failed(at)
    watch.opening(10.0)
    watch.frame_came(10.1)
    watch.failed(11.0)
    assert watch.retry_at == 11.5


def test_film_that_is_over_is_not_lost() -> None:
    watch = opened()
    watch.finished()
    assert watch.state(1000.0) is CameraState.FINISHED


@pytest.mark.parametrize(
    "times",
    [(0.0, 3.0, 0.5, 8.0), (4.0, 3.0, 0.5, 8.0), (1.0, 3.0, 0.0, 8.0), (1.0, 3.0, 9.0, 8.0)],
)
def test_patience_with_a_state_that_cannot_be_is_refused(times: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="stalled_after"):
        Patience(*times)


@given(st.integers(1, 2000))
def test_camera_that_came_back_is_found_within_ten_seconds(failures: int) -> None:
    watch = CameraWatch()
    for _ in range(failures):
        watch.failed(50.0)
    assert watch.retry_at is not None
    assert watch.retry_at - 50.0 <= 10.0
