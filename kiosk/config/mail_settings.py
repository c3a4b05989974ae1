"""How the office sends mail."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class MailSecurity(Enum):
    """How the connection is encrypted; there is none that is not."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The server that takes the office's mail, and who sends it; paths are absolute.

    Without a `user` nobody logs in. `ca_file` holds the certificates that are trusted in place of the
    system's. `bounces` is the Maildir into which the mails come that could not be delivered.
    """

    server: str
    port: int
    security: MailSecurity
    sender: str
    user: str | None
    password_file: Path | None
    ca_file: Path | None
    bounces: Path | None
