"""Bytes of a scanner at a serial port -> the texts it scanned."""

from kiosk.scan.frame import text_of
from kiosk.scan.wedge import LONGEST_TEXT, bare

PAUSE = 0.060
"""Seconds of silence that end a text: at 9600 baud, which is slow, a symbol takes one millisecond."""


class SerialText:
    """Collects bytes until a pause: a QR code may hold any ends of lines, so none of them ends a text.

    Times are monotonic seconds. Not thread-safe.
    """

    def __init__(self) -> None:
        """Nothing came yet."""
        self._raw = bytearray()
        self._last_at = 0.0

    def receive(self, raw: bytes, at: float) -> str | None:
        """Take bytes that came at `at`; gives the text that they end by coming late, if there is one."""
        text = self.pause(at)
        # Of more than any QR code can hold, the first part is kept: a port may also send noise for ever.
        self._raw += raw[: LONGEST_TEXT - len(self._raw)]
        self._last_at = at
        return text

    def pause(self, at: float) -> str | None:
        """Tell the time; gives the text that has ended before it, if there is one."""
        if not self._raw or at < self._last_at + PAUSE:
            return None
        text = bare(text_of(bytes(self._raw)))
        self._raw.clear()
        return text or None
