"""A day that is under way, and visitors who come and go on it by their letters."""

import secrets
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.clock import new_name, now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.events import Entered, Event, Exited
from kiosk.core.ids import EventId, VisitId
from kiosk.core.office import DoorId, Office
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from tests.building import an_appointment
from tests.premises import Premises
from tests.staffed_premises import BENEFITS, MAIN, make_staffed

CAP = 60
INSIDE = 25
_LETTERS = 200
_BEGAN = timedelta(hours=4)
_STAY = timedelta(minutes=25)
_EXIT = DoorId("exit")
_EXIT_DOOR = """
[doors.exit]
name = { de = "Ausgang", en = "Exit" }
direction = "out"
serves = ["benefits", "youth"]
directions = { de = "Hinten.", en = "At the back." }
"""


def begin_day(folder: Path, visits: int, database: str) -> Premises:
    """Make an office on whose day so many visits are over, and letters that can be shown now."""
    premises = make_staffed(folder, cap=CAP, database=database)
    with premises.office.open("a", encoding="utf-8") as toml:
        toml.write(_EXIT_DOOR)
    now = now_utc()
    booked = [
        replace(an_appointment(new_name(), now + timedelta(minutes=10)), room=None) for _ in range(_LETTERS)
    ]
    codes = [Code(secrets.randbits(CODE_BITS)) for _ in booked]
    with premises.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=tuple(booked)))
        ledger.issue_letters(zip(booked, codes, strict=True), now)
        with ledger.transaction() as transaction:
            for event in _visits_before(now, visits):
                transaction.append(event)
    _letters_file(folder).write_text("\n".join(code.text for code in codes), encoding="ascii")
    return premises


def _visits_before(now: datetime, visits: int) -> Iterator[Event]:
    """Give the events of walk-ins, each of whom leaves when so many others have come."""
    inside: deque[Entered] = deque()
    for number in range(2 * visits):
        at = now - _BEGAN + (_BEGAN - timedelta(minutes=1)) * number / (2 * visits)
        if len(inside) < min(INSIDE, 2 * visits - number):
            entered = Entered(VisitId(new_name()), None, BENEFITS, 1, at + _STAY, None)
            inside.append(entered)
            yield Event(EventId(entered.visit), at, MAIN, None, entered, None)
        else:
            gone = inside.popleft()
            yield Event(EventId(new_name()), at, MAIN, None, Exited(gone.visit, None, BENEFITS, 1), None)


def letters(folder: Path) -> deque[str]:
    """Return the letters that can be shown at the office in `folder`."""
    return deque(_letters_file(folder).read_text(encoding="ascii").splitlines())


def _letters_file(folder: Path) -> Path:
    return folder / "letters.txt"


class Visitors:
    """Whoever has a letter, before an entrance and an exit: the real gates, on one ledger."""

    def __init__(self, office: Office, ledger: Ledger, outside: deque[str]) -> None:
        """Take the letters of those who are outside; nobody is inside."""
        self._entrance, self._exit = (
            Gate(office, office.doors[door], ledger, TryLimit()) for door in (MAIN, _EXIT)
        )
        self._outside = outside
        self._inside: deque[str] = deque()

    def turn(self) -> Iterator[float]:
        """Let one out if the house is full enough, and one in; give how long each scan took in seconds."""
        if len(self._inside) == INSIDE:
            yield self._scanned(self._exit, self._inside.popleft(), Reason.LEFT, self._outside)
        yield self._scanned(self._entrance, self._outside.popleft(), Reason.ADMITTED, self._inside)

    def all_out(self) -> None:
        """Let everybody out."""
        while self._inside:
            self._scanned(self._exit, self._inside.popleft(), Reason.LEFT, self._outside)

    @staticmethod
    def _scanned(gate: Gate, letter: str, expected: Reason, then: deque[str]) -> float:
        began = time.perf_counter()
        answer = gate.scan(letter, EventId(new_name()), now_utc())
        took = time.perf_counter() - began
        if answer.verdict.reason not in {expected, Reason.READMITTED}:
            raise RuntimeError(f"the visitor was told {answer.verdict}")
        then.append(letter)
        return took
