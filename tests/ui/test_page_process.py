"""The manager's page beside a door: it is started, once more when it was killed, and ends with the door."""

import os
import signal
import socket
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.door_program import DoorProgram
from kiosk.app.page_process import PageProcess
from tests.premises import make_premises

_PATIENCE_MS = 60_000


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _is_well(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


@pytest.mark.slow
def test_page_is_started_again_when_it_was_killed_and_ends_with_the_door(
    qtbot: QtBot, tmp_path: Path
) -> None:
    port = _free_port()
    page = PageProcess(make_premises(tmp_path / "office").office, port)
    page.begin(cast("DoorProgram", None))
    try:
        qtbot.waitUntil(lambda: _is_well(port), timeout=_PATIENCE_MS)
        first = page.process_id
        os.kill(first, signal.SIGKILL)
        qtbot.waitUntil(lambda: page.process_id not in {0, first} and _is_well(port), timeout=_PATIENCE_MS)
    finally:
        page.end()
    assert page.process_id == 0
    assert not _is_well(port)


def test_page_that_cannot_be_started_is_tried_again_later(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "nothing"))
    page = PageProcess(tmp_path / "office.toml", 1)
    page.begin(cast("DoorProgram", None))
    qtbot.waitUntil(page._again.isActive, timeout=_PATIENCE_MS)
    page.end()
    assert not page._again.isActive()
