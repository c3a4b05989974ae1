"""A guard's post that is killed again and again: `killed_post.py FOLDER`, all imports done once.

For each line that comes in, a child is forked that opens the post and takes orders, as fast as it can, for
ever; after the line `away` without its ledger. Its life is told in lines: `born PID`, `unseen BECAME` for
what the start says of a tap whose answer nobody saw, `TAP begun`, `TAP done` or what came of it, `ended`.
"""

import os
import sys
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from kiosk.clock import new_name
from kiosk.core.guard_view import KeptByHand, Recorded
from kiosk.core.ids import EventId
from kiosk.core.orders import Admit, CountPeopleOut
from kiosk.gate.guard_post import GuardPost
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, EMERGENCY, MAIN_DOOR, a_cap, an_office, at
from tests.unit.gate.staffed_post import BERGER, PINS

NOW = at("10:00")


def open_ledger(folder: Path) -> Ledger:
    return Ledger.open(f"sqlite:///{folder}/ledger.sqlite", folder / "key")


def make_post(folder: Path, *, is_away: bool = False) -> GuardPost:
    def reach() -> Ledger:
        if is_away:
            raise LedgerUnreachableError("The cable is out.")
        return open_ledger(folder)

    office = an_office(caps=[a_cap(100_000)])
    return GuardPost(
        office, office.doors[MAIN_DOOR], reach, lambda ledger: ledger.pin_key(folder / "pins.key"), folder
    )


def live(folder: Path, parent: int, *, is_away: bool) -> None:
    """Take orders until killed, or until the parent is gone."""
    post = make_post(folder, is_away=is_away)
    now: datetime = NOW
    unseen = post.look(now).unseen
    if unseen is not None:
        say(f"unseen {unseen.became.value}")
    post.sign_in(BERGER, PINS[BERGER], now)
    for number in count():
        if os.getppid() != parent:
            return
        now += timedelta(milliseconds=50)
        tap = EventId(new_name())
        say(f"{tap} begun")
        result = post.carry_out(
            CountPeopleOut(BENEFITS) if number % 3 else Admit(BENEFITS, 2, EMERGENCY), tap, now
        ).result
        say(f"{tap} {'done' if isinstance(result, Recorded | KeptByHand) else type(result).__name__}")
        post.look(now)


def say(line: str) -> None:
    # One write of a short line: a kill leaves all of it or nothing.
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main() -> None:
    folder, parent = Path(sys.argv[1]), os.getpid()
    # Once before anything is forked, so that no child spends its short life on preparing statements.
    first = make_post(folder)
    first.look(NOW)
    first.close(NOW)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(folder, parent, is_away=line.strip() == "away")
            os._exit(0)
        say(f"born {child}")
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
