"""The simulated visitors, and what they make of answers that come at the wrong moment."""

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.core.verdict import Goodbye, GoTo, Reason, Verdict
from kiosk.demo import director
from kiosk.demo.day import Part
from kiosk.demo.director import Director
from kiosk.demo.stage import set_stage
from kiosk.gate.gate import Answer
from kiosk.scan.simulated_camera import SimulatedCamera
from tests.building import BENEFITS, BERLIN


def test_an_answer_that_was_meant_for_somebody_else_does_not_end_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(director, "letter_picture", lambda *_: None)
    stage = set_stage(tmp_path, datetime(2026, 3, 10, 10, tzinfo=BERLIN), lambda _: None)
    visitors = Director(stage, SimulatedCamera(seed=1), 1.0)
    outside = next(each.external_id for each in stage.guests if each.part is Part.ON_TIME)
    inside = list(visitors._inside)
    for verdict, there in [
        (Verdict(Reason.LEFT, Goodbye()), inside),
        (Verdict(Reason.ADMITTED, GoTo(BENEFITS, None)), [*inside, outside]),
        (Verdict(Reason.ADMITTED, GoTo(BENEFITS, None)), [*inside, outside]),
        (Verdict(Reason.LEFT, Goodbye()), inside),
    ]:
        answer = Answer(verdict, None)
        monkeypatch.setattr(visitors, "_hold_up", lambda *_, answer=answer: answer)
        monkeypatch.setattr(visitors, "_hold_up_phone", lambda *_, answer=answer: answer)
        visitors._come(outside)
        assert visitors._inside == there
