import os
import sys
import zoneinfo
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.doctor import clock
from kiosk.doctor.finding import Level

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "last_event_at", "level"),
    [
        (NOW, None, Level.OK),
        (NOW, NOW - timedelta(days=1), Level.OK),
        (NOW, NOW + clock.TOLERANCE, Level.OK),
        (NOW, NOW + timedelta(minutes=1), Level.FAULT),
        (datetime(1970, 1, 1, tzinfo=UTC), None, Level.FAULT),
        (datetime(2100, 1, 1, tzinfo=UTC), None, Level.FAULT),
    ],
)
def test_the_clock_is_judged_by_the_calendar_and_the_ledger(
    now: datetime, last_event_at: datetime | None, level: Level
) -> None:
    assert clock.shown_time(now, last_event_at).level is level


def test_a_clock_that_is_behind_says_by_how_much() -> None:
    finding = clock.shown_time(NOW, NOW + timedelta(hours=1))
    assert finding.found == "it shows 2026-03-02T09:00:00+00:00, 1:00:00 before the last event of the ledger"


@pytest.mark.parametrize(("answer", "level"), [("yes", Level.OK), ("no", Level.WARNING), ("", Level.WARNING)])
def test_systemd_says_whether_the_clock_is_kept(tmp_path: Path, answer: str, level: Level) -> None:
    assert clock.kept_time(tmp_path / "synchronized", lambda: answer).level is level


def test_the_mark_of_timesyncd_is_enough(tmp_path: Path) -> None:
    assert clock.kept_time(tmp_path, lambda: "no").level is Level.OK


@pytest.mark.skipif(sys.platform != "linux", reason="timedatectl is a command of Linux")
@pytest.mark.parametrize(
    ("script", "level"),
    [
        ("echo yes", Level.OK),
        ("echo no", Level.WARNING),
        ("echo 'not booted with systemd' >&2; exit 1", Level.WARNING),
        (None, Level.WARNING),
    ],
)
def test_every_answer_of_timedatectl_is_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, level: Level
) -> None:
    if script is not None:
        (tmp_path / "timedatectl").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "timedatectl").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(clock, "_SYNCHRONIZED_MARK", tmp_path / "synchronized")
    findings = {finding.checked: finding for finding in clock.examine_clock(NOW, None)}
    assert findings["clock by NTP"].level is level


def test_a_command_that_cannot_be_started_gives_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "timedatectl").write_bytes(b"\x7fELF")
    (tmp_path / "timedatectl").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep)
    monkeypatch.setattr(clock, "_SYNCHRONIZED_MARK", tmp_path / "synchronized")
    findings = {finding.checked: finding for finding in clock.examine_clock(NOW, None)}
    assert findings["clock by NTP"].found == "this system does not tell whether it is kept by NTP"


def test_a_machine_that_knows_no_time_zones_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clock.time_zone_data().level is Level.OK
    for package in ("tzdata", "tzdata.zoneinfo", "tzdata.zoneinfo.Europe"):
        monkeypatch.setitem(sys.modules, package, None)
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([])
    try:
        finding = clock.time_zone_data()
    finally:
        zoneinfo.reset_tzpath(before)
    assert (finding.level, finding.found) == (Level.FAULT, "the machine has none")
