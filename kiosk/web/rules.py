"""The house rules on the page: which hold when, and how a manager enters, confirms and withdraws them."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.clock import new_name
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import RulesId
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office
from kiosk.core.rights import Right, may
from kiosk.core.rule_list import RuleState, area_caps, listed_rules, listed_withdrawn
from kiosk.core.rule_orders import (
    ConfirmRules,
    ConfirmWithdrawal,
    KeepRules,
    RuleOrder,
    RulesNotDone,
    WithdrawRules,
)
from kiosk.core.rules_in_force import rules_at
from kiosk.gate.desk import carry_out_for
from kiosk.web.acts import acting_of
from kiosk.web.preview import look_of
from kiosk.web.requests import field, html, own_form_of, page_of, redirect, signed_in, words_of
from kiosk.web.rule_form import MiswrittenError, draft_in, order_of

_ON_RULES: Mapping[str, Callable[[RulesId], RuleOrder]] = {
    "confirm": ConfirmRules,
    "withdraw": WithdrawRules,
    "confirm_withdrawal": ConfirmWithdrawal,
    "keep": KeepRules,
}
_DONE = {"entered", *_ON_RULES}
_CHECKED = ("off_at_desk", "exempt_by_certificate")


async def show_rules(request: Request) -> Response:
    """GET /rules."""
    signed_in(request)
    done = request.query_params.get("done", "")
    return await _show(request, {"done": done if done in _DONE else None})


async def enter_rules(request: Request) -> Response:
    """POST /rules/enter: rules that hold from a time on."""
    form = await own_form_of(request)
    office = page_of(request).office_file.office
    try:
        draft = draft_in(form, office)
    except MiswrittenError as error:
        return await _show(request, {"miswritten": error.field}, form, 400)
    house = await page_of(request).archive.read(lambda ledger: ledger.house())
    return await _carry_out(request, form, order_of(draft, office, house), "entered")


async def preview_rules(request: Request) -> Response:
    """POST /rules/preview: the form as it was typed, with a picture of the visitor's screen; no PIN yet."""
    form, page = await own_form_of(request), page_of(request)
    office = page.office_file.office
    try:
        draft = draft_in(form, office)
    except MiswrittenError as error:
        return await _show(request, {"miswritten": error.field}, form, 400)
    return await _show(request, {"look": look_of(form, draft, office, page.clock())}, form)


async def change_rules(request: Request) -> Response:
    """POST /rules/change: confirm or withdraw what was entered."""
    form = await own_form_of(request)
    wanted = field(form, "what")
    if wanted not in _ON_RULES:
        raise HTTPException(400)
    return await _carry_out(request, form, _ON_RULES[wanted](RulesId(field(form, "rules"))), wanted)


async def _carry_out(request: Request, form: FormData, order: RuleOrder, done: str) -> Response:
    acting = await acting_of(request, form)
    if isinstance(acting, str):
        return await _show(request, {"wrong": acting}, form, 403)
    page, tap = page_of(request), acting.tap
    office, by = page.office_file.office, acting.member.id
    result = await page.desk.write(lambda ledger: carry_out_for(ledger, office, by, order, tap.id, tap.at))
    if isinstance(result, RulesNotDone):
        return await _show(request, {"wrong": words_of(request).text(f"rules.{result.value}")}, form, 400)
    if isinstance(result, NotDone):
        return await _show(request, {"wrong": words_of(request).text("acts.not_allowed")}, form, 403)
    return redirect(f"/rules?done={done}")


async def _show(
    request: Request, context: Mapping[str, Any], form: FormData | None = None, status: int = 200
) -> Response:
    page, session, now = page_of(request), signed_in(request), page_of(request).clock()
    office = page.office_file.office
    house, recorded = await page.archive.read(lambda ledger: (ledger.house(), ledger.rule_events()))
    every = listed_rules(office, house, now)
    common = {
        "done": None,
        "wrong": None,
        "miswritten": None,
        "look": None,
        "area_caps": area_caps,
        "tap": new_name(),
        "rules": tuple(each for each in every if each.state is not RuleState.OVER),
        "over": tuple(each for each in every if each.state is RuleState.OVER),
        "withdrawn": listed_withdrawn(each.event for each in recorded),
        "holding": rules_at(office, house, now),
        "typed": _typed(office, form, now),
        "kinds": tuple(MaskKind),
        "may_change": may(session.role, Right.CHANGE_RULES),
    }
    return html(request, "rules", {**common, **context}, status)


def _typed(office: Office, form: FormData | None, now: datetime) -> Mapping[str, str]:
    """Return what stands in the fields for new rules: what was typed, else what is usual. Never the PIN."""
    names = ("since", "building", "mask", "exempt_below_age", "source", "door", *_CHECKED)
    fields = (*names, *(f"area_{area}" for area in office.areas))
    if form is not None and "since" in form:
        return {name: field(form, name) for name in fields}
    tomorrow = now.astimezone(office.time_zone).date() + timedelta(days=1)
    usual = {"since": f"{tomorrow}T00:00", "exempt_below_age": "6"} | dict.fromkeys(_CHECKED, "yes")
    return dict.fromkeys(fields, "") | usual
