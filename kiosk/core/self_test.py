"""The daily self-test: which devices of a door have read the test letter today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from zoneinfo import ZoneInfo


class Device(Enum):
    """What reads letters at a door; several cameras are one."""

    CAMERA = "camera"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class ReadBy:
    """When a device read the test letter last (aware); None: not since the program began."""

    device: Device
    at: datetime | None


@dataclass(frozen=True, slots=True)
class SelfTest:
    """How far the test of a day is: when the last device read the letter, and which have still to read it."""

    read_at: datetime | None
    missing: tuple[Device, ...]


def self_test(reads: Iterable[ReadBy], now: datetime, zone: ZoneInfo) -> SelfTest:
    """Return how far the test of the day of `now` is, by the clock of `zone`, for the devices in `reads`."""
    today = now.astimezone(zone).date()
    read_at: datetime | None = None
    missing: list[Device] = []
    for read in reads:
        if read.at is None or read.at.astimezone(zone).date() != today:
            missing.append(read.device)
        elif read_at is None or read.at > read_at:
            read_at = read.at
    return SelfTest(read_at, tuple(missing))
