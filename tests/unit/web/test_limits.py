"""What anybody may ask of the page is bounded: tries by address, sessions, and questions that wait."""

import asyncio
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import now_utc
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.sign_in import PANEL_LIMIT, Refusal
from kiosk.core.staff_events import RefusedBecause
from kiosk.gate.reach import Reach
from kiosk.ledger.ledger import Ledger
from kiosk.web import address_tries
from kiosk.web.address_tries import AddressTries
from kiosk.web.ledger_thread import MOST_WAITING, LedgerThread, TooBusyError
from kiosk.web.page import Page
from kiosk.web.sessions import MOST_SESSIONS, Sessions
from tests.building import at

TEN = at("10:00")
WRONG_PIN = Refusal(RefusedBecause.WRONG_PIN, None)


def try_all(tries: AddressTries, address: str) -> None:
    """Type so many wrong PINs that no more are taken for a while."""
    for _ in range(PANEL_LIMIT.wrong_tries):
        tries.tried(address, WRONG_PIN, TEN)


@pytest.mark.parametrize(
    ("typed_at", "asked_at", "rests"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:1:2::7", "2001:db8:1:2:ffff::8", True),
        ("2001:db8:1:2::7", "2001:db8:1:3::7", False),
    ],
)
def test_all_addresses_of_one_network_by_ipv6_rest_together_and_no_other_does(
    typed_at: str, asked_at: str, *, rests: bool
) -> None:
    tries = AddressTries()
    try_all(tries, typed_at)
    assert (tries.pause(asked_at, TEN) is not None) is rests


def test_of_the_addresses_the_one_that_tried_least_lately_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address_tries, "MOST_ADDRESSES", 2)
    tries = AddressTries()
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3"):
        try_all(tries, address)
    resting = [number for number in range(1, 4) if tries.pause(f"192.0.2.{number}", TEN) is not None]
    assert resting == [2, 3]


def test_too_many_pins_that_wait_for_their_turn_are_refused_at_once() -> None:
    async def story() -> int:
        tries, go_on = AddressTries(), asyncio.Event()

        async def take_turn() -> int:
            async with tries.turn():
                await go_on.wait()
                return 1

        turns = [asyncio.ensure_future(take_turn()) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(TooBusyError):
            await take_turn()
        go_on.set()
        return sum(await asyncio.gather(*turns)) + await take_turn()

    assert asyncio.run(story()) == MOST_WAITING + 1


def test_of_the_sessions_the_oldest_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(tmp_path / "sessions")
    monkeypatch.setattr(sessions, "keep", lambda: None)
    tokens = [sessions.begin(StaffId("m"), Role.MANAGER, TEN) for _ in range(MOST_SESSIONS + 1)]
    assert len(sessions) == MOST_SESSIONS
    assert [sessions.use(token, TEN) is not None for token in tokens[:2]] == [False, True]
    assert sessions.use(tokens[-1], TEN) is not None


def test_sessions_that_are_over_are_forgotten_when_the_next_begins(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path / "sessions")
    sessions.begin(StaffId("m"), Role.MANAGER, TEN)
    sessions.begin(StaffId("m"), Role.MANAGER, TEN + timedelta(minutes=29))
    sessions.begin(StaffId("m"), Role.MANAGER, TEN + timedelta(minutes=31))
    assert len(sessions) == 2


@pytest.mark.parametrize("set_back", [timedelta(minutes=31), timedelta(hours=13)])
def test_a_session_ends_where_the_clock_is_set_far_back(tmp_path: Path, set_back: timedelta) -> None:
    sessions = Sessions(tmp_path / "sessions")
    token = sessions.begin(StaffId("m"), Role.MANAGER, TEN)
    assert sessions.use(token, TEN - set_back) is None


def test_more_questions_than_are_answered_soon_are_refused_at_once(page: Page) -> None:
    may_go_on = threading.Event()
    thread = LedgerThread("asked", Reach(page.desk._reach._open), now_utc)

    def ask(_: Ledger) -> bool:
        return may_go_on.wait(60)

    async def story() -> list[bool]:
        asked = [asyncio.ensure_future(thread.read(ask)) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        try:
            with pytest.raises(TooBusyError):
                await thread.read(ask)
        finally:
            may_go_on.set()
        return await asyncio.gather(*asked)

    assert asyncio.run(story()) == [True] * MOST_WAITING
    thread.close()
