"""The days that are over: their figures in a table on the page, and for a spreadsheet."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response

from kiosk.core.figures.past_day import PastDay
from kiosk.gate.past_csv import off_by_door, write_csv
from kiosk.gate.past_days import past_days
from kiosk.web.past_day import EARLIEST
from kiosk.web.requests import html, page_of, signed_in, words_of

MOST_DAYS = 31
"""A month: more would keep others waiting, and is what `kiosk past` is for."""
_USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class _Asked:
    """The days that are asked for, both of them included."""

    first: date
    last: date


async def show_past(request: Request) -> Response:
    """GET /past?from=DAY&to=DAY: without days, the last seven that are over."""
    signed_in(request)
    asked = _asked(request)
    if isinstance(asked, str):
        return _refused(request, asked)
    days = await _read(request, asked)
    context = {"asked": asked, "days": days, "off_by_door": off_by_door, "wrong": None}
    return html(request, "past", context)


async def give_past_csv(request: Request) -> Response:
    """GET /past.csv?from=DAY&to=DAY: what `kiosk past --csv` prints."""
    signed_in(request)
    asked = _asked(request)
    if isinstance(asked, str):
        return _refused(request, asked)
    written = StringIO()
    write_csv(await _read(request, asked), page_of(request).office_file.office.time_zone, written)
    name = f"kiosk-{asked.first}-{asked.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(written.getvalue(), media_type="text/csv", headers=headers)


async def _read(request: Request, asked: _Asked) -> tuple[PastDay, ...]:
    page = page_of(request)
    office = page.office_file.office
    return await page.archive.read(lambda ledger: tuple(past_days(ledger, office, asked.first, asked.last)))


def _refused(request: Request, why: str) -> Response:
    """Answer with the usual days in the form, and what is wrong with those that were asked for."""
    context = {"asked": _usual(_today(request)), "days": (), "wrong": why}
    return html(request, "past", context, 400)


def _asked(request: Request) -> _Asked | str:
    """Return the days that are asked for, or what is wrong with them."""
    words, today = words_of(request), _today(request)
    usual, given = _usual(today), request.query_params
    try:
        first = date.fromisoformat(given.get("from", usual.first.isoformat()))
        last = date.fromisoformat(given.get("to", usual.last.isoformat()))
    except ValueError:
        return words.text("past.miswritten")
    if first < EARLIEST:
        return words.text("past.too_early")
    if last < first:
        return words.text("past.wrong_order")
    if last > today:
        return words.text("past.in_the_future")
    if last - first >= timedelta(days=MOST_DAYS):
        return words.text("past.too_many_days", n=MOST_DAYS)
    return _Asked(first, last)


def _usual(today: date) -> _Asked:
    return _Asked(today - timedelta(days=_USUAL_DAYS), today - timedelta(days=1))


def _today(request: Request) -> date:
    page = page_of(request)
    return page.clock().astimezone(page.office_file.office.time_zone).date()
