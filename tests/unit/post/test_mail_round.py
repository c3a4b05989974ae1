"""The queue against a real mail server: what is sent once, tried again, given up, and what is kept."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import numpy as np
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from icalendar import Calendar
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from kiosk.clock import now_utc
from kiosk.core.appointment import AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import parse
from kiosk.core.mail import LEASE, MOST_TRIES, AnswerKind, MailAnswer, MailState, pause_after
from kiosk.core.person import Person
from kiosk.post.bounces import note_bounces
from kiosk.post.letters import make_letter, texts_in
from kiosk.post.mail_round import MailPost, Settled, send_due
from kiosk.post.smtp import MailServerError, server_at
from tests.unit.post.conftest import RECIPIENT, MailOffice

Round = Callable[..., list[tuple[MailState, str]]]


@pytest.fixture
def round_at(mail_office: MailOffice) -> Round:
    """Sends what is due, as if it were so much later."""

    def go(later: timedelta = timedelta(0)) -> list[tuple[MailState, str]]:
        told: list[Settled] = []
        file = mail_office.premises.file()
        assert file.mail is not None
        with mail_office.premises.ledger() as ledger:
            clock = _clock(later)
            send_due(MailPost(ledger, file, server_at(file.mail), file.mail.sender, clock), told.append)
        return [(each.state, each.said) for each in told]

    return go


def _clock(later: timedelta) -> Callable[[], datetime]:
    return lambda: now_utc() + later


def _letters_in_force(office: MailOffice) -> int:
    with office.premises.ledger() as ledger:
        return sum(each.revoked_at is None for each in ledger.letters_of(office.appointment().id))


def _part(message: EmailMessage, kind: str) -> bytes:
    (part,) = [each for each in message.walk() if each.get_content_type() == kind]
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload


def _grey(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def test_what_is_marked_is_sent_once_and_a_second_round_sends_nothing(
    mail_office: MailOffice, round_at: Round
) -> None:
    assert round_at() == [(MailState.SENT, "")]
    assert round_at() == []
    assert mail_office.mailbox.recipients == [RECIPIENT]
    assert _letters_in_force(mail_office) == 1


def test_mail_brings_letter_picture_and_calendar_entry(mail_office: MailOffice, round_at: Round) -> None:
    round_at()
    (message,) = mail_office.mailbox.taken
    appointment = mail_office.appointment()
    assert message["To"] == RECIPIENT
    assert "Amt Musterstadt" in message["From"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Subject"].startswith("Ihr Termin am ")
    plain = _part(message, "text/plain").decode()
    assert "Guten Tag," in plain
    assert "Dear visitor," in plain
    assert "Erika" not in plain + _part(message, "text/html").decode()
    document = QPdfDocument()
    source = QBuffer()
    source.setData(QByteArray(_part(message, "application/pdf")))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    assert "Erika Mustermann" in document.getAllText(0).text()
    document.close()
    (event,) = Calendar.from_ical(_part(message, "text/calendar")).walk("VEVENT")
    assert event.decoded("dtstart") == appointment.starts_at
    assert event.decoded("dtend") - event.decoded("dtstart") == appointment.duration
    assert "Raum 101" in str(event["location"])


@pytest.mark.parametrize("inverted", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pixels", [296, 180])
def test_picture_in_the_mail_reads_from_a_phones_screen(
    mail_office: MailOffice, round_at: Round, pixels: int, *, inverted: bool
) -> None:
    round_at()
    image = QImage.fromData(_part(mail_office.mailbox.taken[0], "image/png")).scaled(pixels, pixels)
    screen = np.full((844, 390), 18, dtype=np.uint8)  # the page of a mail program that shows mail dark
    shown = _grey(image)
    screen[200 : 200 + pixels, 40 : 40 + pixels] = 255 - shown if inverted else shown
    (text,) = texts_in(screen)
    with mail_office.premises.ledger() as ledger, ledger.transaction() as transaction:
        invitation = transaction.invitation(parse(text))
    assert invitation is not None
    assert invitation.appointment == mail_office.appointment()


def test_server_that_wants_to_be_asked_again_is_asked_after_growing_pauses(
    mail_office: MailOffice, round_at: Round
) -> None:
    mail_office.mailbox.answers += ["450 4.2.0 greylisted", "451 try again", "250"]
    assert round_at() == [(MailState.WAITING, "450 4.2.0")]
    assert _letters_in_force(mail_office) == 0
    assert round_at() == []
    assert round_at(timedelta(minutes=1.5)) == [(MailState.WAITING, "451")]
    assert round_at(timedelta(minutes=5)) == []
    assert round_at(timedelta(minutes=7)) == [(MailState.SENT, "")]
    assert _letters_in_force(mail_office) == 1


def test_mail_that_is_refused_for_good_is_given_up_and_its_letter_opens_nothing(
    mail_office: MailOffice, round_at: Round
) -> None:
    mail_office.mailbox.answers += ["550 5.1.1 <erika.mustermann@mail.example> unknown"]
    assert round_at() == [(MailState.FAILED, "550 5.1.1")]
    assert round_at(timedelta(hours=9)) == []
    assert _letters_in_force(mail_office) == 0
    with mail_office.premises.ledger() as ledger:
        assert ledger.mail_queue.not_reached(now_utc()) == (("AZ-1", "550 5.1.1"),)
        assert ledger.mail_queue.add(mail_office.appointment().id, now_utc())
    assert round_at() == [(MailState.SENT, "")]


def test_letter_that_is_printed_while_the_mail_fails_stays_good(mail_office: MailOffice) -> None:
    file, printed = mail_office.premises.file(), []
    with mail_office.premises.ledger() as ledger:

        def print_and_refuse(_message: EmailMessage, _recipient: str) -> MailAnswer:
            printed.append(make_letter(ledger, file, mail_office.appointment(), now_utc()).letters[0].code)
            return MailAnswer(AnswerKind.REFUSED, "550")

        send_due(MailPost(ledger, file, print_and_refuse, "termine@amt.example", now_utc))
        with ledger.transaction() as transaction:
            assert transaction.invitation(printed[0]) is not None
    assert _letters_in_force(mail_office) == 1


def test_letter_of_a_mail_that_may_have_arrived_stays_good(mail_office: MailOffice) -> None:
    file = mail_office.premises.file()
    told: list[Settled] = []
    with mail_office.premises.ledger() as ledger:

        def lose_the_line(_message: EmailMessage, _recipient: str) -> MailAnswer:
            return MailAnswer(AnswerKind.UNCLEAR, "connection")

        send_due(MailPost(ledger, file, lose_the_line, "termine@amt.example", now_utc), told.append)
    assert [(each.state, each.said) for each in told] == [(MailState.WAITING, "connection")]
    assert _letters_in_force(mail_office) == 1


def test_program_that_is_killed_between_sending_and_noting_sends_once_more_under_the_same_id(
    mail_office: MailOffice, round_at: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[subprocess.Popen[bytes]] = []
    taking = type(mail_office.mailbox).handle_DATA

    async def take_and_kill(mailbox: object, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = await taking(mailbox, server, session, envelope)  # type: ignore[arg-type] # the fixture's own
        os.kill(killed[0].pid, signal.SIGKILL)
        return answer

    monkeypatch.setattr(type(mail_office.mailbox), "handle_DATA", take_and_kill)
    command = [sys.executable, "-m", "kiosk", "mail", "send", "--office", str(mail_office.premises.office)]
    killed.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    assert killed[0].wait(100) == -signal.SIGKILL
    monkeypatch.undo()
    assert round_at() == []
    assert round_at(LEASE + timedelta(seconds=5)) == [(MailState.SENT, "")]
    first, second = mail_office.mailbox.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert _letters_in_force(mail_office) == 2


def test_what_is_marked_for_a_time_that_is_over_is_not_queued(mail_office: MailOffice) -> None:
    with mail_office.premises.ledger() as ledger:
        assert ledger.mail_queue.add_marked(mail_office.appointment().starts_at) == 0
        assert ledger.mail_queue.counts() == ()


def test_two_programs_do_not_take_the_same_mail(mail_office: MailOffice) -> None:
    with mail_office.premises.ledger() as one, mail_office.premises.ledger() as other:
        assert one.mail_queue.add_marked(now_utc()) == 1
        assert other.mail_queue.add_marked(now_utc()) == 0
        assert one.mail_queue.claim(now_utc()) is not None
        assert other.mail_queue.claim(now_utc()) is None


def test_moved_appointment_is_sent_with_its_new_time_and_a_cancelled_one_not_at_all(
    mail_office: MailOffice, round_at: Round
) -> None:
    appointment = mail_office.appointment()
    with mail_office.premises.ledger() as ledger:
        ledger.mail_queue.add(appointment.id, now_utc())
        assert not ledger.mail_queue.add(appointment.id, now_utc())
    moved = replace(appointment, starts_at=appointment.starts_at + timedelta(hours=1))
    mail_office.change(AppointmentChanges(changed=(moved,)))
    assert round_at() == [(MailState.DROPPED, "moved"), (MailState.SENT, "")]
    entry = Calendar.from_ical(_part(mail_office.mailbox.taken[0], "text/calendar"))
    assert entry.walk("VEVENT")[0].decoded("dtstart") == moved.starts_at
    mail_office.change(AppointmentChanges(changed=(appointment,)))
    with mail_office.premises.ledger() as ledger:
        assert ledger.mail_queue.add(appointment.id, now_utc())
    mail_office.change(AppointmentChanges(cancelled=(appointment.id,)))
    assert round_at() == [(MailState.DROPPED, "cancelled")]
    with mail_office.premises.ledger() as ledger:
        assert not ledger.mail_queue.add(appointment.id, now_utc())
    assert mail_office.appointment().status is AppointmentStatus.CANCELLED


def test_mail_without_an_address_or_whose_appointment_is_over_is_not_sent(
    mail_office: MailOffice, round_at: Round
) -> None:
    appointment = mail_office.appointment()
    with mail_office.premises.ledger() as ledger:
        ledger.mail_queue.add(appointment.id, now_utc())
    mail_office.change(AppointmentChanges(people={appointment.id: Person("Erika", "0000 12", by_mail=True)}))
    assert round_at() == [(MailState.FAILED, "no address")]
    with mail_office.premises.ledger() as ledger:
        ledger.mail_queue.add(appointment.id, now_utc())
    assert round_at(timedelta(days=2)) == [(MailState.DROPPED, "over")]
    assert mail_office.mailbox.taken == []


def test_queue_keeps_nothing_of_the_person(mail_office: MailOffice, round_at: Round) -> None:
    mail_office.mailbox.answers += [f"450 4.2.0 {RECIPIENT} greylisted"]
    round_at()
    round_at(timedelta(hours=1))
    with mail_office.premises.ledger() as ledger:
        with ledger.transaction() as transaction:
            transaction.people.forget_before(now_utc() + timedelta(days=9))
        ledger.wipe_deleted()
    stored = mail_office.premises.database.read_bytes()
    assert b"Mustermann" not in stored
    assert b"mail.example" not in stored


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ('ca_file = "ca.pem"\n', "", "certificate is not trusted"),
        ('password_file = "password"', 'password_file = "wrong"', "does not take user and password"),
        ('password_file = "password"', 'password_file = "nowhere"', "there is no "),
        ('user = "termine"', 'security = "tls"', "port "),
        ("port = ", "port = 1 # ", "Connection refused"),
    ],
)
def test_server_that_takes_no_mail_at_all_is_told_with_the_reason_and_the_mail_waits(
    mail_office: MailOffice, round_at: Round, wrong: str, right: str, reason: str
) -> None:
    office = mail_office.premises.office
    (office.parent / "wrong").write_text("falsch")
    text = office.read_text(encoding="utf-8")
    office.write_text(text.replace(wrong, right), encoding="utf-8")
    with pytest.raises(MailServerError, match=reason):
        round_at()
    office.write_text(text, encoding="utf-8")
    assert round_at(timedelta(minutes=2)) == [(MailState.SENT, "")]
    assert _letters_in_force(mail_office) == 1


def test_pauses_grow_and_end() -> None:
    pauses = [pause_after(tries) for tries in range(1, MOST_TRIES)]
    given = [each for each in pauses if each is not None]
    assert given == sorted(given)
    assert len(given) == MOST_TRIES - 1
    assert sum(given, timedelta(0)) > timedelta(days=3)
    assert pause_after(MOST_TRIES) is None


_BOUNCE = """\
From: mailer-daemon@mail.example
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
Subject: Undelivered

