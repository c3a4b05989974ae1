"""The office of `premises` with people who may sign in at the manager's page, and a few visits in it."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final

from kiosk.clock import new_name, now_utc
from kiosk.core.events import Entered, Event, Exited, Happening
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.office import AreaId, DoorId
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.core.verdict import Verdict
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ledger.ledger import Ledger
from tests.premises import SQLITE_FILE, Premises, make_premises

ADMIN: Final = StaffId("chief")
MANAGER: Final = StaffId("manager")
SECOND: Final = StaffId("second")
GUARD: Final = StaffId("guard")
ROLES: Final[Mapping[StaffId, Role]] = {
    ADMIN: Role.ADMIN,
    MANAGER: Role.MANAGER,
    SECOND: Role.MANAGER,
    GUARD: Role.SECURITY,
}
PIN: Final = "271828"
WRONG: Final = "000000"

MAIN: Final = DoorId("main")
BENEFITS: Final = AreaId("benefits")


def make_staffed(folder: Path, *, cap: int = 5, wall: bool = True, database: str = SQLITE_FILE) -> Premises:
    """Make the folder of an office with its staff; everybody's PIN is the same."""
    premises = make_premises(folder, cap=cap, database=database)
    with premises.office.open("a", encoding="utf-8") as toml:
        toml.write(f"\n[web]\nwall = {str(wall).lower()}\n")
    file = premises.file()
    with premises.ledger() as ledger:
        key = ledger.pin_key(file.pin_key_file)
        for who, role in ROLES.items():
            by = None if role is Role.ADMIN else ADMIN
            add_member(ledger, key, Newcomer(who, "", role), Credentials(Pin(PIN), None), by, now_utc())
    return premises


def come_in(ledger: Ledger, party: int = 1, area: AreaId = BENEFITS) -> VisitId:
    """Let a party in, and return its visit."""
    visit = VisitId(new_name())
    ends = now_utc() + timedelta(minutes=25)
    happen(ledger, Entered(visit, None, area, party, ends, None), EventId(visit))
    return visit


def go_out(ledger: Ledger, visit: VisitId, party: int = 1, area: AreaId = BENEFITS) -> None:
    """Let a party out."""
    happen(ledger, Exited(visit, None, area, party))


def happen(
    ledger: Ledger, what: Happening, id_: EventId | None = None, answer: Verdict | None = None
) -> None:
    """Record what happens at the main door now."""
    with ledger.transaction() as transaction:
        transaction.append(Event(id_ or EventId(new_name()), now_utc(), MAIN, None, what, answer))
