"""From one reader to all open pages: the newest state and never a queue of old ones.

Everything here belongs to the thread of the event loop; the reader's thread hands News over through the loop.
"""

import asyncio
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.web.news import NO_NEWS, News

Render = Callable[[News], Mapping[str, str]]
"""Makes the parts of a page, each under its own name, as HTML."""


class Hub:
    """The newest News, numbered, and everybody who waits for the next.

    `run` is drawn anew with each start of the server: numbers of another run mean nothing here.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.run = secrets.token_hex(4)
        self.news: News = NO_NEWS
        self.number = 0
        self.is_closed = False
        self._next = asyncio.Event()

    def publish(self, news: News) -> None:
        """Make `news` the newest, and wake everybody who waits."""
        self.news = news
        self.number += 1
        self._wake()

    def close(self) -> None:
        """Let everybody who waits end."""
        self.is_closed = True
        self._wake()

    async def beat_every(self, seconds: float) -> None:
        """Wake everybody who waits so often: one clock for all pages."""
        while not self.is_closed:
            await asyncio.sleep(seconds)
            self._wake()

    async def newer_than(self, number: int) -> None:
        """Wait until there are newer News than those of `number`, or until the next beat."""
        if self.number == number and not self.is_closed:
            await self._next.wait()

    def beat(self) -> dict[str, int | None]:
        """Return what keeps a page from calling its numbers old: the time, and when the ledger was read."""
        return {"now": milliseconds(self._clock()), "read_at": milliseconds(self.news.read_at)}

    def _wake(self) -> None:
        waited, self._next = self._next, asyncio.Event()
        waited.set()


@dataclass(slots=True)
class _Part:
    html: str
    changed_at: int


@dataclass(slots=True)
class Channel:
    """One kind of page in one language: what each of its parts shows, and since which number of the Hub.

    It is rendered only when somebody looks, and once for all who look.
    """

    hub: Hub
    render: Render
    _parts: dict[str, _Part] = field(default_factory=dict)
    _number: int = -1
    _told: dict[int, bytes] = field(default_factory=dict)

    def parts(self) -> dict[str, str]:
        """Return the whole page as it is now."""
        self._catch_up()
        return {name: part.html for name, part in self._parts.items()}

    def changes(self, known: int, known_seq: int) -> bytes | None:
        """Return the message of what is new since number `known`; None if nothing is.

        In it `seq` is the number of the last event that the parts show, `since` the one that the page knew:
        no page misses an event if each `since` is the `seq` of before.
        """
        self._catch_up()
        if known not in self._told:
            self._told[known] = self._message(known, known_seq)
        return self._told[known] or None

    def _message(self, known: int, known_seq: int) -> bytes:
        news = self.hub.news
        changed = {name: part.html for name, part in self._parts.items() if part.changed_at > known}
        if not changed and news.seq == known_seq:
            return b""
        told = {"seq": news.seq, "since": known_seq, **self.hub.beat(), "parts": changed}
        return message("change", told, f"{self.hub.run}.{self._number}.{news.seq}")

    def _catch_up(self) -> None:
        if self._number == self.hub.number:
            return
        self._number = self.hub.number
        self._told.clear()
        for name, html in self.render(self.hub.news).items():
            if name not in self._parts or self._parts[name].html != html:
                self._parts[name] = _Part(html, self._number)


def message(event: str, told: Mapping[str, object], id_: str | None = None) -> bytes:
    """Return a server-sent event; it is made once, however many pages are told."""
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    head = "" if id_ is None else f"id: {id_}\r\n"
    return f"{head}event: {event}\r\ndata: {data}\r\n\r\n".encode()


def milliseconds(moment: datetime | None) -> int | None:
    """Return a time as browsers write it, milliseconds since 1970."""
    return None if moment is None else round(moment.timestamp() * 1000)
