"""From the brightness of a code's modules to a clean picture of it; what is doubtful is left out."""

from dataclasses import dataclass

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
_FORMATS_APART = 0.2
"""How much less likely than the likeliest a format may be that is tried."""

_BLURS = ((0.4, 0.05), (0.55, 0.02), (0.7, 0.02), (0.7, 0.004), (0.9, 0.004))
"""Widths of the blur that is taken off, in modules, and the noise's share of power."""

VIEWS = 1 + len(_BLURS)
"""How many ways there are to see the modules: with more and more blur taken off."""

_AROUND = 9

_DOUBTED = (0.0, 0.2, 0.4, 0.6)
"""The shares of the parity that are spent on doubted codewords, one try each."""

_PIXELS = 3
_QUIET = 4


@dataclass(frozen=True, slots=True, eq=False)
class Mended:
    """A clean picture of a code, and whether it was mirrored."""

    picture: Image
    mirrored: bool


def mended(light: Brightness, view: int) -> Mended | None:
    """Draw the code anew whose modules are so light, or return None if that cannot be done beyond doubt.

    `light` reaches RIM modules beyond the code on each side. `view` is the number of the way to see it: 0 to
    VIEWS - 1.
    """
    dark = _darkness(_seen_through(light, view))
    ways = [(dark, _format_agreements(dark), False), (dark.T, _format_agreements(dark.T), True)]
    ways.sort(key=lambda way: -float(way[1].max()))
    likeliest = float(ways[0][1].max())
    for modules, agreements, mirrored in ways:
        for number in np.argsort(-agreements)[:_FORMATS_TRIED].tolist():
            if agreements[number] < max(_LEAST_FORMAT, likeliest - _FORMATS_APART):
                break
            picture = _mended(modules, number)
            if picture is not None:
                return Mended(picture, mirrored)
    return None


def _seen_through(light: Brightness, view: int) -> Brightness:
    """The modules as they are, or with the blur of neighbours taken off."""
    if view == 0:
        return light
    blur, noise = _BLURS[view - 1]
    side = len(light) + 2 * RIM
    squares = np.fft.fftfreq(side)[:, None] ** 2 + np.fft.rfftfreq(side)[None, :] ** 2
    passed = np.exp(-2 * (np.pi * blur) ** 2 * squares)
    seen = np.fft.rfft2(np.pad(light, RIM, mode="edge"))
    clear = np.fft.irfft2(seen * passed / (passed * passed + noise), s=(side, side))
    return np.asarray(clear[RIM:-RIM, RIM:-RIM], dtype=np.float32)


def _darkness(light: Brightness) -> Darkness:
    """How much darker each module is than the middle between dark and light around it."""
    code = np.ascontiguousarray(light[RIM:-RIM, RIM:-RIM])
    around = (_AROUND, _AROUND)
    middle = cv2.blur(code, around, borderType=cv2.BORDER_REFLECT)
    spread = cv2.blur(np.abs(code - middle), around, borderType=cv2.BORDER_REFLECT)
    return np.asarray((middle - code) / (spread + 1.0), dtype=np.float32)


def _format_agreements(dark: Darkness) -> NDArray[np.float64]:
    """How well each of the 32 formats agrees with both copies of it, -1 to 1."""
    seen = dark.ravel()[symbol_of(len(dark)).formats].clip(-1, 1).sum(axis=0)
    return np.asarray(formats_of() @ seen / max(float(np.abs(seen).sum()), 1e-6), dtype=np.float64)


def _mended(dark: Darkness, number: int) -> Image | None:
    """The code in the format of this number."""
    level, mask = divmod(number, 8)
    turned = mask_of(mask, len(dark))
    unmasked = np.where(turned, -dark, dark).ravel()[symbol_of(len(dark)).codewords]
    codewords = (unmasked > 0) @ _BITS
    sureness = np.abs(unmasked).min(axis=1)
    whole = codewords.copy()
    for block in blocks_of(len(dark), level):
        right = _mended_block(codewords[block.codewords], sureness[block.codewords], block.parity)
        if right is None:
            return None
        whole[block.codewords] = right
    return _drawn(whole, number, turned)


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
