"""What a screen reader is told of widgets that draw themselves: the role of each class.

Qt knows the roles of its own widgets. One that is painted here would be a filler to it, and its words would
be passed over. A class says what it is by an attribute:

    class Label(QWidget):
        accessible_role = QAccessible.Role.StaticText

Names are set by `setAccessibleName`, as everywhere in Qt.
"""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE: Final = "accessible_role"


def install_roles() -> None:
    """Tell Qt the roles of this program's own widgets, from now on and once for a process."""
    QAccessible.installFactory(_interface_of)


def announce(part: QWidget, text: str) -> None:
    """Have this read aloud at once, whatever is read now: it came by itself, and may not stay.

    Nobody hears it where no screen reader runs.
    """
    if text and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(part, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def _interface_of(_class_name: str, made: QObject | None) -> QAccessibleInterface | None:
    """Return what tells of a widget; None leaves it to Qt. Asked only once somebody reads the screen."""
    role = getattr(type(made), _ROLE, None)
    return QAccessibleWidget(made, role) if isinstance(made, QWidget) and role is not None else None
