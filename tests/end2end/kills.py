"""Killing a door at random moments, and what has to hold afterwards."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.ledger.ledger import Ledger
from tests.building import an_appointment, at
from tests.end2end.killed_door import CAP, LETTERS

# A door says a few lines at most before it dies, and none at times: it may die while it opens the ledger.
MOST_LINES = 5
# Somewhere between two lines: a scan takes about this long.
LONGEST_REST_SECONDS = 0.01

_PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Toll:
    """`shown` maps each scan that was answered to its reason; `slowest_start` is in seconds."""

    kills: int
    shown: dict[str, str]
    slowest_start: float


def kill_a_door(folder: Path, kills: int, tell: Callable[[int], None] | None = None) -> Toll:
    """Let a door work on a new ledger in `folder`, kill it `kills` times, and tell how often so far."""
    url, key_file = f"sqlite:///{folder}/ledger.db", folder / "letters.key"
    invite(url, key_file)
    shown: dict[str, str] = {}
    slowest_start = 0.0
    door = subprocess.Popen(
        [sys.executable, Path(__file__).parent / "killed_door.py", url, key_file],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONPATH": str(_PROJECT)},
    )
    with door:
        assert door.stdin is not None
        assert door.stdout is not None
        for killed in range(kills):
            door.stdin.write("live\n")
            pid = int(door.stdout.readline().removeprefix("born "))
            said_before = [door.stdout.readline() for _ in range(random.randint(0, MOST_LINES))]
            time.sleep(random.uniform(0, LONGEST_REST_SECONDS))
            os.kill(pid, signal.SIGKILL)
            for line in (*said_before, *iter(door.stdout.readline, "ended\n")):
                scan, said = line.split()
                if scan == "opened":
                    slowest_start = max(slowest_start, float(said))
                else:
                    shown[scan] = said
            if tell is not None:
                tell(killed + 1)
        door.stdin.close()
    return Toll(kills, shown, slowest_start)


def invite(url: str, key_file: Path) -> None:
    """Invite as many parties as there are letters, for noon."""
    appointments = [an_appointment(f"a{number}", at("12:00")) for number in range(LETTERS)]
    ledger = Ledger.open(url, key_file)
    ledger.apply(AppointmentChanges(new=tuple(appointments)))
    ledger.issue_letters(((each, Code(number)) for number, each in enumerate(appointments)), at("00:00"))
    ledger.close()


def losses(folder: Path, toll: Toll) -> list[str]:
    """Return what does not hold of the ledger after all the kills, in words; nothing, if all is well."""
    began = time.monotonic()
    ledger = Ledger.open(f"sqlite:///{folder}/ledger.db", folder / "letters.key")
    house = ledger.house()
    seconds = time.monotonic() - began
    recorded = {
        str(each.event.id): each.event.answer.reason.value
        for each in ledger.events()
        if each.event.answer is not None
    }
    verification = ledger.verify()
    ledger.close()
    wrong = [
        f"{scan} was shown as {said} and is lost" for scan, said in toll.shown.items() - recorded.items()
    ]
    if verification.flaw is not None:
        wrong.append(f"the ledger does not verify: {verification.flaw}")
    if house.inside > CAP:
        wrong.append(f"{house.inside} are inside, above the cap of {CAP}")
    if max(seconds, toll.slowest_start) > 1:
        wrong.append(f"a start took {max(seconds, toll.slowest_start):.1f} s")
    return wrong
