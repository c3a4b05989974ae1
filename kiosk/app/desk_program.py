"""One phone desk with its window and its thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.clock import now_utc
from kiosk.config import OfficeFile
from kiosk.gate.desk_post import DeskPost, MakeLetter
from kiosk.ledger.ledger import Ledger
from kiosk.ui.desk.window import DeskWindow
from kiosk.workers.desk import DeskWorker
from kiosk.workers.sweeper import Sweeper


@dataclass(frozen=True, slots=True)
class DeskParts:
    """What a desk is built from."""

    office_file: OfficeFile
    language: str
    make_letter: MakeLetter


class DeskProgram(QObject):
    """A desk from `start` to `stop`; the window is the caller's to show."""

    def __init__(self, parts: DeskParts) -> None:
        super().__init__()
        self._parts = parts
        office = parts.office_file.office
        today = now_utc().astimezone(office.time_zone).date()
        self.window = DeskWindow(office, today, language=parts.language)
        self._worker = DeskWorker(self._make_post, now_utc)
        self._sweeper = Sweeper()
        window, worker = self.window, self._worker
        window.ordered.connect(worker.carry_out)
        window.offer_wanted.connect(worker.offer)
        window.signing_in.connect(worker.sign_in)
        window.lock_wanted.connect(worker.lock)
        window.touched.connect(worker.touched)
        worker.viewed.connect(window.show_view)
        worker.offered.connect(window.show_offer)
        worker.answered.connect(window.show_answered)
        worker.signed_in.connect(window.show_signed_in)

    def start(self) -> None:
        """Start the thread."""
        self._sweeper.start()
        self._worker.start()

    def stop(self) -> None:
        """End the thread and wait for it; what was ordered before is still carried out."""
        self._worker.stop()
        self._sweeper.stop()

    def _make_post(self) -> DeskPost:
        file = self._parts.office_file
        return DeskPost(
            file.office,
            lambda: Ledger.open(file.database_url, file.key_file),
            lambda ledger: ledger.pin_key(file.pin_key_file),
            self._parts.make_letter,
        )
