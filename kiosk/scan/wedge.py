"""Keystrokes of a USB scanner that acts as a keyboard -> the text it scanned, apart from what people type.

How a window uses it: an event filter swallows every key press and hands it to `press` (auto-repeats are
dropped), then starts a one-shot timer anew that calls `pause` at `due_at`. What comes back as `Scanned` is a
scan. What comes back as `Typed` was pressed by a person, and may go to the field or shortcut that it was
meant for. Nothing is acted upon before this module has said which it is: a QR code can hold control
characters and shortcuts, and here they are data.

What is known of scanners: they press a key every 1 to 20 ms; most end with Enter or Tab, some with nothing,
some with both CR and LF; some begin with STX, or with the AIM identifier `]Q1`, which a German layout turns
into `+Q1`; with Caps Lock on, letters come in the other case, which the code's parser does not mind; Y and Z
may be exchanged, which our alphabet does not hold.

An Enter alone ends nothing: a QR code may hold many, with anything between them. Only a pause ends a burst.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

LONGEST_TEXT = 4296 + 32
"""Characters: the most that a QR code holds (alphanumeric, version 40, level L), and room for a prefix."""

ENDS = "\r\n\t\x03\x04"
"""What scanners send after a text: Enter, Tab, ETX, EOT."""

_BEFORE = re.compile(r"\A\x02?(?:[\]+][Qq][0-6])?")

_LATE_END = 0.5
"""Seconds after a scan within which an Enter by itself is still the scanner's."""


def bare(sent: str) -> str:
    """The text without what scanners put around it."""
    return _BEFORE.sub("", sent).rstrip(ENDS)


@dataclass(frozen=True, slots=True)
class Keystroke:
    """A key that went down. Its time is the event's own (Qt's `timestamp()`), not that of its delivery."""

    text: str
    """The characters it makes; empty for a key that makes none (F5, Alt+F4, Shift by itself)."""
    at: float
    """Seconds of a monotonic clock."""
    key: int = 0
    """The toolkit's own number of the key, handed back unread with `Typed`."""
    modifiers: int = 0
    """The toolkit's own set of modifiers, handed back unread with `Typed`."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scanner sent this `text`, which is freed of what scanners put around it; `keys` is all it pressed.

    Of more than any QR code can hold, the first `LONGEST_TEXT` keys are kept.
    """

    text: str
    keys: str
    at: float
    """When the last key was pressed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A person pressed these keys."""

    keystrokes: tuple[Keystroke, ...]


Heard: TypeAlias = Scanned | Typed


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What tells a scanner from a hand, in seconds between keys. Fast typists need 60 ms a key and more."""

    mean_gap: float = 0.035
    """A scanner's keys follow one another at least this fast, on the average."""
    longest_gap: float = 0.090
    """A longer pause ends a burst; a busy computer delays a scanner's key by less."""
    fewest_keys: int = 3
    """Two keys are struck at once by any hand; three as fast as a scanner are worth a verdict, not trust."""

    def __post_init__(self) -> None:
        """Refuse values under which nothing, or everything, would be a scan."""
        if not 0 < self.mean_gap <= self.longest_gap or self.fewest_keys <= 1:
            raise ValueError(f"needs 0 < mean_gap <= longest_gap, and more than one key: {self}")


class Wedge:
    """Collects keystrokes until it can say whether a scanner or a person made them. Not thread-safe."""

    def __init__(self, rhythm: Rhythm | None = None) -> None:
        self._rhythm = rhythm or Rhythm()
        self._burst: list[Keystroke] = []
        self._pressed = 0
        self._last_at = 0.0
        self._scanned_at: float | None = None

    @property
    def due_at(self) -> float | None:
        """When to call `pause` if no key comes before; None when nothing is waiting."""
        return self._last_at + self._rhythm.longest_gap if self._burst else None

    def press(self, keystroke: Keystroke) -> Heard | None:
        """Take one key; gives what it has ended by coming later than a burst lasts, if anything."""
        heard = self.pause(keystroke.at)
        self._last_at = max(self._last_at, keystroke.at) if self._burst else keystroke.at
        self._pressed += 1
        if len(self._burst) < LONGEST_TEXT:
            self._burst.append(keystroke)
        return heard

    def pause(self, at: float) -> Heard | None:
        """Tell the time; gives what has ended before it, if anything."""
        due = self.due_at
        if due is None or at < due:
            return None
        burst, self._burst = tuple(self._burst), []
        pressed, self._pressed = self._pressed, 0
        if self._is_late_end(burst):
            return None
        if not self._is_scan(burst, pressed):
            return Typed(burst)
        self._scanned_at = self._last_at
        keys = "".join(each.text for each in burst)
        return Scanned(bare(keys), keys, self._last_at)

    def _is_scan(self, burst: tuple[Keystroke, ...], pressed: int) -> bool:
        if pressed < self._rhythm.fewest_keys:
            return False
        if len({(each.text, each.key) for each in burst}) == 1:  # one key that is held down, or leant upon
            return False
        return (self._last_at - burst[0].at) / (pressed - 1) <= self._rhythm.mean_gap

    def _is_late_end(self, burst: tuple[Keystroke, ...]) -> bool:
        """Whether this is the Enter of the scan before, which would press a button if it got through."""
        if self._scanned_at is None or burst[0].at - self._scanned_at > _LATE_END:
            return False
        return all(each.text and each.text in ENDS for each in burst)
