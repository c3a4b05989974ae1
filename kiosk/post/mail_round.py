"""One round of the mail: whatever is due is made, sent, and written down.

The letter is made when it is sent, so it says what holds then; the queue needs to keep neither letter nor
person. A mail is claimed before it is sent and settled after. Whoever is killed between the two sends it
once more when its lease is over, under the same Message-ID: SMTP knows no other way to be sure that it
arrived.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.mail import AnswerKind, MailAnswer, MailState, QueuedMail, pause_after
from kiosk.ledger.ledger import Ledger
from kiosk.letters.wordings import Wordings
from kiosk.post.letters import LetterNotMadeError, make_letter, office_wordings
from kiosk.post.mail_message import mail_message
from kiosk.post.smtp import Hand, MailServerError

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class MailPost:
    """What sends the office's mail: its ledger and file, the server, the sender's address and the time."""

    ledger: Ledger
    office_file: OfficeFile
    hand: Hand
    sender: str
    clock: Clock


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one mail in this round; `said` is why."""

    appointment: str
    state: MailState
    said: str


def send_due(post: MailPost, told: Callable[[Settled], None] = lambda _: None) -> None:
    """Queue what is marked to go by mail, and send all that is due; `told` hears of each.

    Raises MailServerError where the server takes no mail at all: what is due then waits for the next try; and
    LetterNotMadeError for faulty texts, before anything is sent.
    """
    wordings = office_wordings(post.office_file)
    queue = post.ledger.mail_queue
    queue.add_marked(post.clock())
    while (queued := queue.claim(post.clock())) is not None:
        told(_sent(post, queued, wordings))


def _sent(post: MailPost, queued: QueuedMail, wordings: Wordings) -> Settled:
    appointment = post.ledger.appointment(queued.appointment)
    person = post.ledger.person_of(queued.appointment)
    recipient = None if person is None else person.mail_address
    pointless = _pointless(appointment, queued, post.clock())
    if appointment is None or pointless:
        return _settle(post, queued, queued.appointment, MailState.DROPPED, pointless)
    if recipient is None:
        return _settle(post, queued, appointment.external_id, MailState.FAILED, "no address")
    try:
        made = make_letter(post.ledger, post.office_file, appointment, post.clock(), wordings)
        message = mail_message(made, queued, post.sender, recipient, post.clock())
    except LetterNotMadeError:
        return _settle(post, queued, appointment.external_id, MailState.FAILED, "no letter")
    try:
        answer = post.hand(message, recipient)
    except MailServerError:
        post.ledger.revoke_code(made.letters[0].code, post.clock())
        _later(post, queued, appointment, "server")
        raise
    if answer.kind in {AnswerKind.REFUSED, AnswerKind.LATER}:
        # Nobody has got the letter that was made for this try.
        post.ledger.revoke_code(made.letters[0].code, post.clock())
    return _answered(post, queued, appointment, answer)


def _pointless(appointment: Appointment | None, queued: QueuedMail, now: datetime) -> str:
    """Say why a mail is not sent any more, in a word; nothing where it is."""
    if appointment is None or appointment.status is not AppointmentStatus.BOOKED:
        return "cancelled"
    if appointment.starts_at != queued.for_time:
        return "moved"
    return "over" if appointment.starts_at <= now else ""


def _answered(post: MailPost, queued: QueuedMail, appointment: Appointment, answer: MailAnswer) -> Settled:
    match answer.kind:
        case AnswerKind.TAKEN:
            return _settle(post, queued, appointment.external_id, MailState.SENT, "")
        case AnswerKind.REFUSED:
            return _settle(post, queued, appointment.external_id, MailState.FAILED, answer.said)
        case AnswerKind.LATER | AnswerKind.UNCLEAR:
            return _later(post, queued, appointment, answer.said)
        case _ as never:
            assert_never(never)


def _later(post: MailPost, queued: QueuedMail, appointment: Appointment, said: str) -> Settled:
    pause = pause_after(queued.tries)
    if pause is None:
        return _settle(post, queued, appointment.external_id, MailState.FAILED, said)
    next_at = post.clock() + pause
    post.ledger.mail_queue.settle(queued.number, MailState.WAITING, said, next_at)
    return Settled(appointment.external_id, MailState.WAITING, said)


def _settle(post: MailPost, queued: QueuedMail, told_as: str, state: MailState, said: str) -> Settled:
    post.ledger.mail_queue.settle(queued.number, state, said, post.clock())
    return Settled(told_as, state, said)
