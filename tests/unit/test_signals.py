"""What ends a program that goes on all day, and what does not."""

import signal
import sys
from collections.abc import Iterator

import pytest

from kiosk.signals import ended_by

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGHUP")


@pytest.fixture(autouse=True)
def _as_in_a_terminal() -> Iterator[None]:
    # The tests themselves may have been started by nohup.
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_the_end_of_a_service_and_a_closed_terminal_end_a_program(which: signal.Signals) -> None:
    before, ended = signal.getsignal(which), list[int]()
    with ended_by(lambda number, _frame: ended.append(number)):
        signal.raise_signal(which)
    assert ended == [which]
    assert signal.getsignal(which) is before


def test_a_program_that_was_started_by_nohup_outlasts_its_terminal() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    ended: list[int] = []
    with ended_by(lambda number, _frame: ended.append(number)):
        signal.raise_signal(signal.SIGHUP)
    assert ended == []
