"""QR codes that somebody makes to do harm: payloads for the parser, and symbols for the decoders.

Everything is drawn from a seeded generator. A symbol is written bit by bit, so that it may hold what no
encoder would write: headers of a structured append, ECI designators without an encoding, Kanji that are none,
counts that reach beyond the data, and noise under a right error correction.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

import numpy as np
import qrcode
from qrcode.base import rs_blocks
from qrcode.util import BitBuffer, create_bytes, length_in_bits

from kiosk.core.code import ALPHABET, Code
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

LARGEST: Final = 40
NUMERIC, ALPHANUMERIC, APPEND, BYTES, FNC1, ECI, KANJI, FNC1_SECOND = 1, 2, 3, 4, 5, 7, 8, 9
"""The modes that begin a segment, in four bits."""
_ALPHANUMERIC_SIGNS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_QUIET: Final = 4
_ROOM: Final = {
    level: [sum(each.data_count for each in rs_blocks(version, level)) for version in range(1, LARGEST + 1)]
    for level in range(4)
}
"""Bytes of data that each version holds, by the level of its correction (0 M, 1 L, 2 H, 3 Q)."""

_TEXTS: Final = (
    "' OR '1'='1' --",
    "'; DROP TABLE event; --",
    "JC1'; UPDATE occupancy SET state = '{}'; --",
    "https://example.org/JC10000000000000000000000000000",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "../../../../etc/shadow",
    "$(reboot)",
    "%s%s%s%n",
    "{0.__class__.__init__.__globals__}",
    "<script>fetch('https://example.org')</script>",
    "<b>Admitted</b>",
    "\x1b]0;owned\x07\x1b[2J",
    "\x02JC1\x03",
    "\r\n\r\nGET / HTTP/1.1",
    "\u202e1CJ",
    "\u2067JC1\u2069\u200f\u061c",
    "\ufeffJC1",
    "\uff2a\uff23\uff11",
    "\u017fJ\u0131",
    "\U0001f4e8" * 20,
    "a\u0300" * 60,
    "\x00",
    "",
    " - - - ",
)


@dataclass(frozen=True, slots=True, eq=False)
class Symbol:
    """A QR code: the harm that is meant, its picture, and the bytes that are in it, where they are plain."""

    kind: str
    picture: Image
    expected: bytes | None = None


def payloads(random: Random, letters: Sequence[Code]) -> Iterator[str | bytes]:
    """Texts and bytes without end, none of which is one of these letters' codes."""
    kinds: tuple[Callable[[], str | bytes], ...] = (
        lambda: random.randbytes(random.randrange(80)),
        lambda: "".join(chr(_any_sign(random)) for _ in range(random.randrange(48))),
        lambda: "JC1" + "".join(random.choices(ALPHABET, k=random.choice((27, 28, 28, 28, 29)))),
        lambda: "".join(random.choices(ALPHABET, k=random.randrange(34))),
        lambda: "".join(random.choices(_ALPHANUMERIC_SIGNS, k=random.choice((31, 35, 200)))),
        lambda: _nearly(random, random.choice(letters).text),
        lambda: _wrapped(random, random.choice(letters).text),
        lambda: random.choice(_TEXTS) + random.choice(("", "\x00", "\n", *_TEXTS)),
    )
    while True:
        yield random.choice(kinds)()


def symbols(random: Random, letters: Sequence[Code]) -> Iterator[Symbol]:
    """Pictures of hostile codes without end, none of which holds one of these letters' codes."""
    texts = payloads(random, letters)
    while True:
        payload = next(texts)
        raw = payload if isinstance(payload, bytes) else payload.encode("utf-8", "surrogatepass")
        data = _segment(BYTES, len(raw), raw)
        yield Symbol("bytes", _drawn(random, data), raw)
        yield Symbol("ECI", _drawn(random, _eci(random), data))
        kanji = [random.getrandbits(13) for _ in range(random.randrange(1, 40))]
        yield Symbol("Kanji", _drawn(random, _segment(KANJI, len(kanji), kanji, 13)))
        append = (
            (APPEND, 4),
            (random.getrandbits(4), 4),
            (random.getrandbits(4), 4),
            (random.getrandbits(8), 8),
        )
        yield Symbol("structured append", _drawn(random, append, data))
        second = ((FNC1_SECOND, 4), (random.getrandbits(8), 8))
        yield Symbol("FNC1", _drawn(random, random.choice((((FNC1, 4),), second)), data))
        noise = tuple((random.getrandbits(8), 8) for _ in range(random.randrange(1, 120)))
        yield Symbol("noise", _drawn(random, noise))
        mode = random.choice((NUMERIC, ALPHANUMERIC, BYTES, KANJI))
        yield Symbol(
            "count beyond the data", _drawn(random, _segment(mode, random.randrange(200, 1023), raw))
        )
        yield Symbol("torn", _torn(random, _drawn(random, data)))
        if random.random() < _LARGE_SHARE:
            yield _large(random)


_LARGE_SHARE: Final = 0.15

_Bits = Sequence[tuple[int, int]]
"""Numbers, and how many bits each of them takes."""

