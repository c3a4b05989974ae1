"""A camera is read until told to stop, survives its failures, and never builds a queue."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from threading import Event, Thread

import numpy as np
import pytest

from kiosk.scan.camera import Camera, CameraError
from kiosk.scan.camera_feed import CameraFeed, NewestFrame
from kiosk.scan.camera_watch import CameraState, Patience
from kiosk.scan.frame import Frame, Image

PICTURE: Image = np.zeros((2, 2, 3), dtype=np.uint8)
SOON = Patience(first_retry=0.001, last_retry=0.002)


class ScriptedCamera:
    """Stands in for the device: gives what it is told to, in its order, and then fails or is finished."""

    def __init__(self, script: Iterable[Image | None], *, ends: bool) -> None:
        self._script: Iterator[Image | None] = iter(script)
        self._ends = ends
        self.finished = False
        self.closed = 0

    def read(self) -> Image | None:
        try:
            return next(self._script)
        except StopIteration:
            self.finished = self._ends
            return None

    def close(self) -> None:
        self.closed += 1


def run(
    open_source: Callable[[], Camera], stop: Event | None = None
) -> tuple[CameraFeed, list[Frame], list[CameraState]]:
    feed = CameraFeed(open_source, patience=SOON)
    frames: list[Frame] = []
    states: list[CameraState] = []
    feed.run(stop or Event(), frames.append, states.append)
    return feed, frames, states


def test_film_is_read_to_its_end_and_closed() -> None:
    camera = ScriptedCamera([PICTURE] * 3, ends=True)
    feed, frames, states = run(lambda: camera)
    assert [frame.number for frame in frames] == [1, 2, 3]
    assert [frame.taken_at for frame in frames] == sorted(frame.taken_at for frame in frames)
    assert states == [CameraState.OPENING, CameraState.LIVE, CameraState.FINISHED]
    assert feed.state() is CameraState.FINISHED
    assert camera.closed == 1


def test_camera_that_fails_is_opened_anew_and_its_frames_go_on_counting() -> None:
    cameras = [ScriptedCamera([PICTURE], ends=False), ScriptedCamera([PICTURE] * 2, ends=True)]
    waiting = iter(cameras)
    _, frames, states = run(lambda: next(waiting))
    assert [frame.number for frame in frames] == [1, 2, 3]
    assert states == [
        CameraState.OPENING,
        CameraState.LIVE,
        CameraState.LOST,
        CameraState.LIVE,
        CameraState.FINISHED,
    ]
    assert [camera.closed for camera in cameras] == [1, 1]


def test_camera_whose_driver_fails_in_a_way_of_its_own_is_opened_anew(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def nonsense() -> Iterator[Image]:
        yield PICTURE
        raise ValueError("nonsense from the driver")

    cameras = iter([ScriptedCamera(nonsense(), ends=False), None, ScriptedCamera([PICTURE], ends=True)])

    def open_source() -> Camera:
        camera = next(cameras)
        if camera is None:
            raise RuntimeError("no driver at all")
        return camera

    with caplog.at_level("INFO"):
        _, frames, states = run(open_source)
    assert [frame.number for frame in frames] == [1, 2]
    assert states[-3:] == [CameraState.LOST, CameraState.LIVE, CameraState.FINISHED]
    lost, there_again = [record.getMessage() for record in caplog.records]
    assert "nonsense from the driver" in lost
    assert "there again" in there_again


def test_missing_camera_is_told_why_and_tried_until_it_is_there() -> None:
    tries = 0
    errors: list[CameraError | None] = []
    camera = ScriptedCamera([PICTURE], ends=True)

    def open_source() -> Camera:
        nonlocal tries
        errors.append(feed.error)
        tries += 1
        if tries < 4:
            raise CameraError("The camera does not answer", "device 0", "Plug it in.")
        return camera

    feed = CameraFeed(open_source, patience=SOON)
    feed.run(Event(), lambda _: None, lambda _: None)
    assert tries == 4
    assert errors[0] is None
    assert "device 0" in str(errors[1])
    assert feed.error is None


def test_picture_that_cannot_be_read_is_a_failure_with_its_reason() -> None:
    stop = Event()
    broken = CameraError("The file holds no picture", "2.png", "Give a PNG or JPEG file.")
    closed = []

    class BrokenCamera:
        finished = False

        def read(self) -> Image | None:
            raise broken

        def close(self) -> None:
            closed.append(self)
            stop.set()

    feed, frames, states = run(BrokenCamera, stop)
    assert (frames, states) == ([], [CameraState.OPENING, CameraState.LOST])
    assert feed.error is broken
    assert len(closed) == 1


def test_stop_ends_a_feed_that_waits_for_its_next_try() -> None:
    stop = Event()
    tried = Event()

    def open_source() -> Camera:
        tried.set()
        raise CameraError("The camera does not answer", "device 0", "Plug it in.")

    feed = CameraFeed(open_source, patience=Patience(first_retry=60.0, last_retry=60.0))
    thread = Thread(target=feed.run, args=(stop, lambda _: None, lambda _: None))
    thread.start()
    assert tried.wait(5.0)
    stop.set()
    thread.join(5.0)
    assert not thread.is_alive()


def test_stop_ends_a_feed_within_a_frame_and_closes_its_camera() -> None:
    stop = Event()
    camera = ScriptedCamera(itertools.repeat(PICTURE), ends=False)
    seen: list[Frame] = []

    def on_frame(frame: Frame) -> None:
        seen.append(frame)
        if len(seen) == 5:
            stop.set()

    CameraFeed(lambda: camera).run(stop, on_frame, lambda _: None)
    assert len(seen) == 5
    assert camera.closed == 1


def test_camera_is_closed_when_the_one_who_takes_its_frames_fails() -> None:
    camera = ScriptedCamera([PICTURE], ends=True)

    def fail(_: Frame) -> None:
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"):
        CameraFeed(lambda: camera).run(Event(), fail, lambda _: None)
    assert camera.closed == 1


def test_read_that_hangs_is_seen_from_outside() -> None:
    now = 0.0
    states: list[CameraState] = []

    def hang() -> Iterator[Image]:
        nonlocal now
        yield PICTURE
        for _ in range(3):  # meanwhile, in another thread, somebody asks
            now += 1.1
            states.append(feed.state())

    feed = CameraFeed(lambda: ScriptedCamera(hang(), ends=True), clock=lambda: now)
    feed.run(Event(), lambda _: None, lambda _: None)
    assert states == [CameraState.STALLED, CameraState.STALLED, CameraState.LOST]


def frame(number: int) -> Frame:
    return Frame(PICTURE, float(number), number)


def test_slow_taker_gets_the_newest_frame_once() -> None:
    slot = NewestFrame()
    for number in range(100):
        slot.put(frame(number))
    taken = slot.take(0.0)
    assert taken is not None
    assert taken.number == 99
    assert slot.take(0.0) is None


def test_taker_is_woken_by_a_frame() -> None:
    slot = NewestFrame()
    taken: list[Frame | None] = []
    thread = Thread(target=lambda: taken.append(slot.take(10.0)))
    thread.start()
    slot.put(frame(1))
    thread.join(5.0)
    assert [each.number for each in taken if each] == [1]
