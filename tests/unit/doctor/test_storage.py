import errno
import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk import doctor
from kiosk.config import OfficeFile, load_office_file
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import DayEnded
from kiosk.core.person import Person
from kiosk.core.rights import Role
from kiosk.core.staff import draw_pin
from kiosk.doctor import examine, storage
from kiosk.doctor.finding import Finding, Level
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ledger.ledger import Ledger
from tests.building import an_appointment, an_event, at
from tests.unit.config.written_office import OFFICE

MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory is what the test is about


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    path = tmp_path / "office.toml"
    path.write_text(OFFICE, encoding="utf-8")
    return load_office_file(path)


def open_ledger(office: OfficeFile) -> Ledger:
    return Ledger.open(office.database_url, office.key_file)


def test_each_problem_of_the_office_file_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(OFFICE.replace("25 min", "x").replace("direction =", "dirction ="), encoding="utf-8")
    office, findings = storage.read_office_file(path)
    assert office is None
    assert [finding.level for finding in findings] == [Level.FAULT] * 3


def test_a_key_file_of_its_owner_is_well(office: OfficeFile) -> None:
    open_ledger(office).close()
    assert storage.key_file(office.key_file, needed=True).level is Level.OK


def test_a_key_file_that_is_missing_is_a_fault_once_there_is_a_ledger(tmp_path: Path) -> None:
    assert storage.key_file(tmp_path / "kiosk.key", needed=False).level is Level.WARNING
    assert storage.key_file(tmp_path / "kiosk.key", needed=True).level is Level.FAULT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in other ways")
@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_key_file_that_others_can_read_is_a_fault(office: OfficeFile, mode: int) -> None:
    open_ledger(office).close()
    office.key_file.chmod(mode)
    finding = storage.key_file(office.key_file, needed=True)
    assert finding.level is Level.FAULT
    assert finding.mend == f"chmod 600 '{office.key_file}'"


