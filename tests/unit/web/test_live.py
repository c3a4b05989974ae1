"""What open pages are told, and that none of them misses anything."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from starlette.requests import Request

from kiosk.core.events import AdmissionStopped
from kiosk.web import live
from kiosk.web.page import Page
from kiosk.web.rendering import Kind, Rendering
from tests.building import wording
from tests.premises import Premises
from tests.staffed_premises import come_in, go_out, happen
from tests.unit.web.asking import Asking


def _request(browser: Asking, known: str = "") -> Request:
    headers = [(b"last-event-id", known.encode())] if known else []
    scope: dict[str, object] = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": "/stream/wall",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 5000),
        "server": ("127.0.0.1", 8080),
    }
    scope["app"] = type("App", (), {"state": type("State", (), {"page": browser.page})})
    return Request(scope)


def _event(message: bytes) -> tuple[str, dict[str, object]]:
    """Return the kind of a message and what it tells, its id included."""
    lines = dict(line.split(": ", 1) for line in message.decode().strip().split("\r\n"))
    return lines["event"], json.loads(lines["data"]) | {"id": lines.get("id")}


async def _first(messages: AsyncIterator[bytes], count: int = 1) -> list[dict[str, object]]:
    """Return the changes among the next messages, until there are `count` of them."""
    told: list[dict[str, object]] = []
    async for message in messages:
        kind, what = _event(message)
        if kind == "change":
            told.append(what)
            if len(told) == count:
                break
    return told


def _parts(told: dict[str, object]) -> dict[str, str]:
    parts = told["parts"]
    assert isinstance(parts, dict)
    return parts


def test_page_shows_how_full_it_is_and_what_wants_attention(browser: Asking, premises: Premises) -> None:
    with premises.ledger() as ledger:
        come_in(ledger, 4)
        happen(ledger, AdmissionStopped(None, wording("Probealarm.", "Fire drill.")))
    browser.look()
    browser.sign_in()
    html = browser.get("/").text
    assert '<span class="big-number">4</span>' in html
    assert "von 5" in html
    assert "Platz für 1 Person" in html
    assert "an allen Türen angehalten" in html
    assert "Probealarm." in html


def test_page_says_so_when_the_ledger_was_never_read(browser: Asking) -> None:
    browser.sign_in()
    assert "Es gibt noch keine Zahlen" in browser.get("/").text


@pytest.mark.parametrize("wall", [True, False])
def test_wall_is_read_without_signing_in_only_where_the_office_allows_it(
    browser: Asking, page: Page, *, wall: bool
) -> None:
    page.office_file = replace(page.office_file, web=replace(page.office_file.web, wall=wall))
    browser.look()
    answer = browser.get("/wall")
    assert answer.status_code == (200 if wall else 403)
    assert ("big-number" in answer.text) == wall
    assert ("<a " in answer.text) != wall
    browser.sign_in()
    assert browser.get("/wall").status_code == 200


def test_stream_without_a_session_says_goodbye_and_no_number(browser: Asking) -> None:
    browser.look()
    answer = browser.get("/stream/now")
    assert answer.status_code == 200
    assert "event: signed-out" in answer.text
    assert "inside" not in answer.text


def test_new_page_is_told_everything_and_then_only_what_changed(browser: Asking, premises: Premises) -> None:
    async def story() -> None:
        browser.look()
        messages = live._messages(browser.page, _request(browser), Kind.WALL)
        (whole,) = await _first(messages)
        assert set(_parts(whole)) == {"wall_house", "wall_day", "wall_areas"}
        with premises.ledger() as ledger:
            come_in(ledger)
        browser.look()
        (changed,) = await _first(messages)
        assert changed["since"] == whole["seq"]
        assert ">1<" in _parts(changed)["wall_house"]
        await messages.aclose()

    browser.runner.run(story())


def test_page_that_comes_back_is_told_what_it_missed_and_no_more(browser: Asking, premises: Premises) -> None:
    async def story() -> None:
        browser.look()
        (whole,) = await _first(live._messages(browser.page, _request(browser), Kind.WALL))
        with premises.ledger() as ledger:
            visit = come_in(ledger)
            come_in(ledger)
            go_out(ledger, visit)
        browser.look()
        known = str(whole["id"])
        (missed,) = await _first(live._messages(browser.page, _request(browser, known), Kind.WALL))
        assert missed["since"] == whole["seq"]
        assert missed["seq"] == len(premises.events())

    browser.runner.run(story())


def test_page_that_claims_to_know_what_is_still_to_come_is_told_of_it(
    browser: Asking, premises: Premises
) -> None:
    async def story() -> None:
        browser.look()
        known = f"{browser.page.hub.run}.999999.0"
        messages = live._messages(browser.page, _request(browser, known), Kind.WALL)
        await anext(messages)
        with premises.ledger() as ledger:
            come_in(ledger)
        browser.look()
        (changed,) = await _first(messages)
        assert ">1<" in _parts(changed)["wall_house"]
        await messages.aclose()

    browser.runner.run(story())


@pytest.mark.parametrize(
    "known", ["", "x", "0000.1.1", "{run}.-1.0", "{run}.²³.1", "{run}.9", "{run}.1.", "\0"]
)
def test_page_that_knows_nothing_of_this_server_is_told_everything(browser: Asking, known: str) -> None:
    async def story() -> None:
        browser.look()
        told = known.format(run=browser.page.hub.run)
        (whole,) = await _first(live._messages(browser.page, _request(browser, told), Kind.WALL))
        assert set(_parts(whole)) == {"wall_house", "wall_day", "wall_areas"}
        assert whole["since"] == 0

    browser.runner.run(story())


def test_page_that_is_slow_is_told_the_newest_state_once(browser: Asking, premises: Premises) -> None:
    async def story() -> None:
        browser.look()
        messages = live._messages(browser.page, _request(browser), Kind.WALL)
        (whole,) = await _first(messages)
        for _ in range(3):
            with premises.ledger() as ledger:
                come_in(ledger)
            browser.look()
        (changed,) = await _first(messages)
        assert (changed["since"], changed["seq"]) == (whole["seq"], len(premises.events()))
        assert ">3<" in _parts(changed)["wall_house"]
        await messages.aclose()

    browser.runner.run(story())


def test_stream_ends_with_the_server_and_is_counted_no_more(browser: Asking) -> None:
    async def story() -> None:
        browser.look()
        messages = live._messages(browser.page, _request(browser), Kind.WALL)
        await _first(messages)
        assert browser.page.streams == 1
        browser.page.hub.close()
        assert [each async for each in messages if _event(each)[0] == "change"] == []
        assert browser.page.streams == 0

    browser.runner.run(story())


def test_stream_says_goodbye_when_its_session_ends(browser: Asking) -> None:
    async def story() -> list[str]:
        beating = asyncio.create_task(browser.page.hub.beat_every(0.01))
        messages = live._messages(browser.page, _request(browser), Kind.NOW)
        kinds = [_event(each)[0] async for each in messages]
        beating.cancel()
        return kinds

    browser.look()
    assert browser.runner.run(story()) == ["beat", "change", "signed-out"]


def test_page_hears_a_beat_where_nothing_happens(browser: Asking) -> None:
    async def story() -> list[str]:
        beating = asyncio.create_task(browser.page.hub.beat_every(0.01))
        messages = live._messages(browser.page, _request(browser), Kind.WALL)
        kinds = [_event(await anext(messages))[0] for _ in range(5)]
        await messages.aclose()
        browser.page.hub.close()
        await beating
        return kinds

    browser.look()
    assert browser.runner.run(story()) == ["beat", "change", "beat", "beat", "beat"]


def test_what_changed_is_made_once_for_all_pages_of_a_kind_and_a_language(
    browser: Asking, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    part = Rendering._part

    def count(rendering: Rendering, name: str, context: dict[str, object]) -> str:
        made.append(name)
        return part(rendering, name, context)

    async def story() -> None:
        browser.look()
        pages = [live._messages(browser.page, _request(browser), Kind.WALL) for _ in range(50)]
        for each in pages:
            await _first(each)
        with premises.ledger() as ledger:
            come_in(ledger)
        browser.look()
        monkeypatch.setattr(Rendering, "_part", count)
        told = [(await _first(each))[0] for each in pages]
        assert all(each == told[0] for each in told)
        for each in pages:
            await each.aclose()

    browser.runner.run(story())
    assert len(made) == len(set(made)) > 0


def test_more_streams_than_are_served_are_refused(browser: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MOST_STREAMS", 0)
    assert browser.get("/stream/wall").status_code == 503


def test_ledger_that_goes_leaves_the_numbers_with_their_age(browser: Asking, premises: Premises) -> None:
    with premises.ledger() as ledger:
        come_in(ledger, 2)
    browser.look()
    browser.sign_in()
    read_at = browser.page.hub.news.read_at
    browser.reader._reach.close()
    premises.database.write_bytes(b"no page of a database " * 2000)
    browser.look()
    news = browser.page.hub.news
    assert (news.read_at, news.trouble is not None) == (read_at, True)
    html = browser.get("/").text
    assert "Die Datenbank antwortet nicht" in html
    assert '<span class="big-number">2</span>' in html
