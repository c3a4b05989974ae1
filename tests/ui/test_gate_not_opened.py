"""A door whose ledger cannot be opened for a reason that nobody has thought of."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.core.tries import TryLimit
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Answer, Gate
from kiosk.ledger.ledger import Ledger
from kiosk.workers import gate as gate_worker
from kiosk.workers.gate import GateWorker
from tests.building import MAIN_DOOR, an_office, at
from tests.patience import PATIENCE_MS


def test_a_gate_that_cannot_be_opened_is_tried_again_whatever_the_reason(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate_worker, "_TICK_SECONDS", 0.02)
    office = an_office()
    ledger = Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite'}", tmp_path / "key")

    failures = iter([OSError("no right to sync the folder")])

    def open_gate() -> Gate:
        for failure in failures:
            raise failure
        return Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())

    troubles: list[Trouble | None] = []
    answers: list[Answer] = []
    worker = GateWorker(open_gate, ledger.close, lambda: at("10:00"))
    worker.troubled.connect(troubles.append, Qt.ConnectionType.DirectConnection)
    worker.answered.connect(answers.append, Qt.ConnectionType.DirectConnection)
    worker.start()
    qtbot.wait_until(lambda: troubles == [Trouble.PROGRAM, None], timeout=PATIENCE_MS)
    worker.see("https://www.example.org", 1.0)
    worker.stop()
    assert [answer.verdict.reason for answer in answers] == [Reason.NOT_AN_INVITATION]
