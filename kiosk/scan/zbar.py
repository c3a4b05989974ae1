"""QR codes by libzbar: slower than zxing-cpp, and it reads some codes that zxing-cpp does not.

pyzbar's own `decode` lets zbar guess the encoding of the text. Here zbar is asked for the bytes as they stand
in the code. Only QR codes are searched: zbar's DataBar decoder ends the process by a failed assertion on some
pictures.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_char_p, c_void_p, cast, string_at

from kiosk.scan.frame import Corners, Image, Sighting

try:
    from pyzbar import wrapper
except ImportError as error:
    wrapper = None
    MISSING: str | None = (
        f"libzbar cannot be loaded ({error}). Install libzbar0; until then two decoders do the work."
    )
else:
    MISSING = None
"""Why zbar is not used, with the mend, for `kiosk doctor`; None when it is there."""

_FOURCC_Y800 = int.from_bytes(b"Y800", "little")
_CONFIG_BINARY = 4
"""ZBAR_CFG_BINARY of zbar.h, since zbar 0.23.1; pyzbar does not name it."""


def read_zbar(grey: Image) -> tuple[Sighting, ...]:
    """The QR codes in a grey picture; nothing when libzbar is missing."""
    if wrapper is None:
        return ()
    height, width = grey.shape
    pixels = grey.tobytes()
    with _scanner() as (scanner, gives_raw_bytes), _image() as image:
        wrapper.zbar_image_set_format(image, _FOURCC_Y800)
        wrapper.zbar_image_set_size(image, width, height)
        wrapper.zbar_image_set_data(image, cast(c_char_p(pixels), c_void_p), len(pixels), None)
        wrapper.zbar_scan_image(scanner, image)
        sightings = tuple(_sightings(image))
    if gives_raw_bytes:
        return sightings
    # An old zbar has guessed an encoding; ASCII is what no guess changes.
    return tuple(each for each in sightings if each.raw.isascii())


@contextmanager
def _scanner() -> Iterator[tuple[object, bool]]:
    scanner = wrapper.zbar_image_scanner_create()
    try:
        for symbol in wrapper.ZBarSymbol:
            wanted = symbol is wrapper.ZBarSymbol.QRCODE
            wrapper.zbar_image_scanner_set_config(scanner, symbol, wrapper.ZBarConfig.CFG_ENABLE, int(wanted))
        refused = wrapper.zbar_image_scanner_set_config(scanner, wrapper.ZBarSymbol.QRCODE, _CONFIG_BINARY, 1)
        yield scanner, not refused
    finally:
        wrapper.zbar_image_scanner_destroy(scanner)


@contextmanager
def _image() -> Iterator[object]:
    image = wrapper.zbar_image_create()
    try:
        yield image
    finally:
        wrapper.zbar_image_destroy(image)


def _sightings(image: object) -> Iterator[Sighting]:
    symbol = wrapper.zbar_image_first_symbol(image)
    while symbol:
        raw = string_at(wrapper.zbar_symbol_get_data(symbol), wrapper.zbar_symbol_get_data_length(symbol))
        corners = _corners(symbol)
        if corners is not None:
            yield Sighting(raw, corners)
        symbol = wrapper.zbar_symbol_next(symbol)


def _corners(symbol: object) -> Corners | None:
    points = tuple(
        (
            float(wrapper.zbar_symbol_get_loc_x(symbol, index)),
            float(wrapper.zbar_symbol_get_loc_y(symbol, index)),
        )
        for index in range(wrapper.zbar_symbol_get_loc_size(symbol))
    )
    match points:
        case (top_left, bottom_left, bottom_right, top_right):
            return (top_left, top_right, bottom_right, bottom_left)
        case _:
            return None
