"""The days that are over: their figures in a table on the page, and for a spreadsheet."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response

from kiosk.core.figures.past_day import PastDay
from kiosk.core.figures.past_month import months_of, off_by_door
from kiosk.gate.past_csv import write_csv
from kiosk.ledger.ledger import Ledger
from kiosk.web.past_day import EARLIEST
from kiosk.web.requests import html, page_of, signed_in, words_of

MOST_DAYS = 31
"""Of more days than a month has, the months are shown."""

_MOST_ADDED_UP = 7
"""So many days without a sum are added up while others wait; more are left to who adds them up by and by."""

_USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class _Asked:
    """The days that are asked for, both of them included."""

    first: date
    last: date


async def show_past(request: Request) -> Response:
    """GET /past?from=DAY&to=DAY: without days, the last seven that are over."""
    signed_in(request)
    found = await _found(request)
    if isinstance(found, Response):
        return found
    asked, days = found
    is_long = asked.last - asked.first >= timedelta(days=MOST_DAYS)
    context = {
        "asked": asked,
        "days": () if is_long else days,
        "months": months_of(days) if is_long else (),
        "off_by_door": off_by_door,
        "today": _today(request),
        "wrong": None,
    }
    return html(request, "past", context)


async def give_past_csv(request: Request) -> Response:
    """GET /past.csv?from=DAY&to=DAY: what `kiosk past --csv` prints."""
    signed_in(request)
    found = await _found(request)
    if isinstance(found, Response):
        return found
    page, (asked, days) = page_of(request), found
    written = StringIO()
    write_csv(days, page.office_file.office.time_zone, page.clock(), written)
    name = f"kiosk-{asked.first}-{asked.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(written.getvalue(), media_type="text/csv", headers=headers)


async def _found(request: Request) -> tuple[_Asked, tuple[PastDay, ...]] | Response:
    """Return the days that are asked for, or the answer that says why there are none."""
    asked = _asked(request)
    if isinstance(asked, str):
        return _refused(request, asked, _usual(_today(request)))
    days = await _read(request, asked)
    return _refused(request, days, asked, 503) if isinstance(days, str) else (asked, days)


async def _read(request: Request, asked: _Asked) -> tuple[PastDay, ...] | str:
    """Return the days, or why they cannot be told yet."""
    page = page_of(request)
    zone = page.office_file.office.time_zone

    def read(ledger: Ledger) -> tuple[PastDay, ...] | int:
        sums = ledger.day_sums(zone)
        missing = len(sums.missing(asked.first, asked.last))
        return missing if missing > _MOST_ADDED_UP else tuple(sums.shown(asked.first, asked.last))

    days = await page.archive.read(read)
    return words_of(request).text("past.adding_up", n=days) if isinstance(days, int) else days


def _refused(request: Request, why: str, asked: _Asked, status: int = 400) -> Response:
    """Answer with these days in the form, and why there is nothing else."""
    return html(request, "past", {"asked": asked, "days": (), "months": (), "wrong": why}, status)


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
    return _Asked(first, last)


def _usual(today: date) -> _Asked:
    return _Asked(today - timedelta(days=_USUAL_DAYS), today - timedelta(days=1))


def _today(request: Request) -> date:
    page = page_of(request)
    return page.clock().astimezone(page.office_file.office.time_zone).date()
