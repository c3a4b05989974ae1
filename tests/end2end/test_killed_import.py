"""An import that is killed at any moment, as by a power cut, has taken in its list whole or not at all."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.end2end.program import PATIENCE, wait_until
from tests.premises import Entry, Premises, make_premises

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and kills as Linux does")

_KILLED = Path(__file__).with_name("killed_import.py")
_PROGRAM = (sys.executable, "-P", "-m", "kiosk")


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    """An office that knows two appointments and one person."""
    premises = make_premises(tmp_path / "office")
    listed = premises.write_list(Entry("AZ-1", name="Max Beispiel"), Entry("AZ-2"))
    command = [*_PROGRAM, "appointments", "import", "--office", str(premises.office), str(listed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return premises


def _write_newer_list(premises: Premises, more: int = 50) -> Path:
    """Write a list that moves one appointment, cancels another, and brings new ones with names."""
    new = (Entry(f"NEU-{number}", minutes=5 + number % 60, name="Erika Beispiel") for number in range(more))
    moved, cancelled = Entry("AZ-1", minutes=90, name="Erika Muster"), Entry("AZ-2", status="abgesagt")
    return premises.write_list(moved, cancelled, *new)


def _book(premises: Premises) -> tuple[object, ...]:
    """Return all that the book of appointments holds, less the ids that are made anew each time."""
    with closing(sqlite3.connect(premises.database)) as file:
        return tuple(
            file.execute(
                "SELECT external_id, starts_at, status, name FROM appointment "
                "LEFT JOIN person ON person.appointment = appointment.id ORDER BY external_id"
            ).fetchall()
        )


@pytest.mark.parametrize("moment", ["reading", "1", "3", "5", "committed"])
def test_an_import_that_is_killed_is_whole_or_was_never(premises: Premises, moment: str) -> None:
    before, listed = _book(premises), _write_newer_list(premises)
    command = [sys.executable, str(_KILLED), str(premises.office), str(listed), moment]
    killed = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, timeout=PATIENCE)
    assert killed.returncode == -signal.SIGKILL
    after = _book(premises)
    assert (after == before) == (moment != "committed")
    command = [*_PROGRAM, "appointments", "import", "--office", str(premises.office), str(listed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    whole = _book(premises)
    assert len(whole) == 52
    assert moment != "committed" or whole == after


def _has_the_ledger_open(pid: int) -> bool:
    """Say whether a process has come to the ledger: it is ready for Ctrl-C before."""
    return any("kiosk.sqlite" in each for each in _open_files(pid))


def _open_files(pid: int) -> Iterator[str]:
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # it was closed meanwhile
            yield str(each.readlink())


def test_ctrl_c_ends_an_import_with_a_word_and_nothing_of_the_list(premises: Premises) -> None:
    before, listed = _book(premises), _write_newer_list(premises)
    with closing(sqlite3.connect(premises.database, isolation_level=None)) as somebody_else:
        # The import waits for this lock when it is interrupted.
        somebody_else.execute("BEGIN EXCLUSIVE")
        command = [*_PROGRAM, "appointments", "import", "--office", str(premises.office), str(listed)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            wait_until(lambda: _has_the_ledger_open(process.pid), "the import has begun")
            process.send_signal(signal.SIGINT)
            _, complained = process.communicate(timeout=PATIENCE)
    assert process.returncode in {130, 4}
    assert b"Traceback" not in complained
    assert _book(premises) == before


def test_a_watched_folder_survives_a_kill_and_ends_cleanly(premises: Premises) -> None:
    folder = premises.folder / "eingang"
    folder.mkdir()
    command = [*_PROGRAM, "appointments", "watch", "--office", str(premises.office), str(folder)]
    out = premises.folder / "said.txt"
    for end, code in ((signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 0), (signal.SIGTERM, 0)):
        listed = _write_newer_list(premises).rename(folder / f"{end.name}.csv")
        with out.open("wb") as said:
            process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
            wait_until(lambda listed=listed: not listed.exists(), "the list is taken in")  # type: ignore[misc] # no type for its default
            process.send_signal(end)
            assert process.wait(timeout=PATIENCE) == code
        assert "Traceback" not in out.read_text(encoding="utf-8")
    done = {each.name.partition(" ")[2] for each in (folder / "done").iterdir()}
    assert done >= {"SIGKILL.csv", "SIGINT.csv", "SIGTERM.csv"}
    assert len(_book(premises)) == 52
