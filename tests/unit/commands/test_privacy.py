"""`kiosk privacy`: what is kept is told without names, and what is deleted is gone from everything."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.ids import EventId, StaffId
from kiosk.core.person import Need, Person
from kiosk.core.privacy_events import PeopleForgotten, PeopleShown
from kiosk.gate.bookings import search
from kiosk.gate.tap import Tap
from tests.building import an_appointment
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk

SEEDED = ("Xanthippe", "Probeperson", "xanthippe@post.example", "Irrweg 7")


@pytest.fixture
def lists_and_letters(premises: Premises) -> Path:
    """Let the office have a folder for lists and one for letters; returns that of the lists."""
    with premises.office.open("a", encoding="utf-8") as file:
        file.write(
            '[lists]\nfolder = "lists"\n[privacy]\nbasis = "§ 0 MusterG"\nletter_folders = ["letters"]\n'
        )
    for name in ("done", "failed"):
        (premises.folder / "lists" / name).mkdir(parents=True)
    return premises.folder / "lists"


def invite(premises: Premises, name: str = "a", *, days: int = 0) -> None:
    """Book an appointment of a seeded person, so many days from now."""
    appointment = an_appointment(name, now_utc() + timedelta(days=days))
    person = Person(
        "Xanthippe Probeperson", "xanthippe@post.example", "Irrweg 7", frozenset({Need.LARGE_PRINT})
    )
    with premises.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=(appointment,), people={appointment.id: person}))


def test_report_counts_by_category_with_purpose_and_time_and_without_names(
    kiosk: Kiosk, premises: Premises, lists_and_letters: Path
) -> None:
    invite(premises)
    (lists_and_letters / "done" / "list.csv").write_text("Xanthippe")
    called = kiosk("privacy", "report")
    assert called.exit_code == 0
    assert "legal basis: § 0 MusterG" in called.stdout
    counts = {line[2:30].strip(): int(line[30:37]) for line in called.stdout.splitlines() if line[:2] == "  "}
    assert counts == {
        "names": 1, "phone and mail": 1, "postal addresses": 1, "needs (health data)": 1, "company": 0,
        "lists in done": 1, "lists in failed": 0, "letters in folders": 0, "names of the staff": 0,
    }  # fmt: skip
    assert not any(each in called.output for each in SEEDED)
    told = json.loads(kiosk("privacy", "report", "--json").stdout)
    assert (told["people"], told["overdue"]) == (1, 0)


def test_report_says_when_something_is_kept_for_too_long(kiosk: Kiosk, premises: Premises) -> None:
    invite(premises, days=-3)
    called = kiosk("privacy", "report").stdout
    assert "1 should have been deleted by now" in called
    assert "not stated: write it in the office's file" in called


def test_names_are_shown_to_who_may_see_them_and_that_is_recorded(
    kiosk: Kiosk, premises: Premises, manager: StaffId, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite(premises)
    shown = kiosk("privacy", "report", "--names-of", "list-a").stdout
    assert "  name: Xanthippe Probeperson" in shown
    assert "  needs: large_print" in shown
    assert [(each.by, type(each.what)) for each in premises.events()][-1] == (manager, PeopleShown)
    monkeypatch.setenv("KIOSK_AS", "weber")
    refused = kiosk("privacy", "report", "--names-of", "list-a")
    assert refused.exit_code == 7
    assert "Xanthippe" not in refused.output


def test_nothing_is_said_of_a_person_who_was_deleted_or_never_known(
    kiosk: Kiosk, premises: Premises, manager: StaffId
) -> None:
    assert manager
    invite(premises)
    kiosk("privacy", "purge", "--appointment", "list-a")
    assert "nothing is known of who comes" in kiosk("privacy", "report", "--names-of", "list-a").stdout
    unknown = kiosk("privacy", "report", "--names-of", "list-b")
    assert (unknown.exit_code, "there is no appointment list-b" in unknown.stderr) == (2, True)


def test_purge_gives_a_receipt_that_the_ledger_confirms(
    kiosk: Kiosk, premises: Premises, manager: StaffId
) -> None:
    invite(premises, "a", days=-2)
    invite(premises, "b")
    called = kiosk("privacy", "purge", "--receipt", "receipt.txt")
    assert called.exit_code == 0
    text = (premises.folder / "receipt.txt").read_text(encoding="utf-8")
    receipt = dict(line.split(": ", 1) for line in text.splitlines())
    assert receipt["by"] == manager
    assert receipt["deleted"] == "1 person, 1 name, 1 phone and mail, 1 postal address, 1 needs"
    with premises.ledger() as ledger:
        (recorded,) = ledger.last_events(1)
        assert ledger.verify().flaw is None
        assert ledger.people_kept(now_utc()).people == 1
    assert isinstance(recorded.event.what, PeopleForgotten)
    assert (receipt["event"], receipt["hash"]) == (str(recorded.seq), recorded.hash.hex())


def test_purge_before_a_day_takes_those_of_earlier_days_alone(
    kiosk: Kiosk, premises: Premises, manager: StaffId
) -> None:
    assert manager
    invite(premises, "a")
    invite(premises, "b", days=1)
    tomorrow = (now_utc() + timedelta(days=1)).astimezone(premises.file().office.time_zone)
    called = kiosk("privacy", "purge", "--before", f"{tomorrow:%Y-%m-%d}")
    assert "deleted: 1 person, " in called.stdout
    assert kiosk("privacy", "purge", "--before", "gestern").exit_code == 2
    assert kiosk("privacy", "purge", "--before", "2021-09-20", "--appointment", "list-b").exit_code == 2


def test_purge_needs_somebody_who_may(
    kiosk: Kiosk, premises: Premises, manager: StaffId, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert manager
    invite(premises, days=-2)
    monkeypatch.setenv("KIOSK_PIN", "0")
    assert kiosk("privacy", "purge").exit_code == 7
    with premises.ledger() as ledger:
        assert ledger.people_kept(now_utc()).people == 1


def test_lists_that_were_taken_in_go_at_once_and_others_and_letters_when_their_time_is_over(
    kiosk: Kiosk, premises: Premises, manager: StaffId, lists_and_letters: Path
) -> None:
    assert manager
    letters = premises.folder / "letters"
    letters.mkdir()
    kept = [lists_and_letters / "new.csv", lists_and_letters / "failed" / "new.csv", letters / "notes.pdf"]
    gone = [lists_and_letters / "done" / "new.csv", lists_and_letters / "failed" / "old.csv"]
    kept.append(letters / f"{premises.today}_0930_benefits_1.pdf")
    gone.append(letters / "2021-09-20_0930_benefits_1.pdf")
    for each in (*kept, *gone):
        each.write_text("Xanthippe")
    long_ago = (now_utc() - timedelta(days=3)).timestamp()
    os.utime(lists_and_letters / "failed" / "old.csv", (long_ago, long_ago))
    assert "deleted: 3 files" in kiosk("privacy", "purge").stdout
    assert all(each.exists() for each in kept)
    assert not any(each.exists() for each in gone)


def test_after_a_purge_no_seeded_name_is_left_anywhere(
    kiosk: Kiosk, premises: Premises, manager: StaffId, lists_and_letters: Path
) -> None:
    """A list is taken in, its letter made and shown, the person searched for at the door, and all purged."""
    said = []
    entry = Entry("AZ-1", name="Xanthippe Probeperson", contact="xanthippe@post.example")
    listed = premises.write_list(entry, Entry("AZ-2", name="Xanthippe Probeperson", minutes=30))
    said.append(kiosk("appointments", "import", listed).output)
    listed.rename(lists_and_letters / "done" / listed.name)
    said.append(kiosk("letters", "--day", premises.today, "--out", "letters").output)
    assert "2 letters made" in said[-1], said[-1]
    first, *_ = sorted((premises.folder / "letters").glob("*.pdf"))
    assert first.stat().st_size
    with premises.ledger() as ledger:
        tap = Tap(EventId("search"), manager, None, now_utc())
        search(ledger, premises.file().office, tap, "xanthippe")
    said.append(kiosk("scan", "--door", "main", "Xanthippe Probeperson").output)
    said += [
        kiosk(*words).output
        for words in (("status",), ("events", "--json"), ("audit", "--day", premises.today))
    ]
    assert any(b"Xanthippe" in each.read_bytes() for each in premises.folder.iterdir() if each.is_file())
    tomorrow = now_utc().astimezone(premises.file().office.time_zone) + timedelta(days=1)
    receipt = kiosk("privacy", "purge", "--before", f"{tomorrow:%Y-%m-%d}").output
    assert "2 people, 2 names, 1 phone and mail, 3 files" in receipt
    said += [
        receipt,
        kiosk("privacy", "report").output,
        kiosk("verify").output,
        kiosk("events", "--json").output,
    ]
    files = [each for each in premises.folder.rglob("*") if each.is_file()]
    found = [each.name for each in files if any(name.encode() in each.read_bytes() for name in SEEDED)]
    assert found == []
    assert not any(name in text for text in said for name in SEEDED)
    assert not any("anthippe" in text for text in said)
    assert "the ledger holds" in kiosk("verify").stdout
