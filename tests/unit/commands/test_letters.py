"""`kiosk letters`: a file for each appointment of the day, once, with a code that the door knows."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import now_utc
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk


@pytest.fixture
def invited(kiosk: Kiosk, premises: Premises) -> Premises:
    """The office with two appointments today, a cancelled one, and one tomorrow."""
    premises.write_list(
        Entry("AZ-1"),
        Entry("AZ-2", area="youth"),
        Entry("AZ-3", status="abgesagt"),
        Entry("AZ-4", minutes=24 * 60),
    )
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    return premises


def _files(premises: Premises) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (premises.folder / "letters").iterdir()}


def _letters_issued(premises: Premises) -> int:
    with premises.ledger() as ledger:
        known = ledger.by_external_id([f"AZ-{number}" for number in range(1, 5)])
        return sum(len(ledger.letters_of(each.id)) for each in known.values())


def test_day_gets_a_letter_for_each_booked_appointment(kiosk: Kiosk, invited: Premises) -> None:
    made = kiosk("letters", "--day", invited.today, "--out", "letters")
    assert made.exit_code == 0
    assert made.stdout == "2 letters made in letters, 0 lay there already\n"
    names = sorted(_files(invited))
    assert [re.sub(r"_[0-9a-f]{8}\.pdf$", "", name).split("_")[-1] for name in names] == ["benefits", "youth"]
    assert all(content.startswith(b"%PDF") for content in _files(invited).values())
    assert _letters_issued(invited) == 2


def test_second_call_makes_nothing_anew(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("letters", "--day", invited.today, "--out", "letters")
    before = _files(invited)
    again = kiosk("letters", "--day", invited.today, "--out", "letters")
    assert again.stdout == "0 letters made in letters, 2 lay there already\n"
    assert _files(invited) == before
    assert _letters_issued(invited) == 2


def test_letter_that_was_removed_is_made_again_and_the_others_stay(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("letters", "--day", invited.today, "--out", "letters")
    before = _files(invited)
    removed = min(before)
    (invited.folder / "letters" / removed).unlink()
    again = kiosk("letters", "--day", invited.today, "--out", "letters")
    assert again.stdout == "1 letters made in letters, 1 lay there already\n"
    after = _files(invited)
    assert {name for name in after if after[name] != before[name]} == {removed}


def test_all_letters_are_made_anew_when_that_is_asked_for(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("letters", "--day", invited.today, "--out", "letters")
    before = _files(invited)
    again = kiosk("letters", "--day", invited.today, "--out", "letters", "--again")
    assert again.stdout == "2 letters made in letters, 0 lay there already\n"
    after = _files(invited)
    assert after.keys() == before.keys()
    assert not set(after.values()) & set(before.values())
    assert _letters_issued(invited) == 4


@pytest.mark.usefixtures("invited")
def test_day_without_appointments_gets_no_letters(kiosk: Kiosk) -> None:
    made = kiosk("letters", "--day", "2021-09-20", "--out", "letters")
    assert made.exit_code == 0
    assert made.stdout == "0 letters made in letters, 0 lay there already\n"


def test_appointment_of_another_day_waits_for_its_own_call(kiosk: Kiosk, invited: Premises) -> None:
    tomorrow = now_utc().astimezone(invited.file().office.time_zone) + timedelta(days=1)
    made = kiosk("letters", "--day", f"{tomorrow:%Y-%m-%d}", "--out", "letters")
    assert made.stdout.startswith("1 letters made")


@pytest.mark.parametrize("day", ["20.09.2021", "today", "2021-02-30", "9999-12-31", "0001-01-01"])
def test_day_that_cannot_be_is_a_wrong_call(kiosk: Kiosk, day: str) -> None:
    called = kiosk("letters", "--day", day, "--out", "letters")
    assert called.exit_code == 2
    assert f"'{day}' is no day" in called.stderr
    assert "2021-09-20" in called.stderr


def test_appointment_in_an_area_that_is_gone_is_a_fault_that_names_the_area(
    kiosk: Kiosk, invited: Premises
) -> None:
    text = invited.office.read_text(encoding="utf-8")
    invited.office.write_text(text.replace("areas.youth", "areas.young").replace('"youth"', '"young"'))
    called = kiosk("letters", "--day", invited.today, "--out", "letters")
    assert called.exit_code == 1
    assert f"there are appointments in youth, and {invited.office} has no such area" in called.stderr
    assert not (invited.folder / "letters").exists()


def test_folder_that_cannot_be_written_is_told(kiosk: Kiosk, invited: Premises) -> None:
    (invited.folder / "letters").write_text("a file of this name")
    called = kiosk("letters", "--day", invited.today, "--out", "letters")
    assert called.exit_code == 1
    assert "the letters cannot be written to letters: " in called.stderr


def test_letters_are_only_for_the_office_to_read(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("letters", "--day", invited.today, "--out", "letters")
    folder: Path = invited.folder / "letters"
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}
