"""How commands are called: help, wrong calls, and what every command says of a file or a door it lacks."""

import contextlib
import signal
from pathlib import Path

import pytest
import typer

from kiosk.commands.exits import Exit, interruptible
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk

COMMANDS = (
    "demo",
    "run",
    "panel",
    "desk",
    "board",
    "serve",
    "decode",
    "past",
    "day-report",
    "replay",
    "forecast",
    "privacy report",
    "privacy purge",
    "camera list",
    "camera check",
    "camera test-letter",
    "rules list",
    "rules enter",
    "rules preview",
    "rules confirm",
    "rules withdraw",
    "rules keep",
    "appointments watch",
    "appointments import",
    "letters",
    "letters preview",
    "letters template",
    "languages list",
    "languages start",
    "languages check",
    "mail send",
    "mail run",
    "mail status",
    "scan",
    "status",
    "events",
    "verify",
    "audit",
    "staff add",
    "staff disable",
    "staff reset-pin",
    "staff list",
    "check-config",
    "doctor",
    "stop-admission",
    "resume-admission",
    "end-day",
    "confirm-clock",
)
CALLS = (
    "run --door main --camera none",
    "appointments import termine.csv",
    "letters --day 2021-09-20 --out letters",
    "languages list",
    "scan --door main JC1",
    "status",
    "events",
    "verify",
    "audit --day 2021-09-20",
    "past --from 2021-09-20",
    "day-report --day 2021-09-20 --pdf report.pdf",
    "replay --day 2021-09-20 --cap 25",
    "forecast",
    "rules list",
    "privacy report",
    "staff add --role admin",
    "staff disable berger",
    "staff reset-pin berger",
    "staff list",
    "check-config",
    "stop-admission Pause",
    "resume-admission",
    "end-day",
    "confirm-clock",
)
CALLS_WITH_A_LEDGER = tuple(
    call for call in CALLS if call.split()[0] not in ("run", "check-config", "languages")
)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_shows_how_it_is_called(kiosk: Kiosk, command: str) -> None:
    shown = kiosk(*command.split(), "--help")
    assert shown.exit_code == 0
    assert "For example:" in shown.stdout
    examples = shown.stdout.split("For example:")[1].partition("╭")[0]
    assert f"kiosk {command}" in examples
    # A terminal of 80 columns shows each on one line, to be copied.
    assert [line for line in examples.splitlines() if len(line.rstrip()) > 79] == []


def test_program_without_a_command_lists_all_commands(kiosk: Kiosk) -> None:
    shown = kiosk().output
    assert [command for command in COMMANDS if command.split()[0] not in shown] == []


def test_version_is_told(kiosk: Kiosk) -> None:
    assert kiosk("--version").stdout.startswith("kiosk 0.")


@pytest.mark.parametrize(
    "call", ["scan --door main", "letters --day 2021-09-20", "run", "events --last 0", "fly", "status --loud"]
)
def test_call_that_is_wrong_ends_with_2(kiosk: Kiosk, call: str) -> None:
    called = kiosk(*call.split())
    assert called.exit_code == 2
    assert "Usage" in called.stderr


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("replay --day 2021-09-20 --cap 0", "'0' is not a whole number of 1 or more"),
        ("replay --day 2021-09-20 --cap many", "'many' is not a whole number of 1 or more"),
        ("serve --port 65536", "'65536' is not a whole number from 0 to 65535"),
        ("camera check --seconds nan", "'nan' is not a number from 0.1 to 600"),
        ("demo --speed 0", "'0' is not a number from 0.1 to 20"),
        ("staff add --role king", "'king' is not one of: security, manager, admin, desk"),
        ("board --language fr", "'fr' is not one of: de, en"),
        ("day-report --day 2021-09-20 --pdf office.toml", "has to end in .pdf, such as office.pdf"),
        ("letters --day 2021-09-20 --pdf termine.csv", "has to end in .pdf, such as termine.pdf"),
    ],
)
def test_value_that_an_option_does_not_take_is_told_with_what_it_takes(
    kiosk: Kiosk, call: str, said: str
) -> None:
    called = kiosk(*call.split())
    assert called.exit_code == 2
    assert said in called.stderr
    assert "Input should" not in called.stderr
    assert "Value error" not in called.stderr


@pytest.mark.parametrize("call", CALLS)
def test_command_without_its_office_says_which_file_is_missing(
    kiosk: Kiosk, premises: Premises, call: str
) -> None:
    premises.office.unlink()
    called = kiosk(*call.split())
    assert called.exit_code == 3
    assert str(premises.office) in called.stderr
    assert "No such file" in called.stderr
    assert "--office, or by KIOSK_OFFICE" in called.stderr


@pytest.mark.parametrize("call", CALLS)
def test_command_with_a_wrong_office_file_names_every_error_with_its_line(
    kiosk: Kiosk, premises: Premises, call: str
) -> None:
    text = premises.office.read_text(encoding="utf-8")
    wrong = text.replace('direction = "both"', 'direction = "sideways"', 1).replace("Etc/", "Ecetera/")
    premises.office.write_text(wrong, encoding="utf-8")
    called = kiosk(*call.split())
    assert called.exit_code == 3
    lines = wrong.splitlines()
    for number in (
        1 + next(i for i, line in enumerate(lines) if "sideways" in line),
        1 + next(i for i, line in enumerate(lines) if "Ecetera" in line),
    ):
        assert f"line {number}" in called.stderr
    assert not premises.database.exists()


@pytest.mark.parametrize(
    "call", ["run --door cellar", "scan --door cellar JC1", "stop-admission Pause --door cellar"]
)
def test_door_that_is_not_there_is_named_beside_those_that_are(kiosk: Kiosk, call: str) -> None:
    called = kiosk(*call.split())
    assert called.exit_code == 2
    assert "there is no door 'cellar'" in called.stderr
    assert "main, side" in called.stderr


@pytest.mark.parametrize("call", CALLS_WITH_A_LEDGER)
def test_command_that_finds_no_ledger_behind_the_address_ends_with_4_and_the_mend(
    kiosk: Kiosk, premises: Premises, call: str
) -> None:
    premises.write_list()
    premises.database.write_bytes(b"These are no pages of a database. " * 100)
    called = kiosk(*call.split())
    assert called.exit_code == 4
    assert str(premises.database) in called.stderr
    assert "restore the last backup" in called.stderr


def test_office_is_named_by_the_environment_too(
    kiosk: Kiosk, premises: Premises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kiosk("check-config").exit_code == 3
    monkeypatch.setenv("KIOSK_OFFICE", str(premises.office))
    assert kiosk("check-config").exit_code == 0


def test_ctrl_c_that_a_library_swallows_still_ends_the_command() -> None:
    with pytest.raises(typer.Exit) as ended, interruptible(), contextlib.suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert ended.value.exit_code == Exit.INTERRUPTED


def test_ctrl_c_that_comes_out_of_qt_as_another_error_ends_the_command_as_ctrl_c_does() -> None:
    def painted() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            raise SystemError("bad argument to internal function") from error

    with pytest.raises(typer.Exit) as ended, interruptible():
        painted()
    assert ended.value.exit_code == Exit.INTERRUPTED


def test_an_error_without_ctrl_c_is_not_taken_for_one() -> None:
    with pytest.raises(SystemError), interruptible():
        raise SystemError("bad argument to internal function")
