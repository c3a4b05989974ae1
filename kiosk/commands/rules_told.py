"""House rules in lines to read: what they say, from when, how they stand, and where they come from."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.core.house_rules import CapRule, MaskKind, MaskRule
from kiosk.core.office import Office
from kiosk.core.rule_list import ListedRules, RuleState, area_caps

_MASKS = {MaskKind.NONE: "no mask", MaskKind.MEDICAL: "medical mask", MaskKind.FFP2: "FFP2 mask"}


def lines_of(rules: ListedRules, office: Office) -> Iterator[str]:
    """Give the lines of one entry in the list; the id, where the next command may need it, is the last."""
    yield f"{local(rules.since, office)}  {_state_told(rules, office)}"
    if rules.cap is not None:
        yield _cap_told(rules.cap, office)
    if rules.mask is not None:
        yield _mask_told(rules.mask)
    entered = rules.entered
    if entered is None:
        yield f"{rules.source}; in the office's file"
        return
    confirmed = "" if entered.confirmed_by is None else f", confirmed by {entered.confirmed_by}"
    yield f"{rules.source}; entered by {entered.by}{confirmed}"
    if rules.state is not RuleState.WITHDRAWN:
        yield f"id {entered.id}"


def local(at: datetime, office: Office) -> str:
    """Return the time by the office's clock."""
    return f"{at.astimezone(office.time_zone):%Y-%m-%d %H:%M}"


def _state_told(rules: ListedRules, office: Office) -> str:
    state = rules.state.value
    asked_by = None if rules.entered is None else rules.entered.withdrawal_asked_by
    if rules.withdrawn_at is not None:
        state += f" {local(rules.withdrawn_at, office)} by {rules.withdrawn_by}"
        return state if asked_by is None else f"{state}, as {asked_by} had asked"
    if rules.waits:
        state += ", waits for a second person"
    return state if asked_by is None else f"{state}, {asked_by} asks to withdraw it"


def _cap_told(cap: CapRule, office: Office) -> str:
    areas = ", ".join(f"{area} {most}" for area, most in area_caps(cap, office))
    return f"cap {cap.building}{f': {areas}' if areas else ''}"


def _mask_told(mask: MaskRule) -> str:
    if mask.kind is MaskKind.NONE:
        return _MASKS[mask.kind]
    return f"{_MASKS[mask.kind]}, {'off' if mask.off_at_desk else 'on'} at the desk"
