"""The text in the QR code: `JC1`, 26 symbols of 128 random bits, 2 check symbols.

The 32 symbols are `0-9 A-X` without `I` and `O`: one symbol holds five bits, the QR code stays in its
alphanumeric mode, and a German and an American keyboard type them alike. The code says nothing by itself.

The two check symbols are those of a Reed-Solomon code over GF(32) with the primitive polynomial
x^5 + x^2 + 1: of 28 symbols, any one or two that are wrong, and any two that changed places, are noticed.

A badge of the staff is made in the same way under a prefix of its own, `JS1`: it opens no door as a letter.

The short code stands beside the QR code for a damaged print: seven symbols that follow from the code by
SHA-256 and one check symbol, typed in two groups of four.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum

ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWX"
PREFIX = "JC1"
BADGE_PREFIX = "JS1"
CODE_BITS = 128
PAYLOAD_SYMBOLS = 26
CHECK_SYMBOLS = 2
CODE_LENGTH = len(PREFIX) + PAYLOAD_SYMBOLS + CHECK_SYMBOLS
SHORT_SYMBOLS = 8

_BITS = 5
# The powers of alpha, a root of the polynomial, run through all values but zero.
_ORDER = 31
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
# Read or typed for the symbol that it resembles; both are missing from the alphabet for this reason.
_MISTAKEN = str.maketrans("IO", "10")


class CodeFault(Enum):
    """Why a text is no code: it never was one, or it was one that has been damaged."""

    NOT_A_CODE = "not_a_code"
    DAMAGED = "damaged"


class CodeError(ValueError):
    """Raised for a text that holds no valid code; `fault` says why. It does not repeat the text."""

    def __init__(self, fault: CodeFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the first kind; `secret` is the 128-bit number that it holds."""

    secret: int

    def __post_init__(self) -> None:
        if not 0 <= self.secret < 1 << CODE_BITS:
            raise ValueError("a code holds a number of 128 bits")

    def __repr__(self) -> str:
        # Whoever reads a code can come in with it: it must not appear in a log or a traceback.
        return "Code(...)"

    @property
    def text(self) -> str:
        """The text for the QR code, 31 symbols."""
        return PREFIX + _symbols_of(self.secret)

    @property
    def short(self) -> "ShortCode":
        """The short code that is printed beside the QR code."""
        digest = hashlib.sha256(b"short code " + self.text.encode("ascii")).digest()
        return ShortCode(int.from_bytes(digest[:8], "big") >> (64 - _BITS * (SHORT_SYMBOLS - 1)))


@dataclass(frozen=True, slots=True)
class Badge:
    """The code on a badge, which stands in for typing an id; `secret` is the 128-bit number that it holds."""

    secret: int

    def __post_init__(self) -> None:
        if not 0 <= self.secret < 1 << CODE_BITS:
            raise ValueError("a badge holds a number of 128 bits")

    def __repr__(self) -> str:
        return "Badge(...)"

    @property
    def text(self) -> str:
        """The text for the QR code, 31 symbols."""
        return BADGE_PREFIX + _symbols_of(self.secret)


@dataclass(frozen=True, slots=True)
class ShortCode:
    """A short code of eight symbols; `number` is the 35-bit number that it holds."""

    number: int

    def __post_init__(self) -> None:
        if not 0 <= self.number < 1 << (_BITS * (SHORT_SYMBOLS - 1)):
            raise ValueError("a short code holds a number of 35 bits")

    def __repr__(self) -> str:
        return "ShortCode(...)"

    @property
    def text(self) -> str:
        """The eight symbols, without the gap that the print shows."""
        payload = _to_symbols(self.number, SHORT_SYMBOLS - 1)
        return payload + _check_symbols(payload, 1)

    @property
    def printed(self) -> str:
        """The symbols in two groups of four, as on the letter."""
        return f"{self.text[:4]} {self.text[4:]}"


