"""Days that are over, on the page: every figure is the one that their events add up to."""

import csv
import re
from datetime import date, datetime, time, timedelta
from html import unescape

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.clock import now_utc
from kiosk.core.door_events import LetIn
from kiosk.core.events import Corrected, CorrectedBecause, Declined, Entered, Event, Exited, Happening
from kiosk.core.figures.day import day_figures
from kiosk.core.ids import VisitId
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.gate.passing_time import append_all
from kiosk.web.adding_up import add_up_one
from tests.building import an_event
from tests.premises import Premises
from tests.staffed_premises import GUARD
from tests.unit.web.asking import Asking

BENEFITS = AreaId("benefits")


def _today(premises: Premises) -> date:
    return now_utc().astimezone(premises.file().office.time_zone).date()


@pytest.fixture
def yesterday(premises: Premises) -> date:
    """A day on which one was let in above the cap, and a recount found the number wrong by two."""
    day = _today(premises) - timedelta(days=1)
    began = in_utc(datetime.combine(day, time(10), tzinfo=premises.file().office.time_zone))
    a, b = VisitId("a"), VisitId("b")
    told: list[tuple[int, Happening]] = [
        (0, Entered(a, None, BENEFITS, 4, began + timedelta(minutes=30), None)),
        (12, LetIn(b, None, BENEFITS, 2, began, None, ReasonId("emergency"), 1, None)),
        (20, Corrected(BENEFITS, -2, CorrectedBecause.RECOUNT)),
        (40, Exited(a, None, BENEFITS, 4)),
    ]
    with premises.ledger() as ledger:
        for minute, what in told:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], began + timedelta(minutes=minute), door=DoorId("main"))
    return day


def _events_of(premises: Premises, day: date) -> list[Event]:
    zone = premises.file().office.time_zone
    return [each for each in premises.events() if each.at.astimezone(zone).date() == day]


def _cells(html: str) -> dict[str, str]:
    """Return the only day's figures by the names that a phone shows beside them."""
    found = re.findall(r'data-name="([^"]*)"[^>]*>(.*?)</td>', html, re.DOTALL)
    return {name: " ".join(unescape(re.sub("<[^>]*>", " ", cell)).split()) for name, cell in found}