_Segment = Callable[[int], _Bits] | _Bits
"""The bits of a part of a symbol, or what gives them for a version: counts are longer in large versions."""


def _segment(mode: int, count: int, values: Sequence[int], bits: int = 8) -> Callable[[int], _Bits]:
    def of_version(version: int) -> _Bits:
        in_bits = length_in_bits(mode, version)
        return [(mode, 4), (count % (1 << in_bits), in_bits), *((value, bits) for value in values)]

    return of_version


def _eci(random: Random) -> _Bits:
    """A designator of one, two or three bytes: of an encoding that there is, or of none."""
    number = random.choice((3, 20, 25, 26, 27, 170, 899, random.randrange(1_000_000)))
    if number < 1 << 7 and random.random() < 0.8:
        return ((ECI, 4), (number, 8))
    if number < 1 << 14:
        return ((ECI, 4), (0b10, 2), (number, 14))
    return ((ECI, 4), (random.choice((0b110, 0b111)), 3), (number, 21))


def _drawn(random: Random, *segments: _Segment) -> Image:
    """The smallest symbol that holds these segments, or a little larger, at some level and mask."""
    level = random.randrange(4)
    for version in range(1, LARGEST + 1):
        buffer = BitBuffer()
        for segment in segments:
            for number, bits in segment(version) if callable(segment) else segment:
                buffer.put(number, bits)
        if len(buffer) <= 8 * _ROOM[level][version - 1]:
            return _symbol(buffer, version, level, random)
    raise ValueError("these segments are longer than the largest symbol")


def _large(random: Random) -> Symbol:
    """The largest symbols, full to the last sign: 4,296 letters, 7,089 figures, 2,953 bytes."""
    level, version = 1, random.randrange(27, LARGEST + 1)
    room = 8 * _ROOM[level][version - 1] - 4
    mode, signs, bits = random.choice(((NUMERIC, 3, 10), (ALPHANUMERIC, 2, 11), (BYTES, 1, 8)))
    groups = (room - length_in_bits(mode, version)) // bits
    most = {NUMERIC: 1000, ALPHANUMERIC: 45 * 45, BYTES: 256}[mode]
    values = [random.randrange(most) for _ in range(groups)]
    buffer = BitBuffer()
    for number, each in _segment(mode, groups * signs, values, bits)(version):
        buffer.put(number, each)
    expected = bytes(values) if mode == BYTES else None
    return Symbol("largest", _symbol(buffer, version, level, random), expected)


def _symbol(buffer: BitBuffer, version: int, level: int, random: Random) -> Image:
    room = _ROOM[level][version - 1]
    buffer.put(0, min(4, 8 * room - len(buffer)))
    buffer.put(0, -len(buffer) % 8)
    for place in range(room - len(buffer) // 8):
        buffer.put((0xEC, 0x11)[place % 2], 8)
    code = qrcode.QRCode(version=version, error_correction=level, border=_QUIET)
    code.data_cache = create_bytes(buffer, rs_blocks(version, level))
    code.makeImpl(False, random.randrange(8))
    pixels = random.choice((3, 4, 6)) if version < 20 else 3
    dark = np.kron(np.array(code.get_matrix(), dtype=bool), np.ones((pixels, pixels), dtype=bool))
    return np.where(dark, 0, 255).astype(np.uint8)


def _torn(random: Random, picture: Image) -> Image:
    """The same symbol with a piece of it missing, turned over, or stretched."""
    side = picture.shape[0]
    torn = picture.copy()
    left, top = random.randrange(side), random.randrange(side)
    torn[top : top + random.randrange(side), left : left + side // 5] = random.choice((0, 255))
    if random.random() < 0.3:
        torn = np.ascontiguousarray(255 - torn[:, ::-1])
    size = (random.randrange(side // 2, side * 2), random.randrange(side // 2, side * 2))
    return np.asarray(cv2.resize(torn, size), dtype=np.uint8)


def _any_sign(random: Random) -> int:
    """A code point of any plane, lone surrogates included."""
    return random.choice(
        (random.randrange(32), random.randrange(256), random.randrange(0x3000), random.randrange(0x110000))
    )


def _nearly(random: Random, code: str) -> str:
    """The code with one or two symbols wrong, or two neighbours exchanged."""
    symbols_ = list(code)
    place = random.randrange(3, len(code) - 1)
    if random.random() < 0.3 and symbols_[place] != symbols_[place + 1]:
        symbols_[place], symbols_[place + 1] = symbols_[place + 1], symbols_[place]
        return "".join(symbols_)
    for each in random.sample(range(3, len(code)), random.choice((1, 2))):
        symbols_[each] = random.choice([sign for sign in ALPHABET if sign != symbols_[each]])
    return "".join(symbols_)


def _wrapped(random: Random, code: str) -> str:
    """The whole code, with something before, behind or within it that is no blank and no hyphen."""
    sign = random.choice(("\x00", "?", "\u200b", "\u202e", "=", "\ufeff", "\U0001f4e8", "%20", "A"))
    place = random.randrange(len(code) + 1)
    return code[:place] + sign + code[place:]
