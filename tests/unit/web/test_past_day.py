"""One day on the page: every figure twice, its report, and what another cap would have made of it."""

import re
import sys
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from kiosk.clock import now_utc
from kiosk.core.backtest import KnownDay
from kiosk.core.door_events import LetIn, TurnedBack
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    Entered,
    Event,
    Exited,
    Happening,
    Queued,
)
from kiosk.core.figures.day import day_figures
from kiosk.core.figures.visits import visits_of, waits_of
from kiosk.core.ids import RulesId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.core.replay import arrivals_of, course, replay, replay_day
from kiosk.core.rule_events import EnteredCap, RulesEntered, RulesWithdrawn
from kiosk.core.rules_in_force import in_force
from kiosk.gate.passing_time import append_all
from kiosk.web.errands import Errands
from kiosk.web.page import Page
from kiosk.web.past_words import replay_full
from kiosk.web.words import Words
from tests.premises import Premises
from tests.staffed_premises import GUARD, MANAGER
from tests.unit.web.asking import Asking

BENEFITS = AreaId("benefits")
ENGLISH = {"accept-language": "en"}


@pytest.fixture
def yesterday(premises: Premises) -> date:
    """A day on which three parties of two came at ten, and a fourth waited; one more was sent back."""
    zone = premises.file().office.time_zone
    day = now_utc().astimezone(zone).date() - timedelta(days=1)
    began = in_utc(datetime.combine(day, time(10), tzinfo=zone))
    ends = began + timedelta(minutes=30)
    a, b, c, d = (VisitId(name) for name in "abcd")
    told: list[tuple[int, Happening]] = [
        (0, Entered(a, None, BENEFITS, 2, ends, None)),
        (1, Entered(b, None, BENEFITS, 2, ends, None)),
        (2, Queued(1, None, BENEFITS, 2, None)),
        (3, LetIn(d, None, BENEFITS, 2, ends, None, ReasonId("emergency"), 1, None)),
        (4, TurnedBack(d, None, BENEFITS, 2, ReasonId("no_mask"))),
        (20, Exited(a, None, BENEFITS, 2)),
        (22, Entered(c, None, BENEFITS, 2, ends, 1)),
        (30, Corrected(BENEFITS, -1, CorrectedBecause.RECOUNT)),
        (31, Exited(b, None, BENEFITS, 2)),
        (42, Exited(c, None, BENEFITS, 2)),
    ]
    with premises.ledger() as ledger:
        for minute, what in told:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], began + timedelta(minutes=minute), door=DoorId("main"))
    return day


def _events_of(premises: Premises, day: date) -> tuple[Event, ...]:
    zone = premises.file().office.time_zone
    return tuple(each for each in premises.events() if each.at.astimezone(zone).date() == day)


