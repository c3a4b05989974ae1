"""A ledger that is lost, before the program starts or while it runs, is told and not begun anew."""

import re
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.end2end.program import Desk, wait_until
from tests.staffed_premises import come_in, make_staffed

_LEDGER_FAILS = 4
_DOOR = ("run", "--door", "main", "--camera", "none", "--windowed")


@pytest.mark.timeout(300)  # the program starts three times, on a machine that is busy with other things
def test_a_lost_ledger_is_told_and_not_begun_anew(tmp_path: Path) -> None:
    premises = make_staffed(tmp_path / "office")
    with premises.ledger() as ledger:
        come_in(ledger, 3)
    desk = Desk(premises)
    whole = premises.database.read_bytes()
    with desk.running("serve", "--port", "0") as page:
        wait_until(lambda: "the manager's page is at" in page.said() or not page.runs(), "the page is served")
        port = int(re.findall(r":(\d+)/", page.said())[0])
        assert _health(port) == "ok"
        premises.database.write_bytes(b"")
        wait_until(lambda: "restore the last backup" in page.complained(), "the page says what to do")
        assert _health(port) != "ok"
        called = desk.call("status")
        assert (called.returncode, "is gone" in called.stderr) == (_LEDGER_FAILS, True), called
        with desk.running(*_DOOR) as door:
            wait_until(lambda: "is gone" in door.complained(), "a door that starts says what to do")
            assert _health(port) != "ok"
            assert premises.database.read_bytes() == b""
            premises.database.write_bytes(whole)
            wait_until(lambda: "ready to scan" in door.complained(), "the door opens")
            assert door.end() == 0
        wait_until(lambda: _health(port) == "ok", "the page goes on")
        premises.database.rename(tmp_path / "unmounted")
        wait_until(lambda: "was moved" in page.complained(), "the page says that the file was taken away")
        assert _health(port) != "ok"
        assert not premises.database.exists()
        (tmp_path / "unmounted").rename(premises.database)
        wait_until(lambda: _health(port) == "ok", "the page goes on")
        assert page.end() == 0
    with premises.ledger() as ledger:
        assert ledger.house().inside == 3


def _health(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().read().decode().strip()
    finally:
        connection.close()
