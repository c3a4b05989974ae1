"""A door with letters to show and a panel to tap on, for tests of what the staff does there."""

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.events import Event
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import DoorId, Office, ReasonId
from kiosk.core.person import Person
from kiosk.core.tries import TryLimit
from kiosk.gate.door_acts import LettingIn, let_in
from kiosk.gate.gate import Answer, Gate
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, EMERGENCY, MAIN_DOOR, an_appointment, at

GUARD, MANAGER = StaffId("guard"), StaffId("manager")
TEN = at("10:00")


@dataclass
class Panel:
    """A panel beside a door; each tap has an id of its own unless a test names one."""

    ledger: Ledger
    office: Office
    door: DoorId = MAIN_DOOR

    def __post_init__(self) -> None:
        self.gate = Gate(self.office, self.office.doors[self.door], self.ledger, TryLimit())
        self._numbers = count(1)

    def tap(self, when: datetime = TEN, name: str | None = None, by: StaffId = GUARD) -> Tap:
        return Tap(EventId(name or f"tap {next(self._numbers)} at {id(self)}"), by, self.door, when)

    def book(self, *appointments: Appointment, people: dict[str, str] | None = None) -> None:
        named = {AppointmentId(id_): Person(name, None) for id_, name in (people or {}).items()}
        self.ledger.apply(AppointmentChanges(new=appointments, people=named))
        letters = [(each, code_of(each.id)) for each in appointments]
        self.ledger.issue_letters(letters, at("08:00"))

    def invite(self, name: str, starts_at: datetime = TEN, party: int = 1) -> Code:
        self.book(an_appointment(name, starts_at, party=party))
        return code_of(name)

    def show(self, code: Code, when: datetime = TEN) -> Answer:
        return self.gate.scan(code.text, EventId(f"scan {next(self._numbers)} at {id(self)}"), when)

    def let_in(
        self,
        party: int = 1,
        when: datetime = TEN,
        *,
        appointment: str | None = None,
        because: ReasonId = EMERGENCY,
    ) -> VisitId:
        """Let a party in, which has to succeed, and return its visit."""
        whom = LettingIn(
            BENEFITS, party, because, None if appointment is None else AppointmentId(appointment), MANAGER
        )
        done = succeeded(let_in(self.ledger, self.office, self.tap(when), whom))
        return VisitId(done.event.id)

    @property
    def house(self) -> House:
        return self.ledger.house()

    def events(self) -> list[Event]:
        return [recorded.event for recorded in self.ledger.events()]

    def happened(self) -> list[object]:
        return [event.what for event in self.events()]

    def kinds(self) -> list[str]:
        return [type(what).__name__ for what in self.happened()]


def code_of(name: str) -> Code:
    return Code(int.from_bytes(name.encode(), "big"))


def succeeded(result: Done | NotDone) -> Done:
    assert isinstance(result, Done), result
    return result
