"""Pictures beside what they truly hold, NAME.txt (UTF-8) or NAME.bin (bytes): to measure decoding on."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kiosk.scan.camera import PICTURE_ENDINGS

_ENCODINGS = ("utf-8", "shift_jis", "gb18030", "latin-1")


class Outcome(Enum):
    """What was made of a picture."""

    RIGHT = "right"
    WRONG = "wrong"
    """Something was read, and it is not what the picture holds."""
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Truth:
    """What a picture truly holds."""

    raw: bytes

    def judge(self, read: Iterable[bytes]) -> Outcome:
        """Judge what was read: right if the truth is among it; other codes may be in the picture, too.

        Codes in other encodings than UTF-8 are compared in those, and white space is not compared: sets of
        photographs differ in how they wrote it down.
        """
        outcome = Outcome.UNREAD
        for raw in read:
            if raw == self.raw or not _readings(raw).isdisjoint(_readings(self.raw, ("utf-8",))):
                return Outcome.RIGHT
            outcome = Outcome.WRONG
        return outcome


def truth_beside(picture: Path) -> Truth | None:
    """Return what the picture holds, if it was written down beside it."""
    for ending in (".bin", ".txt"):
        written = picture.with_suffix(ending)
        if written.is_file():
            return Truth(written.read_bytes())
    return None


def pictures_in(folder: Path) -> list[Path]:
    """The pictures that lie in this folder, in order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURE_ENDINGS)


def _readings(raw: bytes, encodings: Sequence[str] = _ENCODINGS) -> set[str]:
    readings = set()
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.add("".join(unicodedata.normalize("NFKC", text).split()))
    return readings
