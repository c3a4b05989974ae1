"""Pictures for the tests of scanning, all drawn here: QR codes, letters with them, scenes without any."""

from functools import cache

import numpy as np
import qrcode
from numpy.typing import NDArray
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M
from qrcode.util import MODE_8BIT_BYTE, QRData

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

# The shape of this program's codes: 31 symbols, version 3, level H. The check symbols are not right.
CODE = "JC1ABCDEFGH0123456789KLMNPQRSTU"
OTHER_CODE = "JC10123456789ABCDEFGHJKLMNPQRST"


@cache
def qr(text: str, pixels: int = 6) -> Image:
    """The QR code of a letter, with its quiet zone."""
    code = qrcode.QRCode(version=3, error_correction=ERROR_CORRECT_H, border=4)
    code.add_data(text)
    code.make(fit=False)
    return _drawn(code, pixels)


def modules_of(text: str) -> NDArray[np.bool_]:
    """The modules of a letter's code: 29 x 29, True where they are dark."""
    return np.asarray(qr(text, pixels=1)[4:-4, 4:-4] == 0)


def qr_of_bytes(raw: bytes, pixels: int = 5) -> Image:
    """A QR code of any bytes, in byte mode, as others make them."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(QRData(raw, mode=MODE_8BIT_BYTE, check_data=False))
    code.make()
    return _drawn(code, pixels)


@cache
def letter(text: str = CODE) -> Image:
    """An A4 page at 100 dots an inch with its code at the upper right and lines of grey for the words."""
    page: Image = np.full((1170, 826, 3), 255, dtype=np.uint8)
    code = cv2.cvtColor(cv2.resize(qr(text), (178, 178), interpolation=cv2.INTER_AREA), cv2.COLOR_GRAY2BGR)
    page[190:368, 590:768] = code
    page[80:110, 60:260] = (150, 80, 30)
    for line in range(430, 1000, 26):
        page[line : line + 8, 70 : 560 + 7 * (line % 29)] = 70
    return page


def frame_with(code: Image, width: int = 1280, height: int = 720) -> Image:
    """A grey frame of a camera with this picture in its middle."""
    frame: Image = np.full((height, width), 140, dtype=np.uint8)
    top, left = (height - code.shape[0]) // 2, (width - code.shape[1]) // 2
    frame[top : top + code.shape[0], left : left + code.shape[1]] = code
    return frame


def _drawn(code: qrcode.QRCode, pixels: int) -> Image:
    modules = np.array(code.get_matrix(), dtype=bool)
    return np.where(np.kron(modules, np.ones((pixels, pixels), dtype=bool)), 0, 255).astype(np.uint8)
