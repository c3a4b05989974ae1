"""Signing in and out at a browser: the PINs and limits of the guard's panel, and those of the address."""

import secrets
from datetime import timedelta
from math import ceil
from typing import assert_never

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.core.ids import StaffId
from kiosk.core.rights import Right, may
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import Member, Pin, staff_id
from kiosk.core.staff_events import RefusedBecause
from kiosk.gate.sign_in import sign_in
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.ledger import Ledger
from kiosk.web.ledger_thread import TooBusyError
from kiosk.web.page import Page
from kiosk.web.requests import (
    address_of,
    field,
    form_of,
    html,
    is_from_this_machine,
    is_secure,
    local_path,
    page_of,
    redirect,
    session_cookie,
    session_of,
    set_session,
    token_of,
    words_of,
)

# Nobody is signed in yet, so the form's token lies in a cookie of its own: another site can set neither.
_FORM_COOKIE = "kiosk-form"
_LONGEST_PIN = 64


async def show_sign_in(request: Request) -> Response:
    """GET /sign-in."""
    then = local_path(request.query_params.get("then", "/"))
    if session_of(request) is not None:
        return redirect(then)
    said = request.query_params.get("said")
    note = words_of(request).text(f"sign_in.{said}") if said in {"ended", "signed_out"} else None
    return _form(request, then, note=note)


async def take_sign_in(request: Request) -> Response:
    """POST /sign-in."""
    page, form = page_of(request), await form_of(request)
    cookie = request.cookies.get(_FORM_COOKIE, "")
    if not cookie or not secrets.compare_digest(cookie.encode(), field(form, "form_token").encode()):
        raise HTTPException(403)
    then = local_path(field(form, "then"))
    if not may_type_pins(request):
        return _form(request, then, wrong=words_of(request).text("sign_in.no_tls"), status=403)
    typed, pin = field(form, "id"), field(form, "pin", _LONGEST_PIN)
    answer = await checked(request, typed, pin)
    if isinstance(answer, str):
        return _form(request, then, wrong=answer, typed=typed, status=403)
    if not may(answer.role, Right.READ_FIGURES):
        return _form(request, then, wrong=words_of(request).text("sign_in.not_allowed"), status=403)
    # A token that the browser had before is worth nothing any more.
    _end_session(page, request)
    response = redirect(then)
    set_session(request, response, page.sessions.begin(answer.id, answer.role, page.clock()))
    return response


async def sign_out(request: Request) -> Response:
    """POST /sign-out."""
    page, form = page_of(request), await form_of(request)
    session = session_of(request)
    if session is not None and not secrets.compare_digest(
        session.form_token.encode(), field(form, "form_token").encode()
    ):
        raise HTTPException(403)
    _end_session(page, request)
    response = redirect("/sign-in?said=signed_out")
    response.delete_cookie(session_cookie(request), path="/", secure=is_secure(request), samesite="strict")
    return response


def _end_session(page: Page, request: Request) -> None:
    token = token_of(request)
    if token is not None:
        page.sessions.end(token)


def may_type_pins(request: Request) -> bool:
    """Say whether a PIN can be typed here: encrypted, or without leaving this machine."""
    return is_secure(request) or is_from_this_machine(request)


async def checked(request: Request, typed: str, pin: str) -> Member | str:
    """Return who showed by PIN who they are, or in words why nobody did. Wrong PINs count."""
    words = words_of(request)
    if not typed or not pin:
        return words.text("sign_in.missing")
    try:
        async with page_of(request).tries.turn():
            return await _checked_alone(request, typed, pin)
    except LedgerUnavailableError:
        return words.text("sign_in.ledger")
    except TooBusyError:
        return words.text("sign_in.busy")


async def _checked_alone(request: Request, typed: str, pin: str) -> Member | str:
    """Return as `checked`, while no other PIN is. Raises LedgerUnavailableError and TooBusyError."""
    page, words = page_of(request), words_of(request)
    address = address_of(request)
    pause = page.tries.pause(address, page.clock())
    if pause is not None:
        return words.text("sign_in.paused", n=_seconds(pause))
    try:
        who = staff_id(typed)
    except ValueError:
        who = StaffId("")  # nobody's id: it takes as long, and counts as often, as that of somebody

    def check(ledger: Ledger) -> Member | Refusal:
        key = ledger.pin_key(page.office_file.pin_key_file)
        return sign_in(ledger, key, who, Pin(pin), None, page.clock())

    answer = await page.desk.write(check)
    page.tries.tried(address, answer, page.clock())
    if isinstance(answer, Member):
        return answer
    key, pause = _key_of(answer), answer.pause
    return words.text(f"sign_in.{key}") if pause is None else words.text(_with_pause(key), n=_seconds(pause))


def _key_of(refusal: Refusal) -> str:
    match refusal.because:
        case RefusedBecause.UNKNOWN | RefusedBecause.WRONG_PIN:
            return "wrong"
        case RefusedBecause.PAUSED:
            return "paused"
        case RefusedBecause.DISABLED:
            return "disabled"
        case _ as never:
            assert_never(never)


def _with_pause(key: str) -> str:
    return "sign_in.wrong_pause" if key == "wrong" else f"sign_in.{key}"


def _seconds(pause: timedelta) -> int:
    return ceil(pause.total_seconds())


def _form(
    request: Request,
    then: str,
    *,
    note: str | None = None,
    wrong: str | None = None,
    typed: str = "",
    status: int = 200,
) -> Response:
    token = request.cookies.get(_FORM_COOKIE) or secrets.token_urlsafe(24)
    context = {"then": then, "note": note, "wrong": wrong, "typed": typed, "form_token": token}
    response = html(request, "sign_in", context, status)
    response.set_cookie(
        _FORM_COOKIE, token, httponly=True, secure=is_secure(request), samesite="strict", path="/"
    )
    return response
