"""The keys of an American keyboard by their numbers in linux/input-event-codes.h."""

from typing import Final

SHIFT_KEYS: Final = frozenset({42, 54})
CONTROL_KEYS: Final = frozenset({29, 97})

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (71, "789-456+1230.", "789-456+1230."),
)
"""The number of the first key, and what it and those after it type, without and with Shift."""

_SINGLE = {
    1: "\x1b",
    14: "\b",
    15: "\t",
    28: "\r",
    55: "*",
    57: " ",
    96: "\r",
    98: "/",
    111: "\x7f",
}

AMERICAN: Final = {
    first + place: pair
    for first, plain, shifted in _ROWS
    for place, pair in enumerate(zip(plain, shifted, strict=True))
} | {key: (text, text) for key, text in _SINGLE.items()}
"""What each key types, without and with Shift; keys that are not here type nothing."""
