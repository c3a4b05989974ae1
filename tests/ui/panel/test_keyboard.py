"""The keyboard of the panel: every sign that is needed can be typed, in either case."""

from string import ascii_lowercase, digits

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.code import ALPHABET
from kiosk.ui.panel.keyboard import Board, Key, Keyboard, TypedLine, narrow_boards, wide_board
from kiosk.ui.panel.tile import Tile
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import Scale
from tests.ui.panel.seen import tap, tiles
from tests.ui.screen_states import OFFICE


def signs(*boards: Board) -> set[str]:
    return {key.lower() for board in boards for key, *_ in board.places()}


def test_letters_figures_and_what_codes_and_times_are_made_of_are_on_every_board() -> None:
    needed = {*ascii_lowercase, *digits, *"äöüß-:", *ALPHABET.lower(), "space", "delete"}
    for shift in (False, True):
        assert needed <= signs(wide_board(shift=shift))
        assert needed <= signs(*narrow_boards(shift=shift))


def test_no_key_lies_on_another_or_beside_its_board() -> None:
    for shift in (False, True):
        for board in (wide_board(shift=shift), *narrow_boards(shift=shift)):
            cells = [
                (column + more, row) for _, column, row, columns in board.places() for more in range(columns)
            ]
            assert len(set(cells)) == len(cells)
            assert max(column for column, _ in cells) == board.columns - 1
            assert max(row for _, row in cells) == len(board.rows) - 1


def test_a_capital_is_typed_once_and_small_letters_after_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1400, 700)
    keyboard = Keyboard(page, Words(OFFICE.time_zone), shift=True)
    keyboard.place(QRect(0, 0, 1400, 700), Scale(4.0, 4.0))
    page.show()
    typed: list[str] = []
    keyboard.typed.connect(typed.append)
    keyboard.deleted.connect(typed.pop)
    tap(
        keyboard, "key:w", "key:i", "key:r", "key:space", "key:shift", "key:ü", "key:ß", "key:x", "key:delete"
    )
    assert "".join(typed) == "Wir Üß"
    assert tiles(keyboard)["key:w"].text() == "w"
    keyboard.set_capitals(True)
    assert tiles(keyboard)["key:w"].text() == "W"


def test_the_end_of_a_long_line_is_seen(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line = TypedLine(page)
    line.resize(600, 100)
    line.set_words("", "a prompt")
    empty = line.grab().toImage()
    line.set_words("A" * 60 + "B", "a prompt")
    first = line.grab().toImage()
    line.set_words("A" * 60 + "C", "a prompt")
    assert line.grab().toImage() != first != empty
    assert line.accessibleName().endswith("C")


def test_a_letter_that_stands_twice_in_a_name_is_typed_twice(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    key = Key(page, "key:s")
    typed: list[str] = []
    key.resize(100, 100)
    key.show()
    key.clicked.connect(lambda: typed.append("s"))
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert typed == ["s"], "a finger that trembles types once"
    QTest.qWait(Key.bounce_ms + 10)
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert typed == ["s", "s"]
    assert Key.bounce_ms < Tile.bounce_ms
