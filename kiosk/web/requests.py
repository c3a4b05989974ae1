"""What a request tells, and how its answer is made: language, session, forms, pages."""

import secrets
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kiosk.core.rights import Right, may
from kiosk.web.page import Page
from kiosk.web.sessions import LASTS, PageSession
from kiosk.web.words import Words, language_of

LANGUAGE_COOKIE = "kiosk-language"
_A_YEAR = 365 * 24 * 3600
_MOST_FIELDS = 40
_MOST_PATH = 200


class SignInNeededError(Exception):
    """Nobody is signed in, or not any more."""


def page_of(request: HTTPConnection) -> Page:
    """Return the parts of the running server."""
    page: Page = request.app.state.page
    return page


def words_of(request: HTTPConnection) -> Words:
    """Return the language in which this browser is answered."""
    page = page_of(request)
    language = language_of(
        request.cookies.get(LANGUAGE_COOKIE),
        request.headers.get("accept-language", ""),
        page.office_file.office.languages[0],
    )
    return page.rendering.words(language)


def is_secure(request: HTTPConnection) -> bool:
    """Say whether the browser speaks TLS, with us or with the proxy before us."""
    # Not by the request's whole address, which cannot be put together from every query.
    return str(request.scope["scheme"]) == "https"


def path_of(request: HTTPConnection) -> str:
    """Return the path that is asked for."""
    return str(request.scope["path"])


def is_from_this_machine(request: HTTPConnection) -> bool:
    """Say whether the request comes from a program of this machine, and was passed on by no proxy."""
    if "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return False
    try:
        return ip_address(address_of(request)).is_loopback
    except ValueError:
        return False  # a socket of the machine has no address, and may be that of a proxy


def address_of(request: HTTPConnection) -> str:
    """Return the address that the request comes from; empty where a socket has none."""
    return "" if request.client is None else request.client.host


def session_cookie(request: HTTPConnection) -> str:
    """Return the name of the cookie; with TLS the browser itself sees to it that no other host sets it."""
    return "__Host-kiosk-session" if is_secure(request) else "kiosk-session"


def token_of(request: HTTPConnection) -> str | None:
    """Return the token that the browser holds, whatever it is worth."""
    return request.cookies.get(session_cookie(request))


def session_of(request: HTTPConnection) -> PageSession | None:
    """Return who is signed in at this browser and may read the page."""
    page = page_of(request)
    session = page.sessions.use(token_of(request), page.clock())
    return session if session is not None and may(session.role, Right.READ_FIGURES) else None


def signed_in(request: HTTPConnection) -> PageSession:
    """Return who is signed in. Raises SignInNeededError."""
    session = session_of(request)
    if session is None:
        raise SignInNeededError
    return session


async def form_of(request: Request) -> FormData:
    """Return the fields of a form. Raises HTTPException for what is no form."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415)
    return await request.form(max_files=0, max_fields=_MOST_FIELDS)


async def own_form_of(request: Request) -> FormData:
    """Return the fields of a form that a page of this session sent: asked first by whatever takes one.

    Raises SignInNeededError, and HTTPException for a form of somebody else's making.
    """
    session = signed_in(request)
    form = await form_of(request)
    if not secrets.compare_digest(session.form_token.encode(), field(form, "form_token").encode()):
        raise HTTPException(403)
    return form


def field(form: FormData | QueryParams, name: str, longest: int = 200) -> str:
    """Return one field, empty if it is missing. Raises HTTPException for what nobody types."""
    value = form.get(name, "")
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise HTTPException(400)
    return value.strip()


def html(
    request: HTTPConnection, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HTMLResponse:
    """Answer with a page."""
    page, words = page_of(request), words_of(request)
    session = session_of(request)
    common = {"session": session, "path": path_of(request)}
    return HTMLResponse(page.rendering.page(template, words, common | dict(context or {})), status)


def redirect(to: str) -> Response:
    """Send the browser to another page of this server, which it asks for anew."""
    return RedirectResponse(to, status_code=303)


def local_path(text: str) -> str:
    """Return the path if it is one of this server, else that of the first page."""
    is_local = text.startswith("/") and not text.startswith(("//", "/\\")) and len(text) <= _MOST_PATH
    return quote(text, safe="/?=&.-") if is_local and text.isascii() and text.isprintable() else "/"


def set_session(request: HTTPConnection, response: Response, token: str) -> None:
    """Give the browser its token, for this server alone, out of reach of scripts."""
    response.set_cookie(
        session_cookie(request),
        token,
        max_age=round(LASTS.total_seconds()),
        httponly=True,
        secure=is_secure(request),
        samesite="strict",
        path="/",
    )


def set_language(request: HTTPConnection, response: Response, language: str) -> None:
    """Let the browser remember the language that was chosen."""
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=_A_YEAR,
        httponly=True,
        secure=is_secure(request),
        samesite="strict",
        path="/",
    )
