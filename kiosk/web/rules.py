"""The house rules on the page: which hold when, and how a manager enters, confirms and withdraws them."""

from collections.abc import Callable, Mapping
from datetime import datetime
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
from kiosk.core.rule_events import EnteredCap, EnteredMask
from kiosk.core.rule_list import listed_rules
from kiosk.core.rule_orders import (
    ConfirmRules,
    ConfirmWithdrawal,
    EnterRules,
    KeepRules,
    RuleOrder,
    RulesNotDone,
    WithdrawRules,
)
from kiosk.gate.desk import carry_out_for
from kiosk.web.acts import acting_of
from kiosk.web.requests import field, form_of, html, page_of, redirect, signed_in, words_of

MOST_PEOPLE = 100_000
MOST_YEARS = 120
_LONGEST_SOURCE = 200
_ON_RULES: Mapping[str, Callable[[RulesId], RuleOrder]] = {
    "confirm": ConfirmRules,
    "withdraw": WithdrawRules,
    "confirm_withdrawal": ConfirmWithdrawal,
    "keep": KeepRules,
}
_DONE = {"entered", *_ON_RULES}


async def show_rules(request: Request) -> Response:
    """GET /rules."""
    signed_in(request)
    done = request.query_params.get("done", "")
    return await _show(request, {"done": done if done in _DONE else None})


async def enter_rules(request: Request) -> Response:
    """POST /rules/enter: rules that hold from a time on."""
    form = await form_of(request)
    office = page_of(request).office_file.office
    try:
        order = _order_in(form, office)
    except ValueError:
        return await _show(request, {"wrong": words_of(request).text("rules.miswritten")}, 400)
    return await _carry_out(request, form, order, "entered")


async def change_rules(request: Request) -> Response:
    """POST /rules/change: confirm or withdraw what was entered."""
    form = await form_of(request)
    wanted = field(form, "what")
    if wanted not in _ON_RULES:
        raise HTTPException(400)
    return await _carry_out(request, form, _ON_RULES[wanted](RulesId(field(form, "rules"))), wanted)


async def _carry_out(request: Request, form: FormData, order: RuleOrder, done: str) -> Response:
    acting = await acting_of(request, form)
    if isinstance(acting, str):
        return await _show(request, {"wrong": acting}, 403)
    page, tap = page_of(request), acting.tap
    office, by = page.office_file.office, acting.member.id
    result = await page.desk.write(lambda ledger: carry_out_for(ledger, office, by, order, tap.id, tap.at))
    if isinstance(result, RulesNotDone):
        return await _show(request, {"wrong": words_of(request).text(f"rules.{result.value}")}, 400)
    if isinstance(result, NotDone):
        return await _show(request, {"wrong": words_of(request).text("acts.not_allowed")}, 403)
    return redirect(f"/rules?done={done}")


def _order_in(form: FormData, office: Office) -> EnterRules:
    """Return what the form enters. Raises ValueError for a time or a number that is miswritten."""
    # A date alone means its midnight, as in the office's file.
    since = datetime.fromisoformat(field(form, "since")).replace(tzinfo=office.time_zone)
    building = field(form, "building")
    areas = tuple(
        (area, _number(field(form, f"area_{area}"), MOST_PEOPLE))
        for area in office.areas
        if field(form, f"area_{area}")
    )
    cap = EnteredCap(_number(building, MOST_PEOPLE), areas) if building else None
    if areas and cap is None:
        raise ValueError("caps of areas need one of the building")
    return EnterRules(since, cap, _mask_in(form), field(form, "source", _LONGEST_SOURCE))


def _mask_in(form: FormData) -> EnteredMask | None:
    kind = field(form, "mask")
    if not kind:
        return None
    age = _number(field(form, "exempt_below_age") or "6", MOST_YEARS)
    return EnteredMask(
        MaskKind(kind),
        off_at_desk=field(form, "off_at_desk") == "yes",
        exempt_below_age=age,
        exempt_by_certificate=field(form, "exempt_by_certificate") == "yes",
    )


def _number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)) or int(text) > most:
        raise ValueError("this is no number of people or years")
    return int(text)


async def _show(request: Request, context: Mapping[str, Any], status: int = 200) -> Response:
    page, session, now = page_of(request), signed_in(request), page_of(request).clock()
    office = page.office_file.office
    house = await page.archive.read(lambda ledger: ledger.house())
    common = {
        "done": None,
        "wrong": None,
        "tap": new_name(),
        "rules": listed_rules(office, house, now),
        "kinds": tuple(MaskKind),
        "may_change": may(session.role, Right.CHANGE_RULES),
    }
    return html(request, "rules", {**common, **context}, status)
