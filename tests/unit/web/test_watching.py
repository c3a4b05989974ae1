"""What monitors are told, and who may ask."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.web.page import Page
from tests.building import at
from tests.premises import Premises
from tests.staffed_premises import come_in
from tests.unit.web.asking import Asking

NOON = at("12:00")


def test_health_says_ok_or_not_and_nothing_else(
    browser: Asking, other_browser: Asking, premises: Premises
) -> None:
    assert (browser.get("/healthz").status_code, browser.get("/healthz").text) == (503, "not ok\n")
    browser.look()
    assert (other_browser.get("/healthz").status_code, other_browser.get("/healthz").text) == (200, "ok\n")
    browser.reader._reach.close()
    premises.database.unlink()
    premises.database.mkdir()
    browser.look()
    assert browser.get("/healthz").status_code == 503


def test_a_ledger_that_failed_a_moment_ago_is_left_alone_and_asked_again_later(
    browser: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = browser.reader
    tried: list[None] = []

    def fail() -> Ledger:
        tried.append(None)
        raise LedgerUnreachableError("The cable is out.")

    monkeypatch.setattr(reader._reach, "_open", fail)
    for now, tries in ((NOON, 1), (NOON, 1), (NOON + timedelta(hours=1), 2)):
        monkeypatch.setattr(reader, "_clock", lambda now=now: now)
        browser.look()
        assert len(tried) == tries


def test_figures_are_told_to_a_monitor_of_this_machine(browser: Asking, premises: Premises) -> None:
    with premises.ledger() as ledger:
        come_in(ledger, 2)
    assert "kiosk_inside" not in browser.get("/metrics").text
    browser.look()
    text = browser.get("/metrics").text
    assert "\nkiosk_inside 2.0\n" in text
    assert "\nkiosk_cap 5.0\n" in text
    assert '\nkiosk_area_inside{area="benefits"} 2.0\n' in text
    assert '\nkiosk_door_up{door="main"} 0.0\n' in text
    assert f"\nkiosk_ledger_events {len(premises.events())}.0\n" in text


def test_figures_are_told_to_nobody_else_without_the_token(
    browser: Asking, other_browser: Asking, page: Page, tmp_path: Path
) -> None:
    browser.look()
    assert other_browser.get("/metrics").status_code == 403
    assert browser.get("/metrics", headers={"x-forwarded-for": "192.0.2.1"}).status_code == 403
    token = tmp_path / "metrics.token"
    page.office_file = replace(page.office_file, web=replace(page.office_file.web, metrics_token_file=token))
    given = {"authorization": "Bearer of good news"}
    assert other_browser.get("/metrics", headers=given).status_code == 403
    for content in (b"", b"\xff"):
        token.write_bytes(content)
        assert other_browser.get("/metrics", headers=given).status_code == 403
    token.write_text("of good news\n")
    assert other_browser.get("/metrics", headers=given).status_code == 200


@pytest.mark.parametrize("forwarded", ["x-forwarded-for", "forwarded"])
def test_request_that_a_proxy_passes_on_is_not_one_of_this_machine(browser: Asking, forwarded: str) -> None:
    assert browser.get("/metrics", headers={forwarded: "127.0.0.1"}).status_code == 403


@pytest.mark.parametrize(
    ("address", "is_told"),
    [
        ("127.0.0.1", True),
        ("127.8.0.1", True),
        ("::1", True),
        ("::1:2", False),
        ("127.evil.example", False),
        ("", False),
    ],
)
def test_figures_are_told_to_the_addresses_of_this_machine_alone(
    browser: Asking, address: str, *, is_told: bool
) -> None:
    browser.address = address
    assert (browser.get("/metrics").status_code == 200) is is_told
