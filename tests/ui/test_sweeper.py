"""Leftovers of Python are kept for the windows' thread as long as any part of the program runs."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.workers.sweeper import Sweeper


@pytest.fixture
def python_clears_by_itself(qtbot: QtBot) -> Iterator[None]:
    """Have Python clear away leftovers whenever it likes, as it does where no sweeper runs."""
    del qtbot  # a timer needs Qt's application
    was_enabled = gc.isenabled()
    gc.enable()
    gc.unfreeze()
    yield
    if not was_enabled:
        gc.disable()


@pytest.mark.usefixtures("python_clears_by_itself")
def test_python_clears_by_itself_again_when_the_last_part_of_the_program_has_stopped() -> None:
    door, panel = Sweeper(), Sweeper()
    for each in (door, panel):
        each.start()
        assert not gc.isenabled()
    door.stop()
    assert not gc.isenabled()
    panel.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("python_clears_by_itself")
def test_a_part_that_starts_or_stops_twice_speaks_for_no_other() -> None:
    door, panel = Sweeper(), Sweeper()
    for each in (door, panel, panel):
        each.start()
    for each in (door, door):
        each.stop()
        assert not gc.isenabled()
    panel.stop()
    assert gc.isenabled()


@pytest.mark.usefixtures("python_clears_by_itself")
def test_a_part_that_stops_without_a_start_keeps_no_other_from_starting() -> None:
    Sweeper().stop()
    door = Sweeper()
    door.start()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    door.stop()
    assert gc.isenabled()
