"""`kiosk run --serve`: the page beside a door comes back when it was killed, and never outlives the door."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests.end2end.program import Desk, Running, wait_until
from tests.premises import make_premises


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _is_well(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _pages_of(door: Running) -> list[int]:
    """Return the processes that the door has started to serve its page."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue  # it has ended meanwhile
        if parent == door.process.pid and b"serve" in words:
            found.append(int(process.name))
    return found


@contextmanager
def _door_with_page(folder: Path) -> Iterator[tuple[Running, int]]:
    desk, port = Desk(make_premises(folder), own_terminal=True), _free_port()
    beside = ("--serve", port, "--camera", "none", "--windowed")
    with desk.running("run", "--door", "main", *beside) as door:
        wait_until(lambda: _is_well(port) or not door.runs(), "the page beside the door is served")
        assert door.runs(), door.complained()
        yield door, port


@pytest.mark.slow
def test_page_comes_back_when_it_was_killed_and_ctrl_c_ends_both_cleanly(tmp_path: Path) -> None:
    with _door_with_page(tmp_path / "office") as (door, port):
        (first,) = _pages_of(door)
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: _pages_of(door) not in ([], [first]) and _is_well(port), "the page is there again")
        (second,) = _pages_of(door)
        # As the terminal does it: to the door and to its page at once.
        os.killpg(door.process.pid, signal.SIGINT)
        assert door.wait() == 0, door.complained()
        assert not _runs(second)
        assert not _is_well(port)
        assert "Traceback" not in door.complained()
        assert door.complained().count("the manager's page has ended") == 1


@pytest.mark.slow
def test_page_ends_with_a_door_that_was_killed(tmp_path: Path) -> None:
    with _door_with_page(tmp_path / "office") as (door, port):
        (page,) = _pages_of(door)
        door.end(signal.SIGKILL)
        wait_until(lambda: not _is_well(port), "the page is served no more")
        wait_until(lambda: not _runs(page), "the page has ended")


def _runs(process: int) -> bool:
    """Say whether a process runs; one that has ended may wait there for somebody to take note."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
