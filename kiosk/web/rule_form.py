"""What somebody typed into the form for new rules: checked, and put together with what holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.datastructures import FormData, QueryParams

from kiosk.core.house_rules import MaskKind
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId, Office
from kiosk.core.rule_drafts import drafted_cap
from kiosk.core.rule_events import EnteredMask
from kiosk.core.rule_orders import EnterRules
from kiosk.core.rules_in_force import rules_at
from kiosk.web.requests import field

MOST_PEOPLE = 100_000
MOST_YEARS = 120
NO_CAP = ("-", "–")
"""Typed for an area, they take its own cap away."""

_LONGEST_SOURCE = 200
_FIRST_YEAR, _LAST_YEAR = 2000, 2999


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """Rules as they were typed; what was left empty is None, or missing in `areas`, and stays as it holds."""

    since: datetime
    building: int | None
    areas: Mapping[AreaId, int | None]
    mask: EnteredMask | None
    source: str


def draft_in(form: FormData | QueryParams, office: Office) -> RuleDraft:
    """Return what was typed. Raises ValueError for a time or a number that is miswritten."""
    # A date alone means its midnight, as in the office's file.
    since = datetime.fromisoformat(field(form, "since")).replace(tzinfo=office.time_zone)
    if not _FIRST_YEAR <= since.year <= _LAST_YEAR:
        # The first and the last days of all cannot be reckoned with: browsers send them of a half-typed year.
        raise ValueError("rules begin in no such year")
    building = field(form, "building")
    typed = {area: field(form, f"area_{area}") for area in office.areas}
    return RuleDraft(
        since=since,
        building=_number(building, MOST_PEOPLE) if building else None,
        areas={
            area: None if cap in NO_CAP else _number(cap, MOST_PEOPLE) for area, cap in typed.items() if cap
        },
        mask=_mask_in(form),
        source=field(form, "source", _LONGEST_SOURCE),
    )


def order_of(draft: RuleDraft, office: Office, house: House) -> EnterRules:
    """Return the order to enter a draft, where `house` has the rules that hold until then."""
    cap = drafted_cap(rules_at(office, house, draft.since).cap, draft.building, draft.areas)
    return EnterRules(draft.since, cap, draft.mask, draft.source)


def _mask_in(form: FormData | QueryParams) -> EnteredMask | None:
    kind = field(form, "mask")
    if not kind:
        return None
    return EnteredMask(
        MaskKind(kind),
        off_at_desk=field(form, "off_at_desk") == "yes",
        exempt_below_age=_number(field(form, "exempt_below_age") or "6", MOST_YEARS),
        exempt_by_certificate=field(form, "exempt_by_certificate") == "yes",
    )


def _number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)) or int(text) > most:
        raise ValueError("this is no number of people or years")
    return int(text)
