"""What holds for every answer: nothing comes in from elsewhere, and nothing too large is taken."""

import logging
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY_BYTES = 64 * 1024
_MOST_DIGITS = 12

# Nothing is loaded from elsewhere, nothing runs or styles that stands in the page itself.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
# A month: long enough to help, short enough for an office that takes TLS away again.
_HTTPS_ONLY = "max-age=2592000"
_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}

_log = logging.getLogger(__name__)


class Guarding:
    """Wraps the application: nothing gets in or out without these rules.

    1. A form that another site sent is refused (403). 2. A body is refused once it is too large (413).
    3. Every answer bears the headers above; what is not marked otherwise is kept by no cache.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _guarded(send, is_secure=scope["scheme"] == "https")
        headers = Headers(scope=scope)
        if scope["method"] in _CHANGING and not _comes_from_here(headers):
            await _refuse(guarded, 403)
        elif _announces_too_much(headers):
            await _refuse(guarded, 413)
        else:
            await self._app(scope, _limited(receive), guarded)


class TooLargeError(Exception):
    """More was sent than is taken, though it was not announced."""


def _guarded(send: Send, *, is_secure: bool) -> Send:
    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
            if is_secure:
                headers["Strict-Transport-Security"] = _HTTPS_ONLY
        await send(message)

    return send_guarded


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def receive_limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BODY_BYTES:
            raise TooLargeError
        return message

    return receive_limited


def _announces_too_much(headers: Headers) -> bool:
    length = headers.get("content-length", "0")
    return not length.isdecimal() or len(length) > _MOST_DIGITS or int(length) > MOST_BODY_BYTES


def _comes_from_here(headers: Headers) -> bool:
    """Say whether a form was sent by a page of this server, as every browser of today tells."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    return origin is None or _host_of(origin) == headers.get("host")


def _host_of(origin: str) -> str | None:
    """Return host and port of an origin, None of one that is no address."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


async def _refuse(send: Send, status: int) -> None:
    _log.warning("a request was refused with %d", status)
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{status}\n".encode()})
