"""`kiosk rules`: what a manager changes on the command line, and the picture of the screen by it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.clock import now_utc
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate import staff_acts
from kiosk.gate.staff_acts import Credentials, Newcomer
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk

PIN = "271828"


@pytest.fixture
def managed(kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch) -> Kiosk:
    """The command, in an office with two managers and a guard of one PIN."""
    monkeypatch.setenv("KIOSK_PIN", PIN)
    with premises.ledger() as ledger:
        key = ledger.pin_key(premises.file().pin_key_file)
        given, admin = Credentials(Pin(PIN), None), StaffId("weber")
        staff_acts.add_member(ledger, key, Newcomer(admin, "", Role.ADMIN), given, None, now_utc())
        for name, role in (
            ("kramer", Role.MANAGER),
            ("linde", Role.MANAGER),
            ("berger", Role.SECURITY),
        ):
            newcomer = Newcomer(StaffId(name), "", role)
            staff_acts.add_member(ledger, key, newcomer, given, admin, now_utc())
    return kiosk


def listed(managed: Kiosk) -> list[dict[str, object]]:
    rules: list[dict[str, object]] = json.loads(managed("rules", "list", "--json").stdout)
    return [each for each in rules if each["entered"] is not None]


def entered(managed: Kiosk, premises: Premises, *options: str) -> str:
    managed("rules", "enter", "--since", premises.today, "--source", "Verordnung", "--as", "kramer", *options)
    return str(listed(managed)[-1]["entered"]["id"])  # type: ignore[index]  # an object by its JSON


def refused(managed: Kiosk, code: int, *call: str) -> str:
    result = managed(*call)
    assert result.exit_code == code
    return result.stderr


def test_ids_are_listed_whole_on_a_narrow_terminal(
    managed: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = entered(managed, premises, "--building", "1")
    monkeypatch.setenv("COLUMNS", "60")
    assert f"id {rules}" in managed("rules", "list").stdout


def test_each_rule_is_told_in_lines_that_a_narrow_terminal_holds(
    managed: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    areas = [str(area) for area in premises.file().office.areas]
    caps = [word for area in areas for word in ("--area", f"{area}=1")]
    rules = entered(managed, premises, "--building", "1", "--mask", "ffp2", *caps)
    monkeypatch.setenv("COLUMNS", "80")
    told = managed("rules", "list").stdout.splitlines()
    begins = told.index(f"{premises.today} 00:00  holds")
    assert told[begins + 1 :][:4] == [
        f"  cap 1: {', '.join(f'{area} 1' for area in areas)}",
        "  FFP2 mask, off at the desk",
        "  Verordnung; entered by kramer",
        f"  id {rules}",
    ]
    assert max(map(len, told)) <= 80
    entered(managed, premises, "--mask", "none")
    assert "  no mask" in managed("rules", "list").stdout.splitlines()


def test_a_lower_cap_holds_at_once_and_stands_in_status_list_and_audit(
    managed: Kiosk, premises: Premises
) -> None:
    rules = entered(managed, premises, "--building", "1", "--area", "youth=1")
    assert json.loads(managed("status", "--json").stdout)["cap"] == 1
    assert listed(managed)[0]["state"] == "holds"
    assert rules in managed("rules", "list").stdout
    audit = managed("audit", "--day", premises.today).stdout
    assert "rules entered" in audit
    assert "building" not in audit
    assert "Verordnung" in audit


def test_a_higher_cap_waits_for_somebody_else_and_a_withdrawal_that_lowers_does_not(
    managed: Kiosk, premises: Premises
) -> None:
    before = json.loads(managed("status", "--json").stdout)["cap"]
    rules = entered(managed, premises, "--building", "500")
    assert json.loads(managed("status", "--json").stdout)["cap"] == before
    assert "waits for a second person" in " ".join(managed("rules", "list").stdout.split())
    assert "somebody else" in refused(managed, 2, "rules", "confirm", rules, "--as", "kramer")
    assert "confirmed" in managed("rules", "confirm", rules, "--as", "linde").stdout
    assert json.loads(managed("status", "--json").stdout)["cap"] == 500
    assert "withdrawn" in managed("rules", "withdraw", rules, "--as", "linde").stdout
    (gone,) = listed(managed)
    assert (gone["state"], gone["withdrawn_by"]) == ("withdrawn", "linde")
    told = " ".join(managed("rules", "list").stdout.split())
    assert "withdrawn" in told
    assert f"by {gone['withdrawn_by']}" in told
    assert rules not in told


def test_a_withdrawal_that_raises_waits_and_can_be_dropped(
    managed: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = entered(managed, premises, "--building", "1")
    assert "waits for a second person" in managed("rules", "withdraw", rules, "--as", "linde").stdout
    assert "asks to withdraw" in " ".join(managed("rules", "list").stdout.split())
    assert "hold on" in managed("rules", "keep", rules, "--as", "kramer").stdout
    managed("rules", "withdraw", rules, "--as", "linde")
    assert "withdrawn" in managed("rules", "confirm", rules, "--as", "kramer").stdout
    monkeypatch.setenv("COLUMNS", "200")
    told = " ".join(managed("rules", "list").stdout.split())
    assert "by kramer, as linde had asked" in told


def test_whoever_may_not_is_told_who_may(managed: Kiosk, premises: Premises) -> None:
    call = ("rules", "enter", "--since", premises.today, "--source", "x", "--building", "1", "--as", "berger")
    assert "manager" in refused(managed, 7, *call)


@pytest.mark.parametrize("area", ["youth", "youth=many", "youth=-1"])
def test_a_cap_of_an_area_that_is_no_number_is_told(managed: Kiosk, premises: Premises, area: str) -> None:
    call = ("rules", "enter", "--since", premises.today, "--source", "x", "--area", area, "--as", "kramer")
    assert "AREA=NUMBER" in refused(managed, 2, *call)


def test_the_preview_draws_what_is_entered_or_only_thought_of(
    managed: Kiosk, premises: Premises, tmp_path: Path
) -> None:
    tomorrow = f"{(now_utc() + timedelta(days=1)):%Y-%m-%d} 09:00"
    pictures = [tmp_path / f"{number}.png" for number in range(3)]
    rules = entered(managed, premises, "--building", "500")
    wishes = ((), ("--rules", rules), ("--building", "7", "--mask", "ffp2", "--door", "side"))
    for picture, wish in zip(pictures, wishes, strict=True):
        managed("rules", "preview", "--at", tomorrow, "--size", "640x400", "--out", str(picture), *wish)
    drawn = [QImage(str(picture)) for picture in pictures]
    assert [(each.width(), each.height()) for each in drawn] == [(640, 400)] * 3
    assert drawn[0] != drawn[1] != drawn[2]
    with premises.ledger() as ledger:
        assert len(ledger.house().entered_rules) == 1


def test_a_size_that_is_none_or_a_place_that_takes_no_picture_is_told(managed: Kiosk, tmp_path: Path) -> None:
    call = ("rules", "preview", "--at", "2021-11-24 09:00")
    assert "1280x800" in refused(managed, 2, *call, "--out", "x.png", "--size", "large")
    nowhere = str(tmp_path / "no folder" / "x.png")
    assert "cannot be written" in refused(managed, 1, *call, "--out", nowhere)
