"""A door to which a dozen letters are invited today, for codes that are none of them."""

from datetime import timedelta
from itertools import count
from random import Random

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Outcome
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, an_appointment, an_office, at

LETTERS = 12
_MORNING = at("09:00")
_NOW = at("10:00")
_BETWEEN_SCANS = timedelta(milliseconds=10)


class HostileDoor:
    """Its `letters` would be let in."""

    def __init__(self, ledger: Ledger) -> None:
        office = an_office()
        random = Random(7)
        self.letters = [Code(random.getrandbits(CODE_BITS)) for _ in range(LETTERS)]
        appointments = [an_appointment(f"a{place}", _NOW) for place in range(LETTERS)]
        ledger.apply(AppointmentChanges(new=tuple(appointments)))
        ledger.issue_letters(list(zip(appointments, self.letters, strict=True)), _MORNING)
        self._gate = Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())
        self._scans = count(1)

    def show(self, text: str) -> Outcome:
        """Hold this text up; return how it was answered."""
        number = next(self._scans)
        answer = self._gate.scan(text, EventId(f"scan {number:08}"), _NOW + number * _BETWEEN_SCANS)
        if answer.trouble is not None:
            raise AssertionError(f"the door was in trouble: {answer.trouble}")
        return answer.verdict.reason.outcome