def test_figures_of_a_day_are_what_its_events_add_up_to(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    browser.sign_in()
    cells = _cells(browser.get("/past", headers={"accept-language": "en"}).text)
    figures = day_figures(_events_of(premises, yesterday))
    assert cells["Most inside"] == f"{figures.most_inside} at 10:12" == "6 at 10:12"
    assert figures.mean_stay == timedelta(minutes=40)
    assert cells["Mean stay"] == "40 mins"
    assert cells["Let in by the staff"] == "2 1 of them above the cap"
    assert (sum(figures.let_in.values()), figures.above_cap) == (2, 1)
    (recount,) = figures.recounts
    assert cells["Drift found by recounts"] == f"Main entrance: {recount.off}" == "Main entrance: 2"
    assert (cells["Appointments"], cells["No-shows"], cells["Early"], cells["Late"]) == ("0", "0", "0", "0")


def test_all_figures_of_a_day_or_month_that_is_not_over_are_told_so_far(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    browser.sign_in()
    today = _today(premises)

    def heads(first: date, last: date) -> list[str]:
        answer = browser.get(f"/past?from={first}&to={last}", headers={"accept-language": "en"})
        heads = re.findall(r'<th role="rowheader" scope="row">(.*?)</th>', answer.text)
        return [" ".join(re.sub(r"<[^>]*>", " ", each).split()) for each in heads]

    assert [each.endswith(" so far") for each in heads(yesterday, today)] == [False, True]
    assert heads(today - timedelta(days=40), today)[-1] == f"{today:%B %Y} so far"
    last_month = today.replace(day=1) - timedelta(days=1)
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        when = datetime.combine(last_month, time(12), tzinfo=premises.file().office.time_zone)
        transaction.append(an_event(Declined(None), when, name="last month"))
    assert heads(last_month - timedelta(days=40), last_month) == [f"{last_month:%B %Y}"]


def test_spreadsheet_of_the_page_is_the_one_of_the_command(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    browser.sign_in()
    link = re.search(r'href="(/past\.csv[^"]*)"', browser.get("/past").text)
    assert link is not None
    answer = browser.get(link[1].replace("&amp;", "&"))
    days = "--from", f"{yesterday - timedelta(days=6)}", "--to", f"{yesterday}"
    printed = CliRunner().invoke(app, ["past", *days, "--csv", "--office", str(premises.office)])
    assert answer.text == printed.stdout
    assert [row["most_inside"] for row in csv.DictReader(answer.text.splitlines())] == ["6"]
    assert answer.headers["content-disposition"].startswith('attachment; filename="kiosk-')


def test_days_without_anything_are_said_to_be_so(browser: Asking) -> None:
    browser.sign_in()
    answer = browser.get("/past?from=2021-09-01&to=2021-10-02")
    assert answer.status_code == 200
    assert "An diesen Tagen ist nichts geschehen" in answer.text


@pytest.mark.parametrize("path", ["/past", "/past.csv"])
@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("from=then&to=2021-09-20", "beide Tage als Datum"),
        ("from=&to=", "beide Tage als Datum"),
        ("from=2021-09-20&to=2021-09-19", "liegt vor dem ersten"),
        ("from=2021-09-01&to=9999-12-31", "liegt noch vor uns"),
        ("from=0001-01-01&to=0001-01-02", "Von so früh"),
    ],
)
def test_days_that_cannot_be_shown_are_refused_with_the_reason(
    browser: Asking, path: str, query: str, why: str
) -> None:
    browser.sign_in()
    answer = browser.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert why in answer.text


def test_more_days_than_a_month_are_told_by_month(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    browser.sign_in()
    since = yesterday - timedelta(days=400)
    html = browser.get(f"/past?from={since}&to={yesterday}", headers={"accept-language": "en"}).text
    cells, figures = _cells(html), day_figures(_events_of(premises, yesterday))
    assert f'<a href="/past?from={yesterday}&amp;to={yesterday}">{yesterday:%B %Y}</a>' in html
    assert cells["Most inside"].startswith(f"{figures.most_inside} on ")
    assert (cells["Mean stay"], cells["Drift found by recounts"]) == ("40 mins", "Main entrance: 2")
    assert cells["Let in by the staff"] == "2 1 of them above the cap"
    rows = csv.DictReader(browser.get(f"/past.csv?from={since}&to={yesterday}").text.splitlines())
    assert [row["day"] for row in rows] == [f"{yesterday}"]


@pytest.mark.parametrize("path", ["/past", "/past.csv"])
def test_days_that_are_not_added_up_yet_hold_up_nobody(
    browser: Asking, premises: Premises, path: str
) -> None:
    browser.sign_in()
    now, zone = now_utc(), premises.file().office.time_zone
    with premises.ledger() as ledger:
        for days in (9, 0):
            with ledger.transaction() as transaction:
                append_all(transaction, [Declined(None)], now - timedelta(days=days))
        query = f"{path}?from={_today(premises) - timedelta(days=20)}&to={_today(premises)}"
        answer = browser.get(query)
        assert answer.status_code == 503
        assert "Die Summen von 9 Tagen werden noch gebildet" in answer.text
        while add_up_one(ledger, zone, set()):
            pass
    answer = browser.get(query)
    assert answer.status_code == 200
    assert "werden noch gebildet" not in answer.text


@pytest.mark.parametrize("path", ["/past", "/past.csv"])
def test_figures_are_for_those_who_may_read_them(browser: Asking, path: str) -> None:
    assert browser.get(path).headers["location"] == f"/sign-in?then={path}"
    browser.sign_in(GUARD)
    assert browser.get(path).status_code == 303
