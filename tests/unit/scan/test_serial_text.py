"""A scanner at a serial port sends bytes; a pause ends a text, whatever is in it."""

import pytest

from kiosk.core.test_letter import TEST_LETTER
from kiosk.scan.serial_text import END_IS_LATE, PAUSE, SerialText
from kiosk.scan.wedge import LONGEST_TEXT
from tests.unit.scan.pictures import CODE, OTHER_CODE


def heard(*pieces: bytes, gap: float = 0.001) -> list[str]:
    serial = SerialText()
    texts = [serial.receive(piece, 10.0 + gap * number) for number, piece in enumerate(pieces)]
    return [each for told in [*texts, serial.pause(20.0), serial.pause(30.0)] for each in told]


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (CODE.encode() + b"\r\n", CODE),
        (b"\x02" + CODE.encode() + b"\x03", CODE),
        (b"]Q1" + CODE.encode() + b"\r", CODE),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("latin-1"), "Grüße"),
        (
            b"x\r\n\x00" + bytes(range(256))[128:] + b"\r",
            "x\r\n\x00" + bytes(range(128, 256)).decode("latin-1"),
        ),
    ],
)
def test_what_is_sent_is_the_text_without_its_wrapping(sent: bytes, text: str) -> None:
    assert heard(sent) == [text]
    assert heard(*(sent[at : at + 1] for at in range(len(sent)))) == [text]


def test_a_pause_tells_two_texts_apart() -> None:
    assert heard(b"ONE\r", b"TWO\r", gap=PAUSE) == ["ONE", "TWO"]


def test_an_end_of_a_line_alone_is_no_text() -> None:
    assert heard(b"\r\n") == []


def test_noise_without_end_is_bounded() -> None:
    (text,) = heard(*[b"U" * 100] * 200, gap=0.0)
    assert len(text) == LONGEST_TEXT


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b"\x03", b"\r\n\x04", b"\r\r\n"])
def test_each_code_that_was_ended_is_its_own_scan_however_late_it_is_read(end: bytes) -> None:
    scans = [CODE, OTHER_CODE, f"{CODE[:-1]}-", CODE, TEST_LETTER]
    assert heard(b"".join(scan.encode() + end for scan in scans)) == scans
    assert heard(b"".join(b"\x02]Q1" + scan.encode() + end for scan in scans)) == scans


def test_a_code_of_others_is_one_text_whatever_lines_it_holds_and_ours_beside_it_stand_apart() -> None:
    card = "BEGIN:VCARD\r\nFN:Erika Muster\r\n\r\nEND:VCARD"
    assert heard(f"{card}\r\n".encode()) == [card]
    assert heard(f"{card}\r{CODE}\r{card}\r".encode()) == [card, CODE, card]
    assert heard(f"{CODE}{OTHER_CODE}".encode()) == [CODE + OTHER_CODE]


def test_the_rest_of_a_text_that_is_read_late_is_waited_for_where_the_scanner_ends_its_texts() -> None:
    serial = SerialText()
    assert serial.receive(f"{CODE}\r{OTHER_CODE[:9]}".encode(), 10.0) == ()
    assert serial.pause(10.0 + PAUSE) == (CODE,)
    assert serial.receive(f"{OTHER_CODE[9:]}\r".encode(), 10.4) == ()
    assert serial.pause(11.0) == (OTHER_CODE,)
    assert serial.receive(CODE[:9].encode(), 12.0) == ()
    assert serial.receive(f"{CODE[9:]}\r".encode(), 12.4) == ()
    assert serial.pause(13.0) == (CODE,)


def test_what_is_never_ended_is_a_text_after_a_while_and_the_next_is_not_waited_for() -> None:
    serial = SerialText()
    serial.receive(f"{CODE}\r".encode(), 10.0)
    assert serial.receive(OTHER_CODE.encode(), 11.0) == (CODE,)
    assert serial.pause(11.0 + PAUSE) == ()
    assert serial.pause(11.0 + END_IS_LATE) == (OTHER_CODE,)
    serial.receive(CODE.encode(), 12.0)
    assert serial.pause(12.0 + PAUSE) == (CODE,)
    assert serial.due_at is None
