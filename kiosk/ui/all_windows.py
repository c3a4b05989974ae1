"""How an object hears the events of all windows, before these do."""

from PySide6.QtCore import QCoreApplication, QObject


def hear_all_windows(listener: QObject) -> None:
    """Let `listener` filter the events of all windows, as far as there is an application."""
    application = QCoreApplication.instance()
    if application is not None:
        application.installEventFilter(listener)


def leave_all_windows(listener: QObject) -> None:
    """Let the events go by `listener` again."""
    application = QCoreApplication.instance()
    if application is not None:
        application.removeEventFilter(listener)
