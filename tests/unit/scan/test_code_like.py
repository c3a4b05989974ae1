"""A code is noticed from where nobody could read it, and nothing else is taken for one."""

import numpy as np
import pytest

from kiosk.scan.code_like import code_like
from kiosk.scan.frame import Frame, Image, grey
from kiosk.scan.guidance import Hint, hint_for
from kiosk.scan.opencv import cv2
from kiosk.scan.reader import Reader
from tests.unit.scan.pictures import frame_with, letter, qr


def sheet(code_width: int, light: float = 1.0) -> Image:
    """A soft frame of a white sheet with a code of this width, quiet zone and all, in its middle."""
    code = cv2.resize(qr(LETTER, 6), (code_width, code_width), interpolation=cv2.INTER_AREA)
    paper: Image = np.full((420, 560), 235, dtype=np.uint8)
    top, left = (420 - code_width) // 2, (560 - code_width) // 2
    paper[top : top + code_width, left : left + code_width] = np.minimum(code, 235)
    soft = cv2.GaussianBlur(frame_with(paper), (0, 0), 1.4)
    return np.asarray(soft * light, dtype=np.uint8)


LETTER = "JC1ABCDEFGH0123456789KLMNPQRSTU"


@pytest.mark.parametrize("code_width", [56, 76, 138])
def test_a_code_is_noticed_where_it_is(code_width: int) -> None:
    corners = code_like(sheet(code_width))
    assert corners is not None
    assert np.abs(np.mean(corners, axis=0) - (640, 360)).max() < 0.15 * code_width


@pytest.mark.parametrize(
    "picture",
    [
        np.full((720, 1280), 128, dtype=np.uint8),
        np.random.default_rng(1).integers(0, 256, (720, 1280), dtype=np.uint8),
        frame_with(np.full((300, 300), 30, dtype=np.uint8)),
        frame_with(grey(letter()[400:1090])),
    ],
    ids=["nothing", "noise", "a dark square", "a page of words"],
)
def test_nothing_else_looks_like_a_code(picture: Image) -> None:
    assert code_like(picture) is None


@pytest.mark.parametrize(("width", "light", "hint"), [(50, 1.0, Hint.CLOSER), (50, 0.3, Hint.INTO_LIGHT)])
def test_what_cannot_be_read_yet_gets_its_hint(width: int, light: float, hint: Hint) -> None:
    reading = Reader(budget=1.0).read(Frame(sheet(width, light), 0.0, 1))
    assert not reading.sightings
    assert [hint_for(each) for each in reading.unread] == [hint]
