"""The panel is killed at any moment: what the guard was told is there, and the next start tells the rest."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.end2end.killed_post import NOW, make_post, open_ledger
from tests.unit.gate.staffed_post import staffed_folder

KILLS = 14
MOST_LINES = 8
# Somewhere between two lines: a tap takes about this long.
LONGEST_REST_SECONDS = 0.01

_PROJECT = Path(__file__).resolve().parents[2]


@dataclass
class Life:
    """What a panel said before it died: its taps, those that were answered, and what became of one before."""

    is_away: bool
    begun: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    unseen: str | None = None


@pytest.mark.skipif(sys.platform == "win32", reason="the panel is forked")
def test_a_panel_that_is_killed_at_any_moment_loses_nothing_and_tells_what_became_of_the_last_tap(
    tmp_path: Path,
) -> None:
    staffed_folder(tmp_path)
    lives = list(kill_a_panel(tmp_path))
    post = make_post(tmp_path)
    view = post.look(NOW)
    post.close(NOW)
    assert (view.kept, view.refused) == ((), ())
    ledger = open_ledger(tmp_path)
    assert ledger.verify().flaw is None
    recorded = {str(each.event.id) for each in ledger.events()}
    ledger.close()
    done = [tap for life in lives for tap in life.done]
    assert len(done) > KILLS
    assert set(done) <= recorded
    for number, life in enumerate(lives):
        in_doubt = next((tap for tap in life.begun if tap not in life.done), None)
        if in_doubt is None or life.is_away:
            continue
        after = next((each for each in lives[number + 1 :] if each.begun and not each.is_away), None)
        if after is not None and in_doubt in recorded:
            assert after.unseen == "recorded"


def kill_a_panel(folder: Path) -> Iterator[Life]:
    """Let a panel work in `folder` and kill it, again and again; every third of its lives has no ledger."""
    panel = subprocess.Popen(
        [sys.executable, Path(__file__).parent / "killed_post.py", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONPATH": str(_PROJECT)},
    )
    with panel:
        assert panel.stdin is not None
        assert panel.stdout is not None
        for number in range(KILLS):
            life = Life(is_away=number % 3 == 1)
            panel.stdin.write("away\n" if life.is_away else "there\n")
            pid = int(panel.stdout.readline().removeprefix("born "))
            said = [panel.stdout.readline() for _ in range(random.randint(0, MOST_LINES))]
            time.sleep(random.uniform(0, LONGEST_REST_SECONDS))
            os.kill(pid, signal.SIGKILL)
            for line in (*said, *iter(panel.stdout.readline, "ended\n")):
                _hear(life, *line.split())
            yield life
        panel.stdin.close()


def _hear(life: Life, first: str, second: str) -> None:
    if first == "unseen":
        life.unseen = second
    elif second == "begun":
        life.begun.append(first)
    else:
        assert second == "done"
        life.done.append(first)
