"""The demo, offscreen: simulated visitors before the real program, which leaves a ledger that holds."""

import json
import re
import signal
import socket
from pathlib import Path

import httpx
import pytest

from tests.end2end.program import Desk, wait_until
from tests.premises import Premises, make_premises

# More than a hundred letters are made and read back before the door opens: ten seconds on an idle machine.
_STAGE_PATIENCE = 240.0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def is_served(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_demo_ends_by_itself_and_leaves_entries_exits_refusals_a_line_and_pictures(tmp_path: Path) -> None:
    desk = Desk(make_premises(tmp_path))
    office = Premises(tmp_path / "demo")
    port = free_port()
    call = f"demo --offscreen --minutes 0.6 --speed 6 --screenshots pictures --dir demo --desk --serve {port}"
    with desk.running(*call.split()) as demo:
        wait_until(
            lambda: "The ledger:" in demo.said(), "the demo has set its stage", patience=_STAGE_PATIENCE
        )
        wait_until(lambda: is_served(port) or not demo.runs(), "the page is served")
        assert demo.runs()
        assert demo.wait(patience=120.0) == 0
    assert "The ledger holds:" in demo.said()
    assert re.search(r"^  31  \d{6}  desk$", demo.said(), re.MULTILINE)
    assert re.search(r"^  \d+  \d{6}  manager$", demo.said(), re.MULTILINE)
    assert not is_served(port)
    assert "Traceback" not in demo.complained()
    assert len(list((office.folder / "letters").glob("*.pdf"))) >= 60

    desk = Desk(office)
    assert desk.call("verify").returncode == 0
    events = [json.loads(line) for line in desk.call("events", "--json").stdout.splitlines()]
    happened = {event["what"]["kind"] for event in events}
    assert happened >= {"entered", "exited", "declined", "queued"}
    told = {event["answer"]["reason"] for event in events if event["answer"]}
    assert told >= {"admitted", "left", "too_early"}
    assert told & {"building_full", "area_full", "not_your_turn"}
    pictures = [path.name for path in (tmp_path / "pictures").iterdir()]
    assert any("admitted" in name for name in pictures)
    assert all((tmp_path / "pictures" / name).read_bytes().startswith(b"\x89PNG") for name in pictures)


def test_demo_is_interrupted_while_it_sets_its_stage(tmp_path: Path) -> None:
    desk = Desk(make_premises(tmp_path))
    with desk.running("demo", "--offscreen", "--dir", "demo") as demo:
        wait_until(lambda: any(tmp_path.glob("demo/letters/*.pdf")), "the first letter is written")
        assert demo.end(signal.SIGINT) == 130
    assert "Traceback" not in demo.complained()
    assert Desk(Premises(tmp_path / "demo")).call("verify").returncode == 0


def test_demo_leaves_a_folder_alone_that_holds_something(tmp_path: Path) -> None:
    desk = Desk(make_premises(tmp_path))
    called = desk.call("demo", "--offscreen", "--dir", ".")
    assert called.returncode == 2
    assert "is not empty" in called.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["office.toml"]
