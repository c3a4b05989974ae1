"""The pages that are live, and the streams that keep them so."""

from collections.abc import AsyncGenerator, AsyncIterator

from sse_starlette import EventSourceResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.web.hub import message, milliseconds
from kiosk.web.page import Page
from kiosk.web.rendering import PARTS, Kind
from kiosk.web.requests import html, page_of, session_of, signed_in, token_of, words_of

BEAT_SECONDS = 2.0
"""So often a page hears from the server, also when nothing happens; one that hears nothing says so."""

MOST_STREAMS = 400
# A browser that takes nothing for so long is gone.
_SEND_SECONDS = 10.0


async def show_now(request: Request) -> Response:
    """GET /: how full it is now."""
    signed_in(request)
    return _live_page(request, Kind.NOW)


async def show_wall(request: Request) -> Response:
    """GET /wall: the same to be read from afar, by everybody where the office allows it."""
    if not _may_see_wall(request):
        return html(request, "wall_closed", status=403)
    return _live_page(request, Kind.WALL)


async def stream_now(request: Request) -> Response:
    """GET /stream/now: what changes on the first page."""
    return _stream(request, Kind.NOW, is_open=session_of(request) is not None)


async def stream_wall(request: Request) -> Response:
    """GET /stream/wall: what changes on the wall."""
    return _stream(request, Kind.WALL, is_open=_may_see_wall(request))


def _may_see_wall(request: Request) -> bool:
    return page_of(request).office_file.web.wall or session_of(request) is not None


def _live_page(request: Request, kind: Kind) -> Response:
    page, words = page_of(request), words_of(request)
    news = page.hub.news
    context = {
        "parts": page.channel(kind, words.language).parts(),
        "names": PARTS[kind],
        "kind": kind.value,
        "known": f"{page.hub.run}.{page.hub.number}.{news.seq}",
        "read_at": milliseconds(news.read_at) or "",
        "now": milliseconds(page.clock()),
        "beat": BEAT_SECONDS,
    }
    return html(request, kind.value, context)


def _stream(request: Request, kind: Kind, *, is_open: bool) -> Response:
    page = page_of(request)
    if page.streams >= MOST_STREAMS:
        raise HTTPException(503)
    messages = _messages(page, request, kind) if is_open else _farewell()
    return EventSourceResponse(messages, ping=0, send_timeout=_SEND_SECONDS)


async def _farewell() -> AsyncIterator[bytes]:
    # An error would say nothing to the page: a browser hides it from the stream's owner.
    yield message("signed-out", {})


async def _messages(page: Page, request: Request, kind: Kind) -> AsyncGenerator[bytes, None]:
    """Give what changes, and a beat where nothing does, until the server ends or the session is over."""
    hub, channel = page.hub, page.channel(kind, words_of(request).language)
    number, seq = _known(request, page)
    page.streams += 1
    try:
        yield message("beat", hub.beat())
        while not hub.is_closed:
            newest, newest_seq = hub.number, hub.news.seq
            changes = channel.changes(number, seq)
            number, seq = newest, newest_seq
            if changes is not None:
                yield changes
            beat_at = hub.number
            await hub.newer_than(number)
            if not _holds(page, request, kind):
                yield message("signed-out", {})
                return
            if hub.number == beat_at or changes is None:
                yield message("beat", hub.beat())
    finally:
        page.streams -= 1


def _holds(page: Page, request: Request, kind: Kind) -> bool:
    """Say whether this page may still be read; an open page keeps its session from falling idle."""
    if kind is Kind.WALL and page.office_file.web.wall:
        return True
    return page.sessions.use(token_of(request), page.clock()) is not None


def _known(request: Request, page: Page) -> tuple[int, int]:
    """Return the number and event that the page knows: nothing, if it is of another run of the server."""
    told = request.headers.get("last-event-id") or request.query_params.get("known", "")
    run, _, rest = told.partition(".")
    number, _, seq = rest.partition(".")
    if run != page.hub.run or not (_is_number(number) and _is_number(seq)):
        return -1, 0
    return min(int(number), page.hub.number), int(seq)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 15  # noqa: PLR2004 - far beyond what is counted
