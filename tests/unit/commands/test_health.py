"""`kiosk check-config` and `kiosk doctor`: what they print, and when they end with a fault."""

import errno
import json
import os
from pathlib import Path

import pytest

from kiosk.commands import health
from kiosk.commands.exits import Exit
from kiosk.doctor import Finding, Level
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk


def test_right_file_is_summed_up(kiosk: Kiosk) -> None:
    called = kiosk("check-config")
    assert called.exit_code == 0
    assert (
        called.stdout == "office.toml is right: Amt Musterstadt, 2 areas, 2 doors, cap 3 today by this file\n"
    )


def test_shipped_office_is_right(kiosk: Kiosk) -> None:
    sample = Path(health.__file__).parent.parent / "resources" / "office" / "dessau-rosslau.toml"
    told = kiosk("check-config", "--office", sample).stdout
    assert "4 areas, 2 doors, cap 25 today by this file" in told
    # It speaks all languages that it offers.
    assert "note:" not in told


def test_a_file_that_this_user_may_not_read_is_told_with_the_mend(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_access, real_read = os.access, Path.read_bytes

    # The tests may run as root, who may read everything.
    def read(path: Path) -> bytes:
        if path == premises.office:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_read(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(
        os, "access", lambda path, mode, **more: "office" not in str(path) and real_access(path, mode, **more)
    )
    called = kiosk("check-config")
    assert called.exit_code == Exit.OFFICE_FILE
    assert "it cannot be read: Permission denied" in called.stderr
    assert "start the program as the user whose file it is" in called.stderr


@pytest.mark.usefixtures("premises")
def test_doctor_examines_machine_and_office(kiosk: Kiosk) -> None:
    called = kiosk("doctor", "--json")
    findings = json.loads(called.stdout)
    assert {finding["level"] for finding in findings} <= {"ok", "warning", "fault"}
    assert called.exit_code == (1 if any(finding["level"] == "fault" for finding in findings) else 0)
    assert all(finding["checked"] and finding["found"] for finding in findings)
    assert all(finding["mend"] for finding in findings if finding["level"] != "ok")
    assert any("Amt Musterstadt" in finding["found"] for finding in findings)


def test_doctor_without_an_office_examines_the_machine_and_says_so(kiosk: Kiosk, premises: Premises) -> None:
    premises.office.unlink()
    called = kiosk("doctor")
    assert "There is no office.toml: the office was not examined. Name its file by --office." in called.stdout
    assert not premises.database.exists()


@pytest.mark.parametrize(
    ("levels", "code"), [([Level.OK, Level.WARNING], 0), ([Level.OK, Level.FAULT], 1), ([], 0)]
)
def test_only_a_fault_makes_the_doctor_end_with_1(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, levels: list[Level], code: int
) -> None:
    findings = tuple(Finding("the disk", level, "[/tmp] is full", "Free [some] space.") for level in levels)
    monkeypatch.setattr(health, "examine", lambda *_: findings)
    called = kiosk("doctor")
    assert called.exit_code == code
    assert called.stdout.count("[/tmp] is full") == len(levels)
    assert called.stdout.count("Free [some] space.") == len(levels)
