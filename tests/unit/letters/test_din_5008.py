"""What an envelope, a folding machine and a file need of the printed page, in its ink (DIN 5008, form B)."""

from typing import Final

import numpy as np
import pytest
import zxingcpp

from kiosk.letters.page import HEIGHT, WIDTH
from kiosk.letters.pdf import printed
from kiosk.letters.reading_back import GreyPicture
from tests.unit.letters.ink import INK, MM, ink_in, lines_of, pages_of
from tests.unit.letters.inviting import ADDRESSEE, a_letter

NEAR: Final = 0.5
"""Half a millimetre: a letter's side bearing, and what a printer's feed gives away."""


@pytest.fixture(scope="module")
def page() -> GreyPicture:
    return pages_of(printed(a_letter(addressee=ADDRESSEE)).document)[0]


def test_the_page_is_folded_and_punched_at_its_marks(page: GreyPicture) -> None:
    assert lines_of(ink_in(page, 5, 0, 9, HEIGHT)) == pytest.approx([105, 148.5, 210], abs=0.3)


def test_the_window_of_an_envelope_shows_the_address_at_its_place(page: GreyPicture) -> None:
    # The field is 85 x 45 mm, 20 mm from the left and 45 mm from the top; the letters begin 5 mm further in.
    address = ink_in(page, 20, 62.7, 105, 90)
    columns, rows = np.flatnonzero(address.any(axis=0)), np.flatnonzero(address.any(axis=1))
    assert columns[0] / MM == pytest.approx(5, abs=NEAR)
    assert rows[0] / MM < 2
    assert len(lines_of(address)) == len(ADDRESSEE)
    # The line above it is that of the sender, small, in the 17.7 mm that the norm leaves to it.
    sender = ink_in(page, 20, 45, 105, 62.7)
    assert sender.any()
    assert np.flatnonzero(sender.any(axis=0))[0] / MM == pytest.approx(5, abs=NEAR)


def test_a_letter_that_slips_in_its_envelope_shows_nothing_else_in_the_window(page: GreyPicture) -> None:
    # 5 mm to each side is what a sheet of A4 has in a long envelope.
    assert not ink_in(page, 15, 45, 25 - NEAR, 90).any()
    assert not ink_in(page, 20, 90, 105, 95).any()
    assert not ink_in(page, 105, 45, 110, 90).any()


def test_the_text_keeps_the_margins_of_the_norm(page: GreyPicture) -> None:
    assert not ink_in(page, 12, 98, 25 - NEAR, HEIGHT).any()
    assert not ink_in(page, 190 + NEAR, 98, WIDTH, HEIGHT).any()


def test_the_symbol_on_the_page_has_version_3_and_level_h_and_is_large_enough(page: GreyPicture) -> None:
    (found,) = zxingcpp.read_barcodes(page)
    corner, right = found.position.top_left, found.position.top_right
    width = (right.x - corner.x + 1) / MM
    assert width >= 35
    # A corner square is seven modules wide: 1 dark, 1 light, 3 dark, 1 light, 1 dark.
    row = page[corner.y + round(width * MM * 3.5 / 29), corner.x - 2 :] < INK
    changes = np.flatnonzero(np.diff(row.astype(np.int8)))
    module = (changes[5] - changes[0]) / 7
    assert round(width * MM / module) == 17 + 4 * 3
    assert found.ec_level == "H"
