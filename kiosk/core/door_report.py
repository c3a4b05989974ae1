"""What a door's program says of itself, for whoever looks at the door from another machine."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.lights import Light
from kiosk.core.office import DoorId

REPORT_EVERY = timedelta(seconds=5)
"""How often a door's program reports: seldom enough not to be noticed by who waits for a commit."""

# A report that was due twice and did not come is no accident any more.
_HEARD_WITHIN = 3 * REPORT_EVERY


@dataclass(frozen=True, slots=True)
class DoorReport:
    """How the devices of a door were at `reported_at`, and when a code was last read there, if one was."""

    door: DoorId
    reported_at: datetime
    camera: Light
    scanner: Light
    last_good_scan_at: datetime | None


def is_due(last: DoorReport | None, now: datetime) -> bool:
    """Say whether a door whose program reported `last` reports again at `now`; a clock may have been set."""
    return last is None or abs(now - last.reported_at) >= REPORT_EVERY


def is_heard(report: DoorReport, now: datetime) -> bool:
    """Say whether a report still tells how the door is; if not, its program has ended or cannot report."""
    return abs(now - report.reported_at) <= _HEARD_WITHIN
