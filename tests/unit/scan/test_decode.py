"""Codes are read from pictures, byte for byte, within their time, and nothing is read where there is none."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kiosk.scan import zbar
from kiosk.scan.decode import decode
from kiosk.scan.decoders import FirstLook, look_with_zxing, read_opencv, read_zxing
from kiosk.scan.frame import Frame, Image
from kiosk.scan.opencv import cv2
from kiosk.scan.reader import Reader
from kiosk.scan.reading import Reading
from kiosk.scan.zbar import read_zbar
from tests.unit.scan.pictures import CODE, OTHER_CODE, frame_with, qr, qr_of_bytes


def texts(grey: Image) -> list[str]:
    return [sighting.text for sighting in decode(grey)]


def unsharp_frame() -> Image:
    """A frame too far out of focus for the first look and for most others, but not for all."""
    frame = np.asarray(cv2.GaussianBlur(frame_with(qr(CODE, pixels=5)), (0, 0), 3.5), dtype=np.uint8)
    assert read_zxing(frame) == ()
    return frame


@pytest.mark.parametrize("read", [read_zxing, read_zbar, read_opencv])
def test_each_decoder_reads_a_letter_and_finds_its_corners(read: object) -> None:
    assert callable(read)
    (sighting,) = read(frame_with(qr(CODE, pixels=8)))
    assert sighting.raw == CODE.encode()
    # 29 modules of 8 pixels in the middle of 1280 x 720.
    corners = ((524, 244), (756, 244), (756, 476), (524, 476))
    assert np.abs(np.asarray(sighting.corners) - corners).max() < 6


BYTES = [
    b"Gr\xfcn",
    "Grün".encode(),
    bytes(range(256)),
    b"\x00\x01\x02",
    "漢字".encode("shift_jis"),
    b"\xef\xbb\xbfBOM",
    b"'; DROP TABLE event; --\r\n",
    "مرحبا \u202e".encode(),
]


@pytest.mark.parametrize("raw", BYTES)
def test_bytes_that_are_no_text_come_through_unchanged(raw: bytes) -> None:
    picture = qr_of_bytes(raw)
    assert [each.raw for each in read_zxing(picture)] == [raw]
    assert [each.raw for each in read_zbar(picture)] == [raw]
    assert [each.raw for each in read_opencv(picture)] in ([], [raw])


def test_text_of_an_old_zbar_that_guesses_is_believed_only_where_no_guess_changes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zbar, "_CONFIG_BINARY", 77)  # as unknown to this zbar as the true one to an old one
    assert [each.text for each in read_zbar(qr(CODE))] == [CODE]
    assert read_zbar(qr_of_bytes(b"Gr\xfcn")) == ()


def test_scanner_goes_on_without_libzbar_and_says_so() -> None:
    # A fresh interpreter, in which pyzbar cannot be imported.
    program = (
        "import sys; sys.modules['pyzbar'] = None\n"
        "from kiosk.scan import zbar\n"
        "import numpy as np\n"
        "assert zbar.read_zbar(np.zeros((9, 9), np.uint8)) == ()\n"
        "print(zbar.MISSING)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Install libzbar0" in said.stdout
    assert zbar.MISSING is None


def test_qt_finds_its_environment_as_it_was_before_opencv() -> None:
    program = (
        "import os\n"
        "from kiosk.scan.opencv import cv2\n"
        "print(os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'), os.environ.get('QT_QPA_FONTDIR'))\n"
    )
    environment = {**os.environ, "QT_QPA_FONTDIR": "fonts-of-the-office"}
    environment.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)
    said = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.split() == ["None", "fonts-of-the-office"]


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(255 - qr(CODE), id="dark mode of a phone"),
        pytest.param(np.ascontiguousarray(np.fliplr(qr(CODE))), id="mirrored"),
        pytest.param(np.ascontiguousarray(np.rot90(qr(CODE))), id="on its side"),
        pytest.param(np.asarray(cv2.GaussianBlur(qr(CODE), (0, 0), 3.0), np.uint8), id="blurred"),
        pytest.param(qr(CODE) // 16 + 30, id="pale"),
    ],
)
def test_code_is_read_as_people_hold_it(picture: Image) -> None:
    assert texts(picture) == [CODE]


def test_two_letters_in_one_picture_are_both_read() -> None:
    assert sorted(texts(np.hstack((qr(CODE), qr(OTHER_CODE))))) == sorted([CODE, OTHER_CODE])


def test_still_that_the_first_look_misses_is_read_by_another() -> None:
    assert texts(unsharp_frame()) == [CODE]


def test_code_that_was_torn_is_found_and_read_as_long_as_enough_is_left() -> None:
    torn = qr(CODE, pixels=8).copy()
    torn[110:200, 60:190] = 255
    look = look_with_zxing(frame_with(torn))
    assert look.read == ()
    assert len(look.unread) == 1
    assert texts(frame_with(torn)) == [CODE]
    torn[60:, 120:] = 255
    assert texts(frame_with(torn)) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (2, 2), (300, 1)])
def test_tiniest_pictures_hold_nothing(size: tuple[int, int]) -> None:
    picture: Image = np.zeros(size, dtype=np.uint8)
    assert decode(picture) == ()
    assert Reader().read(Frame(picture, 0.0, 1)) == Reading()


@given(arrays(np.uint8, st.tuples(st.integers(1, 60), st.integers(1, 60))))
@settings(max_examples=30)
def test_noise_holds_nothing(noise: Image) -> None:
    assert decode(noise) == ()


def test_reader_reads_a_code_in_a_frame_and_frames_it() -> None:
    (sighting,) = Reader().read(Frame(frame_with(qr(CODE)), 0.0, 1)).sightings
    assert sighting.text == CODE
    middle = np.asarray(sighting.corners).mean(axis=0)
    assert np.abs(middle - (640, 360)).max() < 4


def test_reader_reads_within_a_few_frames_what_the_first_look_misses() -> None:
    blurred = unsharp_frame()
    reader = Reader(budget=5.0)  # so that a busy machine does not decide the test
    reads = [reader.read(Frame(blurred, number / 25, number)).sightings for number in range(8)]
    found = [number for number, read in enumerate(reads) if read]
    assert found
    assert {sighting.text for read in reads for sighting in read} == {CODE}
    # What succeeded keeps its turn.
    assert found == list(range(found[0], 8))
    corners = np.asarray(reads[-1][0].corners)
    assert np.abs(corners.mean(axis=0) - (640, 360)).max() < 6


def test_reader_looks_closer_where_it_last_saw_the_code() -> None:
    code = frame_with(qr(CODE, pixels=3))
    blurred = np.asarray(cv2.GaussianBlur(code, (0, 0), 1.9), dtype=np.uint8)
    assert look_with_zxing(blurred) == FirstLook((), ())
    reader = Reader(budget=5.0)
    assert reader.read(Frame(code, 0.0, 1)).sightings
    (sighting,) = reader.read(Frame(blurred, 0.1, 2)).sightings
    assert sighting.text == CODE
    assert np.abs(np.asarray(sighting.corners).mean(axis=0) - (640, 360)).max() < 3


def test_reader_spends_no_second_look_when_there_is_no_time_left() -> None:
    ticks = iter(np.arange(0.0, 1000.0, 0.05).tolist())
    reader = Reader(clock=lambda: next(ticks))
    blurred = unsharp_frame()
    assert not any(reader.read(Frame(blurred, number / 25, number)).sightings for number in range(12))


def test_look_that_was_too_slow_once_is_tried_again_when_there_is_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # It asks the clock too.
    monkeypatch.setattr(Reader, "_at_patch", lambda _, seen, *__, **___: seen)
    # In each of the first frames one look begins in time and takes two seconds; then nothing takes any. One
    # slow moment is not believed, since the first look of a process takes long: it has to happen again.
    blank = np.full((90, 160), 90, dtype=np.uint8)
    slow = iter([time for began in range(0, 400, 2) for time in (began, began, began, began + 2)])
    reader = Reader(budget=0.2, clock=lambda: next(slow, 400))

    def looks_passed_over() -> int:
        return sum(cost.seconds * blank.size > 0.2 for _, cost in reader._turns)

    for number in range(20):
        reader.read(Frame(blank, number / 25, number))
    assert looks_passed_over() == 0
    for number in range(20, 200):
        reader.read(Frame(blank, number / 25, number))
    assert looks_passed_over() > 0
    for number in range(200, 600):
        reader.read(Frame(blank, number / 25, number))
    assert looks_passed_over() == 0


def beside_one_another(*codes: Image) -> Image:
    frame = np.full((360, 320 * len(codes)), 200, dtype=np.uint8)
    for number, code in enumerate(codes):
        frame[40 : 40 + code.shape[0], 320 * number + 30 : 320 * number + 30 + code.shape[1]] = code
    return frame


def test_letter_that_is_out_of_focus_is_read_beside_the_clear_code_of_another_office() -> None:
    blurred = np.asarray(cv2.GaussianBlur(qr(CODE), (0, 0), 3.4), dtype=np.uint8)
    other = qr_of_bytes(b"https://example.org/other-office")
    picture = beside_one_another(other, blurred)
    assert [each.text for each in read_zxing(picture)] == ["https://example.org/other-office"]
    assert sorted(texts(picture)) == [CODE, "https://example.org/other-office"]


def test_poster_in_the_picture_does_not_hide_the_letter_held_beside_it() -> None:
    # So far out of focus that the first look does not even find it.
    blurred = np.asarray(cv2.GaussianBlur(qr(CODE), (0, 0), 4.0), dtype=np.uint8)
    poster = qr_of_bytes(b"https://example.org/poster")
    picture = beside_one_another(poster, blurred)
    assert look_with_zxing(picture).unread == ()
    reader = Reader(budget=5.0)
    frames = [reader.read(Frame(picture, number / 30, number)).sightings for number in range(20)]
    assert all("https://example.org/poster" in {each.text for each in seen} for seen in frames)
    assert CODE in {each.text for seen in frames for each in seen}
    assert max(len(seen) for seen in frames) == 2


def test_light_code_beside_a_dark_one_and_two_letters_out_of_focus_are_all_read() -> None:
    assert len(texts(beside_one_another(qr(CODE), 255 - qr(OTHER_CODE)))) == 2
    soft = [
        np.asarray(cv2.GaussianBlur(each, (0, 0), 3.2), dtype=np.uint8) for each in (qr(CODE), qr(OTHER_CODE))
    ]
    assert sorted(texts(beside_one_another(*soft))) == sorted([CODE, OTHER_CODE])
