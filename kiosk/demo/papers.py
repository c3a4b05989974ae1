"""What visitors hold up that is no letter of this office."""

import numpy as np
import qrcode
from numpy.typing import NDArray
from qrcode.constants import ERROR_CORRECT_M

from kiosk.core.code import ALPHABET, Code

_MODULE_PIXELS = 9
_MARGIN = 140


def poster(text: str) -> NDArray[np.uint8]:
    """Return a coloured sheet (BGR) with the QR code of any text on it."""
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    symbol.add_data(text)
    symbol.make(fit=True)
    dark = np.kron(np.array(symbol.get_matrix()), np.ones((_MODULE_PIXELS, _MODULE_PIXELS), dtype=bool))
    side = dark.shape[0]
    sheet = np.full(
        (round((side + 2 * _MARGIN) * 1.4), side + 2 * _MARGIN, 3), (176, 214, 247), dtype=np.uint8
    )
    code = np.where(dark[..., np.newaxis], np.uint8(20), np.uint8(255))
    sheet[_MARGIN : _MARGIN + side, _MARGIN : _MARGIN + side] = code
    return sheet


def misread(code: Code) -> str:
    """Return the text of `code` with one symbol that is wrong, as a bad copyist would give it."""
    text = code.text
    wrong = ALPHABET[(ALPHABET.index(text[10]) + 1) % len(ALPHABET)]
    return text[:10] + wrong + text[11:]
