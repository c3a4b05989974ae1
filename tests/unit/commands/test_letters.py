"""`kiosk letters`: a file for each appointment of the day, once, with a code that the door knows."""

import json
import re
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk.clock import now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.person import Person
from kiosk.post import letters as post_letters
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
    assert [re.sub(r"_[0-9a-f]{8}-[0-9a-f]{4}\.pdf$", "", name).split("_")[-1] for name in names] == [
        "benefits",
        "youth",
    ]
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
    assert again.stdout == "1 letter made in letters, 1 lay there already\n"
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
    assert made.stdout == "0 letters made in letters, 0 lay there already; nobody is booked on 2021-09-20\n"


def test_appointment_of_another_day_waits_for_its_own_call(kiosk: Kiosk, invited: Premises) -> None:
    tomorrow = now_utc().astimezone(invited.file().office.time_zone) + timedelta(days=1)
    made = kiosk("letters", "--day", f"{tomorrow:%Y-%m-%d}", "--out", "letters")
    assert made.stdout.startswith("1 letter made")


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("20.09.2021", "is no day: write it as 2021-09-20"),
        ("today", "is no day: write it as 2021-09-20"),
        ("2021-02-30", "is no day: write it as 2021-09-20"),
        ("9999-12-31", "is too far away: years from 2000 to 2099 are known"),
        ("0001-01-01", "is too far away"),
    ],
)
def test_day_that_cannot_be_is_a_wrong_call(kiosk: Kiosk, day: str, why: str) -> None:
    called = kiosk("letters", "--day", day, "--out", "letters")
    assert called.exit_code == 2
    assert f"'{day}' {why}" in called.stderr


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


def test_days_post_is_one_document_with_a_page_for_each_letter(kiosk: Kiosk, invited: Premises) -> None:
    made = kiosk("letters", "--day", invited.today, "--pdf", "post.pdf")
    assert made.stdout == "2 letters in post.pdf\n"
    document = QPdfDocument()
    document.load(str(invited.folder / "post.pdf"))
    assert document.pageCount() == 2
    assert _letters_issued(invited) == 2


def test_days_post_leaves_out_what_goes_by_mail(kiosk: Kiosk, invited: Premises) -> None:
    _send_by_mail(invited, "AZ-1")
    made = kiosk("letters", "--day", invited.today, "--pdf", "post.pdf")
    assert made.stdout == "1 letter in post.pdf; 1 goes by mail\n"


def test_day_without_letters_writes_no_post(kiosk: Kiosk, invited: Premises) -> None:
    made = kiosk("letters", "--day", "2021-09-20", "--pdf", "post.pdf")
    assert made.stdout == "0 letters: nothing was written to post.pdf\n"
    assert not (invited.folder / "post.pdf").exists()


def test_letter_that_cannot_be_made_makes_no_post_and_no_letter(kiosk: Kiosk, invited: Premises) -> None:
    _texts(invited, "== opening ==\n" + "Wort " * 500)
    made = kiosk("letters", "--day", invited.today, "--pdf", "post.pdf")
    assert made.exit_code == 1
    assert "does not fit on one page" in made.stderr
    assert not (invited.folder / "post.pdf").exists()
    assert _letters_issued(invited) == 0


def test_letter_of_an_appointment_that_was_moved_or_cancelled_is_removed(
    kiosk: Kiosk, invited: Premises
) -> None:
    tomorrow = now_utc().astimezone(invited.file().office.time_zone) + timedelta(days=1)
    for day in (invited.today, f"{tomorrow:%Y-%m-%d}"):
        kiosk("letters", "--day", day, "--out", "letters")
    (invited.folder / "letters" / "notes.pdf").write_bytes(b"of somebody")
    invited.write_list(
        Entry("AZ-1", status="abgesagt"), Entry("AZ-2", area="youth"), Entry("AZ-4", minutes=7)
    )
    kiosk("appointments", "import", "termine.csv")
    made = kiosk("letters", "--day", invited.today, "--out", "letters")
    assert made.stdout == "1 letter made in letters, 1 lay there already, 2 that no longer hold removed\n"
    assert len(_files(invited)) == 3


@pytest.mark.parametrize("call", ["--out a", "--day 2021-09-20", "--day 2021-09-20 --out a --pdf b"])
def test_call_names_a_day_and_one_place(kiosk: Kiosk, call: str) -> None:
    assert kiosk("letters", *call.split()).exit_code == 2