def _text(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_figures_of_the_day_are_what_its_events_add_up_to(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    browser.sign_in()
    text = _text(browser.get(f"/past/day?day={yesterday}", headers=ENGLISH).text)
    figures = day_figures(_events_of(premises, yesterday))
    assert f"Most inside {figures.most_inside} at 10:03" in text
    assert figures.most_inside == 6
    assert f"Came in {figures.entries} 2 of them let in by the staff" in text
    assert figures.entries == 8
    assert "Mean stay 23 mins of 3 visits" in text
    assert f"People above the cap {figures.above_cap}" in text
    assert "1 party has waited, 20 mins on average and 20 mins at most." in text
    assert "Let in by the staff 2 emergency Turned back by the staff 2 no_mask" in text
    assert "Drift found by recounts 1 Main entrance" in text
    assert "8 came in and 8 went out." in text


def test_another_cap_is_told_beside_the_day_as_it_was(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    browser.sign_in()
    html = browser.get(f"/past/day?day={yesterday}&cap=2", headers=ENGLISH).text
    office = premises.file().office
    known = KnownDay(yesterday, _events_of(premises, yesterday), ())
    cap = in_force(office.rules, (), known.events[0].at).cap
    arrivals = arrivals_of(office, known, visits_of(known.events), waits_of(known.events))
    was, would = (
        course(replay(arrivals, each)) for each in (cap, type(cap)(cap.since, 2, cap.areas, cap.source))
    )
    assert (was.waited_parties, would.waited_parties) == (1, 2)
    text = _text(html)
    assert f"Most inside 4 {would.most_inside}" in text
    assert f"Waited 1 party, 2 people {would.waited_parties} parties, {would.waited_people} people" in text
    assert would.longest_wait is not None
    assert f"Longest wait 20 mins {would.longest_wait // timedelta(minutes=1)} mins" in text
    assert "Did not get in before closing 0 parties, 0 people 0 parties, 0 people" in text
    assert re.search(r'<path class="replayed" d="M', html)


def _caps_drawn(html: str) -> list[int]:
    return [int(cap) for cap in re.findall(r'cap-mark"[^>]*>(\d+)<', html)]


def test_the_caps_are_those_that_held_and_not_what_was_changed_since(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    noon = datetime.combine(yesterday, time(12), tzinfo=premises.file().office.time_zone)
    held, later = RulesId("held"), RulesId("later")
    about_rules: list[tuple[datetime, Happening]] = [
        (noon - timedelta(days=1), RulesEntered(held, noon, EnteredCap(3, ()), None, "§ 1")),
        (now_utc(), RulesWithdrawn(held, None)),
        (now_utc(), RulesEntered(later, noon - timedelta(hours=1), EnteredCap(1, ()), None, "§ 2")),
    ]
    browser.sign_in()
    assert _caps_drawn(browser.get(f"/past/day?day={yesterday}").text) == [5]
    with premises.ledger() as ledger:
        for when, what in about_rules:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], when, by=MANAGER)
    assert _caps_drawn(browser.get(f"/past/day?day={yesterday}").text) == [5, 3]


def test_it_is_said_for_how_long_another_cap_would_have_been_reached(
    premises: Premises, yesterday: date
) -> None:
    office = premises.file().office
    words = Words("en", office.time_zone)
    known = KnownDay(yesterday, _events_of(premises, yesterday), ())
    cap = in_force(office.rules, (), known.events[0].at).cap

    def told(building: int) -> str:
        found = replay_day(office, known, type(cap)(cap.since, building, cap.areas, cap.source))
        assert found is not None
        return replay_full(found, words)

    assert told(2) == (
        "The building would have been full for 1\u00a0hr 10\u00a0mins altogether, between 10:00 and 11:10."
    )
    assert told(50) == "The building would never have been full to the last place."


@pytest.mark.parametrize("cap", ["0", "-3", "many", "²", "1000000"])
def test_a_cap_that_is_none_is_said_to_be_so(browser: Asking, yesterday: date, cap: str) -> None:
    browser.sign_in()
    html = browser.get(f"/past/day?day={yesterday}&cap={cap}", headers=ENGLISH).text
    assert "whole number from 1 on" in html
    assert "as it was" not in html


def test_a_day_is_not_replayed_as_long_as_the_house_is_open(
    browser: Asking, yesterday: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.web.past_day.is_under_way", lambda _, day, __: day == yesterday)
    browser.sign_in()
    html = browser.get(f"/past/day?day={yesterday}&cap=2", headers=ENGLISH).text
    assert "The day is still under way." in html
    assert "as it was" not in html
    assert 'class="replayed" d="M' not in html
    assert 'name="cap"' not in html


def test_a_day_without_anything_and_today_are_said_to_be_so(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    assert "nichts geschehen" in browser.get("/past/day?day=2021-09-20&cap=3").text
    assert browser.get("/past/day.pdf?day=2021-09-20").status_code == 404
    today = browser.get(f"/past/day?day={premises.today}", headers=ENGLISH).text
    assert "This day is not over yet" in today
    assert "Not used so far" in today
    assert "No-shows" not in today
    assert 'rel="next"' not in today


def test_the_curve_of_today_ends_now_and_that_of_a_day_that_is_over_at_its_end(
    browser: Asking, premises: Premises, yesterday: date
) -> None:
    zone = premises.file().office.time_zone
    browser.page.clock = lambda: datetime.combine(yesterday, time(10, 45), tzinfo=zone)
    browser.sign_in()
    path = f"/past/day?day={yesterday}"
    under_way = browser.get(path, headers=ENGLISH).text
    assert 'class="now-line"' in under_way
    browser.page.clock = now_utc
    browser.sign_in()
    over = browser.get(path, headers=ENGLISH).text
    assert 'class="now-line"' not in over
    curves = [re.search(r'<path class="curve" d="([^"]+)"', html) for html in (under_way, over)]
    ends = [float(curve[1].rsplit("H", 1)[1]) for curve in curves if curve is not None]
    assert ends[0] < ends[1] == 1000


@pytest.mark.parametrize("path", ["/past/day", "/past/day.pdf"])
@pytest.mark.parametrize(
    ("query", "status"),
    [("day=then", 400), ("", 400), ("day=9999-12-31", 404), ("day=1999-12-31", 404)],
)
def test_a_day_that_is_none_is_refused(browser: Asking, path: str, query: str, status: int) -> None:
    assert browser.get(f"{path}?{query}").headers["location"].startswith("/sign-in")
    browser.sign_in(GUARD)
    assert browser.get(f"{path}?{query}").status_code == 303
    browser.cookies.clear()
    browser.sign_in()
    assert browser.get(f"{path}?{query}").status_code == status


def test_report_of_the_day_is_made_in_the_language_of_the_page(browser: Asking, yesterday: date) -> None:
    browser.sign_in()
    html = browser.get(f"/past/day?day={yesterday}").text
    assert f'href="/past/day.pdf?day={yesterday}"' in html
    answer = browser.get(f"/past/day.pdf?day={yesterday}", headers=ENGLISH)
    assert answer.headers["content-type"] == "application/pdf"
    assert f'filename="kiosk-{yesterday}.pdf"' in answer.headers["content-disposition"]
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(answer.content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    assert "Report of" in document.getAllText(0).text()
    document.close()


def test_report_that_cannot_be_made_is_said_to_be_so(
    browser: Asking, page: Page, monkeypatch: pytest.MonkeyPatch, yesterday: date
) -> None:
    failing = Errands(page.office_file.path, program=(sys.executable, "-c", "raise SystemExit(1)"))
    monkeypatch.setattr(page, "errands", failing)
    browser.sign_in()
    answer = browser.get(f"/past/day.pdf?day={yesterday}")
    failing.close()
    assert answer.status_code == 503


def test_each_day_in_the_table_leads_to_its_own_page(browser: Asking, yesterday: date) -> None:
    browser.sign_in()
    assert f'href="/past/day?day={yesterday}"' in browser.get("/past").text
