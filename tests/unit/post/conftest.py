"""An office with a letter to send, and a real mail server on this machine that encrypts."""

import asyncio
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from PySide6.QtWidgets import QApplication

from kiosk.clock import now_utc
from kiosk.core.appointment import Appointment
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.office import RoomId
from kiosk.core.person import Person
from tests.building import BENEFITS, an_appointment
from tests.premises import Premises, make_premises

RECIPIENT = "erika.mustermann@mail.example"


@dataclass
class Mailbox:
    """Takes mails; the `answers` are given first, in their order, then each mail is taken."""

    answers: list[str] = field(default_factory=list)
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answers and not (answer := self.answers.pop(0)).startswith("250"):
            return answer
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        self.recipients += envelope.rcpt_tos
        return "250 taken"


@dataclass(frozen=True)
class MailOffice:
    """The office, its appointment that goes by mail, and the server's mailbox."""

    premises: Premises
    mailbox: Mailbox
    port: int

    def appointment(self) -> Appointment:
        with self.premises.ledger() as ledger:
            return ledger.by_external_id(["AZ-1"])["AZ-1"]

    def change(self, changes: AppointmentChanges) -> None:
        with self.premises.ledger() as ledger:
            ledger.apply(changes)


class Server(Controller):
    """A server at a port that the system chooses."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # aiosmtpd's own


def _with_an_appointment(office: MailOffice) -> MailOffice:
    tomorrow = now_utc().replace(microsecond=0) + timedelta(days=1)
    appointment = replace(
        an_appointment("benefits-4711", tomorrow), external_id="AZ-1", area=BENEFITS, room=RoomId("101")
    )
    person = Person("Erika Mustermann", RECIPIENT, by_mail=True)
    office.change(AppointmentChanges(new=(appointment,), people={appointment.id: person}))
    return office


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


def _may_log_in(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object
) -> AuthResult:
    right = isinstance(data, LoginPassword) and data.password == b"Geheim-7"
    return AuthResult(success=right, handled=right)


@pytest.fixture
def mail_office(tmp_path: Path, authority: trustme.CA, qapp: QApplication) -> Iterator[MailOffice]:
    del qapp
    premises = make_premises(tmp_path / "office")
    certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(certificate)
    authority.cert_pem.write_to_path(premises.folder / "ca.pem")
    (premises.folder / "password").write_text("Geheim-7\n", encoding="utf-8")
    mailbox = Mailbox()
    controller = Server(
        mailbox,
        hostname="127.0.0.1",
        port=0,
        tls_context=certificate,
        require_starttls=True,
        authenticator=_may_log_in,
        auth_required=True,
    )
    controller.start()
    try:
        port = controller.port
        with premises.office.open("a", encoding="utf-8") as file:
            file.write(
                f'\n[mail]\nserver = "127.0.0.1"\nport = {port}\nsender = "termine@amt.example"\n'
                'user = "termine"\npassword_file = "password"\nca_file = "ca.pem"\n'
            )
        yield _with_an_appointment(MailOffice(premises, mailbox, port))
    finally:
        controller.stop()
