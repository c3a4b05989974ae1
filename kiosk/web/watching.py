"""For monitors: whether the page works, and its figures."""

import secrets
from collections.abc import Iterable
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kiosk.core.figures.now import NowFigures
from kiosk.web.page import Page
from kiosk.web.requests import is_from_this_machine, page_of


async def show_health(request: Request) -> Response:
    """GET /healthz: ok or not, and nothing else, for everybody."""
    news = page_of(request).hub.news
    is_well = news.numbers is not None and news.trouble is None
    return PlainTextResponse("ok\n" if is_well else "not ok\n", 200 if is_well else 503)


async def show_metrics(request: Request) -> Response:
    """GET /metrics: for programs of this machine, or for who has the token."""
    page = page_of(request)
    if not is_from_this_machine(request) and not _has_token(request, page.office_file.web.metrics_token_file):
        raise HTTPException(403)
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(page))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _has_token(request: Request, file: Path | None) -> bool:
    if file is None:
        return False
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return False
    given = request.headers.get("authorization", "")
    return bool(token) and secrets.compare_digest(given.encode(), f"Bearer {token}".encode())


class _Figures(Collector):
    """The figures of the page as Prometheus reads them: counts of people, never who."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def collect(self) -> Iterable[Metric]:
        """Give all figures as they are now; while the ledger cannot be read, only those of the page."""
        page, news = self._page, self._page.hub.news
        yield _gauge("kiosk_ledger_up", "1 while the ledger can be read", news.trouble is None)
        yield _gauge("kiosk_ledger_events", "number of the last event that was read", news.seq)
        yield _gauge("kiosk_page_streams", "open pages", page.streams)
        yield _gauge("kiosk_page_sessions", "sessions of people who signed in", len(page.sessions))
        if news.read_at is not None:
            age = (page.clock() - news.read_at).total_seconds()
            yield _gauge("kiosk_news_age_seconds", "time since the ledger answered last", age)
        if news.numbers is not None and news.trouble is None:
            yield from _of_house(news.numbers.figures)
            wanted = len(news.numbers.attention)
            yield _gauge("kiosk_attention", "things that want somebody's attention", wanted)


def _of_house(figures: NowFigures) -> Iterable[Metric]:
    yield _gauge("kiosk_inside", "people inside", figures.building.inside)
    yield _gauge("kiosk_cap", "people who may be inside", figures.building.cap or 0)
    yield _gauge("kiosk_unclear", "people inside who should have left", figures.building.unclear)
    yield _gauge("kiosk_line_parties", "parties in the line outside", figures.line.parties)
    yield _gauge("kiosk_line_people", "people in the line outside", figures.line.people)
    areas = GaugeMetricFamily("kiosk_area_inside", "people in an area", labels=["area"])
    for each in figures.areas:
        areas.add_metric([str(each.area)], each.inside)
    yield areas
    doors = GaugeMetricFamily("kiosk_door_up", "1 while a door's program is heard", labels=["door"])
    held = GaugeMetricFamily("kiosk_door_held", "1 while admission is stopped at a door", labels=["door"])
    for door in figures.doors:
        doors.add_metric([door.door], door.is_heard)
        held.add_metric([door.door], door.stop is not None)
    yield from (doors, held)


def _gauge(name: str, what: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, what, value=value)
