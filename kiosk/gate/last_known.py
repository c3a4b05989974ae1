"""The house as it was last seen, on this machine's disk: for an evacuation while the ledger is away."""

import hashlib
import logging
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.core.occupancy import House
from kiosk.core.office import DoorId
from kiosk.ledger.codec import CodecError, house_from_text, house_to_text
from kiosk.whole_file import write_whole

# At most so much of what came in and went out is missing after a power cut.
_WRITTEN_EVERY = timedelta(seconds=5)

_log = logging.getLogger(__name__)


class LastKnown:
    """The house of one door's panel, `house`, and what is on the disk of it: who is inside, by no name."""

    def __init__(self, folder: Path, door: DoorId) -> None:
        """Read what is on the disk, if it is whole."""
        self._path = folder / f"panel-{door}.house"
        self._written: House | None = None
        self._written_at: datetime | None = None
        self._has_failed = False
        self.house = self._written = self._read()

    def write_if_due(self, now: datetime) -> None:
        """Write the house down if it changed since, and if that is not a moment ago."""
        if self._written_at is None or not timedelta(0) <= now - self._written_at < _WRITTEN_EVERY:
            self.write(now)

    def write(self, now: datetime) -> None:
        """Write the house down, if it changed since. The log says once that the disk does not take it."""
        if self.house is None or self.house is self._written:
            return
        text = house_to_text(self.house).encode()
        self._written_at = now
        try:
            write_whole(self._path, hashlib.sha256(text).hexdigest().encode() + b"\n" + text)
        except OSError as error:
            if not self._has_failed:
                _log.error("the last known house cannot be written to %s: %s", self._path, error)
            self._has_failed = True
        else:
            self._written = self.house
            self._has_failed = False

    def _read(self) -> House | None:
        try:
            check, _, text = self._path.read_bytes().partition(b"\n")
            if hashlib.sha256(text).hexdigest().encode() != check:
                raise CodecError("its checksum is wrong")
            return house_from_text(text.decode())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.error("the last known house in %s cannot be read: %s", self._path, error)
            return None
