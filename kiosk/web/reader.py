"""The one reader of the ledger: a thread that asks whether something happened, and says what holds then."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.core.door_report import DoorReport
from kiosk.core.figures.attention import attention
from kiosk.core.figures.now import NowFigures, now_figures
from kiosk.core.ids import StaffId
from kiosk.core.office import Office
from kiosk.core.staff_events import PinReset, StaffDisabled
from kiosk.core.trouble import Trouble
from kiosk.gate.reach import Reach
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Snapshot
from kiosk.web.day import DayBook, DayNews
from kiosk.web.news import NO_NEWS, News, Numbers
from kiosk.web.sessions import LASTS

POLL_SECONDS = 0.05
"""One row is read so often; a door's commit is on all pages within this time and what a network takes."""
# On PostgreSQL as well. NOTIFY would bring an event 25 ms sooner on average, of 300 that there are; but it
# is one more statement in each door's commit and one more connection that may break without a word, and the
# time has to be looked at anyway.

# Without an event, time alone changes what is shown: visits become unclear, doors fall silent.
_ANEW_AFTER = timedelta(seconds=1)
_DAY_ANEW_AFTER = timedelta(seconds=1)
_REPORTS_ANEW_AFTER = timedelta(seconds=2)

_log = logging.getLogger(__name__)


class LedgerReader:
    """Reads the ledger until it is stopped, and publishes News from its own thread, once a second or sooner.

    `barred` is told who of the staff was disabled or given a new PIN: whatever they had open is over. At the
    first look that is who was in the last hours, perhaps before they signed in anew: they do so once more.
    """

    def __init__(
        self,
        office: Office,
        reach: Reach,
        publish: Callable[[News], None],
        barred: Callable[[StaffId], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._office = office
        self._reach = reach
        self._publish = publish
        self._barred = barred
        self._clock = clock
        self._news = NO_NEWS
        self._published_at: datetime | None = None
        self._book = DayBook(office)
        self._day: DayNews | None = None
        self._day_made_at: datetime | None = None
        self._reports: tuple[DoorReport, ...] = ()
        self._reports_read_at: datetime | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ledger-reader")

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, wait for it, and close the ledger."""
        self._ended.set()
        self._thread.join()
        self._reach.close()

    def _run(self) -> None:
        while True:
            self.look()
            if self._ended.wait(POLL_SECONDS):
                return

    def look(self) -> None:
        """Look once, and publish what is new. Nothing here raises: the thread has to go on."""
        now = self._clock()
        if self._reach.rests(now):
            return
        try:
            self._reach.read(now, lambda ledger: self._read(ledger, now))
        except LedgerUnavailableError as error:
            self._fail(Trouble.LEDGER, str(error))
        except Exception as error:  # noqa: BLE001 - the pages say so, and the next look is tried all the same
            _log.exception("the page cannot read the ledger")
            self._fail(Trouble.PROGRAM, type(error).__name__)

    def _fail(self, trouble: Trouble, why: str) -> None:
        if self._news.trouble is not trouble:
            _log.error("the pages show no new numbers: %s", why)
        self._tell(replace(self._news, trouble=trouble), self._clock())

    def _read(self, ledger: Ledger, now: datetime) -> None:
        newest, recorded = self._newest(ledger, now)
        is_new = newest.seq != self._news.seq or self._news.numbers is None or self._news.trouble is not None
        if not is_new and not _is_due(self._published_at, _ANEW_AFTER, now):
            return
        self._hear(recorded)
        if _is_due(self._reports_read_at, _REPORTS_ANEW_AFTER, now):
            self._reports, self._reports_read_at = ledger.door_reports(), now
        figures = now_figures(self._office, newest.house, self._reports, now)
        if self._day is None or _is_due(self._day_made_at, _DAY_ANEW_AFTER, now):
            if self._day is not None:
                # The numbers do not wait for the course of the day, which takes far longer.
                self._tell_numbers(newest.seq, figures, self._day, now)
            self._day, self._day_made_at = self._book.news(ledger, newest.seq, newest.house, now), now
        self._tell_numbers(newest.seq, figures, self._day, now)

    def _newest(self, ledger: Ledger, now: datetime) -> tuple[Snapshot, tuple[RecordedEvent, ...]]:
        """Return what holds, and the events since the last look, read at once: a door has to wait meanwhile.

        At the first look these are all events since the oldest session can have begun: it outlasts a restart,
        and its owner may have been disabled while nobody looked.
        """
        if self._news.numbers is None:
            return ledger.newest(), tuple(ledger.events_between(now - LASTS, now + LASTS))
        return ledger.since(self._news.seq)

    def _hear(self, recorded: Sequence[RecordedEvent]) -> None:
        self._book.hear(recorded)
        for each in recorded:
            match each.event.what:
                case StaffDisabled(staff=staff) | PinReset(staff=staff):
                    self._barred(staff)
                case _:
                    pass

    def _tell_numbers(self, seq: int, figures: NowFigures, day: DayNews, now: datetime) -> None:
        wanted = attention(self._office, figures, day.ahead)
        self._tell(News(Numbers(seq, figures, wanted, day), now, None), now)

    def _tell(self, news: News, now: datetime) -> None:
        self._news, self._published_at = news, now
        self._publish(news)


def _is_due(last: datetime | None, after: timedelta, now: datetime) -> bool:
    """Say whether `after` has passed since `last`; a clock may have been set."""
    return last is None or abs(now - last) >= after
