"""Short lists whose rows are as high as those of the tables beside them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kiosk.ui.desk.look import ROW_PX

_FRAME_PX = 6
_MOST_SEEN = 6


def add_row(rows: QListWidget, text: str) -> None:
    """Add a row, and give the list room for what it holds; of more than six it shows a part."""
    item = QListWidgetItem(text, rows)
    item.setSizeHint(QSize(1, ROW_PX))
    rows.setFixedHeight(min(_MOST_SEEN, rows.count()) * ROW_PX + _FRAME_PX)
