"""One day on the page: its figures and its course, what another cap would have made of it, and its report."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.core.backtest import KnownDay
from kiosk.core.figures.past_day import PastDay
from kiosk.core.instant import is_over
from kiosk.core.office import Office
from kiosk.core.replay import Replay, is_under_way, other_cap, replay_day
from kiosk.core.rule_history import RuleHistory
from kiosk.gate.past_days import DaysBefore, figures_of, known_day, known_rules
from kiosk.ledger.ledger import Ledger
from kiosk.web.course import Happened, course_of
from kiosk.web.day_chart import Beside, day_chart
from kiosk.web.day_words import course_context, highest_of, waited_of
from kiosk.web.past_words import by_reason, drift_rows, replay_full, replay_rows, told_rows
from kiosk.web.requests import html, page_of, signed_in, words_of
from kiosk.web.rule_form import MOST_PEOPLE

# No ledger is older; and the first days of all have no beginning in UTC.
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the ledger knows of a day, and what another cap would have made of it."""

    known: KnownDay
    past: PastDay | None
    history: RuleHistory
    ordinary: tuple[float, ...] | None
    replayed: Replay | None


async def show_day(request: Request) -> Response:
    """GET /past/day?day=DAY&cap=N: a day, and how it would have been with `cap` people at most."""
    signed_in(request)
    page, words, day = page_of(request), words_of(request), _day_of(request)
    cap, wrong = _cap_of(request)
    if wrong:
        cap = None
    office, now = page.office_file.office, page.clock()
    under_way = is_under_way(office, day, now)
    if under_way:
        cap, wrong = None, False
    read = await page.archive.read(lambda ledger: _read(ledger, office, day, cap))
    ended = is_over(day, now, office.time_zone)
    context: dict[str, Any] = {
        "day": day,
        "cap": request.query_params.get("cap", ""),
        "wrong": words.text("past.no_cap") if wrong else None,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1) if ended else None,
        "is_over": ended,
        "under_way": under_way,
    }
    if read.past is None:
        return html(request, "past_day", context | {"past": None})
    return html(request, "past_day", context | _told(request, read, read.past, None if ended else now))


async def give_day_report(request: Request) -> Response:
    """GET /past/day.pdf?day=DAY: the day on one page, to forward."""
    signed_in(request)
    page, words, day = page_of(request), words_of(request), _day_of(request)
    office = page.office_file.office
    known = await page.archive.read(lambda ledger: known_day(ledger, office, day))
    if not known.events:
        raise HTTPException(404)
    command = ("day-report", "--day", day.isoformat(), "--language", words.language)
    report = await page.errands.file_of(command, "--pdf", "report.pdf")
    headers = {"Content-Disposition": f'attachment; filename="kiosk-{day}.pdf"'}
    return Response(report, media_type="application/pdf", headers=headers)


def _read(ledger: Ledger, office: Office, day: date, cap: int | None) -> _Read:
    known, history = known_day(ledger, office, day), known_rules(ledger)
    past, ordinary = figures_of(ledger, office, known), DaysBefore(office).ordinary(ledger, day)
    if cap is None or past is None:
        return _Read(known, past, history, ordinary, None)
    replayed = replay_day(office, known, other_cap(office, known, history, cap))
    return _Read(known, past, history, ordinary, replayed)


def _told(request: Request, read: _Read, past: PastDay, now: datetime | None) -> dict[str, Any]:
    """Return what the page says of a day; `now` is None for one that is over."""
    office, words, known = page_of(request).office_file.office, words_of(request), read.known
    figures = past.figures
    course = course_of(
        office, Happened(known.day, known.events, figures.still_inside), read.history, read.ordinary
    )
    replayed = () if read.replayed is None else read.replayed.steps
    chart = day_chart(course, words.zone, now, Beside(replayed=replayed))
    reasons = office.staff_reasons
    return {
        **course_context(course, chart, words),
        "past": past,
        "summary": highest_of(course, words),
        "waited": waited_of(figures.waits, words),
        "lists": (
            (words.text("past.let_in"), by_reason(figures.let_in, reasons.let_in, words)),
            (words.text("past.turned_back"), by_reason(figures.turned_back, reasons.turn_back, words)),
            (words.text("day.refusals"), told_rows(figures.told, words)),
            (words.text("past.drift"), drift_rows(past, office, words)),
        ),
        "replayed": read.replayed,
        "rows": () if read.replayed is None else tuple(replay_rows(read.replayed, words)),
        "full": "" if read.replayed is None else replay_full(read.replayed, words),
    }


def _day_of(request: Request) -> date:
    """Return the day that is asked for. Raises HTTPException for one that is none, or still to come."""
    page = page_of(request)
    today = page.clock().astimezone(page.office_file.office.time_zone).date()
    try:
        day = date.fromisoformat(request.query_params.get("day", ""))
    except ValueError:
        raise HTTPException(400) from None
    if not EARLIEST <= day <= today:
        raise HTTPException(404)
    return day


def _cap_of(request: Request) -> tuple[int | None, bool]:
    """Return the cap that is asked for, None where none is, and whether it is written wrong."""
    given = request.query_params.get("cap", "").strip()
    if not given:
        return None, False
    is_number = given.isascii() and given.isdecimal() and len(given) <= len(str(MOST_PEOPLE))
    return (int(given), False) if is_number and int(given) > 0 else (None, True)
