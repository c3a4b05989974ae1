"""The board at the reception follows the ledger on either database, and says since when it cannot."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.board_program import BoardParts, BoardProgram
from tests.contract.conftest import Site
from tests.patience import PATIENCE_MS
from tests.staffed_premises import come_in


@pytest.fixture
def board(site: Site, qtbot: QtBot) -> BoardProgram:
    program = BoardProgram(BoardParts(site.premises.file(), "de"))
    qtbot.addWidget(program.window)
    return program


def _shows(board: BoardProgram, inside: int, *, stale: bool) -> bool:
    view = board.window.view
    return view.building is not None and view.building.inside == inside and bool(view.stale) == stale


def test_board_keeps_its_numbers_with_their_age_while_the_ledger_is_away(
    site: Site, board: BoardProgram, qtbot: QtBot
) -> None:
    with site.premises.ledger() as ledger:
        come_in(ledger, 2)
    board.start()
    try:
        qtbot.waitUntil(lambda: _shows(board, 2, stale=False), timeout=PATIENCE_MS)
        site.take_away()
        try:
            qtbot.waitUntil(lambda: _shows(board, 2, stale=True), timeout=PATIENCE_MS)
            told = board.window.view.stale
        finally:
            site.bring_back()
        assert told.startswith("Seit ")
        with site.premises.ledger() as ledger:
            come_in(ledger, 1)
        qtbot.waitUntil(lambda: _shows(board, 3, stale=False), timeout=PATIENCE_MS)
    finally:
        board.stop()
