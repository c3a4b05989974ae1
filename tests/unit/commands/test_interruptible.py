"""Ctrl-C ends a command with a word, wherever it falls."""

import logging

import pytest
import typer

from kiosk.commands.exits import Exit, interruptible

TOLD = "kiosk: interrupted; what was finished before is kept\n"


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> logging.Logger:
    """What a library logs that no handler listens to: Python prints it on standard error.

    Since pytest listens to all, what Python would do is said here.
    """
    logger = logging.getLogger("a library")
    monkeypatch.setattr(logger, "handlers", [logging.lastResort])
    return logger


def interrupted_within(library: logging.Logger) -> None:
    library.error("Exception during reset", exc_info=KeyboardInterrupt())
    raise KeyboardInterrupt


def interrupt(library: logging.Logger) -> None:
    with interruptible():
        interrupted_within(library)


def test_a_library_that_ctrl_c_falls_into_prints_no_fault(
    library: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        interrupt(library)
    assert ended.value.exit_code == Exit.INTERRUPTED
    assert capsys.readouterr().err == TOLD


def test_a_fault_that_is_no_interrupt_is_still_printed_and_so_is_all_afterwards(
    library: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    with interruptible():
        library.error("a fault", exc_info=OSError("no room"))
    library.error("outside", exc_info=KeyboardInterrupt())
    said = capsys.readouterr().err
    assert said.splitlines() == ["a fault", "OSError: no room", "outside", "KeyboardInterrupt"]
