"""The panel's thread goes on after a fault of the program, and does not spin on one."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import now_utc
from kiosk.gate.guard_post import GuardPost
from kiosk.workers import staff
from kiosk.workers.staff import StaffWorker


class _Broken:
    """A post whose every look fails."""

    def __init__(self) -> None:
        self.looks = self.touches = 0

    def look(self, _now: object) -> None:
        self.looks += 1
        raise RuntimeError("an invented fault")

    def touched(self, _now: object) -> None:
        self.touches += 1

    def close(self, _now: object) -> None:
        pass


def test_a_look_that_fails_is_tried_again_at_the_next_turn_and_not_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staff, "_LOOK_SECONDS", 600.0)
    post = _Broken()
    worker = StaffWorker(lambda: cast("GuardPost", post), now_utc)
    worker.start()
    try:
        qtbot.waitUntil(lambda: post.looks > 0, timeout=20_000)
        for touches in (1, 2, 3):
            worker.touched()
            qtbot.waitUntil(lambda touches=touches: post.touches == touches, timeout=20_000)  # type: ignore[misc] # no type for its default
    finally:
        worker.stop()
    assert post.looks == 1
