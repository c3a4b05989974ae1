"""From the office's list to the visitor who is let in: the program itself, with pictures as its camera."""

import json
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.end2end.conftest import GUESTS
from tests.end2end.program import Desk, wait_until


def _film(desk: Desk, *ids: str) -> Path:
    """Return a folder of pictures in which these letters are held up, for most of a second each."""
    folder = desk.premises.folder / f"film of {' and '.join(ids)}"
    folder.mkdir()
    for number, id_ in enumerate(ids):
        for copy in range(8):
            shutil.copy(desk.premises.folder / "pictures" / f"{id_}.png", folder / f"{number}-{copy}.png")
    return folder


def _reasons(desk: Desk) -> list[str]:
    events = [json.loads(line) for line in desk.call("events", "--json").stdout.splitlines()]
    return [event["answer"]["reason"] for event in events if event["answer"]]


def _verified(desk: Desk) -> bool:
    return desk.call("verify").returncode == 0


def test_letter_goes_from_the_list_to_the_verdict_at_the_door_and_the_count_is_right(desk: Desk) -> None:
    with desk.open_door("main", _film(desk, "AZ-300", "AZ-100")) as door:
        wait_until(lambda: desk.premises.reasons() == ["too_early", "admitted"], "both letters are answered")
        assert door.end(signal.SIGTERM) == 0
        assert "Traceback" not in door.complained()
    assert _reasons(desk) == ["too_early", "admitted"]
    status = json.loads(desk.call("status", "--json").stdout)
    assert (status["inside"], status["cap"], status["areas"]["benefits"]["inside"]) == (2, 3, 2)
    shown = desk.call("scan", "--door", "main", "pictures/AZ-200.png")
    assert json.loads(shown.stdout)["reason"] == "wrong_door"
    assert desk.call("verify").stdout.startswith("the ledger holds: ")
    assert _who_is_named(desk) == []


def _who_is_named(desk: Desk) -> list[str]:
    """Return the parts of names that stand in a log, in an event, or in anything that the program said."""
    with closing(sqlite3.connect(desk.premises.database)) as connection:
        bodies = [body for (body,) in connection.execute("SELECT body FROM event")]
    logs = [path.read_text(encoding="utf-8") for path in desk.premises.folder.glob("*.log*")]
    assert logs
    everything = "\n".join([*desk.heard, *bodies, *logs])
    secrets = [part for guest in GUESTS for part in (*guest.name.split(), *guest.contact.split("@")) if part]
    return [part for part in secrets if part in everything]


def test_second_door_shares_the_count_with_the_first_and_ctrl_c_ends_both(desk: Desk) -> None:
    with desk.open_door("main", _film(desk, "AZ-100")) as main:
        wait_until(lambda: desk.premises.reasons() == ["admitted"], "two people are let in at the main door")
        with desk.open_door("side", _film(desk, "AZ-200")) as side:
            wait_until(
                lambda: desk.premises.reasons() == ["admitted", "building_full"], "the side door says: full"
            )
            assert side.end(signal.SIGINT) == 0
        assert main.end(signal.SIGINT) == 0
        assert "Traceback" not in main.complained() + side.complained()
    assert "ready to scan" in desk.premises.log("main").read_text()
    assert "ready to scan" in desk.premises.log("side").read_text()
    status = json.loads(desk.call("status", "--json").stdout)
    assert (status["inside"], [place["number"] for place in status["line"]]) == (2, [1])
    assert _verified(desk)


def test_garbled_database_admits_nobody_asks_the_staff_and_is_known_again_when_restored(desk: Desk) -> None:
    with desk.open_door("main", _film(desk, "AZ-300")) as door:
        wait_until(lambda: desk.premises.reasons() == ["too_early"], "the door answers")
        whole = desk.premises.database.read_bytes()
        desk.premises.database.write_bytes(b"no page of a database " * 2000)
        wait_until(lambda: "the door asks the staff" in door.complained(), "the door asks the staff")
        assert door.runs()
        desk.premises.database.write_bytes(whole)
        wait_until(lambda: "the door answers again" in door.complained(), "the door answers again")
        assert door.end() == 0
    (line,) = [line for line in desk.premises.log().read_text().splitlines() if "asks the staff" in line]
    assert " ERROR " in line
    assert str(desk.premises.database) in line
    assert "restore the last backup" in line
    assert "Traceback" not in door.complained()
    assert _reasons(desk) == ["too_early"]
    assert _verified(desk)


def test_door_opens_without_its_camera_and_says_so_in_the_log(desk: Desk) -> None:
    with desk.running("run", "--door", "main", "--camera", "97", "--windowed") as door:
        wait_until(lambda: "camera" in door.complained(), "the log tells of the camera")
        wait_until(lambda: len(desk.premises.events()) == 1, "the ledger is open all the same")
        assert door.runs()
        assert door.end() == 0
    assert "device 97" in desk.premises.log().read_text()
    assert "Traceback" not in door.complained()