@pytest.mark.parametrize("content", [b"", b"too short", bytes(33)])
def test_a_key_file_that_holds_no_key_is_a_fault(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kiosk.key"
    path.write_bytes(content)
    path.chmod(0o600)
    assert storage.key_file(path, needed=True).level is Level.FAULT


def test_a_key_file_that_cannot_be_reached_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert storage.key_file(tmp_path / "file" / "kiosk.key", needed=True).level is Level.FAULT


def add_an_admin(office: OfficeFile) -> None:
    opened = open_ledger(office)
    given = Credentials(draw_pin(lambda _: 7), None)
    key = opened.pin_key(office.pin_key_file)
    add_member(opened, key, Newcomer(None, "", Role.ADMIN), given, None, at("08:00"))
    opened.close()


def test_the_key_of_the_pins_is_missed_once_somebody_has_a_pin(office: OfficeFile) -> None:
    assert storage.ledger(office, at("10:00")).pin_key.level is Level.WARNING
    open_ledger(office).close()
    assert storage.ledger(office, at("10:00")).pin_key.level is Level.WARNING
    assert not office.pin_key_file.exists()
    add_an_admin(office)
    assert storage.ledger(office, at("10:00")).pin_key.level is Level.OK
    office.pin_key_file.unlink()
    missing = storage.ledger(office, at("10:00")).pin_key
    assert (missing.checked, missing.level) == ("PIN key file", Level.FAULT)
    assert "nobody of the staff can sign in" in missing.found


def test_a_ledger_that_has_a_key_and_no_file_is_a_fault_and_is_not_made(office: OfficeFile) -> None:
    open_ledger(office).close()
    file = Path(office.database_url.removeprefix("sqlite:///"))
    file.unlink()
    finding = storage.ledger(office, at("10:00")).finding
    assert (finding.level, "is gone" in finding.found, file.exists()) == (Level.FAULT, True, False)


def test_another_key_than_that_of_the_pins_is_a_fault_and_stays_as_it_is(office: OfficeFile) -> None:
    add_an_admin(office)
    office.pin_key_file.write_bytes(bytes(32))
    finding = storage.ledger(office, at("10:00")).pin_key
    assert finding.level is Level.FAULT
    assert "is another key" in finding.found
    assert office.pin_key_file.read_bytes() == bytes(32)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in other ways")
def test_a_key_of_the_pins_that_others_can_read_is_a_fault_even_without_a_ledger(office: OfficeFile) -> None:
    add_an_admin(office)
    office.pin_key_file.chmod(0o644)
    assert storage.ledger(office, at("10:00")).pin_key.mend == f"chmod 600 '{office.pin_key_file}'"
    office.key_file.unlink()
    assert storage.ledger(office, at("10:00")).pin_key.level is Level.FAULT


def test_a_ledger_that_is_not_there_yet_is_not_made(office: OfficeFile) -> None:
    examined = storage.ledger(office, at("10:00"))
    assert examined.finding.level is Level.WARNING
    assert not (office.path.parent / "kiosk.sqlite").exists()


def test_a_ledger_is_told_with_what_it_stands_on_and_its_last_event(office: OfficeFile) -> None:
    opened = open_ledger(office)
    with opened.transaction() as transaction:
        transaction.append(an_event(DayEnded(), at("10:00")))
    opened.close()
    examined = storage.ledger(office, at("10:00"))
    assert examined.finding.level is Level.OK
    assert ", 1 event, " in examined.finding.found
    assert examined.last_event_at == at("10:00")


def test_a_damaged_ledger_is_a_fault(office: OfficeFile) -> None:
    (office.path.parent / "kiosk.sqlite").write_bytes(b"this is no database" * 100)
    finding = storage.ledger(office, at("10:00")).finding
    assert finding.level is Level.FAULT
    assert "damaged" in finding.found


def test_a_ledger_that_can_only_be_read_is_a_fault(
    office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ledger(office).close()
    # The tests may run as root, who may write everything.
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    finding = storage.ledger(office, at("10:00")).finding
    assert finding.level is Level.FAULT
    assert finding.mend == f"give this user the right to write {office.path.parent / 'kiosk.sqlite'}"


def test_a_ledger_in_a_folder_that_is_closed_is_a_fault_and_not_one_that_is_not_there_yet(
    office: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_closed(_path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "exists", is_closed)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    (office.path.parent / "kiosk.sqlite").touch()
    assert storage.ledger(office, at("10:00")).finding.level is Level.FAULT


def test_a_ledger_without_its_key_is_a_fault(office: OfficeFile) -> None:
    open_ledger(office).close()
    office.key_file.unlink()
    assert storage.ledger(office, at("10:00")).finding.level is Level.FAULT


def test_a_folder_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    assert [finding.level for finding in storage.disk(tmp_path / "none")] == [Level.FAULT]


def test_a_folder_that_cannot_be_written_is_a_fault() -> None:
    if not Path("/proc").is_dir():
        pytest.skip("there is no folder here that not even root may write")
    assert storage.syncing(Path("/proc")).level is Level.FAULT


def test_a_full_disk_is_not_told_as_a_missing_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", is_full)
    assert storage.syncing(tmp_path).mend == "free some space on this disk"


@pytest.mark.parametrize(
    ("free", "level"),
    [
        (storage.LITTLE_SPACE, Level.OK),
        (storage.LITTLE_SPACE - 1, Level.WARNING),
        (storage.TOO_LITTLE_SPACE, Level.WARNING),
        (storage.TOO_LITTLE_SPACE - 1, Level.FAULT),
    ],
)
def test_little_space_is_told_before_there_is_none(tmp_path: Path, free: int, level: Level) -> None:
    assert storage.space(tmp_path, free).level is level


MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/data /mnt/the\040office nfs4 rw 0 0
overlay /mnt/container overlay rw 0 0
/dev/sdb1 /mnt/container/data xfs rw 0 0
overlay /mnt/hidden overlay rw 0 0
/dev/sdc1 /mnt/hidden ext4 rw 0 0
""".lstrip()


@pytest.mark.parametrize(
    ("folder", "level"),
    [
        ("/srv/kiosk", Level.OK),
        ("/run/kiosk", Level.FAULT),
        ("/runs", Level.OK),
        ("/mnt/the office/kiosk", Level.WARNING),
        ("/mnt/container/kiosk", Level.WARNING),
        ("/mnt/container/data", Level.OK),
        ("/mnt/hidden", Level.OK),
    ],
)
def test_the_file_system_is_that_of_the_deepest_mount(folder: str, level: Level) -> None:
    assert storage.file_system(Path(folder), MOUNTS).level is level


@pytest.mark.parametrize(
    ("seconds", "level"), [(1e-6, Level.WARNING), (1e-3, Level.OK), (0.5, Level.WARNING)]
)
def test_a_disk_that_syncs_too_fast_is_as_strange_as_one_that_is_slow(seconds: float, level: Level) -> None:
    assert storage.judge_sync(seconds).level is level


@pytest.mark.skipif(not MEMORY.is_dir(), reason="memory that poses as a disk is found on Linux")
def test_memory_is_no_disk() -> None:
    levels = {finding.checked: finding.level for finding in storage.disk(MEMORY)}
    assert levels["file system"] is Level.FAULT


def by_check(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    return {finding.checked: finding for finding in findings}


@pytest.mark.slow
def test_the_examination_goes_from_the_machine_to_the_clock(office: OfficeFile) -> None:
    opened = open_ledger(office)
    with opened.transaction() as transaction:
        transaction.append(an_event(DayEnded(), at("10:00")))
    opened.close()
    findings = by_check(examine(office.path, at("10:00") - timedelta(hours=1)))
    assert next(iter(findings)) == "program"
    assert findings["ledger"].level is findings["key file"].level is Level.OK
    assert findings["clock"].level is Level.FAULT
    assert all((finding.mend == "") is (finding.level is Level.OK) for finding in findings.values())


def test_an_examination_without_an_office_leaves_out_what_belongs_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "examine_machine", tuple)
    assert by_check(examine(None, at("10:00"))).keys() == {"clock", "clock by NTP", "time zone data"}


def test_deletion_that_has_stopped_is_a_fault_with_the_age_of_the_oldest(office: OfficeFile) -> None:
    booked = an_appointment("a", at("10:00"))
    ledger = open_ledger(office)
    ledger.apply(AppointmentChanges(new=(booked,), people={booked.id: Person("Erika Muster")}))
    ledger.close()
    for hours in (0, 13):
        finding = storage.ledger(office, at("10:00") + timedelta(hours=hours)).deletion
        assert finding is not None
        assert finding.level is Level.OK
    stopped = storage.ledger(office, at("10:00") + timedelta(days=3)).deletion
    assert stopped is not None
    assert stopped.level is Level.FAULT
    assert stopped.found == "1 person should have been deleted; the oldest came 3 days ago"
    assert "kiosk privacy purge" in stopped.mend


def test_lists_and_letters_that_lie_too_long_are_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(OFFICE + '[privacy]\nletter_folders = ["letters"]\n', encoding="utf-8")
    office = load_office_file(path)
    open_ledger(office).close()
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "2021-09-19_0930_benefits_1.pdf").touch()
    (tmp_path / "letters" / "notes.txt").touch()
    finding = storage.ledger(office, at("10:00")).deletion
    assert finding is not None
    assert (finding.level, finding.found) == (
        Level.WARNING,
        "1 list or letter lies there for too long",
    )