def parse(shown: str | bytes) -> Code | ShortCode:
    """Return the code in a text that was scanned or typed, in either case, with blanks and hyphens allowed.

    Raises CodeError, and nothing else, for any other text or bytes.
    """
    text = _as_text(shown).translate(_MISTAKEN)
    # By length before prefix: one short code in 32,768 begins like a code.
    if len(text) == SHORT_SYMBOLS and all(symbol in _VALUE for symbol in text):
        return _parse_short_code(text)
    if text.startswith(PREFIX):
        return Code(_secret_in(text.removeprefix(PREFIX)))
    raise CodeError(CodeFault.NOT_A_CODE)


def parse_badge(shown: str | bytes) -> Badge:
    """Return the badge in a text that was scanned, read as `parse` reads it. Raises CodeError alone."""
    text = _as_text(shown).translate(_MISTAKEN)
    if text.startswith(BADGE_PREFIX):
        return Badge(_secret_in(text.removeprefix(BADGE_PREFIX)))
    raise CodeError(CodeFault.NOT_A_CODE)


def _parse_short_code(symbols: str) -> ShortCode:
    payload, check = symbols[:-1], symbols[-1]
    if _check_symbols(payload, 1) != check:
        raise CodeError(CodeFault.DAMAGED)
    return ShortCode(_to_number(payload))


def _secret_in(symbols: str) -> int:
    payload, check = symbols[:PAYLOAD_SYMBOLS], symbols[PAYLOAD_SYMBOLS:]
    if len(symbols) != PAYLOAD_SYMBOLS + CHECK_SYMBOLS or not all(symbol in _VALUE for symbol in symbols):
        raise CodeError(CodeFault.DAMAGED)
    secret = _to_number(payload)
    if _check_symbols(payload, CHECK_SYMBOLS) != check or secret >= 1 << CODE_BITS:
        raise CodeError(CodeFault.DAMAGED)
    return secret


def _as_text(shown: str | bytes) -> str:
    if isinstance(shown, bytes):
        try:
            shown = shown.decode("ascii")
        except UnicodeDecodeError:
            raise CodeError(CodeFault.NOT_A_CODE) from None
    if not shown.isascii():
        # Before upper(): there are letters outside ASCII whose capitals lie inside.
        raise CodeError(CodeFault.NOT_A_CODE)
    return shown.strip().replace(" ", "").replace("-", "").upper()


def _symbols_of(secret: int) -> str:
    payload = _to_symbols(secret, PAYLOAD_SYMBOLS)
    return payload + _check_symbols(payload, CHECK_SYMBOLS)


def _to_symbols(number: int, length: int) -> str:
    return "".join(ALPHABET[number >> _BITS * place & len(ALPHABET) - 1] for place in reversed(range(length)))


def _to_number(symbols: str) -> int:
    number = 0
    for symbol in symbols:
        number = number << _BITS | _VALUE[symbol]
    return number


def _powers_of_alpha() -> tuple[int, ...]:
    powers = [1]
    while len(powers) < _ORDER:
        doubled = powers[-1] << 1
        powers.append(doubled ^ 0b100101 if doubled & 32 else doubled)
    return tuple(powers)


_POWER = _powers_of_alpha()
_LOG = {value: exponent for exponent, value in enumerate(_POWER)}


def _times(left: int, right: int) -> int:
    if left == 0 or right == 0:
        return 0
    return _POWER[(_LOG[left] + _LOG[right]) % _ORDER]


# The generator polynomials without their leading coefficient: x + a, and (x + a)(x + a^2), a = alpha.
_GENERATORS = {1: (_POWER[1],), 2: (_POWER[1] ^ _POWER[2], _times(_POWER[1], _POWER[2]))}


def _check_symbols(payload: str, count: int) -> str:
    generator = _GENERATORS[count]
    remainder = [0] * count
    for symbol in payload:
        feedback = _VALUE[symbol] ^ remainder[0]
        shifted = [*remainder[1:], 0]
        remainder = [
            value ^ _times(feedback, factor) for value, factor in zip(shifted, generator, strict=True)
        ]
    return "".join(ALPHABET[value] for value in remainder)
