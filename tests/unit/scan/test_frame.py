"""Bytes of a code become text by one rule, whatever they are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scan.frame import Frame, Sighting, coloured, grey, text_of

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"JC1ABC", "JC1ABC"),
        ("Grün".encode(), "Grün"),
        ("Grün".encode("latin-1"), "Grün"),
        (b"\xff\xfe\x00", "ÿþ\x00"),
        (b"", ""),
    ],
)
def test_bytes_are_utf8_where_they_can_be_and_else_latin1(raw: bytes, text: str) -> None:
    assert text_of(raw) == text
    assert Sighting(raw, CORNERS).text == text


@given(st.binary(max_size=300))
def test_no_bytes_fail_and_each_can_be_had_back_from_the_text(raw: bytes) -> None:
    text = text_of(raw)
    ways_back = [text.encode()]
    if all(ord(each) < 256 for each in text):
        ways_back.append(text.encode("latin-1"))
    assert raw in ways_back


def test_grey_and_coloured_leave_a_picture_alone_that_is_so_already() -> None:
    dark = np.full((4, 6), 7, dtype=np.uint8)
    assert grey(dark) is dark
    assert coloured(dark).shape == (4, 6, 3)
    blue = np.full((4, 6, 3), (255, 0, 0), dtype=np.uint8)
    assert coloured(blue) is blue
    assert Frame(blue, 1.0, 1).grey()[0, 0] == 29
