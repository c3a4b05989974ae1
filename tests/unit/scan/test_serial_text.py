"""A scanner at a serial port sends bytes; a pause ends a text, whatever is in it."""

import pytest

from kiosk.scan.serial_text import PAUSE, SerialText
from kiosk.scan.wedge import LONGEST_TEXT
from tests.unit.scan.pictures import CODE


def heard(*pieces: bytes, gap: float = 0.001) -> list[str | None]:
    serial = SerialText()
    texts = [serial.receive(piece, 10.0 + gap * number) for number, piece in enumerate(pieces)]
    return [each for each in [*texts, serial.pause(11.0), serial.pause(12.0)] if each is not None]


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
    assert text is not None
    assert len(text) == LONGEST_TEXT
