"""A print service that speaks as much IPP (RFC 8011) as is asked of it on the way to a printer."""

import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

# Tag, length and name of the attribute whose value follows.
_NAMED: Final = b"\x45\x00\x0bprinter-uri"
_UNKNOWN, _REFUSED = 0x0406, 0x0506


class Manner(Enum):
    """What a printer does with a job."""

    PRINTS = "prints"
    REFUSES = "refuses"
    REFUSES_THE_PAGES = "refuses the pages"
    IS_STOPPED = "is stopped"


class _Asked(IntEnum):
    CREATE_JOB = 0x0005
    SEND_DOCUMENT = 0x0006
    CANCEL_JOB = 0x0008
    GET_DEFAULT = 0x4001
    GET_PRINTERS = 0x4002


class _Tag(IntEnum):
    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48


@dataclass
class PrintServer:
    """The service: its printers, the first of which is the usual one, its jobs, and what came out."""

    printers: dict[str, Manner]
    port: int = 0
    jobs: list[bytes] = field(default_factory=list)
    cancelled: int = 0
    papers: dict[str, list[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Return what the environment variable CUPS_SERVER says of it."""
        return f"127.0.0.1:{self.port}"

    def answer(self, request: bytes) -> bytes:
        """Return the answer to one request."""
        asked, number = struct.unpack(">HI", request[2:8])
        name = _named_in(request) or next(iter(self.printers), "")
        if name not in self.printers:
            return _answer(number, _UNKNOWN)
        match asked:
            case _Asked.GET_PRINTERS:
                return _answer(number, 0, b"".join(self._described(each) for each in self.printers))
            case _Asked.GET_DEFAULT:
                return _answer(number, 0, self._described(name))
            case _Asked.CREATE_JOB if self.printers[name] is Manner.REFUSES:
                return _answer(number, _REFUSED)
            case _Asked.CREATE_JOB:
                self.jobs.append(request)
            case _Asked.SEND_DOCUMENT if self.printers[name] is Manner.REFUSES_THE_PAGES:
                return _answer(number, _REFUSED)
            case _Asked.CANCEL_JOB:
                self.cancelled += 1
            case _Asked.SEND_DOCUMENT:
                self.papers.setdefault(name, []).append(request[request.index(b"%PDF") :])
            case _:
                pass
        return _answer(number, 0, _JOB)

    def _described(self, name: str) -> bytes:
        state = 5 if self.printers[name] is Manner.IS_STOPPED else 3
        return bytes([_Tag.PRINTER]) + b"".join(
            (
                _attribute(_Tag.NAME, "printer-name", name.encode()),
                _attribute(
                    _Tag.URI, "printer-uri-supported", f"ipp://{self.address}/printers/{name}".encode()
                ),
                _attribute(_Tag.URI, "device-uri", b"file:///dev/null"),
                _attribute(_Tag.ENUM, "printer-type", struct.pack(">I", 4)),
                _attribute(_Tag.ENUM, "printer-state", struct.pack(">I", state)),
                _attribute(_Tag.BOOLEAN, "printer-is-accepting-jobs", b"\x01"),
                _attribute(_Tag.TEXT, "printer-info", name.encode()),
                _attribute(_Tag.TEXT, "printer-make-and-model", b"Invented"),
                _attribute(_Tag.KEYWORD, "printer-state-reasons", b"none"),
            )
        )


@contextmanager
def print_server(**printers: Manner) -> Iterator[PrintServer]:
    """Open a server with these printers, at a port that the system chooses."""
    server = PrintServer(printers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            if self.headers.get("Expect", "").lower() == "100-continue":
                self.send_response_only(100)
                self.end_headers()
            self._send(200, server.answer(self._body()))

        def do_GET(self) -> None:
            self._send(404, b"")

        def log_message(self, *_: object) -> None:
            pass

        def _body(self) -> bytes:
            if "Content-Length" in self.headers:
                return self.rfile.read(int(self.headers["Content-Length"]))
            chunks = []
            while size := int(self.rfile.readline(), 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server.port = listening.server_port
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()


def _named_in(request: bytes) -> str:
    """Return the printer that a request is about, "" for none."""
    found = request.find(_NAMED)
    if found < 0:
        return ""
    at = found + len(_NAMED)
    (size,) = struct.unpack(">H", request[at : at + 2])
    return request[at + 2 : at + 2 + size].rpartition(b"/printers/")[2].decode()


def _attribute(tag: _Tag, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value


def _answer(number: int, status: int, groups: bytes = b"") -> bytes:
    spoken = _attribute(_Tag.CHARSET, "attributes-charset", b"utf-8")
    spoken += _attribute(_Tag.LANGUAGE, "attributes-natural-language", b"en")
    head = struct.pack(">BBHI", 2, 0, status, number)
    return head + bytes([_Tag.OPERATION]) + spoken + groups + bytes([_Tag.END])


_JOB: Final = (
    bytes([_Tag.JOB])
    + _attribute(_Tag.INTEGER, "job-id", struct.pack(">I", 1))
    + _attribute(_Tag.ENUM, "job-state", struct.pack(">I", 9))
    + _attribute(_Tag.URI, "job-uri", b"ipp://127.0.0.1/jobs/1")
)
