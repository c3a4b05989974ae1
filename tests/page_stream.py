"""An open page without a browser: what the stream of a real server tells, message by message."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any

_PATIENCE = 60.0


@dataclass(frozen=True)
class Told:
    """One message: its kind, its id, and what it tells."""

    kind: str
    id: str
    what: dict[str, Any]


@dataclass
class OpenPage:
    """A stream that is read as a browser reads it."""

    answer: HTTPResponse

    def next(self) -> Told:
        """Return the next message. Raises EOFError when the server has ended the stream."""
        fields: dict[str, str] = {}
        while line := self.answer.readline():
            if line == b"\r\n":
                return Told(fields["event"], fields.get("id", ""), json.loads(fields["data"]))
            name, _, value = line.decode().rstrip("\r\n").partition(": ")
            fields[name] = value
        raise EOFError

    def until(self, kind: str, **what: object) -> Told:
        """Return the next message of a kind that tells this."""
        while True:
            told = self.next()
            if told.kind == kind and all(told.what.get(name) == value for name, value in what.items()):
                return told


@contextmanager
def open_page(port: int, path: str = "/stream/wall", known: str = "") -> Iterator[OpenPage]:
    """Open the stream of a page, which knows what the message of the id `known` told."""
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", path, headers={"Last-Event-ID": known} if known else {})
        yield OpenPage(connection.getresponse())
    finally:
        connection.close()
