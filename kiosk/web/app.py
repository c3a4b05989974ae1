"""The addresses of the page, and what is answered when one cannot be served."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.web.acts import give_pin, hold, resume, show_acts
from kiosk.web.errands import ErrandError
from kiosk.web.guarding import Guarding, TooLargeError
from kiosk.web.ledger_thread import TooBusyError
from kiosk.web.live import show_now, show_wall, stream_now, stream_wall
from kiosk.web.page import Page
from kiosk.web.past import give_past_csv, show_past
from kiosk.web.past_day import give_day_report, show_day
from kiosk.web.preview import give_preview
from kiosk.web.rendering import ASSETS
from kiosk.web.requests import SignInNeededError, html, local_path, path_of, redirect, set_language
from kiosk.web.rules import change_rules, enter_rules, preview_rules, show_rules
from kiosk.web.signing_in import show_sign_in, sign_out, take_sign_in
from kiosk.web.watching import show_health, show_metrics
from kiosk.web.words import LANGUAGES

Running = Callable[[Page], AbstractAsyncContextManager[None]]
"""What runs beside the page from its start to its end."""

_KEPT = "public, max-age=86400"
_FAILED = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "wrong_method",
    413: "too_large",
    415: "wrong_type",
    429: "too_many",
    503: "too_many",
}

_log = logging.getLogger(__name__)


def make_app(page: Page, running: Running) -> ASGIApp:
    """Return the application; `running` begins before the first request and ends after the last."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with running(page):
            yield

    app = Starlette(
        routes=[
            Route("/", show_now),
            Route("/wall", show_wall),
            Route("/stream/now", stream_now),
            Route("/stream/wall", stream_wall),
            Route("/sign-in", show_sign_in, methods=["GET"]),
            Route("/sign-in", take_sign_in, methods=["POST"]),
            Route("/sign-out", sign_out, methods=["POST"]),
            Route("/past", show_past),
            Route("/past.csv", give_past_csv),
            Route("/past/day", show_day),
            Route("/past/day.pdf", give_day_report),
            Route("/acts", show_acts, methods=["GET"]),
            Route("/acts/hold", hold, methods=["POST"]),
            Route("/acts/resume", resume, methods=["POST"]),
            Route("/acts/pin", give_pin, methods=["POST"]),
            Route("/rules", show_rules, methods=["GET"]),
            Route("/rules/enter", enter_rules, methods=["POST"]),
            Route("/rules/preview", preview_rules, methods=["POST"]),
            Route("/rules/preview.png", give_preview),
            Route("/rules/change", change_rules, methods=["POST"]),
            Route("/language/{language}", choose_language),
            Route("/healthz", show_health),
            Route("/metrics", show_metrics),
            Route("/static/{name}", static),
        ],
        exception_handlers={
            HTTPException: _on_http_error,
            SignInNeededError: _on_sign_in_needed,
            LedgerUnavailableError: _on_no_ledger,
            TooBusyError: _on_too_busy,
            TooLargeError: _on_too_large,
            ClientDisconnect: _on_gone,
            ErrandError: _on_no_errand,
            Exception: _on_fault,
        },
        lifespan=lifespan,
    )
    app.state.page = page
    # Outside of everything, so that no answer is without its headers.
    return Guarding(app)


async def static(request: Request) -> Response:
    """GET /static/NAME: a file of the page's own."""
    file = ASSETS.get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    return FileResponse(file, headers={"Cache-Control": _KEPT})


async def choose_language(request: Request) -> Response:
    """GET /language/LANGUAGE: speak it from now on."""
    language = request.path_params["language"]
    if language not in LANGUAGES:
        raise HTTPException(404)
    response = redirect(local_path(request.query_params.get("then", "/")))
    set_language(request, response, language)
    return response


async def _on_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    response = html(request, "failed", {"what": _FAILED.get(status, "bad_request")}, status)
    response.headers.update(headers)
    return response


async def _on_sign_in_needed(request: Request, _: Exception) -> Response:
    return redirect(f"/sign-in?then={local_path(path_of(request))}")


async def _on_no_ledger(request: Request, error: Exception) -> Response:
    _log.error("a page could not be made: %s", error)
    return html(request, "failed", {"what": "unavailable"}, 503)


async def _on_too_busy(request: Request, _: Exception) -> Response:
    return html(request, "failed", {"what": "too_many"}, 503)


async def _on_too_large(request: Request, _: Exception) -> Response:
    return html(request, "failed", {"what": "too_large"}, 413)


async def _on_no_errand(request: Request, error: Exception) -> Response:
    _log.error("a picture or a report could not be made: %s", error)
    return html(request, "failed", {"what": "errand"}, 503)


async def _on_gone(_: Request, __: Exception) -> Response:
    # Whoever sent half a form has gone, and hears nothing of it; it is no fault of the program.
    return PlainTextResponse("400\n", 400)


async def _on_fault(_: Request, error: Exception) -> Response:
    _log.critical("the page failed", exc_info=error)
    return PlainTextResponse("500\n", 500)
