"""The staff of the demo's office: one of each role, each with a PIN that the demo tells."""

from collections.abc import Mapping
from datetime import datetime
from secrets import randbelow
from types import MappingProxyType
from typing import Final

from kiosk.config import OfficeFile
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Pin, draw_pin
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ledger.ledger import Ledger

ADMIN: Final = StaffId("1")
"""Adds the others: nobody else may."""
GUARD: Final = StaffId("11")
"""Is at the main entrance."""

_STAFF: Final[Mapping[StaffId, Role]] = MappingProxyType(
    {
        ADMIN: Role.ADMIN,
        GUARD: Role.SECURITY,
        StaffId("12"): Role.SECURITY,
        StaffId("21"): Role.MANAGER,
        StaffId("31"): Role.DESK,
    }
)


def add_staff(ledger: Ledger, office_file: OfficeFile, now: datetime) -> Mapping[StaffId, tuple[Role, Pin]]:
    """Add the demo's staff, and return their roles and PINs by their ids. Raises LedgerError."""
    key = ledger.pin_key(office_file.pin_key_file)
    given: dict[StaffId, tuple[Role, Pin]] = {}
    for staff, role in _STAFF.items():
        pin = draw_pin(randbelow)
        by = None if staff == ADMIN else ADMIN
        add_member(ledger, key, Newcomer(staff, f"Demo {role.value}", role), Credentials(pin, None), by, now)
        given[staff] = role, pin
    return given
