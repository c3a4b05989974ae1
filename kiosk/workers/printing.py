"""The thread in which a panel's pages are printed: a printer may take seconds to say that it takes none."""

import logging
import queue
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class PrintWorker(QObject):
    """Prints one page after the other. `printed` carries what came of each, as its job returned it."""

    printed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._thread = Thread(target=self._run, name="printing")

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Print what is wanted already, then end the thread and wait for it."""
        self._jobs.put(None)
        self._thread.join()

    def carry_out(self, job: Callable[[], object]) -> None:
        """Have a page printed by `job`."""
        self._jobs.put(job)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self.printed.emit(job())
            except Exception:  # noqa: BLE001 - a fault of the program: the next page is printed all the same
                _log.exception("a page was not printed")
