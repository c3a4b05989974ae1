"""What happens to house rules that are entered beside those of the office's file, while the program runs."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import RulesId, StaffId
from kiosk.core.office import AreaId


@dataclass(frozen=True, slots=True)
class EnteredCap:
    """How many people may be inside, in the building and in single areas.

    `areas` holds pairs of an area and its cap, so that the value stays hashable.
    """

    building: int
    areas: tuple[tuple[AreaId, int], ...]


@dataclass(frozen=True, slots=True)
class EnteredMask:
    """Which mask is worn inside; see `kiosk.core.house_rules.MaskRule`."""

    kind: MaskKind
    off_at_desk: bool
    exempt_below_age: int
    exempt_by_certificate: bool


@dataclass(frozen=True, slots=True)
class RulesEntered:
    """Rules were entered that hold from `since` on, and bear the id of this event.

    `cap` or `mask` is None where they leave that as it is.
    """

    rules: RulesId
    since: datetime
    cap: EnteredCap | None
    mask: EnteredMask | None
    source: str


@dataclass(frozen=True, slots=True)
class RulesConfirmed:
    """A second person consented to what is higher in an entered cap."""

    rules: RulesId


@dataclass(frozen=True, slots=True)
class RulesWithdrawalAsked:
    """Somebody wants to withdraw rules, which would raise a cap: a second person has to consent."""

    rules: RulesId


@dataclass(frozen=True, slots=True)
class RulesWithdrawn:
    """Entered rules hold no more. `asked_by` is who asked for it first, where that took a second person."""

    rules: RulesId
    asked_by: StaffId | None


@dataclass(frozen=True, slots=True)
class RulesKept:
    """The withdrawal of rules that was asked for is dropped: they hold on."""

    rules: RulesId


RuleHappening: TypeAlias = RulesEntered | RulesConfirmed | RulesWithdrawalAsked | RulesWithdrawn | RulesKept