@pytest.mark.parametrize("name", ["letter.pdf", "letter.png"])
def test_preview_shows_the_offices_own_texts_and_records_nothing(
    kiosk: Kiosk, invited: Premises, name: str
) -> None:
    _texts(invited, "== subject ==\nIhr Besuch\n")
    shown = kiosk("letters", "preview", "--out", name, "--language", "en", "--large-print")
    assert shown.exit_code == 0, shown.output
    assert (invited.folder / name).stat().st_size > 5000
    assert _letters_issued(invited) == 0


def test_preview_of_a_faulty_text_tells_file_line_and_mend(kiosk: Kiosk, invited: Premises) -> None:
    _texts(invited, "== subject ==\n\nAm {{ dya }}\n")
    for call in ("letters preview", f"letters --day {invited.today} --out letters", "check-config"):
        told = kiosk(*call.split())
        assert told.exit_code in {1, 3}
        assert "de.txt cannot be used:" in told.stderr
        assert "line 3, subject: there is no dya to fill in" in told.stderr
    assert not (invited.folder / "letters").exists()


@pytest.mark.usefixtures("invited")
def test_preview_that_cannot_be_is_a_wrong_call(kiosk: Kiosk) -> None:
    assert kiosk("letters", "preview", "--out", "letter.doc").exit_code == 2
    assert "there are: de, de-simple, en, uk" in kiosk("letters", "preview", "--language", "xx").stderr
    for name in ("no/folder.pdf", "no/folder.png"):
        told = kiosk("letters", "preview", "--out", name)
        assert told.exit_code == 1
        assert f"{name} cannot be written" in told.stderr


def test_shipped_texts_are_written_to_be_changed_and_never_over_others(
    kiosk: Kiosk, invited: Premises
) -> None:
    told = kiosk("letters", "template", "--out", "texts")
    assert "de.txt, de-simple.txt, en.txt, uk.txt, " in told.stdout
    again = kiosk("letters", "template", "--out", "texts")
    assert again.exit_code == 1
    assert "de.txt" in again.stderr
    _name_texts(invited)
    assert kiosk("letters", "preview").exit_code == 0


def test_ctrl_c_while_the_days_post_is_made_leaves_nothing_behind(
    kiosk: Kiosk, invited: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(invited.folder.iterdir())
    monkeypatch.setattr(post_letters, "texts_in", lambda _: signal.raise_signal(signal.SIGINT))
    made = kiosk("letters", "--day", invited.today, "--pdf", "post.pdf")
    assert made.exit_code == 130
    assert "interrupted" in made.stderr
    assert set(invited.folder.iterdir()) == before
    assert _letters_issued(invited) == 0


def test_old_letter_of_a_moved_or_cancelled_appointment_says_so_at_the_door(
    kiosk: Kiosk, invited: Premises
) -> None:
    kiosk("letters", "--day", invited.today, "--pdf", "post.pdf")
    document = QPdfDocument()
    document.load(str(invited.folder / "post.pdf"))
    for page in range(2):
        shown = QImage(1240, 1754, QImage.Format.Format_RGB32)
        shown.fill(0xFFFFFFFF)
        painter = QPainter(shown)
        painter.drawImage(0, 0, document.render(page, shown.size()))
        painter.end()
        shown.save(str(invited.folder / f"{page}.png"))
    invited.write_list(Entry("AZ-1", minutes=26 * 60), Entry("AZ-2", area="youth", status="abgesagt"))
    kiosk("appointments", "import", "termine.csv")
    told = [
        json.loads(line)["reason"]
        for door in ("main", "side")
        for line in kiosk("scan", "--door", door, "0.png", "1.png").stdout.splitlines()
    ]
    assert set(told) >= {"rescheduled", "cancelled"}
    assert "admitted" not in told


def _texts(premises: Premises, text: str) -> None:
    (premises.folder / "texts").mkdir()
    (premises.folder / "texts" / "de.txt").write_text(text, encoding="utf-8")
    _name_texts(premises)


def _name_texts(premises: Premises) -> None:
    with premises.office.open("a", encoding="utf-8") as file:
        file.write('\n[letters]\ntexts = "texts"\n')


def _send_by_mail(premises: Premises, external_id: str) -> None:
    with premises.ledger() as ledger:
        (each,) = ledger.by_external_id([external_id]).values()
        person = Person("Erika Mustermann", "erika@mail.example", by_mail=True)
        ledger.apply(AppointmentChanges(people={each.id: person}))
