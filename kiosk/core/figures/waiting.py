"""How long people stood in the line, by the quarter of an hour in which they joined it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.events import Event
from kiosk.core.figures.curve import quarter_of
from kiosk.core.figures.visits import waits_of


@dataclass(frozen=True, slots=True)
class QuarterWaits:
    """So many parties joined the line in the quarter of an hour from `at` on (UTC), and came in from it."""

    at: datetime
    parties: int
    longest: timedelta


def waits_by_quarter(events: Iterable[Event]) -> tuple[QuarterWaits, ...]:
    """Return each quarter of an hour whose line somebody came in from, in these events of one day."""
    waited: defaultdict[datetime, list[timedelta]] = defaultdict(list)
    for wait in waits_of(events):
        if wait.ended_at is not None:
            waited[quarter_of(wait.since)].append(wait.ended_at - wait.since)
    return tuple(QuarterWaits(at, len(waits), max(waits)) for at, waits in sorted(waited.items()))
