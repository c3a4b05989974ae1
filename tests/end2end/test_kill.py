"""The program is killed at any moment, and nothing that was shown is lost."""

import sys
from pathlib import Path

import pytest

from tests.end2end.kills import kill_a_door, losses

KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the door is forked")
def test_a_door_that_is_killed_at_any_moment_loses_nothing_that_was_shown(tmp_path: Path) -> None:
    toll = kill_a_door(tmp_path, KILLS)
    assert losses(tmp_path, toll) == []
    # Otherwise nothing was tried: the door has to have worked between most of its deaths.
    assert len(toll.shown) > KILLS
