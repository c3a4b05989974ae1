"""Who comes to an appointment, and what they need: for the letter and the desk only, and not for long.

All of this is personal data, what somebody needs even data about their health: it is never on the visitor's
screen and never in a log, and it is deleted when the day of the appointment is over.
"""

import re
from dataclasses import dataclass
from enum import Enum

_MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}")


class Need(Enum):
    """What has to be ready for somebody."""

    STEP_FREE = "step_free"
    SIGN_LANGUAGE = "sign_language"
    LARGE_PRINT = "large_print"


class Company(Enum):
    """Who comes along, and is counted in the party."""

    COMPANION = "companion"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Person:
    """Who comes; whatever the office does not keep, or nobody told, is None or empty.

    `contact` is a phone number or a mail address, `address` the postal one below the name, its lines
    separated by line feeds. `by_mail`: the letter goes to `contact`; else it is printed.
    """

    name: str | None
    contact: str | None = None
    address: str | None = None
    needs: frozenset[Need] = frozenset()
    company: frozenset[Company] = frozenset()
    by_mail: bool = False

    @property
    def addressee(self) -> tuple[str, ...]:
        """The lines of the letter's address field, as far as they are known."""
        lines = (self.name or "", *(self.address or "").splitlines())
        return tuple(line.strip() for line in lines if line.strip())

    @property
    def mail_address(self) -> str | None:
        """Where mail reaches this person; None if nobody knows."""
        return self.contact if self.contact is not None and is_mail_address(self.contact) else None


def is_mail_address(text: str) -> bool:
    """Say whether a text is one mail address, as far as its shape tells."""
    return _MAIL.fullmatch(text) is not None
