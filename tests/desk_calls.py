"""A phone desk on a ledger, for tests of what is agreed there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Final

from kiosk.core.appointment import Appointment
from kiosk.core.desk_orders import Agreed, Agreement, Book, HouseThen, When, Wish
from kiosk.core.events import Event
from kiosk.core.ids import EventId, StaffId
from kiosk.core.office import AreaId, Office, RoomId
from kiosk.core.person import Person
from kiosk.core.rights import Role
from kiosk.core.staff import PERSON_LIMIT, Member
from kiosk.core.tries import Tries
from kiosk.gate.agree import agree
from kiosk.gate.tap import Tap
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, LONG_AGO, MONDAY, an_area, an_office, at, hours, minutes

ANNA, BELA, GUARD = StaffId("anna"), StaffId("bela"), StaffId("guard")
ROOM_1, ROOM_2 = RoomId("benefits-1"), RoomId("benefits-2")
CALLED_AT: Final = at("07:00")
CAP: Final = 4


def desk_office(*rooms: RoomId) -> Office:
    """Return an office whose benefits have these rooms, open for four half hours a day."""
    area = an_area(BENEFITS, opening=hours("08:00-10:00"))
    made = tuple(replace(area.rooms[0], id=room) for room in rooms or (ROOM_1, ROOM_2))
    return an_office(areas=[replace(area, rooms=made), an_area(AreaId("cases")), an_area(AreaId("youth"))])


def crowd(booked: Sequence[Appointment], wanted: Appointment) -> HouseThen:
    """Expect that everybody who is booked for that very time comes, and nobody else."""
    people = sum(each.party for each in booked if each.starts_at == wanted.starts_at)
    return HouseThen(people, CAP, people + wanted.party <= CAP)


def hire_desks(ledger: Ledger) -> None:
    """Add two people of the phone desk and a guard; their PINs are nobody's."""
    roles = {ANNA: Role.DESK, BELA: Role.DESK, GUARD: Role.SECURITY}
    with ledger.transaction() as transaction:
        for who, role in roles.items():
            member = Member(who, "", role, Tries(PERSON_LIMIT), disabled=False, created_at=LONG_AGO)
            transaction.staff.add(member, "-")


def when(clock: str = "09:00", room: RoomId | None = None, *, length: float = 30, full: bool = False) -> When:
    return When(BENEFITS, room, at(clock), minutes(length), full)


def a_call(
    clock: str = "09:00",
    *,
    party: int = 1,
    person: Person | None = None,
    room: RoomId | None = None,
    full: bool = False,
) -> Book:
    return Book(when(clock, room, full=full), party, "de", person)


@dataclass
class Calls:
    """Whoever answers the phone; every wish has a tap of its own unless a test names one."""

    ledger: Ledger
    office: Office
    by: StaffId = ANNA

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def ask(self, order: Wish, now: datetime = CALLED_AT, tap: str | None = None) -> Agreement:
        name = EventId(tap or f"call {next(self._numbers)} of {self.by} at {id(self)}")
        return agree(self.ledger, self.office, Tap(name, self.by, None, now), order, crowd)

    def agreed(self, order: Wish, now: datetime = CALLED_AT, tap: str | None = None) -> Agreed:
        answer = self.ask(order, now, tap)
        assert isinstance(answer, Agreed), answer
        return answer

    def booked(self) -> list[Appointment]:
        return list(self.ledger.appointments(at("00:00"), at("23:59", MONDAY)))

    def events(self) -> list[Event]:
        assert self.ledger.verify().flaw is None
        return [recorded.event for recorded in self.ledger.events()]

    def kinds(self) -> list[str]:
        return [type(event.what).__name__ for event in self.events()]
