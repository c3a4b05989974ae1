"""`kiosk appointments watch`: what is put into the folder is taken in, once it is whole."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.clock import now_utc
from kiosk.commands.watched_list import look_at, take
from kiosk.commands.watching import _Watch
from kiosk.ledger.errors import LedgerBusyError
from kiosk.ledger.ledger import Ledger
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk


@pytest.fixture
def folder(premises: Premises) -> Path:
    folder = premises.folder / "eingang"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(premises: Premises, folder: Path) -> _Watch:
    return _Watch(premises.file(), folder)


def put(premises: Premises, folder: Path, name: str = "termine.csv", *entries: Entry) -> Path:
    return premises.write_list(*(entries or (Entry("AZ-1"),))).rename(folder / name)


def names_in(folder: Path) -> list[str]:
    """Return what lies there, less the times at which it was taken in."""
    return sorted(each.name.partition(" ")[2] for each in folder.iterdir())


def known(premises: Premises) -> int:
    with premises.ledger() as ledger:
        return len(ledger.by_external_id(["AZ-1", "AZ-2"]))


def test_a_list_is_taken_in_at_the_second_look_and_lies_in_done_with_its_report(
    premises: Premises, folder: Path, watching: _Watch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(premises, folder, "Erika.csv")
    watching.look()
    assert known(premises) == 0
    watching.look()
    assert known(premises) == 1
    assert names_in(folder / "done") == ["Erika.csv", "Erika.csv.txt"]
    (report,) = (folder / "done").glob("*.txt")
    assert "1 new" in report.read_text(encoding="utf-8").splitlines()[0]
    said = capsys.readouterr().out
    assert "taken in: 1 new" in said
    assert "Erika" not in said


def test_a_list_with_faults_lies_in_failed_with_all_of_them(
    premises: Premises, folder: Path, watching: _Watch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.csv").write_text("ID;Datum;Uhrzeit;Bereich\n1;Erika;9:00;benefits\n2;20.09.2021;9;küche\n")
    watching.look()
    watching.look()
    assert names_in(folder / "failed") == ["a.csv", "a.csv.txt"]
    (report,) = (folder / "failed").glob("*.txt")
    assert [line.partition(":")[0] for line in report.read_text(encoding="utf-8").splitlines()[1:]] == [
        "line 2, Datum", "line 3, Uhrzeit", "line 3, Bereich",
    ]  # fmt: skip
    assert known(premises) == 0
    assert "3 faults, nothing was changed" in (said := capsys.readouterr().out)
    assert "Erika" not in said


def test_a_file_that_still_grows_is_waited_for(premises: Premises, folder: Path, watching: _Watch) -> None:
    whole = put(premises, folder, "a.csv", Entry("AZ-1"), Entry("AZ-2"))
    text = whole.read_bytes()
    for length in (20, 60, len(text)):
        whole.write_bytes(text[:length])
        watching.look()
        assert known(premises) == 0
    watching.look()
    assert known(premises) == 2


def test_what_is_not_finished_or_no_file_is_left_alone(folder: Path) -> None:
    for name in (".hidden.csv", "~lock.csv", "a.csv.part", "b.csv.TMP"):
        (folder / name).touch()
    (folder / "done").mkdir()
    assert look_at(folder) == {}


def test_the_same_name_may_come_again(premises: Premises, folder: Path, watching: _Watch) -> None:
    for party in (1, 2):
        put(premises, folder, "a.csv", Entry("AZ-1", party=party))
        watching.look()
        watching.look()
    assert names_in(folder / "done") == ["a.csv", "a.csv", "a.csv.txt", "a.csv.txt"]


def test_a_list_waits_for_a_ledger_that_is_away_and_that_is_told_once(
    premises: Premises,
    folder: Path,
    watching: _Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def away(*_: object) -> None:
        raise LedgerBusyError("The ledger is locked.")

    put(premises, folder)
    with monkeypatch.context() as trouble:
        trouble.setattr(Ledger, "apply", away)
        for _ in range(3):
            watching.look()
    assert capsys.readouterr().out.count("The ledger is locked.") == 1
    watching.look()
    assert known(premises) == 1


def test_a_list_that_was_taken_in_before_a_crash_is_only_moved(premises: Premises, folder: Path) -> None:
    list_file = put(premises, folder)
    kept = list_file.read_bytes()
    with premises.ledger() as ledger:
        take(list_file, ledger, premises.file(), now_utc())
        list_file.write_bytes(kept)
        again = take(list_file, ledger, premises.file(), now_utc())
    assert (again.is_taken_in, again.told) == (True, "1 unchanged")


def test_a_file_that_cannot_be_read_is_told_once_and_tried_again(
    premises: Premises,
    folder: Path,
    watching: _Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def forbidden(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    put(premises, folder)
    with monkeypatch.context() as trouble:
        trouble.setattr(Path, "read_bytes", forbidden)
        for _ in range(3):
            watching.look()
    assert capsys.readouterr().out.count("a list cannot be read or moved: Permission denied") == 1
    watching.look()
    assert known(premises) == 1


def test_people_and_lists_whose_time_is_over_go_with_the_first_look_of_a_day(
    premises: Premises, folder: Path
) -> None:
    (folder / "done").mkdir()
    old = folder / "done" / "20210920-093000-1 a.csv"
    old.write_text("Erika")
    os.utime(old, (0, 0))
    with premises.office.open("a", encoding="utf-8") as file:
        file.write('[lists]\nfolder = "eingang"\n')
    _Watch(premises.file(), folder).look()
    assert not old.exists()


def test_folder_may_be_looked_at_once(kiosk: Kiosk, premises: Premises, folder: Path) -> None:
    put(premises, folder)
    done = kiosk("appointments", "watch", "--once", folder)
    assert (done.exit_code, known(premises)) == (0, 1)
    assert "no more lists are taken in" in done.stdout
    (folder / "b.csv").write_text("Augenfarbe\n")
    assert kiosk("appointments", "watch", "--once", folder).exit_code == 1


def test_folder_has_to_be_named_and_to_be_there(kiosk: Kiosk) -> None:
    assert kiosk("appointments", "watch").exit_code == 2
    assert "there is no folder nowhere" in kiosk("appointments", "watch", "nowhere").stderr


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=100).map(lambda text: f"ID;Datum;Uhrzeit;Bereich\n{text}".encode(errors="replace")),
        st.binary(max_size=100).map(lambda data: b"BEGIN:VCALENDAR\r\n" + data),
    )
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_taken_in_or_told_with_a_place_and_nothing_of_them_stays(
    premises: Premises, data: bytes
) -> None:
    file = premises.folder / "a.bin"
    file.write_bytes(data)
    long_ago, far_off = (datetime(year, 1, 1, tzinfo=UTC) for year in (1990, 2110))
    with premises.ledger() as ledger:
        before = ledger.appointments(long_ago, far_off)
        taken = take(file, ledger, premises.file(), now_utc())
        after = ledger.appointments(long_ago, far_off)
    where = premises.folder / ("done" if taken.is_taken_in else "failed")
    (report,) = where.glob(f"{taken.name} *.txt")
    lines = report.read_text(encoding="utf-8").splitlines()
    assert taken.is_taken_in or any(line.startswith("line ") for line in lines)
    assert taken.is_taken_in or after == before
