"""The QR code of a letter or badge as modules: version 3 at error correction level H, in alphanumeric mode.

Of the 35 symbols that this size holds, a code takes 31. Whatever prints or shows the code, draws these.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from qrcode.constants import ERROR_CORRECT_H
from qrcode.main import QRCode
from qrcode.util import MODE_ALPHA_NUM, QRData

from kiosk.core.code import Badge, Code

MODULES: Final = 29
"""Modules along one side of the code."""

QUIET_ZONE: Final = 4
"""Modules of white that ISO/IEC 18004 asks for on every side of the code."""

_VERSION: Final = 3


def modules(code: Code | Badge) -> NDArray[np.bool_]:
    """Return the modules of `code` without the quiet zone, 29 x 29, row by row from the top; True is dark."""
    return modules_of(code.text)


def modules_of(text: str) -> NDArray[np.bool_]:
    """As `modules`, of any text of that alphabet with at most 35 symbols."""
    drawing = QRCode(version=_VERSION, error_correction=ERROR_CORRECT_H, border=0)
    drawing.add_data(QRData(text.encode("ascii"), mode=MODE_ALPHA_NUM), optimize=0)
    # Not allowed to grow: a larger code would be drawn with smaller modules, and be read less well.
    drawing.make(fit=False)
    matrix = np.array(drawing.modules, dtype=np.bool_)
    if matrix.shape != (MODULES, MODULES):
        raise AssertionError(f"a code is {MODULES} modules wide and high, not {matrix.shape}")
    return matrix
