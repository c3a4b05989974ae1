"""What concerns the staff itself and changes nothing in the house: who they are, and how they sign in."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from kiosk.core.ids import StaffId
from kiosk.core.rights import Role


class RefusedBecause(Enum):
    """Why somebody of the staff was not signed in."""

    UNKNOWN = "unknown"
    DISABLED = "disabled"
    PAUSED = "paused"
    WRONG_PIN = "wrong_pin"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody of the staff showed by PIN who they are."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Somebody tried to sign in as `staff`; None: as nobody who is known. What was typed is not kept."""

    staff: StaffId | None
    because: RefusedBecause


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Somebody belongs to the staff from now on, and was given a PIN. The name stands apart."""

    staff: StaffId
    role: Role


class DisabledBecause(Enum):
    """Why somebody of the staff signs in no more."""

    ORDERED = "ordered"
    WRONG_PINS = "wrong_pins"


@dataclass(frozen=True, slots=True)
class StaffDisabled:
    """Somebody of the staff signs in no more, until the PIN is reset."""

    staff: StaffId
    because: DisabledBecause


@dataclass(frozen=True, slots=True)
class PinReset:
    """Somebody of the staff was given a new PIN; the old one, and what disabled its owner, count no more."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """Somebody of the staff was given a badge; an older one counts no more."""

    staff: StaffId


StaffHappening: TypeAlias = SignedIn | SignInRefused | StaffAdded | StaffDisabled | PinReset | BadgeIssued