--b
Content-Type: text/plain

No such user.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; somebody@mail.example
Action: {action}
Status: 5.1.1

--b
Content-Type: {kind}

Message-ID: {id}
Subject: Ihr Termin

--b--
"""


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_mail_that_comes_back_is_noted_once_and_other_mail_is_left_alone(
    mail_office: MailOffice, round_at: Round, tmp_path: Path, kind: str
) -> None:
    round_at()
    folder = tmp_path / "Maildir"
    for name in ("new", "cur", "tmp"):
        (folder / name).mkdir(parents=True)
    own = mail_office.mailbox.taken[0]["Message-ID"]
    mails = {
        "1": _BOUNCE.format(kind=kind, action="failed", id=own),
        "2": _BOUNCE.format(kind=kind, action="failed", id="<somebody-else@mail.example>"),
        "3": _BOUNCE.format(kind=kind, action="delayed", id=own),
        "4": "Subject: Hello\n\nWorld\n",
    }
    for name, text in mails.items():
        (folder / "new" / name).write_text(text)
    with mail_office.premises.ledger() as ledger:
        assert note_bounces(folder, ledger.mail_queue) == 1
        assert note_bounces(folder, ledger.mail_queue) == 0
        assert ledger.mail_queue.not_reached(now_utc()) == (("AZ-1", "bounced 5.1.1"),)
        with pytest.raises(NotADirectoryError):
            note_bounces(tmp_path, ledger.mail_queue)
    assert len(list((folder / "cur").iterdir())) == 4


@pytest.mark.parametrize(("box", "action"), [("new", "delayed"), ("cur", "failed")])
def test_report_of_a_delay_and_one_that_somebody_has_read_tell_of_no_mail_that_came_back(
    mail_office: MailOffice, round_at: Round, tmp_path: Path, box: str, action: str
) -> None:
    round_at()
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()
    own = mail_office.mailbox.taken[0]["Message-ID"]
    (tmp_path / box / "1:2,").write_text(_BOUNCE.format(kind="message/rfc822", action=action, id=own))
    with mail_office.premises.ledger() as ledger:
        assert note_bounces(tmp_path, ledger.mail_queue) == 0
