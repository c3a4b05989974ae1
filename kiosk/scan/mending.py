"""From the brightness of a code's modules to a clean picture of it; what is doubtful is left to correction."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.correction import mend
from kiosk.scan.frame import Image
from kiosk.scan.grid import RIM, Brightness, Darkness
from kiosk.scan.opencv import cv2
from kiosk.scan.symbol import blocks_of, formats_of, mask_of, symbol_of

_BITS = 1 << np.arange(7, -1, -1)
_LEAST_FORMAT = 0.35
_FORMATS_TRIED = 2
_BLURS = ((0.4, 0.05), (0.55, 0.02), (0.7, 0.02), (0.7, 0.004), (0.9, 0.004))
"""Widths of the blur that is taken off, in modules, and the noise's share of power."""

_AROUND = 9

_DOUBTED = (0.0, 0.2, 0.4, 0.6)
"""The shares of the parity that are spent on doubted codewords, one try each."""

_PIXELS = 3
_QUIET = 4


def mended(light: Brightness) -> Image | None:
    """A clean picture of the code whose modules are so light, or None if that cannot be told beyond doubt.

    `light` reaches RIM modules beyond the code on each side.
    """
    for values in _views(light):
        picture = _mended(_darkness(values))
        if picture is not None:
            return picture
    return None


def _views(light: Brightness) -> Iterator[Brightness]:
    """The modules as they are, then with the blur of neighbours taken off, the more the later."""
    yield light
    seen = np.fft.rfft2(np.pad(light, RIM, mode="edge"))
    side = len(light) + 2 * RIM
    frequency = np.fft.fftfreq(side)[:, None] ** 2 + np.fft.rfftfreq(side)[None, :] ** 2
    for blur, noise in _BLURS:
        passed = np.exp(-2 * (np.pi * blur) ** 2 * frequency)
        clear = np.fft.irfft2(seen * passed / (passed * passed + noise), s=(side, side))
        yield np.asarray(clear[RIM:-RIM, RIM:-RIM], dtype=np.float32)


def _darkness(light: Brightness) -> Darkness:
    """How much darker each module is than the middle between dark and light around it."""
    code = np.ascontiguousarray(light[RIM:-RIM, RIM:-RIM])
    around = (_AROUND, _AROUND)
    middle = cv2.blur(code, around, borderType=cv2.BORDER_REFLECT)
    spread = cv2.blur(np.abs(code - middle), around, borderType=cv2.BORDER_REFLECT)
    return np.asarray((middle - code) / (spread + 1.0), dtype=np.float32)


def _mended(dark: Darkness) -> Image | None:
    symbol = symbol_of(len(dark))
    seen = dark.ravel()[symbol.formats].clip(-1, 1).sum(axis=0)
    agreed = formats_of() @ seen / max(float(np.abs(seen).sum()), 1e-6)
    for number in np.argsort(-agreed)[:_FORMATS_TRIED].tolist():
        if agreed[number] < _LEAST_FORMAT:
            return None
        level, mask = divmod(number, 8)
        turned = mask_of(mask, len(dark))
        unmasked = np.where(turned, -dark, dark).ravel()[symbol.codewords]
        codewords = (unmasked > 0) @ _BITS
        sureness = np.abs(unmasked).min(axis=1)
        whole = codewords.copy()
        for block in blocks_of(len(dark), level):
            right = _mended_block(codewords[block.codewords], sureness[block.codewords], block.parity)
            if right is None:
                break
            whole[block.codewords] = right
        else:
            return _drawn(whole, number, turned)
    return None


def _mended_block(
    codewords: NDArray[np.int64], sureness: NDArray[np.float32], parity: int
) -> NDArray[np.int64] | None:
    doubted = np.argsort(sureness)
    tried = set()
    for share in _DOUBTED:
        count = int(share * parity)
        if count in tried:
            continue
        tried.add(count)
        right = mend(codewords, parity, doubted[:count].tolist())
        if right is not None:
            return right
    return None


def _drawn(codewords: NDArray[np.int64], number: int, turned: NDArray[np.bool_]) -> Image:
    symbol = symbol_of(len(turned))
    modules = symbol.known > 0
    modules.flat[symbol.formats] = formats_of()[number] > 0
    data = np.zeros(modules.shape, dtype=np.bool_)
    data.flat[symbol.codewords] = codewords[:, None] & _BITS > 0
    free = symbol.known == 0
    free.flat[symbol.formats] = False
    modules[free] = (data ^ turned)[free]
    drawn = np.where(np.kron(modules, np.ones((_PIXELS, _PIXELS), dtype=np.bool_)), 0, 255).astype(np.uint8)
    return np.pad(drawn, _QUIET * _PIXELS, constant_values=255)
