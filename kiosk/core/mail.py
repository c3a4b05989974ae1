"""Letters by mail: what became of one, and when it is tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from kiosk.core.appointment import AppointmentId

_PAUSES: Final = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 240))
"""Between the tries; the last of them is repeated. Servers that greylist want the first to be short."""

MOST_TRIES: Final = 24

LEASE: Final = timedelta(minutes=5)
"""For how long one program has a mail to itself: longer than a whole try may take."""


class MailState(Enum):
    """What became of a mail. `SENDING` outlasts a program that was killed, until its lease is over."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class AnswerKind(Enum):
    """What a mail server's answer means for the mail."""

    TAKEN = "taken"
    LATER = "later"
    UNCLEAR = "unclear"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """An answer; `said` is a number or a word, never what the server wrote: that could name the person."""

    kind: AnswerKind
    said: str


@dataclass(frozen=True, slots=True)
class QueuedMail:
    """A mail in the queue: for which appointment and which time of it. It holds nothing of the person.

    `mail_id` is the same at each try, so that whoever gets a mail twice can tell.
    """

    number: int
    mail_id: str
    appointment: AppointmentId
    for_time: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class MailCount:
    """How many mails are in a state, and for what reason."""

    state: MailState
    said: str
    count: int


def pause_after(tries: int) -> timedelta | None:
    """Return how long to wait after so many tries (1 or more), None when it is time to give up."""
    if tries >= MOST_TRIES:
        return None
    return _PAUSES[min(tries, len(_PAUSES)) - 1]
