"""Runs the page: binds its address, starts what belongs to it, and ends all of it on a signal."""

import asyncio
import errno
import gc
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import uvicorn

from kiosk.clock import now_utc
from kiosk.config import OfficeFile
from kiosk.core.ids import StaffId
from kiosk.gate.reach import Reach
from kiosk.ledger.ledger import Ledger
from kiosk.signals import ended_by
from kiosk.web.adding_up import add_up_days
from kiosk.web.app import make_app
from kiosk.web.errands import Errands
from kiosk.web.hub import Hub
from kiosk.web.ledger_thread import LedgerThread
from kiosk.web.live import BEAT_SECONDS
from kiosk.web.news import News
from kiosk.web.page import Page
from kiosk.web.reader import LedgerReader
from kiosk.web.rendering import Rendering
from kiosk.web.requests_in_time import RequestsInTime
from kiosk.web.sessions import Sessions

# Only a proxy on this machine is believed when it says for whom it asks.
_PROXIES = "127.0.0.1,::1"
# With a password that is none, a key that needs one is refused; else it is asked for, at a terminal.
_NO_PASSWORD = " "  # noqa: S105
_MOST_CONNECTIONS = 1000
_LONGEST_REQUEST_BYTES = 16 * 1024
_END_SECONDS = 5
# Python lets a thread run for 5 ms before another may. The one that reads the ledger would wait so long
# between two steps of a transaction, while pages are told what is new, and a door's commit with it.
_SWITCH_SECONDS = 0.0005


class ListeningError(Exception):
    """The page cannot be served there; the sentence says why, and the mend."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the page is served; port 0 is one that the system chooses. With a certificate it speaks TLS.

    `ends_with_input`: the page ends when its standard input does, since who started it is gone.
    """

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None
    ends_with_input: bool = False


def serve(office_file: OfficeFile, listening: Listening, ready: Callable[[str], None]) -> None:
    """Serve the page until a signal ends it; `ready` is told its address. Raises ListeningError."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    page = open_page(office_file)
    config = config_of(page, listening)
    with _bound(listening) as bound:
        port = bound.getsockname()[1]
        host = f"[{listening.host}]" if ":" in listening.host else listening.host
        address = f"{'https' if config.is_ssl else 'http'}://{host}:{port}/"
        server = _Server(config, page.hub, lambda: ready(address), ends_with_input=listening.ends_with_input)
        server.run(sockets=[bound])


def open_page(office_file: OfficeFile, clock: Callable[[], datetime] = now_utc) -> Page:
    """Return the parts of a server that does not run yet, and whose time is that of `clock`."""
    return Page(
        office_file=office_file,
        hub=Hub(clock),
        rendering=Rendering(office_file.office),
        sessions=Sessions(office_file.path.with_name("kiosk-page.sessions")),
        desk=LedgerThread("page-desk", reach_of(office_file), clock),
        archive=LedgerThread("page-archive", reach_of(office_file), clock),
        errands=Errands(office_file.path),
        clock=clock,
    )


@asynccontextmanager
async def running(page: Page) -> AsyncIterator[None]:
    """Read the ledger for all pages as long as the block runs."""
    loop = asyncio.get_running_loop()

    def publish(news: News) -> None:
        loop.call_soon_threadsafe(page.hub.publish, news)

    def bar(staff: StaffId) -> None:
        loop.call_soon_threadsafe(page.sessions.end_of, staff)

    reader = LedgerReader(page.office_file.office, reach_of(page.office_file), publish, bar, page.clock)
    # Who asks first shall not meet an empty page, nor hold up others while its templates are made ready.
    await asyncio.to_thread(reader.look)
    page.warm_up()
    reader.start()
    beside = (
        asyncio.create_task(page.hub.beat_every(BEAT_SECONDS)),
        asyncio.create_task(add_up_days(page)),
    )
    try:
        yield
    finally:
        page.hub.close()
        for each in beside:
            each.cancel()
        # A database that does not answer is waited for in other threads: the loop has to hear the reader.
        await asyncio.to_thread(reader.stop)
        await asyncio.to_thread(page.errands.close)
        await asyncio.to_thread(page.desk.close)
        await asyncio.to_thread(page.archive.close)
        page.sessions.keep()


def reach_of(office_file: OfficeFile) -> Reach:
    """Return a way to the office's ledger, which is opened with the first question."""
    return Reach(lambda: Ledger.open(office_file.database_url, office_file.key_file))


