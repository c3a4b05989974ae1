"""`kiosk appointments import`: all of a list or nothing of it, and every error with its place."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import now_utc
from kiosk.core.ids import RulesId, StaffId
from kiosk.core.rule_events import EnteredCap, RulesEntered
from kiosk.gate.passing_time import append_all
from tests.building import minutes
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk


def _known(premises: Premises) -> dict[str, tuple[int, str]]:
    """Return what the office's book holds: party and status, by the ids of the list."""
    with premises.ledger() as ledger:
        everything = ledger.appointments(
            *(datetime(year, 1, 1, tzinfo=premises.file().office.time_zone) for year in (2000, 2100))
        )
    return {each.external_id: (each.party, each.status.value) for each in everything}


def test_list_is_taken_in_and_summed_up(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1", party=2), Entry("AZ-2", area="youth"))
    called = kiosk("appointments", "import", "termine.csv")
    assert called.exit_code == 0
    assert "taken in: 2 new" in called.stdout
    assert _known(premises) == {"AZ-1": (2, "booked"), "AZ-2": (1, "booked")}


def test_dry_run_tells_the_same_and_changes_nothing(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1", party=2))
    dry = kiosk("appointments", "import", "--dry-run", "termine.csv")
    assert dry.exit_code == 0
    assert "would be taken in: 1 new" in dry.stdout
    assert _known(premises) == {}
    real = kiosk("appointments", "import", "termine.csv")
    assert real.stdout == dry.stdout.replace("would be taken in", "taken in")


def test_second_import_of_the_same_list_changes_nothing(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1", party=2, name="Erika Beispiel"), Entry("AZ-2"))
    kiosk("appointments", "import", "termine.csv")
    before = premises.database.read_bytes()
    again = kiosk("appointments", "import", "termine.csv")
    assert again.stdout.splitlines()[-1] == "taken in: 2 unchanged"
    assert premises.database.read_bytes() == before


def test_newer_list_moves_and_cancels_and_shows_before_and_after(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1", party=2), Entry("AZ-2"), Entry("AZ-3"))
    kiosk("appointments", "import", "termine.csv")
    premises.write_list(Entry("AZ-1", party=3), Entry("AZ-2", status="abgesagt"), Entry("AZ-3"))
    called = kiosk("appointments", "import", "termine.csv")
    assert "taken in: 1 changed otherwise, 1 cancelled, 1 unchanged" in called.stdout
    (changed,) = [line for line in called.stdout.splitlines() if "AZ-1" in line]
    assert ", 2 " in changed
    assert changed.rstrip().endswith(", 3")
    assert _known(premises) == {"AZ-1": (3, "booked"), "AZ-2": (1, "cancelled"), "AZ-3": (1, "booked")}


def test_list_with_faults_names_each_with_line_and_column_and_imports_nothing(
    kiosk: Kiosk, premises: Premises
) -> None:
    premises.list_file.write_text(
        "ID;Datum;Uhrzeit;Bereich;Personen\n"
        "AZ-1;20.09.2021;09:00;benefits;1\n"
        "AZ-2;31.02.2021;09:00;benefits;1\n"
        "AZ-3;20.09.2021;25:00;kitchen;none\n"
    )
    called = kiosk("appointments", "import", "termine.csv")
    assert called.exit_code == 1
    assert "termine.csv, line 3, Datum: " in called.stderr
    assert "termine.csv, line 4, Uhrzeit: " in called.stderr
    assert "termine.csv, line 4, Bereich: " in called.stderr
    assert "termine.csv, line 4, Personen: " in called.stderr
    assert "nothing was imported: mend 4 places in termine.csv first" in called.stderr
    assert _known(premises) == {}


def test_trial_of_a_list_with_faults_does_not_say_that_it_would_be_taken_in(
    kiosk: Kiosk, premises: Premises
) -> None:
    premises.list_file.write_text(
        "ID;Datum;Uhrzeit;Bereich\nAZ-1;20.09.2021;09:00;benefits\nAZ-2;31.02.2021;09:00;benefits\n"
    )
    called = kiosk("appointments", "import", "--dry-run", "termine.csv")
    assert called.exit_code == 1
    assert "AZ-1" in called.stdout
    assert "would be taken in" not in called.stdout
    assert "nothing of it can be taken in before one place is mended" in called.stderr


def test_doubts_about_a_list_are_told_and_do_not_hold_it_up(kiosk: Kiosk, premises: Premises) -> None:
    premises.list_file.write_text(
        "ID;Datum;Uhrzeit;Bereich;Augenfarbe\nAZ-1;20.09.2021;09:00;benefits;grau\n"
    )
    called = kiosk("appointments", "import", "termine.csv")
    assert called.exit_code == 0
    assert "termine.csv, line 1, Augenfarbe: this column is not used" in called.stderr


@pytest.mark.parametrize("name", ["nothing.csv", "folder"])
def test_file_that_cannot_be_read_is_a_wrong_call(kiosk: Kiosk, premises: Premises, name: str) -> None:
    (premises.folder / "folder").mkdir()
    called = kiosk("appointments", "import", name)
    assert called.exit_code == 2
    assert f"kiosk: {name} cannot be read: " in called.stderr


def test_long_list_is_cut_in_the_table_and_counted_whole(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(*(Entry(f"AZ-{number:02}") for number in range(45)))
    called = kiosk("appointments", "import", "termine.csv")
    assert "... and 5 more" in called.stdout
    assert "taken in: 45 new" in called.stdout
    assert len([line for line in called.stdout.splitlines() if "AZ-" in line]) == 40


def test_id_is_shown_as_it_stands_in_the_list(kiosk: Kiosk, premises: Premises) -> None:
    """An office's ids may look like the markup of the library that draws the table."""
    premises.write_list(Entry("[/b]AZ-1"), Entry("[bold]AZ-2"), Entry(":wave: AZ-3"))
    called = kiosk("appointments", "import", "termine.csv")
    assert called.exit_code == 0
    assert all(each in called.stdout for each in ("[/b]AZ-1", "[bold]AZ-2", ":wave: AZ-3"))


def test_names_are_not_repeated_on_the_terminal(kiosk: Kiosk, premises: Premises) -> None:
    entry = Entry("AZ-1", name="Xanthippe Probeperson", contact="xanthippe@post.example")
    premises.write_list(entry)
    for call in (("--dry-run", "termine.csv"), ("termine.csv",)):
        assert "anthippe" not in kiosk("appointments", "import", *call).output
    with premises.ledger() as ledger:
        (appointment,) = ledger.by_external_id(["AZ-1"]).values()
        person = ledger.person_of(appointment.id)
    assert person is not None
    assert person.name == entry.name


def test_list_may_lie_anywhere(kiosk: Kiosk, premises: Premises, tmp_path: Path) -> None:
    elsewhere = premises.write_list(Entry("AZ-1")).rename(tmp_path / "Liste vom Montag.csv")
    assert kiosk("appointments", "import", elsewhere).exit_code == 0
    assert set(_known(premises)) == {"AZ-1"}


def test_dry_run_of_a_list_with_faults_shows_what_the_rest_would_change(
    kiosk: Kiosk, premises: Premises
) -> None:
    text = premises.write_list(Entry("AZ-1"), Entry("AZ-2", minutes=30)).read_text(encoding="utf-8")
    premises.list_file.write_text(text + "AZ-3;morgen;9:00;benefits\n", encoding="utf-8")
    called = kiosk("appointments", "import", "--dry-run", "termine.csv")
    assert called.exit_code == 1
    assert "termine.csv, line 4, Datum: write a date such as" in called.stderr
    counted = dict(line.rsplit(maxsplit=1) for line in called.stdout.splitlines() if len(line.split()) > 1)
    assert (counted[" new"], counted[" faults"]) == ("2", "1")
    assert not _known(premises)


def test_moved_and_changed_otherwise_and_booked_again_are_three_things(
    kiosk: Kiosk, premises: Premises
) -> None:
    premises.write_list(Entry("AZ-1"), Entry("AZ-2"), Entry("AZ-3"))
    kiosk("appointments", "import", "termine.csv")
    premises.write_list(Entry("AZ-1", minutes=60), Entry("AZ-2", party=2), Entry("AZ-3", status="abgesagt"))
    told = kiosk("appointments", "import", "termine.csv").stdout.splitlines()
    assert told[-1] == "taken in: 1 moved, 1 changed otherwise, 1 cancelled"
    premises.write_list(Entry("AZ-3"))
    assert (
        kiosk("appointments", "import", "termine.csv").stdout.splitlines()[-1] == "taken in: 1 booked again"
    )


def _write_calendar(premises: Premises, *lines: str) -> Path:
    path = premises.folder / "kalender.ics"
    start = now_utc() + timedelta(days=1)
    event = ["UID:1", f"DTSTART:{start:%Y%m%dT090000Z}", "DURATION:PT30M", "CATEGORIES:benefits", *lines]
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *event, "END:VEVENT", "END:VCALENDAR", ""])
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_calendar_is_taken_in_and_an_older_state_of_it_changes_nothing(
    kiosk: Kiosk, premises: Premises
) -> None:
    calendar = _write_calendar(premises, "SEQUENCE:2", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert "taken in: 3 new" in kiosk("appointments", "import", calendar).stdout
    assert kiosk("appointments", "import", calendar).stdout.splitlines()[-1] == "taken in: 3 unchanged"
    _write_calendar(premises, "SEQUENCE:1", "RRULE:FREQ=WEEKLY;COUNT=3", "X-KIOSK-PARTY:9")
    assert "taken in: 3 older than known" in kiosk("appointments", "import", calendar).stdout
    _write_calendar(premises, "SEQUENCE:3", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert "taken in: 1 cancelled, 2 unchanged" in kiosk("appointments", "import", calendar).stdout
    _write_calendar(premises, "SEQUENCE:4", "STATUS:CANCELLED")
    assert "taken in: 2 cancelled" in kiosk("appointments", "import", calendar).stdout
    assert {status for _, status in _known(premises).values()} == {"cancelled"}


def test_office_names_the_columns_of_its_lists(kiosk: Kiosk, premises: Premises) -> None:
    text = premises.office.read_text(encoding="utf-8")
    premises.office.write_text(
        text + '[lists.columns]\nid = "Vorgang"\ndate = ["Termin am"]\n', encoding="utf-8"
    )
    premises.list_file.write_text("Vorgang\tTermin am\tUhrzeit\tBereich\n7\t20.09.2021\t9:00\tbenefits\n")
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    assert set(_known(premises)) == {"7"}


def test_list_is_doubted_by_rules_that_were_entered_too(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1", minutes=90, party=3), Entry("AZ-2", minutes=30, party=3))
    entered = RulesEntered(RulesId("r"), now_utc() + minutes(60), EnteredCap(2, ()), None, "Verordnung § 9")
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [entered], now_utc(), by=StaffId("chief"))
    result = kiosk("appointments", "import", "termine.csv")
    assert result.exit_code == 0
    assert "line 2: 3 people come together, and only 2 may be inside" in result.stderr
    assert "line 3" not in result.stderr
