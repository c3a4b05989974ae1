"""`kiosk mail`: what it prints, and that it names nobody."""

import threading
from itertools import count
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.cli import app
from kiosk.commands.mail import run
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.person import Person
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from tests.unit.post.conftest import MailOffice


def _kiosk(office: MailOffice, command: str) -> Result:
    return CliRunner().invoke(
        app, ["mail", command, "--office", str(office.premises.office)], catch_exceptions=False
    )


def test_send_and_status_tell_numbers_and_no_names(mail_office: MailOffice) -> None:
    assert _kiosk(mail_office, "status").stdout == "no mail was queued yet\n"
    sent = _kiosk(mail_office, "send")
    assert (sent.exit_code, sent.stdout) == (0, "AZ-1: sent\n")
    assert _kiosk(mail_office, "status").stdout == "1 sent\n"


def test_letter_that_reaches_nobody_is_told_and_ends_with_1(mail_office: MailOffice) -> None:
    person = Person("Erika Mustermann", "0000 12", by_mail=True)
    mail_office.change(AppointmentChanges(people={mail_office.appointment().id: person}))
    sent = _kiosk(mail_office, "send")
    assert (sent.exit_code, sent.stdout) == (1, "AZ-1: failed (no address)\n")
    told = _kiosk(mail_office, "status").stdout
    assert "1 failed (no address)" in told
    assert "AZ-1: the letter reached nobody (no address). Print it, or mend the address" in told


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("port = ", "port = 1 # ", "Connection refused"),
        ("[mail]", '[letters]\ntexts = "nowhere"\n[mail]', "there is no such folder with texts"),
        ("[mail]", '[mail]\nbounces = "nowhere"', "is no Maildir"),
    ],
)
def test_trouble_that_concerns_all_mails_is_told_with_its_reason(
    mail_office: MailOffice, before: str, after: str, said: str
) -> None:
    text = mail_office.premises.office.read_text(encoding="utf-8")
    mail_office.premises.office.write_text(text.replace(before, after), encoding="utf-8")
    sent = _kiosk(mail_office, "send")
    assert sent.exit_code == 1
    assert said in sent.stderr


def test_letter_that_does_not_fit_is_not_sent(mail_office: MailOffice) -> None:
    texts = mail_office.premises.folder / "texts"
    texts.mkdir()
    (texts / "de.txt").write_text("== opening ==\n" + "Wort " * 500, encoding="utf-8")
    with mail_office.premises.office.open("a", encoding="utf-8") as file:
        file.write('[letters]\ntexts = "texts"\n')
    assert _kiosk(mail_office, "send").stdout == "AZ-1: failed (no letter)\n"
    assert mail_office.mailbox.taken == []


def test_office_without_a_mail_server_is_told_what_to_write(mail_office: MailOffice) -> None:
    office = mail_office.premises.office
    office.write_text(office.read_text(encoding="utf-8").split("[mail]")[0], encoding="utf-8")
    sent = _kiosk(mail_office, "send")
    assert sent.exit_code == 3
    assert "write the table [mail]" in sent.stderr


class _Rounds(threading.Event):
    """Ends a service after so many rounds, without waiting between them."""

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self._left = rounds

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout
        self._left -= 1
        if self._left == 0:
            self.set()
        return self.is_set()


def test_service_goes_on_where_the_server_is_away_and_says_so_once(
    mail_office: MailOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office = mail_office.premises.office
    text = office.read_text(encoding="utf-8")
    office.write_text(text.replace("port = ", "port = 1 # "), encoding="utf-8")
    folder = mail_office.premises.folder / "Maildir" / "new"
    folder.mkdir(parents=True)
    run(office, _Rounds(3))
    assert capsys.readouterr().err.count("Connection refused") == 1
    office.write_text(text, encoding="utf-8")


def test_service_waits_for_a_database_that_is_away_and_sends_then(
    mail_office: MailOffice, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_it, tries = Ledger.open, count(1)

    def open_at_third_try(url: str, key_file: Path) -> Ledger:
        if next(tries) < 3:
            raise LedgerUnreachableError("The cable is out.")
        return open_it(url, key_file)

    monkeypatch.setattr(Ledger, "open", open_at_third_try)
    run(mail_office.premises.office, _Rounds(3))
    said = capsys.readouterr()
    assert said.err.count("The cable is out.; tried again by and by") == 1
    assert said.out == "AZ-1: sent\n"
