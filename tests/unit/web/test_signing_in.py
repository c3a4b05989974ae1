"""Signing in at a browser: the panel's PINs and limits, and what no other site can do."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from kiosk.clock import now_utc
from kiosk.core.sign_in import PANEL_LIMIT
from kiosk.core.staff import Pin
from kiosk.core.staff_events import SignedIn, SignInRefused
from kiosk.gate.staff_acts import Credentials, disable_member, reset_pin
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from kiosk.web.page import Page
from kiosk.web.sessions import IDLE, LASTS, Sessions
from tests.premises import Premises
from tests.staffed_premises import ADMIN, GUARD, MANAGER, PIN, WRONG
from tests.unit.web.asking import HERE, Asking, form_token


def _is_signed_in(browser: Asking) -> bool:
    return browser.get("/").status_code == 200


def test_nothing_is_readable_before_somebody_has_signed_in(browser: Asking) -> None:
    browser.look()
    answer = browser.get("/")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?then=/")
    assert "im Haus" not in answer.text


def test_manager_signs_in_with_id_and_pin_and_it_is_recorded(browser: Asking, premises: Premises) -> None:
    answer = browser.sign_in()
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert _is_signed_in(browser)
    assert premises.events()[-1].what == SignedIn(MANAGER)


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"]
)
def test_nobody_is_sent_to_another_site_after_signing_in(browser: Asking, then: str) -> None:
    assert browser.sign_in(then=then).headers["location"] == "/"


def test_guard_with_a_right_pin_may_not_read_the_page(browser: Asking) -> None:
    answer = browser.sign_in(GUARD)
    assert answer.status_code == 403
    assert "Führungskräfte" in answer.text
    assert not _is_signed_in(browser)


@pytest.mark.parametrize(
    ("who", "pin"), [(MANAGER, WRONG), ("nobody", PIN), ("Ä b/c", PIN), (MANAGER, "ß" * 64)]
)
def test_wrong_pin_and_unknown_id_are_answered_alike_and_recorded(
    browser: Asking, premises: Premises, who: str, pin: str
) -> None:
    answer = browser.sign_in(who, pin)
    assert answer.status_code == 403
    assert "gehören nicht zusammen" in answer.text
    assert pin not in answer.text
    assert isinstance(premises.events()[-1].what, SignInRefused)
    assert not _is_signed_in(browser)


def test_after_five_wrong_pins_neither_the_person_nor_the_address_is_heard_for_a_while(
    browser: Asking, other_browser: Asking
) -> None:
    for _ in range(5):
        browser.sign_in(MANAGER, WRONG)
    assert "Zu viele falsche PINs" in browser.sign_in(ADMIN).text
    assert not _is_signed_in(browser)
    elsewhere = other_browser.sign_in(MANAGER, base="https://page.example")
    assert "Zu viele falsche PINs" in elsewhere.text


def test_right_pin_from_elsewhere_is_taken_while_another_address_rests(
    browser: Asking, other_browser: Asking
) -> None:
    for _ in range(5):
        browser.sign_in("nobody", WRONG)
    assert other_browser.sign_in(ADMIN, base="https://page.example").status_code == 303


def test_no_pin_crosses_the_network_without_tls(other_browser: Asking, premises: Premises) -> None:
    before = len(premises.events())
    answer = other_browser.sign_in()
    assert answer.status_code == 403
    assert "Ohne Verschlüsselung" in answer.text
    assert len(premises.events()) == before


def test_cookie_is_out_of_reach_of_scripts_and_other_sites_and_bound_to_tls_where_there_is_tls(
    browser: Asking,
) -> None:
    plain = browser.sign_in().headers["set-cookie"]
    assert plain.startswith("kiosk-session=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(plain.split("; "))
    browser.cookies.clear()
    secure = browser.sign_in(base="https://127.0.0.1:8080").headers["set-cookie"]
    assert secure.startswith("__Host-kiosk-session=")
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Secure"} <= set(secure.split("; "))


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
def test_form_that_another_site_sends_is_refused(browser: Asking, headers: dict[str, str]) -> None:
    token = form_token(browser.get("/sign-in").text)
    fields = {"form_token": token, "id": MANAGER, "pin": PIN, "then": "/"}
    assert browser.post("/sign-in", fields, headers=headers).status_code == 403
    own = {"origin": HERE, "sec-fetch-site": "same-origin"}
    assert browser.post("/sign-in", fields, headers=own).status_code == 303


def test_form_without_its_token_is_refused(browser: Asking) -> None:
    browser.get("/sign-in")
    for token in ("", "guessed"):
        fields = {"form_token": token, "id": MANAGER, "pin": PIN, "then": "/"}
        assert browser.post("/sign-in", fields).status_code == 403
    browser.cookies.clear()
    assert browser.post("/sign-in", {"form_token": "", "id": MANAGER, "pin": PIN}).status_code == 403


def test_signing_out_takes_the_form_token_and_ends_the_session_for_good(browser: Asking) -> None:
    browser.sign_in()
    held = browser.session_token
    assert browser.post("/sign-out", {"form_token": "guessed"}).status_code == 403
    assert _is_signed_in(browser)
    token = form_token(browser.get("/").text)
    assert browser.post("/sign-out", {"form_token": token}).status_code == 303
    browser.cookies.set("kiosk-session", held)
    assert not _is_signed_in(browser)


def test_whoever_signs_in_again_leaves_no_open_session_behind(page: Page, browser: Asking) -> None:
    fields = {"form_token": form_token(browser.get("/sign-in").text), "id": MANAGER, "pin": PIN}
    browser.post("/sign-in", fields)
    before = browser.session_token
    browser.post("/sign-in", fields)
    assert page.sessions.use(before, now_utc()) is None
    assert _is_signed_in(browser)


def test_session_ends_after_a_working_day_and_when_nobody_uses_it(page: Page, browser: Asking) -> None:
    browser.sign_in()
    now = now_utc()
    page.clock = lambda: now + IDLE - timedelta(minutes=1)
    assert _is_signed_in(browser)
    page.clock = lambda: now + 2 * IDLE
    assert not _is_signed_in(browser)
    page.clock = now_utc
    browser.sign_in()
    held = []
    for minutes in range(20, round(LASTS.total_seconds() / 60) + 40, 20):
        later = now_utc() + timedelta(minutes=minutes)
        page.clock = lambda later=later: later  # type: ignore[misc] # no type for its default
        held.append(page.sessions.use(browser.session_token, later) is not None)
    assert held == [True] * 35 + [False] * 2


def test_who_is_disabled_is_signed_out_everywhere(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    browser.look()
    with premises.ledger() as ledger:
        disable_member(ledger, MANAGER, ADMIN, now_utc())
    assert _is_signed_in(browser)
    browser.look()
    assert not _is_signed_in(browser)


def _disable(ledger: Ledger, _: PinKey) -> None:
    disable_member(ledger, MANAGER, ADMIN, now_utc())


def _give_new_pin(ledger: Ledger, key: PinKey) -> None:
    reset_pin(ledger, key, MANAGER, Credentials(Pin("141421"), None), ADMIN, now_utc())


@pytest.mark.parametrize("bar", [_disable, _give_new_pin])
def test_who_is_barred_while_the_page_is_down_is_signed_out_when_it_starts(
    browser: Asking, premises: Premises, bar: Callable[[Ledger, PinKey], None]
) -> None:
    browser.sign_in()
    with premises.ledger() as ledger:
        bar(ledger, ledger.pin_key(premises.file().pin_key_file))
    browser.look()
    assert not _is_signed_in(browser)


def test_session_outlasts_a_restart_of_the_server(page: Page, browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    file = premises.folder / "kiosk-page.sessions"
    assert browser.session_token not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    page.sessions = Sessions(file)
    assert _is_signed_in(browser)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": {}}', b"\xff", b'{"a": {"began_at": 1e99}}'])
def test_damaged_file_of_sessions_signs_everybody_out(premises: Premises, content: bytes) -> None:
    file = premises.folder / "kiosk-page.sessions"
    file.write_bytes(content)
    assert len(Sessions(file)) == 0


def test_pins_that_are_sent_at_once_are_looked_at_one_by_one_and_no_more_of_them_than_in_turn(
    browser: Asking, premises: Premises
) -> None:
    token = form_token(browser.get("/sign-in").text)
    fields = {"form_token": token, "pin": WRONG, "then": "/"}

    async def guess(number: int, client: httpx.AsyncClient) -> str:
        return (await client.post("/sign-in", data=fields | {"id": f"guess-{number}"})).text

    async def guess_at_once() -> list[str]:
        transport = httpx.ASGITransport(browser.app, client=(browser.address, 5000))
        async with httpx.AsyncClient(
            transport=transport, base_url=HERE, cookies=browser.cookies, trust_env=False
        ) as client:
            return await asyncio.gather(*(guess(number, client) for number in range(15)))

    answers = browser.runner.run(guess_at_once())
    looked_at = [each for each in premises.events() if isinstance(each.what, SignInRefused)]
    assert len(looked_at) == PANEL_LIMIT.wrong_tries
    assert sum("Zu viele falsche PINs" in each for each in answers) == 15 - PANEL_LIMIT.wrong_tries
