"""The phone desk of the demo: a program of its own that begins and ends with the door."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from kiosk.app.desk_process import DeskProcess
from kiosk.app.door_program import DoorProgram
from tests.patience import PATIENCE_MS
from tests.premises import make_premises


@pytest.mark.slow
def test_the_desk_opens_beside_the_door_and_ends_with_it(tmp_path: Path, qtbot: QtBot) -> None:
    premises = make_premises(tmp_path)
    desk = DeskProcess(premises.office)
    desk.begin(cast("DoorProgram", None))
    # The ledger is opened by its thread, once the window is there.
    qtbot.waitUntil(premises.database.exists, timeout=PATIENCE_MS)
    desk.end()
    assert desk.process.state() is QProcess.ProcessState.NotRunning
    assert desk.process.exitStatus() is QProcess.ExitStatus.NormalExit
    assert (tmp_path / "kiosk-desk.log").exists()
