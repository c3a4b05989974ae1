"""The days that are over are added up beside the page, whatever comes between."""

import asyncio
import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.events import Declined
from kiosk.gate.passing_time import append_all
from kiosk.ledger.day_sums import DaySums
from kiosk.ledger.errors import LedgerBusyError
from kiosk.web.adding_up import add_up_days, add_up_one
from kiosk.web.page import Page
from kiosk.web.serving import running
from tests.premises import Premises

PATIENCE = 60


@pytest.fixture
def sums(premises: Premises) -> Iterator[DaySums]:
    """The sums of a ledger in which two days are over, and none is kept."""
    now, zone = now_utc(), premises.file().office.time_zone
    with premises.ledger() as ledger:
        for days in (2, 1, 0):
            with ledger.transaction() as transaction:
                append_all(transaction, [Declined(None)], now - timedelta(days=days))
        sums = ledger.day_sums(zone)
        assert len(sums.missing()) == 2
        yield sums


def wait_until_all_are_added_up(sums: DaySums) -> None:
    until = time.monotonic() + PATIENCE
    while sums.missing():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_days_that_are_over_are_added_up_while_the_page_runs(page: Page, sums: DaySums) -> None:
    async def run() -> None:
        async with running(page):
            await asyncio.to_thread(wait_until_all_are_added_up, sums)

    asyncio.run(run())


def test_a_ledger_that_is_busy_is_tried_again(
    page: Page,
    sums: DaySums,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    tries: list[date] = []
    keep = DaySums.keep

    def keep_at_last(self: DaySums, day: date) -> bool:
        tries.append(day)
        if len(tries) == 1:
            raise LedgerBusyError("somebody imports a list")
        return keep(self, day)

    async def run() -> None:
        adding_up = asyncio.create_task(add_up_days(page))
        await asyncio.to_thread(wait_until_all_are_added_up, sums)
        adding_up.cancel()

    monkeypatch.setattr(DaySums, "keep", keep_at_last)
    monkeypatch.setattr("kiosk.web.adding_up._LOOKS_AGAIN_AFTER_SECONDS", 0.01)
    asyncio.run(run())
    assert tries[0] == tries[1]
    assert "added up later: somebody imports a list" in caplog.text


def test_a_day_that_cannot_be_added_up_is_told_once_and_keeps_no_other_from_it(
    premises: Premises,
    sums: DaySums,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    latest, _other = sums.missing()
    keep = DaySums.keep

    def keep_the_other(self: DaySums, day: date) -> bool:
        if day == latest:
            raise ValueError("nobody knows why")
        return keep(self, day)

    monkeypatch.setattr(DaySums, "keep", keep_the_other)
    with premises.ledger() as ledger:
        failed: set[date] = set()
        while add_up_one(ledger, premises.file().office.time_zone, failed):
            pass
    assert sums.missing() == (latest,)
    assert failed == {latest}
    assert caplog.text.count(f"the day {latest} cannot be added up") == 1
