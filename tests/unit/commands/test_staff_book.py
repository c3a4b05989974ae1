"""`kiosk staff`: who may act, and what is told once and never again."""

import json
import os
import re
import stat
import warnings
from getpass import GetPassWarning

import pytest

from kiosk.core.code import BADGE_PREFIX
from kiosk.core.ids import StaffId
from kiosk.core.staff_events import PinReset, RefusedBecause, SignedIn, SignInRefused, StaffAdded
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk


def _pin_in(told: str) -> str:
    found = re.search(r"^PIN, shown this once: (\d{6})$", told, flags=re.MULTILINE)
    assert found is not None, told
    return found[1]


@pytest.fixture
def admin(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> str:
    """The PIN of the first admin, who acts from now on."""
    pin = _pin_in(kiosk("staff", "add", "--role", "admin", "--id", "Weber", "--name", "W. Musterfrau").stdout)
    monkeypatch.setenv("KIOSK_AS", "weber")
    monkeypatch.setenv("KIOSK_PIN", pin)
    return pin


def test_the_first_admin_is_added_without_signing_in(kiosk: Kiosk, premises: Premises) -> None:
    called = kiosk("staff", "add", "--role", "admin", "--id", "Weber")
    assert called.exit_code == 0
    assert called.stdout.startswith("weber belongs to the staff, as admin\nPIN, shown this once: ")
    (added,) = premises.events()
    assert (added.by, type(added.what)) == (None, StaffAdded)


@pytest.mark.parametrize("role", ["security", "manager"])
def test_nobody_else_is_the_first(kiosk: Kiosk, premises: Premises, role: str) -> None:
    called = kiosk("staff", "add", "--role", role)
    assert called.exit_code == 7
    assert "add an admin first (kiosk staff add --role admin)" in called.stderr
    assert premises.events() == []


def test_people_are_added_by_an_admin_who_signs_in(kiosk: Kiosk, premises: Premises, admin: str) -> None:
    called = kiosk("staff", "add", "--role", "security", "--id", "berger")
    assert _pin_in(called.stdout) != admin
    signed_in, added = premises.events()[-2:]
    assert (signed_in.what, signed_in.by) == (SignedIn(StaffId("weber")), "weber")
    assert (type(added.what), added.by) == (StaffAdded, "weber")


def test_id_and_pin_are_asked_for_where_they_are_not_given(
    kiosk: Kiosk, premises: Premises, admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIOSK_AS")
    monkeypatch.delenv("KIOSK_PIN")
    called = kiosk("staff", "add", "--role", "security", typed=f"Weber\n{admin}\n")
    assert called.exit_code == 0
    assert "\n101 belongs to the staff, as security\n" in called.stdout
    assert admin not in called.output
    assert premises.events()[-1].by == "weber"


@pytest.mark.usefixtures("admin")
def test_pin_is_not_asked_for_where_it_would_be_seen(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked_in_the_open(*_: object, **__: object) -> str:
        warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
        return "000000"

    monkeypatch.delenv("KIOSK_PIN")
    monkeypatch.setattr("typer.prompt", asked_in_the_open)
    before = premises.events()
    called = kiosk("staff", "add", "--role", "security")
    assert called.exit_code == 2
    assert "a script gives it by KIOSK_PIN" in called.stderr
    assert premises.events() == before


@pytest.mark.usefixtures("admin")
def test_who_answers_nothing_changes_nothing(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIOSK_PIN")
    before = premises.events()
    called = kiosk("staff", "add", "--role", "security", "--badge", "badge.svg")
    assert called.exit_code == 130
    assert "nobody has signed in" in called.stderr
    assert premises.events() == before
    assert not (premises.folder / "badge.svg").exists()


@pytest.mark.usefixtures("admin")
def test_a_wrong_pin_changes_nothing_and_is_recorded(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_PIN", "000000")
    for number in range(6):
        called = kiosk("staff", "add", "--role", "security")
        assert called.exit_code == 7
        told = "too many wrong PINs of weber" if number == 5 else "weber and this PIN do not belong together"
        assert told in called.stderr
        assert ("try again in" in called.stderr) == (number >= 4)
    refused = [each.what for each in premises.events()[1:]]
    wrong, paused = (
        SignInRefused(StaffId("weber"), because)
        for because in (RefusedBecause.WRONG_PIN, RefusedBecause.PAUSED)
    )
    assert refused == [*[wrong] * 5, paused]


@pytest.mark.usefixtures("admin")
def test_an_id_that_nobody_has_is_told_like_a_wrong_pin(kiosk: Kiosk, premises: Premises) -> None:
    called = kiosk("staff", "add", "--role", "security", "--as", "nobody")
    assert called.exit_code == 7
    assert "nobody and this PIN do not belong together" in called.stderr
    assert premises.events()[-1].what == SignInRefused(None, RefusedBecause.UNKNOWN)


@pytest.mark.usefixtures("admin")
def test_who_may_not_do_it_is_told_who_may(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    pin = _pin_in(kiosk("staff", "add", "--role", "security", "--id", "berger").stdout)
    monkeypatch.setenv("KIOSK_PIN", pin)
    called = kiosk("staff", "add", "--role", "security", "--as", "berger")
    assert called.exit_code == 7
    assert "berger is security: this needs admin" in called.stderr


@pytest.mark.usefixtures("admin")
def test_who_is_disabled_signs_in_again_with_a_new_pin(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk("staff", "add", "--role", "admin", "--id", "krause")
    assert kiosk("staff", "disable", "krause").stdout == "krause signs in no more\n"
    refused = kiosk("staff", "disable", "weber", "--as", "krause")
    assert "krause is disabled" in refused.stderr
    assert "kiosk staff reset-pin krause" in refused.stderr
    renewed = kiosk("staff", "reset-pin", "krause")
    assert renewed.stdout.startswith("krause has a new PIN\n")
    assert type(premises.events()[-1].what) is PinReset
    monkeypatch.setenv("KIOSK_PIN", _pin_in(renewed.stdout))
    assert kiosk("staff", "disable", "weber", "--as", "krause").exit_code == 0


@pytest.mark.usefixtures("admin")
def test_a_badge_is_written_to_a_new_file_of_its_owner_alone(kiosk: Kiosk, premises: Premises) -> None:
    called = kiosk("staff", "add", "--role", "security", "--id", "berger", "--badge", "badge.svg")
    assert "badge to print: badge.svg" in called.stdout
    file = premises.folder / "badge.svg"
    assert ">berger</text>" in file.read_text(encoding="utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before, printed = premises.events(), file.read_bytes()
    again = kiosk("staff", "reset-pin", "berger", "--badge", "badge.svg")
    assert again.exit_code == 2
    assert "Name a new file" in again.stderr
    assert (premises.events(), file.read_bytes()) == (before, printed)


@pytest.mark.usefixtures("admin")
def test_a_badge_that_is_not_issued_leaves_no_file(kiosk: Kiosk, premises: Premises) -> None:
    called = kiosk("staff", "reset-pin", "schulz", "--badge", "badge.svg")
    assert called.exit_code == 7
    assert "nobody with the id schulz" in called.stderr
    assert not (premises.folder / "badge.svg").exists()


@pytest.mark.parametrize(
    "call", ["staff disable -x-", "staff reset-pin ä", "staff add --role admin --id a/b"]
)
def test_what_is_no_id_is_refused_with_what_one_is(kiosk: Kiosk, premises: Premises, call: str) -> None:
    called = kiosk(*call.split())
    assert called.exit_code == 2
    assert premises.events() == []


@pytest.mark.usefixtures("admin")
def test_the_list_shows_who_belongs_to_the_staff_and_who_cannot_sign_in(kiosk: Kiosk) -> None:
    kiosk("staff", "add", "--role", "security", "--id", "berger")
    kiosk("staff", "disable", "berger")
    lines = [line.split() for line in kiosk("staff", "list").stdout.splitlines()]
    assert lines[0] == ["id", "name", "role", "state", "since"]
    assert lines[1][:5] == ["weber", "W.", "Musterfrau", "admin", "active"]
    assert lines[2][:3] == ["berger", "security", "disabled"]
    listed = json.loads(kiosk("staff", "list", "--json").stdout)
    assert [(each["id"], each["role"], each["state"]) for each in listed] == [
        ("weber", "admin", "active"),
        ("berger", "security", "disabled"),
    ]


@pytest.mark.usefixtures("admin")
def test_ten_wrong_pins_show_in_the_list(kiosk: Kiosk, premises: Premises) -> None:
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        kept = transaction.staff.kept(StaffId("weber"))
        assert kept is not None
        tries = kept.member.tries
        for _ in range(10):
            tries = tries.after_wrong(kept.member.created_at)
        transaction.staff.set_tries(StaffId("weber"), tries)
    assert "disabled after wrong PINs" in kiosk("staff", "list").stdout


def test_neither_name_nor_pin_nor_badge_stands_in_an_event(
    kiosk: Kiosk, premises: Premises, admin: str
) -> None:
    given = kiosk("staff", "add", "--role", "security", "--name", "B. Musterfrau", "--badge", "b.svg").stdout
    told = kiosk("events", "--json").output + kiosk("audit", "--day", premises.today).output
    assert [secret for secret in (admin, _pin_in(given), "Musterfrau", BADGE_PREFIX) if secret in told] == []


@pytest.mark.skipif(os.name != "posix", reason="files there have no such mode")
@pytest.mark.usefixtures("admin")
def test_a_key_of_the_pins_that_others_may_read_is_refused(kiosk: Kiosk, premises: Premises) -> None:
    premises.file().pin_key_file.chmod(0o644)
    called = kiosk("staff", "add", "--role", "security")
    assert called.exit_code == 4
    assert "chmod 600" in called.stderr
