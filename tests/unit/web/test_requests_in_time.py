"""Nobody holds a connection of the page by sending a request in drops, and honest pages stay open."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from uvicorn.server import ServerState

from kiosk.web import requests_in_time
from kiosk.web.serving import Listening, config_of
from tests.unit.web.asking import Asking

_HEAD = b"Host: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 40\r\n\r\n"


@asynccontextmanager
async def _connected(browser: Asking) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Give both ends of a connection to the page, as the real server takes it."""
    config = config_of(browser.page, Listening("127.0.0.1", 0))
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: config.http_protocol_class(config=config, server_state=state, app_state={}),  # type: ignore[call-arg]
        "127.0.0.1",
        0,
    )
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        yield reader, writer
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
        async with _connected(browser) as (reader, writer):
            writer.write(begun)
            # Nothing, or the answer to the request that was whole: and then the end.
            with suppress(ConnectionResetError):
                await asyncio.wait_for(reader.read(), 60)

    browser.runner.run(story())
    # It fills no log either.
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


def test_open_page_and_pause_between_two_requests_are_not_cut_off(
    browser: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests_in_time, "REQUEST_SECONDS", 0.05)

    async def story() -> None:
        browser.look()
        async with _connected(browser) as (reader, writer):
            for address in (b"/healthz", b"/stream/wall"):
                writer.write(b"GET " + address + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                await reader.readuntil(b"ok\n" if address == b"/healthz" else b"event: change")
                await asyncio.sleep(0.2)
            beating = asyncio.create_task(browser.page.hub.beat_every(0.01))
            await reader.readuntil(b"event: beat")
            beating.cancel()

    browser.runner.run(story())
