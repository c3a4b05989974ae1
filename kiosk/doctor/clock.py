"""Whether the clock can be trusted: every rule of the door hangs on it."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.doctor.finding import Finding, fault, warning, well

# Before the program was written, and after what it will live to see: a clock without its battery shows 1970.
EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
# Two machines that keep their time by NTP differ by far less.
TOLERANCE = timedelta(seconds=5)

_SYNCHRONIZED_MARK = Path("/run/systemd/timesync/synchronized")
_SET_THE_CLOCK = "set it, and keep it by NTP: timedatectl set-ntp true"


def examine_clock(now: datetime, last_event_at: datetime | None) -> Iterator[Finding]:
    """Examine the clock that shows `now` (aware), and how it is kept."""
    yield shown_time(now, last_event_at)
    yield kept_time(_SYNCHRONIZED_MARK, _ask_timedatectl)
    yield time_zone_data()


def shown_time(now: datetime, last_event_at: datetime | None) -> Finding:
    """Compare the clock with the calendar and with the ledger's last event."""
    shown = now.astimezone(UTC).isoformat(timespec="seconds")
    if not EARLIEST <= now < LATEST:
        return fault("clock", f"it shows {shown}, which cannot be", _SET_THE_CLOCK)
    if last_event_at is not None and now < last_event_at - TOLERANCE:
        behind = timedelta(seconds=round((last_event_at - now).total_seconds()))
        return fault(
            "clock",
            f"it shows {shown}, {behind} before the last event of the ledger",
            f"{_SET_THE_CLOCK}; if it is right, the time of that event was wrong: kiosk confirm-clock",
        )
    return well("clock", f"it shows {shown}")


def kept_time(mark: Path, ask_timedatectl: Callable[[], str]) -> Finding:
    """Ask systemd whether the clock follows NTP; elsewhere nobody can be asked."""
    answer = "yes" if mark.exists() else ask_timedatectl()
    match answer:
        case "yes":
            return well("clock by NTP", "it is kept by NTP")
        case "no":
            return warning("clock by NTP", "nothing keeps it: it will drift", _SET_THE_CLOCK)
        case _:
            return warning(
                "clock by NTP",
                "this system does not tell whether it is kept by NTP",
                "make sure that something keeps it, such as systemd-timesyncd or chrony",
            )


def time_zone_data() -> Finding:
    """Check that the machine knows when clocks are changed; without that no office's file can be read."""
    try:
        berlin = ZoneInfo.no_cache("Europe/Berlin")
    except ZoneInfoNotFoundError:
        return fault(
            "time zone data",
            "the machine has none",
            "apt-get install tzdata; elsewhere, pip install tzdata",
        )
    winter, summer = (datetime(2021, month, 1, tzinfo=berlin).utcoffset() for month in (1, 7))
    return well("time zone data", f"Europe/Berlin is {winter} ahead of UTC in winter and {summer} in summer")


def _ask_timedatectl() -> str:
    command = shutil.which("timedatectl")
    if command is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - a command of the system with arguments that stand here
            [command, "show", "--property=NTPSynchronized", "--value"],
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