def config_of(page: Page, listening: Listening) -> uvicorn.Config:
    """Return how the page is served, with its limits. Raises ListeningError for an unusable certificate."""
    config = uvicorn.Config(
        make_app(page, running),
        ssl_certfile=listening.certificate,
        ssl_keyfile=listening.key,
        ssl_keyfile_password=_NO_PASSWORD,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=_PROXIES,
        http=RequestsInTime,
        limit_concurrency=_MOST_CONNECTIONS,
        h11_max_incomplete_event_size=_LONGEST_REQUEST_BYTES,
        timeout_graceful_shutdown=_END_SECONDS,
        ws="none",
        lifespan="on",
    )
    try:
        config.load()
    except (OSError, ssl.SSLError) as error:
        if isinstance(error, ssl.SSLError) and error.reason == "KEY_VALUES_MISMATCH":
            raise ListeningError(
                f"{listening.key} is not the key of {listening.certificate}: give the one it was made with"
            ) from error
        wrong = _unreadable(listening) or f"the certificate and its key cannot be used ({error})"
        raise ListeningError(
            f"{wrong}: give both in PEM form, the key without a password and readable for this user"
        ) from error
    return config


def _unreadable(listening: Listening) -> str | None:
    """Say which file cannot be read: what OpenSSL raises names none."""
    for path in (listening.certificate, listening.key):
        try:
            if path is not None:
                path.open("rb").close()
        except OSError as error:
            return f"{path} cannot be read ({error.strerror})"
    return None


@contextmanager
def _bound(listening: Listening) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    try:
        bound = socket.create_server((listening.host, listening.port), family=family, backlog=256)
    except OSError as error:
        raise ListeningError(
            f"port {listening.port} of {listening.host} cannot be listened on: {_why_not_bound(error)}"
        ) from error
    with bound:
        yield bound


def _why_not_bound(error: OSError) -> str:
    # Python's own sentence tells the number and the address once more.
    match error.errno:
        case errno.EADDRINUSE:
            return "another program has it. End that one, or choose another by --port"
        case errno.EADDRNOTAVAIL:
            return "this machine has no such address. Give one of its own by --host"
        case socket.EAI_NONAME:
            return "that is neither an address nor a known name. Give one of this machine by --host"
        case errno.EACCES | errno.EPERM:
            return "this user may not. Choose one from 1024 on by --port"
        case _:
            return f"{error.strerror}. Choose another by --port or --host"


def _keep_for_good() -> None:
    """Take what was loaded until now out of the garbage collector's rounds: all of it stays.

    A whole round took 110 ms of the processor, with every thread held up: on a busy machine pages heard of
    a commit a second too late.
    """
    gc.collect()
    gc.freeze()


class _Server(uvicorn.Server):
    """Ends with exit code 0 on a signal, and lets open streams end first."""

    def __init__(
        self, config: uvicorn.Config, hub: Hub, ready: Callable[[], None], *, ends_with_input: bool
    ) -> None:
        super().__init__(config)
        self._hub = hub
        self._ready = ready
        self._ends_with_input = ends_with_input

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals, and do not raise them again once all has ended."""
        with ended_by(self.handle_exit):
            yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        if self.started:
            _keep_for_good()
            if self._ends_with_input:
                await self._watch_input()
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, which else would be waited for, and then everything."""
        self._hub.close()
        await super().shutdown(sockets)

    async def _watch_input(self) -> None:
        def end() -> None:
            self.should_exit = True

        class _Input(asyncio.Protocol):
            def connection_lost(self, _: Exception | None) -> None:
                end()

        await asyncio.get_running_loop().connect_read_pipe(_Input, sys.stdin)
