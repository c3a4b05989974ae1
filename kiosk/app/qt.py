"""Qt's application, and how it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.signals import ended_by
from kiosk.ui.accessible import install_roles

# Python handles Ctrl-C only between two of its own instructions: this often Qt lets it.
_SIGNAL_INTERVAL_MS = 100


def make_application() -> QApplication:
    """Return Qt's application, made once; before letters are made, where a window is wanted later."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    application = QApplication(sys.argv[:1])
    # A screen reader says it, and window managers group windows by it.
    application.setApplicationName("kiosk")
    install_roles()
    return application


@contextmanager
def end_on_signals(application: QCoreApplication) -> Iterator[None]:
    """Let Ctrl-C, the end of a service and a closed terminal end the loop, running or still to begin."""

    def end(*_: object) -> None:
        # A loop that does not run yet would forget that it was told to end; a timer waits for it.
        QTimer.singleShot(0, application, application.exit)

    timer = QTimer(interval=_SIGNAL_INTERVAL_MS)
    timer.timeout.connect(lambda: None)
    with ended_by(end):
        timer.start()
        try:
            yield
        finally:
            timer.stop()
