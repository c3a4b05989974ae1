"""A letter that is left before the camera is one scan, also where the decoder loses it for a while."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Answer, Gate
from kiosk.ledger.ledger import Ledger
from kiosk.workers.gate import GateWorker
from tests.building import MAIN_DOOR, an_appointment, an_office, at, habits

TEN = at("10:00")


@pytest.mark.parametrize(("away", "last"), [(3.0, Reason.ADMITTED), (12.0, Reason.LEFT)])
def test_letter_that_is_lost_from_view_for_seconds_does_not_go_out(
    tmp_path: Path, qtbot: QtBot, away: float, last: Reason
) -> None:
    del qtbot  # signals need Qt's application
    office = an_office(custom=habits(same_scan=8 / 60))
    ledger = Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite'}", tmp_path / "key")
    appointment, code = an_appointment("a", TEN), Code(1)
    ledger.apply(AppointmentChanges(new=(appointment,)))
    ledger.issue_letters([(appointment, code)], TEN)
    gate = Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())
    answers: list[Answer] = []
    # Each scan asks for the time once: the second one comes when the letter has lain there for a minute.
    times = iter([TEN, TEN + timedelta(seconds=60 + away)])
    worker = GateWorker(lambda: gate, ledger.close, lambda: next(times, TEN))
    worker.answered.connect(answers.append, Qt.ConnectionType.DirectConnection)
    for second in range(61):
        worker.see(code.text, float(second))
    worker.see(code.text, 60.0 + away)
    # All jobs lie ready when the thread begins: it has no time to tick between them.
    worker.start()
    worker.stop()
    assert [answer.verdict.reason for answer in answers] == [Reason.ADMITTED, last]
