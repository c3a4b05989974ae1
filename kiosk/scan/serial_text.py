"""Bytes of a scanner at a serial port -> the texts it scanned."""

import re
from collections.abc import Iterator

from kiosk.core.test_letter import as_test_letter
from kiosk.scan.frame import text_of
from kiosk.scan.turns import is_ours
from kiosk.scan.wedge import ENDS, LONGEST_TEXT, bare

PAUSE = 0.060
"""Seconds of silence that end a text: at 9600 baud, which is slow, a symbol takes one millisecond."""

END_IS_LATE = 0.5
"""Seconds for which a text is waited for that a scanner has not ended, though it ended the one before."""

_LINE = re.compile(f"[^{ENDS}]*[{ENDS}]*")


class SerialText:
    """Collects bytes until a pause, and gives what was scanned. Times are monotonic seconds. Not thread-safe.

    A QR code may hold any ends of lines, so none of them ends a text. But a busy program reads late, and two
    scans as one: each line that is a code of ours, or the test letter, is a scan of its own.
    """

    def __init__(self) -> None:
        """Nothing came yet."""
        self._raw = bytearray()
        self._last_at = 0.0
        self._sends_ends = False

    @property
    def due_at(self) -> float | None:
        """When to call `pause` if nothing comes before; None when nothing is waiting."""
        if not self._raw:
            return None
        is_begun = self._sends_ends and not self._raw.endswith(_ENDS)
        return self._last_at + (END_IS_LATE if is_begun else PAUSE)

    def receive(self, raw: bytes, at: float) -> tuple[str, ...]:
        """Take bytes that came at `at`; gives the texts that they end by coming late."""
        texts = self.pause(at)
        # Of more than any QR code can hold, the first part is kept: a port may also send noise for ever.
        self._raw += raw[: LONGEST_TEXT - len(self._raw)]
        self._last_at = at
        return texts

    def pause(self, at: float) -> tuple[str, ...]:
        """Tell the time; gives the texts that have ended before it."""
        due = self.due_at
        if due is None or at < due:
            return ()
        raw = bytes(self._raw)
        self._raw.clear()
        if not self._sends_ends and not raw.endswith(_ENDS):
            # What stands behind a code of ours that was ended is another scan, which has only begun.
            ended = max(raw.rfind(end) for end in _ENDS) + 1
            if any(_is_scan(bare(line)) for line in _LINE.findall(text_of(raw[:ended]))):
                raw, self._raw = raw[:ended], bytearray(raw[ended:])
        self._sends_ends = raw.endswith(_ENDS)
        return tuple(_scans_in(text_of(raw)))


_ENDS = tuple(end.encode() for end in ENDS)


def _scans_in(text: str) -> Iterator[str]:
    """Give each line by itself that is a scan of its own, and what stands between them as it is."""
    between = ""
    for line in _LINE.findall(text):
        scan = bare(line)
        if not _is_scan(scan):
            between += line
            continue
        if bare(between):
            yield bare(between)
        between = ""
        yield scan
    if bare(between):
        yield bare(between)


def _is_scan(text: str) -> bool:
    return is_ours(text) or as_test_letter(text) is not None
