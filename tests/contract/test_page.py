"""The manager's page is the same on SQLite and PostgreSQL, also while the ledger goes and comes."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection

import pytest

from kiosk.clock import new_name, now_utc
from kiosk.core.fold import fold
from kiosk.core.rule_events import RulesEntered
from tests.contract.conftest import Site
from tests.end2end.program import Desk, Running, wait_until
from tests.page_stream import open_page
from tests.premises import Premises
from tests.staffed_premises import PIN, come_in, go_out
from tests.unit.web.asking import browsing, form_token


def test_every_page_shows_what_the_events_add_up_to(site: Site) -> None:
    premises = site.premises
    with browsing(premises) as browser, premises.ledger() as ledger:
        visit = come_in(ledger, 3)
        come_in(ledger, 1)
        browser.look()
        go_out(ledger, visit, 3)

        def has_followed() -> bool:
            browser.look()
            numbers = browser.page.hub.news.numbers
            return numbers is not None and [each.inside for each in numbers.day.course.steps] == [3, 4, 1]

        wait_until(has_followed, "the course of the day has followed the numbers")
        browser.sign_in()
        house = fold(premises.events())
        assert house == ledger.house()
        assert f'<span class="big-number">{house.inside}</span>' in browser.get("/").text
        assert f"\nkiosk_inside {house.inside}.0\n" in browser.get("/metrics").text
        assert browser.get("/healthz").text == "ok\n"
        days = f"from={premises.today}&to={premises.today}"
        assert 'data-name="' in browser.get(f"/past?{days}").text
        assert premises.today in browser.get(f"/past.csv?{days}").text
        assert "Musterland" in browser.get("/rules").text
        assert browser.get("/acts").status_code == 200


def test_rules_that_are_entered_on_the_page_are_in_the_ledger(site: Site) -> None:
    premises = site.premises
    with browsing(premises) as browser:
        browser.look()
        browser.sign_in()
        tomorrow = (now_utc() + timedelta(days=1)).astimezone(premises.file().office.time_zone)
        fields = {
            "form_token": form_token(browser.get("/rules").text),
            "tap": new_name(),
            "pin": PIN,
            "since": f"{tomorrow:%Y-%m-%dT%H:%M}",
            "building": "2",
            "source": "Verordnung Musterland § 7",
        }
        assert browser.post("/rules/enter", fields).headers["location"] == "/rules?done=entered"
        assert isinstance(premises.events()[-1].what, RulesEntered)
        browser.look()
        assert "§ 7" in browser.get("/rules").text
    with premises.ledger() as ledger:
        (rules,) = ledger.house().entered_rules
        assert (rules.cap and rules.cap.building, ledger.verify().flaw) == (2, None)


@contextmanager
def _served(premises: Premises, port: int = 0) -> Iterator[tuple[Running, int]]:
    with Desk(premises).running("serve", "--port", port) as running:
        wait_until(lambda: "http" in running.said() or not running.runs(), "the page is served")
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", running.said())
        assert found is not None, running.complained()
        yield running, int(found[1])


def _health(port: int) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/healthz")
    try:
        return connection.getresponse().status
    finally:
        connection.close()


def test_open_page_hears_of_each_commit_and_catches_up_after_the_server_was_killed(site: Site) -> None:
    premises = site.premises
    with premises.ledger() as ledger:
        with _served(premises) as (first, port), open_page(port) as page:
            whole = page.until("change")
            come_in(ledger, 2)
            changed = page.until("change", seq=ledger.newest().seq)
            assert changed.what["since"] == whole.what["seq"]
            assert ">2<" in changed.what["parts"]["wall_house"]
            first.end(signal.SIGKILL)
            with pytest.raises((EOFError, OSError)):
                page.until("change", seq=-1)
        come_in(ledger, 1)
        with _served(premises, port), open_page(port, known=changed.id) as page:
            # Numbers of another run mean nothing to this one: the page is told everything.
            anew = page.until("change")
            assert (anew.what["since"], anew.what["seq"]) == (0, ledger.newest().seq)
            assert ">3<" in anew.what["parts"]["wall_house"]


def test_numbers_keep_their_age_while_the_ledger_is_away_and_the_server_lives(site: Site) -> None:
    premises = site.premises
    with premises.ledger() as ledger:
        come_in(ledger, 2)
    with _served(premises) as (_, port), open_page(port) as page:
        page.until("change")
        assert _health(port) == 200
        site.take_away()
        try:
            wait_until(lambda: _health(port) == 503, "the page knows that the ledger is away")
            first, second = page.until("beat"), page.until("beat")
            while first.what["read_at"] != second.what["read_at"]:
                first, second = second, page.until("beat")
            assert second.what["now"] > first.what["now"] > first.what["read_at"]
        finally:
            site.bring_back()
        wait_until(lambda: _health(port) == 200, "the page reads the ledger again")
        with premises.ledger() as ledger:
            come_in(ledger, 1)
            told = page.until("change", seq=ledger.newest().seq)
        assert told.what["read_at"] > second.what["read_at"]
        assert ">3<" in told.what["parts"]["wall_house"]
