"""The manager's page beside a door, where it cannot be started; see also `end2end/test_page_beside_door`."""

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.door_program import DoorProgram
from kiosk.app.page_process import PageProcess
from tests.patience import PATIENCE_MS


def test_page_that_cannot_be_started_is_tried_again_later(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "nothing"))
    page = PageProcess(tmp_path / "office.toml", 1)
    page.begin(cast("DoorProgram", None))
    qtbot.waitUntil(page._again.isActive, timeout=PATIENCE_MS)
    page.end()
    assert not page._again.isActive()
