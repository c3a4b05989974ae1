"""The board with its window and its thread, which reads the ledger as the manager's page does."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.app.board_words import board_view
from kiosk.clock import now_utc
from kiosk.config import OfficeFile
from kiosk.gate.reach import Reach
from kiosk.ledger.ledger import Ledger
from kiosk.ui.board import Board
from kiosk.web.news import NO_NEWS, News
from kiosk.web.reader import LedgerReader
from kiosk.web.words import Words

# The clock on the board, and how old its numbers are, go on without any news.
_CLOCK_MS = 500


@dataclass(frozen=True, slots=True)
class BoardParts:
    """What a board is built from."""

    office_file: OfficeFile
    language: str


class BoardProgram(QObject):
    """A board from `start` to `stop`; the window is the caller's to show."""

    _told = Signal(object)

    def __init__(self, parts: BoardParts) -> None:
        super().__init__()
        file = parts.office_file
        self._office = file.office
        self._words = Words(parts.language, file.office.time_zone)
        self._news: News = NO_NEWS
        self.window = Board(file.office.name)
        reach = Reach(lambda: Ledger.open(file.database_url, file.key_file))
        self._reader = LedgerReader(file.office, reach, self._told.emit, lambda _: None, now_utc)
        self._told.connect(self._on_news)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._show)

    def start(self) -> None:
        """Start the thread; the board shows what holds as soon as it knows."""
        self._reader.start()
        self._clock.start()
        self._show()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._clock.stop()
        self._reader.stop()

    @Slot(object)
    def _on_news(self, news: News) -> None:
        self._news = news
        self._show()

    @Slot()
    def _show(self) -> None:
        self.window.show_view(board_view(self._office, self._news, self._words, now_utc()))
