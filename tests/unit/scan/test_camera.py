"""Pictures come from devices, films, folders and networks; what cannot be opened says how to mend it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from kiosk.core.door_devices import CameraWishes
from kiosk.scan.camera import (
    CameraError,
    Device,
    Film,
    NetworkStream,
    Pace,
    Pictures,
    Pipe,
    load_picture,
    open_camera,
    source_of,
)
from kiosk.scan.camera_source import without_password
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

SIZE = (64, 48)


def shade(value: int) -> Image:
    return np.full((SIZE[1], SIZE[0], 3), value, dtype=np.uint8)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "door.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 20.0, SIZE)
    for value in (40, 120, 200):
        writer.write(shade(value))
    writer.release()
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("folder")
    for number, value in enumerate((40, 120, 200)):
        cv2.imwrite(str(path / f"{number}.png"), shade(value))
    (path / "notes.txt").write_text("no picture")
    return path


def shades(spec: Path | str, most: int = 20, *, loop: bool = False) -> list[int]:
    """The grey of each picture that the camera gives, up to `most`, rounded to tens."""
    camera = open_camera(str(spec), loop=loop, paced=False)
    seen: list[int] = []
    while len(seen) < most and (image := camera.read()) is not None:
        seen.append(int(round(float(image.mean()), -1)))
    assert camera.finished == (len(seen) < most)
    camera.close()
    camera.close()
    return seen


def test_what_is_named_decides_the_kind_of_camera(film: Path, folder: Path) -> None:
    assert source_of("0") == Device(0)
    assert source_of(" 2 ") == Device(2)
    assert source_of("/dev/v4l/by-id/usb-cam") == Device("/dev/v4l/by-id/usb-cam")
    assert source_of(str(film)) == Film(film)
    assert source_of(str(folder)) == Pictures(tuple(folder / f"{each}.png" for each in range(3)))
    assert source_of(str(folder / "1.png")) == Pictures((folder / "1.png",))
    os.mkfifo(folder / "pipe")
    assert source_of(str(folder / "pipe")) == Pipe(folder / "pipe")
    assert source_of("HTTP://camera.example/video") == NetworkStream("HTTP://camera.example/video")


@pytest.mark.parametrize("spec", ["", "nothing-here.mp4", "http://", "http://[", "²", "-1"])
def test_what_names_no_camera_is_refused_with_the_mend(spec: str) -> None:
    with pytest.raises(CameraError) as refused:
        source_of(spec)
    assert refused.value.what
    assert refused.value.mend
    assert refused.value.where in str(refused.value)


def test_file_of_an_unknown_kind_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CameraError, match="No pictures"):
        source_of(str(tmp_path))
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")
    with pytest.raises(CameraError, match="Neither a film nor a picture"):
        source_of(str(tmp_path / "letter.pdf"))


def test_missing_device_fails_at_once_and_says_where() -> None:
    with pytest.raises(CameraError, match="device 87") as missing:
        open_camera("87")
    assert "plugged in" in missing.value.mend


def test_film_ends_or_begins_again(film: Path) -> None:
    assert shades(film) == [40, 120, 200]
    assert shades(film, 7, loop=True) == [40, 120, 200, 40, 120, 200, 40]


def test_folder_of_pictures_ends_or_begins_again(folder: Path) -> None:
    assert shades(folder) == [40, 120, 200]
    assert shades(folder, 7, loop=True) == [40, 120, 200, 40, 120, 200, 40]


def test_mirrored_camera_is_turned_round_whatever_it_is(tmp_path: Path) -> None:
    half = shade(40)
    half[:, 32:] = 200
    cv2.imwrite(str(tmp_path / "half.png"), half)
    camera = open_camera(str(tmp_path), wishes=CameraWishes(mirrored=True), paced=False)
    image = camera.read()
    assert image is not None
    assert (image[0, 0, 0], image[0, -1, 0]) == (200, 40)
    assert camera.read() is None
    assert camera.finished
    camera.close()


def test_files_that_hold_no_pictures_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.avi"
    broken.write_bytes(b"RIFF nothing")
    with pytest.raises(CameraError, match=r"broken\.avi"):
        open_camera(str(broken))
    (tmp_path / "broken.png").write_bytes(b"")
    with pytest.raises(CameraError, match=r"broken\.png"):
        load_picture(tmp_path / "broken.png")
    with pytest.raises(CameraError, match=r"gone\.png"):
        load_picture(tmp_path / "gone.png")


class _MjpegHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the library's name
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=edge")
        self.end_headers()
        for value in (40, 120, 200):
            jpeg = cv2.imencode(".jpg", shade(value))[1].tobytes()
            self.wfile.write(b"--edge\r\nContent-Type: image/jpeg\r\n")
            self.wfile.write(f"Content-Length: {len(jpeg)}\r\n\r\n".encode() + jpeg + b"\r\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Keep the test's output clean."""


@pytest.fixture
def stream() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _MjpegHandler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/video.mjpg"
    server.shutdown()
    thread.join()
    server.server_close()


def test_network_camera_gives_its_pictures(stream: str) -> None:
    camera = open_camera(stream)
    image = camera.read()
    camera.close()
    assert image is not None
    assert image.shape == (48, 64, 3)


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("http://guard:secret@127.0.0.1:9/video", "http://127.0.0.1:9/video"),
        ("http://guard:s@secret@127.0.0.1:9/video", "http://127.0.0.1:9/video"),
        ("http://127.0.0.1:9/video?user=guard&pwd=secret", "http://127.0.0.1:9/video?…"),
        ("http://guard:x/secret@127.0.0.1:9/video", "http://127.0.0.1:9/video"),
        ("http://guard:secret@/video", "http:///video"),
        ("http://[guard:secret@/video", "http:///video"),
        ("rtsp://guard:secret@127.0.0.1/video", "'rtsp://127.0.0.1/video'"),
    ],
)
def test_network_camera_is_named_without_its_password(url: str, named: str) -> None:
    assert without_password(url) == named.strip("'")
    with suppress(CameraError):
        assert str(source_of(url)) == named


def test_network_camera_that_cannot_be_opened_is_named_without_its_password() -> None:
    with pytest.raises(CameraError) as refused:
        open_camera("http://guard:secret@127.0.0.1:9/video")
    assert refused.value.where == "http://127.0.0.1:9/video"
    assert "secret" not in str(refused.value)


def test_pictures_come_at_their_pace_and_one_that_was_late_hurries_nobody() -> None:
    now = 100.0
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(round(seconds, 6))
        now += seconds

    pace = Pace(10.0, clock=lambda: now, sleep=sleep)
    pace.wait()
    now += 0.03
    pace.wait()
    assert slept == [0.07]
    now += 5.0
    pace.wait()
    pace.wait()
    assert slept == [0.07, 0.1]
