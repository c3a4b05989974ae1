"""The log of a door: what the staff's administrator finds in it when something went wrong."""

import errno
import logging
import sys
import threading
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.commands.door import LOG_BYTES, LOGS_KEPT, log_to


@pytest.fixture
def _logs_of_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the process's hooks and handlers back after the test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    # Its handlers would be closed, and they are pytest's.
    root.handlers = []
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers = handlers
    root.setLevel(level)


@pytest.mark.usefixtures("_logs_of_before")
def test_what_fails_in_a_window_or_a_thread_stands_in_the_log(tmp_path: Path, qtbot: QtBot) -> None:
    def fail(where: str) -> None:
        raise RuntimeError(f"failed in {where}")

    log_to(tmp_path / "kiosk.log")
    QTimer.singleShot(0, lambda: fail("a slot"))
    qtbot.wait(50)
    thread = threading.Thread(target=fail, args=("a thread",), name="gate")
    thread.start()
    thread.join()
    text = (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert "RuntimeError: failed in a slot" in text
    assert "the thread gate failed" in text
    assert "RuntimeError: failed in a thread" in text


@pytest.mark.usefixtures("_logs_of_before")
def test_a_log_that_cannot_be_written_keeps_no_door_closed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kiosk.log"
    folder.mkdir()
    log_to(folder)
    logging.getLogger("kiosk").warning("something happened")
    said = capsys.readouterr().err
    assert "give the right to write" in said
    assert "something happened" in said


@pytest.mark.usefixtures("_logs_of_before")
def test_log_never_outgrows_a_few_megabytes(tmp_path: Path) -> None:
    log_to(tmp_path / "kiosk.log")
    line = "x" * 100_000
    for _ in range(2 * LOG_BYTES // len(line)):
        logging.getLogger("kiosk").info(line)
    sizes = [each.stat().st_size for each in tmp_path.iterdir()]
    assert 1 < len(sizes) <= LOGS_KEPT + 1
    assert max(sizes) <= LOG_BYTES


@pytest.mark.usefixtures("_logs_of_before")
def test_a_log_file_on_a_full_disk_does_not_bury_what_is_told_under_its_own_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def is_full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    log_to(tmp_path / "kiosk.log")
    monkeypatch.setattr(RotatingFileHandler, "shouldRollover", is_full)
    logging.getLogger("kiosk").error("the door asks the staff")
    assert capsys.readouterr().err.rstrip().endswith("ERROR kiosk: the door asks the staff")


@pytest.mark.usefixtures("_logs_of_before")
def test_a_sentence_that_cannot_be_put_together_is_still_told_as_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to(tmp_path / "kiosk.log")
    logging.getLogger("kiosk").error("%d people", "many")
    # Once by standard error's handler, and once by the file's.
    assert capsys.readouterr().err.count("--- Logging error ---") == 2
