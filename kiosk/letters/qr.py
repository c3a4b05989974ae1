"""The QR code of a letter or badge as modules: version 3 at error correction level H, in alphanumeric mode.

Of the 35 symbols that this size holds, a code takes 31. Whatever prints or shows the code, draws these.
"""

from typing import Final

import numpy as np
import zxingcpp
from numpy.typing import NDArray

from kiosk.core.code import Badge, Code

MODULES: Final = 29
"""Modules along one side of the code."""

QUIET_ZONE: Final = 4
"""Modules of white that ISO/IEC 18004 asks for on every side of the code."""


def modules(code: Code | Badge) -> NDArray[np.bool_]:
    """Return the modules of `code` without the quiet zone, 29 x 29, row by row from the top; True is dark."""
    return modules_of(code.text)


def modules_of(text: str) -> NDArray[np.bool_]:
    """As `modules`, of any text of that alphabet with at most 35 symbols."""
    # zxing-cpp takes half a millisecond; the library qrcode, which tries its eight masks in Python, fifteen.
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="H")
    matrix: NDArray[np.bool_] = np.array(drawn.to_image(scale=1, add_quiet_zones=False)) == 0
    # A larger code would be drawn with smaller modules, and be read less well.
    if matrix.shape != (MODULES, MODULES):
        raise AssertionError(f"a code is {MODULES} modules wide and high, not {matrix.shape}")
    return matrix
