"""An office adds a language by one file: `kiosk languages`, and what check-config notes of it."""

from dataclasses import replace

import pytest

from kiosk.commands.door import DeviceWishes, _parts
from kiosk.languages.draft import draft
from kiosk.languages.own import spoken_by
from kiosk.letters.sheet import mail_texts, sheet
from kiosk.post.letters import office_wordings
from tests.polish import POLISH
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk
from tests.unit.letters.inviting import a_letter


@pytest.fixture
def polish(premises: Premises) -> Premises:
    """An office that has added Polish."""
    (premises.folder / "texts").mkdir()
    (premises.folder / "texts" / "pl.txt").write_text(POLISH, encoding="utf-8")
    office = premises.office.read_text(encoding="utf-8")
    offered = office.replace("languages = [", 'languages = ["pl", ', 1)
    assert offered != office
    premises.office.write_text(offered + '\n[letters]\ntexts = "texts"\n', encoding="utf-8")
    return premises


@pytest.mark.usefixtures("polish")
def test_list_tells_what_visitors_may_choose_and_what_the_office_wrote(kiosk: Kiosk) -> None:
    told = kiosk("languages", "list").stdout.splitlines()
    assert [line.split()[0] for line in told] == ["de", "de-simple", "en", "uk", "ru", "tr", "ar", "fa", "pl"]
    assert "Polski" in told[-1]
    assert "offered; 5 texts of the screen by the office" in told[-1]
    assert "not offered" in told[3]


@pytest.mark.slow
def test_a_new_file_is_written_once_and_checks_well(kiosk: Kiosk, premises: Premises) -> None:
    started = kiosk("languages", "start", "nds")
    assert started.exit_code == 0
    assert kiosk("languages", "start", "nds", "--out", "texts/new/nds.txt").exit_code == 0
    assert (premises.folder / "texts" / "new" / "nds.txt").exists()
    assert (premises.folder / "nds.txt").read_text(encoding="utf-8") == draft(spoken_by("", "nds"))
    assert kiosk("languages", "start", "nds").exit_code == 1
    checked = kiosk("languages", "check", "nds.txt", "--office", "office.toml")
    assert checked.exit_code == 0, checked.output
    assert "still German: answer: Please come in." in checked.stdout
    assert "0 faults" in checked.stdout


@pytest.mark.parametrize(("tag", "why"), [("uk", "uk is shipped"), ("qya", "nobody knows a language 'qya'")])
def test_a_language_that_cannot_be_started_is_a_wrong_call(kiosk: Kiosk, tag: str, why: str) -> None:
    told = kiosk("languages", "start", tag)
    assert told.exit_code == 2
    assert why in told.stderr


def test_faults_of_a_file_are_told_with_their_lines(kiosk: Kiosk, premises: Premises) -> None:
    (premises.folder / "pl.txt").write_text(POLISH.replace("o {time}", "o"), encoding="utf-8")
    told = kiosk("languages", "check", "pl.txt", "--office", "office.toml")
    assert told.exit_code == 1
    assert "pl.txt cannot be used:" in told.stderr
    assert "has to hold {time}" in told.stderr


@pytest.mark.slow
def test_texts_that_no_font_has_or_that_do_not_fit_are_faults(kiosk: Kiosk, premises: Premises) -> None:
    long = "Przyszli Państwo " * 200
    text = POLISH.replace("Przyszli Państwo za wcześnie.", long).replace("Zaproszenie", "Zaproszenie ☃ " * 99)
    (premises.folder / "pl.txt").write_text(text.replace("ten list", "ten list " * 320), encoding="utf-8")
    told = kiosk("languages", "check", "pl.txt", "--office", "office.toml")
    assert told.exit_code == 1
    assert "does not fit on the screen: too_early at 1920x1080: Przyszli" in told.stdout
    assert "no shipped font has: ☃ (1 sign)" in told.stdout
    assert "does not fit on one page" in told.stdout


def test_the_door_speaks_the_language_and_says_what_is_wrong_in_it(kiosk: Kiosk, polish: Premises) -> None:
    file = polish.file()
    parts = _parts(file, next(iter(file.office.doors.values())), DeviceWishes(("none",), None))
    assert [own.spoken.tag for own in parts.own_languages] == ["pl"]
    (polish.folder / "texts" / "pl.txt").write_text("== screen: answr ==\n", encoding="utf-8")
    for call in ("run --door main --camera none", "check-config"):
        told = kiosk(*call.split())
        assert told.exit_code == 3
        assert "pl.txt cannot be used:" in told.stderr


def test_letter_and_mail_are_in_the_language_with_german_for_what_is_missing(polish: Premises) -> None:
    wordings = office_wordings(polish.file())
    letter = replace(a_letter(language="pl"), wordings=wordings)
    told = sheet(letter, wordings.leading("pl"))
    assert told.subject == "Zaproszenie na spotkanie"
    assert told.day == "poniedziałek, 20 września 2021"
    assert told.opening == sheet(letter, wordings.leading("de")).opening
    assert [topic.heading for topic in told.topics] == ["Proszę zabrać ze sobą"]
    assert mail_texts(letter, wordings.leading("pl")).subject == "Państwa termin: 20 września 2021"
    assert wordings.beside("pl").language == "de"


def test_a_list_may_name_the_language_and_the_letter_is_made(kiosk: Kiosk, polish: Premises) -> None:
    polish.write_list(Entry("AZ-1"))
    listed = polish.list_file.read_text(encoding="utf-8").splitlines()
    with polish.list_file.open("w", encoding="utf-8") as file:
        file.write(f"{listed[0]};Sprache\n" + "".join(f"{line};pl\n" for line in listed[1:]))
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    made = kiosk("letters", "--day", polish.today, "--out", "letters")
    assert made.exit_code == 0, made.output
    with polish.ledger() as ledger:
        assert ledger.by_external_id(["AZ-1"])["AZ-1"].language == "pl"


def test_check_config_notes_what_some_visitors_read_in_german(kiosk: Kiosk, polish: Premises) -> None:
    office = polish.office.read_text(encoding="utf-8").replace('["pl", ', '["pl", "xx", ', 1)
    polish.office.write_text(office, encoding="utf-8")
    told = kiosk("check-config")
    assert told.exit_code == 0, told.output
    assert "note: xx: no visitor can choose it, for it has no texts" in told.stdout
    assert "texts are still German: `kiosk languages check" in told.stdout
    assert "note: pl: " in told.stdout
    assert "texts of the office are read in German: doors.main.directions, " in told.stdout
