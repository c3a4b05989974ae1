"""Hands a mail to the office's mail server: the connection is encrypted and checked, or there is none."""

import re
import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from typing import Final

from kiosk.config.mail_settings import MailSecurity, MailSettings
from kiosk.core.mail import AnswerKind, MailAnswer

Hand = Callable[[EmailMessage, str], MailAnswer]
"""Hands a mail for a recipient to a server."""

_TIMEOUT: Final = 30
_PERMANENT: Final = 500
_ENHANCED: Final = re.compile(rb"\s*([245]\.\d{1,3}\.\d{1,3})\b")


class MailServerError(Exception):
    """Raised when the server takes no mail at all from this office: the sentence says why."""


def server_at(settings: MailSettings) -> Hand:
    """Return what hands mails to the office's server; each mail has a connection of its own.

    What it returns raises MailServerError for whatever has nothing to do with the mail itself.
    """

    def hand(message: EmailMessage, recipient: str) -> MailAnswer:
        try:
            server = _connected(settings)
        except (smtplib.SMTPException, OSError) as error:
            raise MailServerError(f"{settings.server} port {settings.port}: {_reason(error)}") from error
        try:
            answer = _handed(server, settings, message, recipient)
            # What was answered holds, however the farewell goes.
            with suppress(smtplib.SMTPException, OSError):
                server.quit()
        finally:
            server.close()
        return answer

    return hand


def _connected(settings: MailSettings) -> smtplib.SMTP:
    trusted = ssl.create_default_context(cafile=settings.ca_file)
    if settings.security is MailSecurity.TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.server, settings.port, timeout=_TIMEOUT, context=trusted
        )
    else:
        server = smtplib.SMTP(settings.server, settings.port, timeout=_TIMEOUT)
    try:
        if settings.security is MailSecurity.STARTTLS:
            server.starttls(context=trusted)
        if settings.user is not None:
            server.login(settings.user, _password(settings))
    except BaseException:
        server.close()
        raise
    return server


def _password(settings: MailSettings) -> str:
    return "" if settings.password_file is None else settings.password_file.read_text("utf-8").strip()


def _handed(
    server: smtplib.SMTP, settings: MailSettings, message: EmailMessage, recipient: str
) -> MailAnswer:
    try:
        server.send_message(message, settings.sender, [recipient])
    except smtplib.SMTPRecipientsRefused as error:
        (refused,) = error.recipients.values()
        return _refusal(*refused)
    except smtplib.SMTPDataError as error:
        return _refusal(error.smtp_code, error.smtp_error)
    except smtplib.SMTPSenderRefused as error:
        raise MailServerError(
            f"the server refuses the sender {settings.sender} ({error.smtp_code})"
        ) from error
    except (smtplib.SMTPException, OSError):
        # The line broke: perhaps after the last word of the mail.
        return MailAnswer(AnswerKind.UNCLEAR, "connection")
    return MailAnswer(AnswerKind.TAKEN, "")


def _refusal(code: int, said: bytes | str) -> MailAnswer:
    # Its words could name the person; of them only the number of RFC 3463 is kept.
    words = said.encode("utf-8", "replace") if isinstance(said, str) else said
    found = _ENHANCED.match(words)
    number = f"{code} {found[1].decode('ascii')}" if found else str(code)
    return MailAnswer(AnswerKind.REFUSED if code >= _PERMANENT else AnswerKind.LATER, number)


def _reason(error: Exception) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted ({error.verify_message}); see ca_file in [mail]"
        case smtplib.SMTPNotSupportedError():
            return "it does not encrypt, or asks for no login; nothing is sent in the clear"
        case smtplib.SMTPAuthenticationError():
            return f"it does not take user and password ({error.smtp_code}); see both in [mail]"
        case smtplib.SMTPResponseException():
            return f"it answers {error.smtp_code}"
        case FileNotFoundError() if error.filename is not None:
            return f"there is no {error.filename}"
        case OSError() if error.strerror is not None:
            return str(error.strerror)
        case _:
            return str(error) or type(error).__name__
