"""A door that is killed again and again: `killed_door.py URL KEY_FILE`, all imports done once.

For each line that comes in, a child is forked that opens the ledger and shows letters, as fast as it can, for
ever. Its life is told in lines: `born PID`, `opened SECONDS`, `ID REASON` after each commit, and `ended`.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from kiosk.core.code import Code
from kiosk.core.ids import EventId
from kiosk.core.office import Office
from kiosk.core.tries import TryLimit
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, CASES, MAIN_DOOR, YOUTH, a_cap, an_area, an_office, at, habits, hours

LETTERS = 60
CAP = 25
# A day is long enough for a million scans.
BETWEEN_SCANS = timedelta(milliseconds=50)
MIDNIGHT = at("00:00")


def killed_office() -> Office:
    """An office that is open all day and lets everybody come and go as they like."""
    all_day = hours("00:00-23:59")
    return an_office(
        areas=[an_area(area, opening=all_day) for area in (BENEFITS, CASES, YOUTH)],
        caps=[a_cap(CAP)],
        custom=habits(early=24 * 60, late=24 * 60, re_entry=24 * 60, same_scan=0, keep_place=1),
    )


def times(ledger: Ledger) -> Iterator[datetime]:
    latest = ledger.house().latest_at or MIDNIGHT
    while True:
        latest += BETWEEN_SCANS
        yield latest


def live(url: str, key_file: Path, parent: int) -> None:
    """Scan until killed, or until the parent is gone."""
    began = time.monotonic()
    ledger = Ledger.open(url, key_file)
    now = times(ledger)
    say(f"opened {time.monotonic() - began:.3f}")
    while os.getppid() == parent:
        say(scan(ledger, next(now)))


def scan(ledger: Ledger, now: datetime) -> str:
    """Show a letter, any of them, and return the id of the scan and what was said."""
    office = killed_office()
    gate = Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())
    scan_id, code = EventId(str(uuid4())), Code(random.randrange(LETTERS))
    return f"{scan_id} {gate.scan(code.text, scan_id, now).verdict.reason.value}"


def say(line: str) -> None:
    # One write of a short line: a kill leaves all of it or nothing.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main() -> None:
    url, key_file, parent = sys.argv[1], Path(sys.argv[2]), os.getpid()
    # A first scan, before anything is forked, so that no child spends its short life on preparing statements.
    ledger = Ledger.open(url, key_file)
    scan(ledger, next(times(ledger)))
    ledger.close()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            live(url, key_file, parent)
            os._exit(0)
        say(f"born {child}")
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
