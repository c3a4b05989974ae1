"""What a mail server may answer, and what it means for the mail."""

import asyncio
import smtplib
import ssl
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from kiosk.config.mail_settings import MailSecurity, MailSettings
from kiosk.core.mail import AnswerKind, MailAnswer
from kiosk.post.smtp import MailServerError, server_at
from tests.unit.post.conftest import MailOffice, Server

MESSAGE = EmailMessage()
MESSAGE["Subject"] = "Test"
MESSAGE.set_content("Test")


class Difficult:
    """Answers as it is told to, to the command that it is told."""

    def __init__(self) -> None:
        self.at_sender = self.at_recipient = self.at_data = ""

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.at_sender or "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.at_recipient or "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, _envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.at_data == "hang up":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return self.at_data or "250 OK"


@pytest.fixture
def difficult() -> Difficult:
    return Difficult()


@pytest.fixture
def clear_server(difficult: Difficult) -> Iterator[Server]:
    """A server that does not encrypt."""
    server = Server(difficult, hostname="127.0.0.1", port=0)
    server.start()
    yield server
    server.stop()


def _settings(port: int) -> MailSettings:
    return MailSettings("127.0.0.1", port, MailSecurity.STARTTLS, "a@amt.example", None, None, None, None)


def test_nothing_is_sent_to_a_server_that_does_not_encrypt(clear_server: Server) -> None:
    with pytest.raises(MailServerError, match="nothing is sent in the clear"):
        server_at(_settings(clear_server.port))(MESSAGE, "b@mail.example")


@pytest.fixture
def unencrypted(clear_server: Server, monkeypatch: pytest.MonkeyPatch) -> MailSettings:
    """As if the server had encrypted: these tests are about its answers."""

    def done(*_: object, **__: ssl.SSLContext) -> None:
        """Encrypt nothing."""

    monkeypatch.setattr(smtplib.SMTP, "starttls", done)
    return _settings(clear_server.port)


@pytest.mark.parametrize(
    ("at_recipient", "answer"),
    [
        ("550 5.1.1 <b@mail.example> unknown", MailAnswer(AnswerKind.REFUSED, "550 5.1.1")),
        ("553 b@mail.example? never", MailAnswer(AnswerKind.REFUSED, "553")),
        ("500 b@mail.example? what", MailAnswer(AnswerKind.REFUSED, "500")),
        ("450 4.7.1 greylisted", MailAnswer(AnswerKind.LATER, "450 4.7.1")),
    ],
)
def test_answer_to_the_recipient_is_one_to_the_mail_and_keeps_its_number_alone(
    difficult: Difficult, unencrypted: MailSettings, at_recipient: str, answer: MailAnswer
) -> None:
    difficult.at_recipient = at_recipient
    assert server_at(unencrypted)(MESSAGE, "b@mail.example") == answer


def test_line_that_breaks_during_the_mail_leaves_it_unclear(
    difficult: Difficult, unencrypted: MailSettings
) -> None:
    difficult.at_data = "hang up"
    answer = server_at(unencrypted)(MESSAGE, "b@mail.example")
    assert answer == MailAnswer(AnswerKind.UNCLEAR, "connection")


def test_sender_that_is_refused_is_trouble_of_the_office_and_not_of_the_mail(
    difficult: Difficult, unencrypted: MailSettings
) -> None:
    difficult.at_sender = "550 not yours"
    with pytest.raises(MailServerError, match=r"refuses the sender a@amt\.example \(550\)"):
        server_at(unencrypted)(MESSAGE, "b@mail.example")


def test_mail_that_was_taken_is_taken(mail_office: MailOffice) -> None:
    settings = mail_office.premises.file().mail
    assert settings is not None
    assert server_at(settings)(MESSAGE, "b@mail.example") == MailAnswer(AnswerKind.TAKEN, "")
