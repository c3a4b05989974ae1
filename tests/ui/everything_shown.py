"""All that a window says, to whoever sees or hears it: what its parts hold, and what they paint."""

import gc
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QIODevice,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
)
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.core.person import Person

_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)


def everything_shown(window: QWidget) -> str:
    """Return every text that a window, its hidden pages too, holds in a property, a list or a field."""
    return "\n".join(_held(window)) + "\n" + painted(window)


def painted(window: QWidget) -> str:
    """Return the texts that a window paints now, by whatever means."""
    paper = QBuffer()
    paper.open(QIODevice.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(paper)
    with QPainter(writer) as painter:
        painter.scale(writer.width() / window.width(), writer.width() / window.width())
        window.render(painter, QPoint())
    paper.seek(0)
    document = QPdfDocument()
    document.load(paper)
    try:
        return document.getAllText(0).text()
    finally:
        document.close()


def people_in_memory() -> list[Person]:
    """Return who the program knows anywhere, on a screen or behind it."""
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, Person)]


def _held(window: QWidget) -> Iterator[str]:
    for part in (window, *window.findChildren(QObject)):
        values: list[object] = [part.property(name) for name in _texts_of(part)]
        # Parts of our own hold their words in attributes of Python.
        values += vars(part).values() if hasattr(part, "__dict__") else []
        yield from (value for value in values if isinstance(value, str))
        if isinstance(part, QAbstractItemModel):
            yield from _listed(part, QModelIndex())
        if isinstance(part, QLineEdit):
            yield from _taken_back(part)


def _texts_of(part: QObject) -> Iterator[str]:
    """Give the names of the properties that are texts: reading others may make objects of Qt our own."""
    meta = part.metaObject()
    for number in range(meta.propertyCount()):
        if str(meta.property(number).typeName()) == "QString":
            yield str(meta.property(number).name())


def _listed(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        # A list has one column, and does not say so.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            values = (model.index(row, column, parent).data(role) for role in _ROLES)
            yield from (value for value in values if isinstance(value, str))


def _taken_back(field: QLineEdit) -> Iterator[str]:
    """Give what comes back into a field with Ctrl+Z."""
    before = field.text()
    while field.isUndoAvailable():
        field.undo()
        yield field.text()
    field.setText(before)
