"""A live camera is read in a process of its own: it may hang as it likes, and the door goes on."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import numpy as np
import pytest

from kiosk.core.door_devices import CameraWishes
from kiosk.scan.camera import Camera, CameraError, Device, Pipe, open_camera
from kiosk.scan.camera_capture import LiveCamera
from kiosk.scan.camera_feed import CameraFeed
from kiosk.scan.camera_process import ProcessCamera, open_live_camera
from kiosk.scan.camera_watch import CameraState, Patience
from kiosk.scan.frame import Frame
from kiosk.scan.opencv import cv2

SILENCE = 0.3
AS_IT_COMES = CameraWishes()


def jpeg(colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour, with noise so that it is not smaller than what a reader takes at once."""
    noise = np.random.default_rng(0).integers(-40, 40, (96, 128, 3))
    return cv2.imencode(".jpg", np.clip(noise + colour, 0, 255).astype(np.uint8))[1].tobytes()


class Writer:
    """A program that writes pictures into a pipe when it is told to, and holds still otherwise."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self._told: SimpleQueue[int | None] = SimpleQueue()
        self._thread = Thread(target=self._run)
        self._thread.start()

    def write(self, pictures: int) -> None:
        self._told.put(pictures)

    def end(self) -> None:
        self._told.put(None)
        # Whoever waits for a reader of a pipe is let go by one.
        os.close(os.open(self.path, os.O_RDWR | os.O_NONBLOCK))
        self._thread.join()

    def _run(self) -> None:
        while (pictures := self._told.get()) is not None:
            descriptor = os.open(self.path, os.O_RDWR)  # a reader that is gone does not end the writer
            for _ in range(pictures):
                os.write(descriptor, jpeg((40, 120, 200)))


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = Writer(tmp_path / "camera")
    yield made
    made.end()


def opened(writer: Writer, wishes: CameraWishes = AS_IT_COMES) -> ProcessCamera:
    return ProcessCamera(
        Pipe(writer.path), str(writer.path), wishes, open_seconds=60.0, silence_seconds=SILENCE
    )


def test_camera_that_hangs_in_the_middle_of_a_read_is_noticed_and_found_again(writer: Writer) -> None:
    states: list[CameraState] = []
    frames: list[Frame] = []
    stop = Event()

    def on_state(state: CameraState) -> None:
        states.append(state)
        if state is CameraState.LOST:
            lost_after.append(time.monotonic() - frames[-1].taken_at)
            error.append(str(feed.error))
            writer.write(8)
        elif states[-2:] == [CameraState.LOST, CameraState.LIVE]:
            stop.set()

    lost_after: list[float] = []
    error: list[str] = []
    processes: list[ProcessCamera] = []

    def open_it() -> Camera:
        processes.append(opened(writer, CameraWishes(mirrored=True)))
        return processes[-1]

    feed = CameraFeed(open_it, patience=Patience(first_retry=0.01))
    writer.write(8)
    feed.run(stop, frames.append, on_state)
    assert states[-3:] == [CameraState.LIVE, CameraState.LOST, CameraState.LIVE]
    assert lost_after[0] >= SILENCE
    assert "The camera hangs" in error[0]
    assert frames[0].image.shape == (96, 128, 3)
    blue, _, red = frames[0].image.mean(axis=(0, 1))
    assert blue < red
    # It ended by itself when nobody wanted it any more, although its read never came back.
    assert [each._process.returncode for each in processes] == [0, 0]


def test_camera_that_never_answers_is_given_up(writer: Writer) -> None:
    with pytest.raises(CameraError, match="hangs"):
        ProcessCamera(Pipe(writer.path), str(writer.path), AS_IT_COMES, open_seconds=0.1)


def test_device_that_is_not_there_is_told_without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.scan.camera_process.ProcessCamera", None)
    with pytest.raises(CameraError, match="There is no such camera"):
        open_camera("/dev/v4l/by-id/usb-none-video-index0")


def test_what_is_there_and_is_no_camera_says_so_through_the_process() -> None:
    with pytest.raises(CameraError, match="does not answer: device /dev/null"):
        open_live_camera(Device("/dev/null"), "/dev/null", AS_IT_COMES)


class FakeCapture:
    """Stands in for a device's driver: it takes what it is told to take."""

    def __init__(self, taken: set[int]) -> None:
        self.taken = taken
        self.values: dict[int, float] = {}

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's spelling
        return True

    def set(self, setting: int, value: float) -> bool:
        if setting in self.taken:
            self.values[setting] = value
        return True

    def get(self, setting: int) -> float:
        return self.values.get(setting, 0.0)

    def release(self) -> None:
        pass


def test_driver_is_asked_for_all_wishes_and_those_that_it_does_not_take_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size = {cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT}
    automatics = {cv2.CAP_PROP_AUTO_EXPOSURE, cv2.CAP_PROP_AUTOFOCUS}
    everything = FakeCapture(size | automatics | {cv2.CAP_PROP_EXPOSURE, cv2.CAP_PROP_FOCUS})
    wishes = CameraWishes(1920, 1080, exposure_ms=8.0, focus=30)
    monkeypatch.setattr(cv2, "VideoCapture", lambda *_: everything)
    assert LiveCamera(Device(0), wishes).unmet == ()
    assert everything.values[cv2.CAP_PROP_EXPOSURE] == 80
    assert everything.values[cv2.CAP_PROP_AUTOFOCUS] == 0
    assert LiveCamera(Device(0), AS_IT_COMES).unmet == ()
    assert everything.values[cv2.CAP_PROP_AUTO_EXPOSURE] == 3
    assert everything.values[cv2.CAP_PROP_AUTOFOCUS] == 1
    monkeypatch.setattr(cv2, "VideoCapture", lambda *_: FakeCapture(automatics))
    assert LiveCamera(Device(0), wishes).unmet == (
        "it gives 0 x 0 instead of 1920 x 1080 pixels",
        "it does not expose for 8 ms",
        "its focus cannot be set to 30",
    )
