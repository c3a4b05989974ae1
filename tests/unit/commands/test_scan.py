"""`kiosk scan`: one JSON verdict a line, recorded as at the door."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from kiosk.clock import now_utc
from kiosk.core.code import Code
from kiosk.scan.opencv import cv2
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk
from tests.unit.scan.pictures import letter

CODES = {"AZ-1": Code(101), "AZ-2": Code(202), "AZ-3": Code(303)}


@pytest.fixture
def invited(kiosk: Kiosk, premises: Premises) -> Premises:
    """The office with letters of known codes: two people, one person at the other door, one tomorrow."""
    premises.write_list(Entry("AZ-1", party=2), Entry("AZ-2", area="youth"), Entry("AZ-3", minutes=24 * 60))
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    with premises.ledger() as ledger:
        known = ledger.by_external_id(list(CODES))
        ledger.issue_letters([(known[id_], code) for id_, code in CODES.items()], now_utc())
    return premises


def _verdicts(called: Result) -> list[dict[str, Any]]:
    assert called.exit_code == 0, called.output
    return [json.loads(line) for line in called.stdout.splitlines()]


def test_letter_is_answered_and_recorded(kiosk: Kiosk, invited: Premises) -> None:
    (verdict,) = _verdicts(kiosk("scan", "--door", "main", CODES["AZ-1"].text))
    assert verdict == {
        "picture": None,
        "outcome": "admitted",
        "reason": "admitted",
        "next_step": {"kind": "go_to", "area": "benefits", "room": None},
        "inside": 2,
        "cap": 3,
        "trouble": None,
        "recorded": True,
    }
    assert invited.reasons() == ["admitted"]


def test_each_text_gets_its_line_in_order(kiosk: Kiosk, invited: Premises) -> None:
    texts = [CODES["AZ-2"].text, CODES["AZ-3"].text, "https://www.example.org", CODES["AZ-1"].text.lower()]
    verdicts = _verdicts(kiosk("scan", "--door", "main", *texts))
    assert [each["reason"] for each in verdicts] == [
        "wrong_door",
        "wrong_day",
        "not_an_invitation",
        "admitted",
    ]
    assert [each["outcome"] for each in verdicts] == ["refused", "refused", "refused", "admitted"]
    assert verdicts[0]["next_step"] == {"kind": "use_door", "door": "side"}
    assert invited.reasons() == [each["reason"] for each in verdicts]


def test_code_is_read_from_a_picture(kiosk: Kiosk, invited: Premises) -> None:
    path = invited.folder / "letter.png"
    cv2.imwrite(str(path), letter(CODES["AZ-1"].text))
    (verdict,) = _verdicts(kiosk("scan", "--door", "main", path))
    assert (verdict["picture"], verdict["reason"]) == ("letter.png", "admitted")


def test_picture_without_a_code_is_a_fault_that_names_it(kiosk: Kiosk, invited: Premises) -> None:
    path = invited.folder / "wall.png"
    cv2.imwrite(str(path), letter()[400:700])
    called = kiosk("scan", "--door", "main", path)
    assert called.exit_code == 1
    assert f"no QR code can be read in {path}" in called.stderr


def test_file_that_is_no_picture_is_a_wrong_call(kiosk: Kiosk, invited: Premises) -> None:
    called = kiosk("scan", "--door", "main", invited.office)
    assert called.exit_code == 2
    assert str(invited.office) in called.stderr
    assert "PNG or JPEG" in called.stderr


@pytest.mark.parametrize("slip", ["leter.png", "nowhere/letter.JPG"])
def test_picture_that_is_not_there_is_a_wrong_call_and_records_nothing(
    kiosk: Kiosk, invited: Premises, slip: str
) -> None:
    called = kiosk("scan", "--door", "main", CODES["AZ-1"].text, slip)
    assert called.exit_code == 2
    assert f"there is no picture {slip}" in called.stderr
    assert invited.events() == []


@pytest.mark.parametrize(
    "text",
    ["A" * 5000, "a." + "b" * 300, "Grüße\nund\tmehr", "letter", "https://example.org/poster.png", "/"],
)
def test_any_text_is_answered(kiosk: Kiosk, text: str) -> None:
    (verdict,) = _verdicts(kiosk("scan", "--door", "main", text))
    assert verdict["outcome"] == "refused"


@pytest.mark.skipif(sys.platform == "win32", reason="its command lines are made of characters, not of bytes")
def test_bytes_that_are_no_text_are_answered(kiosk: Kiosk) -> None:
    (verdict,) = _verdicts(kiosk("scan", "--door", "main", b"\xff\xfe".decode(errors="surrogateescape")))
    assert verdict["reason"] == "not_an_invitation"


def test_time_that_has_not_come_is_answered_by_the_office_s_clock_and_not_recorded(
    kiosk: Kiosk, invited: Premises
) -> None:
    zone = invited.file().office.time_zone
    tomorrow = now_utc().astimezone(zone) + timedelta(days=1)
    (verdict,) = _verdicts(
        kiosk("scan", "--door", "main", "--at", f"{tomorrow:%Y-%m-%dT%H:%M}", CODES["AZ-3"].text)
    )
    assert verdict["reason"] == "admitted"
    assert verdict["recorded"] is False
    assert invited.events() == []


def test_time_may_bear_an_offset(kiosk: Kiosk, invited: Premises) -> None:
    at = f"{now_utc():%Y-%m-%dT%H:%M:%S}+00:00"
    assert (
        _verdicts(kiosk("scan", "--door", "main", "--at", at, CODES["AZ-1"].text))[0]["reason"] == "admitted"
    )
    assert invited.events()[-1].at.isoformat() == at


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("soon", "is no time: write it as"),
        ("2021-13-01T09:00", "is no time: write it as"),
        ("0001-01-01T00:00", "is too far away: years from 2000 to 2099 are known"),
        ("9999-12-31T23:59", "is too far away"),
    ],
)
def test_time_that_cannot_be_is_a_wrong_call_and_records_nothing(
    kiosk: Kiosk, invited: Premises, at: str, why: str
) -> None:
    called = kiosk("scan", "--door", "main", "--at", at, CODES["AZ-1"].text)
    assert called.exit_code == 2
    assert f"'{at}' {why}" in called.stderr
    assert invited.events() == []


def test_clock_behind_the_ledger_asks_the_staff_and_ends_with_4(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("scan", "--door", "main", CODES["AZ-1"].text)
    earlier = now_utc() - timedelta(hours=1)
    called = kiosk("scan", "--door", "main", "--at", f"{earlier:%Y-%m-%dT%H:%M}+00:00", CODES["AZ-1"].text)
    assert called.exit_code == 4
    verdict = json.loads(called.stdout)
    assert (verdict["outcome"], verdict["reason"], verdict["trouble"]) == ("staff", "out_of_service", "clock")
    assert verdict["inside"] is None
    assert invited.reasons() == ["admitted"]


@pytest.mark.usefixtures("invited")
def test_short_code_is_as_good_as_the_letter(kiosk: Kiosk) -> None:
    (verdict,) = _verdicts(kiosk("scan", "--door", "main", CODES["AZ-1"].short.text))
    assert verdict["reason"] == "admitted"


def test_picture_is_named_without_its_folder(kiosk: Kiosk, invited: Premises, tmp_path: Path) -> None:
    path = tmp_path / "Briefe von Montag" / "letter.JPG"
    path.parent.mkdir()
    cv2.imwrite(str(path), letter(CODES["AZ-2"].text))
    (verdict,) = _verdicts(kiosk("scan", "--door", "side", path))
    assert (verdict["picture"], verdict["reason"]) == ("letter.JPG", "admitted")
    assert invited.reasons() == ["admitted"]
