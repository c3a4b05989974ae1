"""Nobody holds a connection of the page by sending a request in drops, and honest pages stay open."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import pytest
from uvicorn.server import ServerState

from kiosk.web import requests_in_time
from kiosk.web.requests_in_time import RequestsInTime
from kiosk.web.serving import Listening, config_of
from tests.unit.web.asking import Asking

_HEAD = b"Host: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 40\r\n\r\n"


@dataclass(frozen=True)
class _Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    state: ServerState

    @property
    def is_limited(self) -> bool:
        """Whether the page waits for a request, and will not wait for ever."""
        (page_side,) = self.state.connections
        return isinstance(page_side, RequestsInTime) and page_side._limit is not None


@asynccontextmanager
async def _connected(browser: Asking) -> AsyncIterator[_Connection]:
    """Give a connection to the page, as the real server takes it."""
    config = config_of(browser.page, Listening("127.0.0.1", 0))
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: config.http_protocol_class(config=config, server_state=state, app_state={}),  # type: ignore[call-arg] # as uvicorn does
        "127.0.0.1",
        0,
    )
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        yield _Connection(reader, writer, state)
    finally:
        browser.page.hub.close()
        writer.close()
        server.close()
        await asyncio.gather(*state.tasks, return_exceptions=True)


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /wall HT",
        b"POST /sign-in HTTP/1.1\r\n" + _HEAD + b"form_token=",
        b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /he",
    ],
)
def test_request_that_does_not_become_whole_is_cut_off(
    browser: Asking, begun: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(requests_in_time, "REQUEST_SECONDS", 0.05)

    async def story() -> None:
        async with _connected(browser) as connection:
            connection.writer.write(begun)
            # Nothing, or the answer to the request that was whole: and then the end.
            with suppress(ConnectionResetError):
                await asyncio.wait_for(connection.reader.read(), 60)

    browser.runner.run(story())
    # It fills no log either.
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


def test_open_page_and_pause_between_two_requests_are_not_cut_off(browser: Asking) -> None:
    async def story() -> None:
        browser.look()
        async with _connected(browser) as connection:
            for address in (b"/healthz", b"/stream/wall"):
                connection.writer.write(b"GET " + address + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                await connection.reader.readuntil(b"ok\n" if address == b"/healthz" else b"event: change")
                assert not connection.is_limited

    browser.runner.run(story())
