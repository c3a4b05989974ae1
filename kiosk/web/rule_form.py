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


class MiswrittenError(ValueError):
    """In `field` of the form stands no such time, number or mask."""

    def __init__(self, field: str) -> None:
        """Name the field as the form does."""
        super().__init__(f"{field} is miswritten")
        self.field = field


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """Rules as they were typed; what was left empty is None, or missing in `areas`, and stays as it holds."""

    since: datetime
    building: int | None
    areas: Mapping[AreaId, int | None]
    mask: EnteredMask | None
    source: str


def draft_in(form: FormData | QueryParams, office: Office) -> RuleDraft:
    """Return what was typed. Raises MiswrittenError for the first time or number that is none."""
    since = _since_in(form, office)
    building = field(form, "building")
    typed = {area: field(form, f"area_{area}") for area in office.areas}
    return RuleDraft(
        since=since,
        building=_number(form, "building", MOST_PEOPLE) if building else None,
        areas={
            area: None if cap in NO_CAP else _number(form, f"area_{area}", MOST_PEOPLE)
            for area, cap in typed.items()
            if cap
        },
        mask=_mask_in(form),
        source=field(form, "source", _LONGEST_SOURCE),
    )


def order_of(draft: RuleDraft, office: Office, house: House) -> EnterRules:
    """Return the order to enter a draft, where `house` has the rules that hold until then."""
    cap = drafted_cap(rules_at(office, house, draft.since).cap, draft.building, draft.areas)
    return EnterRules(draft.since, cap, draft.mask, draft.source)


def _since_in(form: FormData | QueryParams, office: Office) -> datetime:
    try:
        # A date alone means its midnight, as in the office's file.
        since = datetime.fromisoformat(field(form, "since")).replace(tzinfo=office.time_zone)
    except ValueError:
        raise MiswrittenError("since") from None
    if not _FIRST_YEAR <= since.year <= _LAST_YEAR:
        # The first and the last days of all cannot be reckoned with: browsers send them of a half-typed year.
        raise MiswrittenError("since")
    return since


def _mask_in(form: FormData | QueryParams) -> EnteredMask | None:
    kind = field(form, "mask")
    if not kind:
        return None
    if kind not in {each.value for each in MaskKind}:
        raise MiswrittenError("mask")
    return EnteredMask(
        MaskKind(kind),
        off_at_desk=field(form, "off_at_desk") == "yes",
        exempt_below_age=_number(form, "exempt_below_age", MOST_YEARS, "6"),
        exempt_by_certificate=field(form, "exempt_by_certificate") == "yes",
    )


def _number(form: FormData | QueryParams, name: str, most: int, usual: str = "") -> int:
    text = field(form, name) or usual
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)) or int(text) > most:
        raise MiswrittenError(name)
    return int(text)
