"""The three decoders behind one shape: a grey picture goes in, sightings with raw bytes come out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import zxingcpp

from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place

# Not `QRCode`: that takes in Micro QR, whose weak check could find texts in the corner of a torn QR code.
_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)

_CORNERS = 4

# zxing-cpp takes no more pixels in a row or column. No camera gives that many, and a scanned poster may.
_MOST_PIXELS = 65535

MODULES_OF_A_LETTER = 29
"""What is believed of a code that does not tell its version: it may be one of ours."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What zxing-cpp says of a picture: the codes it read, and the places of codes that it could not read."""

    read: tuple[Sighting, ...]
    unread: tuple[Place, ...]
    read_at: Callable[[], tuple[Place, ...]] = field(default=tuple, compare=False)
    """Where the codes are that were read. To find out takes a tenth as long as to read a small picture, so
    that it is done when it is asked for: after the texts were handed over."""


def look_with_zxing(grey: Image) -> FirstLook:
    """The fast first look, which also tells where a code was located but not read."""
    if max(grey.shape) > _MOST_PIXELS:
        return FirstLook((), ())
    read: list[Sighting] = []
    unread: list[Place] = []
    valid: list[zxingcpp.Barcode] = []
    for barcode in zxingcpp.read_barcodes(grey, formats=_FORMATS, return_errors=True):
        corners = _corners_of(barcode.position)
        if barcode.valid:
            read.append(Sighting(barcode.bytes, corners))
            valid.append(barcode)
        # Of a torn code it may give one point four times.
        elif len(set(corners)) == _CORNERS:
            unread.append(Place(corners, _modules(barcode)))
    return FirstLook(tuple(read), tuple(unread), partial(_places, valid))


def read_zxing(grey: Image) -> tuple[Sighting, ...]:
    """The QR codes that zxing-cpp reads."""
    return look_with_zxing(grey).read


def read_opencv(grey: Image) -> tuple[Sighting, ...]:
    """The QR codes that OpenCV reads, as far as they are ASCII: it re-encodes other bytes as it guesses."""
    try:
        _, texts, places, _ = cv2.QRCodeDetector().detectAndDecodeBytesMulti(grey)
    except cv2.error:  # it fails an assertion of its own on some pictures, by exception and not by abort
        return ()
    sightings = []
    # Where it finds nothing, it gives None for the places, whatever its types say.
    for raw, place in zip(texts, places if texts else (), strict=True):
        points = [(float(x), float(y)) for x, y in place]
        if raw and raw.isascii() and len(points) == _CORNERS:
            top_left, top_right, bottom_right, bottom_left = points
            sightings.append(Sighting(raw, (top_left, top_right, bottom_right, bottom_left)))
    return tuple(sightings)


def _places(barcodes: list[zxingcpp.Barcode]) -> tuple[Place, ...]:
    return tuple(Place(_corners_of(each.position), _modules(each)) for each in barcodes)


def _modules(barcode: zxingcpp.Barcode) -> int:
    """17 modules and 4 for each version; of a torn code that may be missing, or a Micro QR's ("M4")."""
    extra = barcode.extra
    version = str(extra.get("Version", "")) if isinstance(extra, dict) else ""
    return 17 + 4 * int(version) if version.isdecimal() and int(version) else MODULES_OF_A_LETTER


def _corners_of(position: zxingcpp.Position) -> Corners:
    return (
        (float(position.top_left.x), float(position.top_left.y)),
        (float(position.top_right.x), float(position.top_right.y)),
        (float(position.bottom_right.x), float(position.bottom_right.y)),
        (float(position.bottom_left.x), float(position.bottom_left.y)),
    )
