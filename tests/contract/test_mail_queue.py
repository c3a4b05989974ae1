"""The queue of letters by mail, on both databases."""

from dataclasses import replace
from datetime import timedelta

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.mail import LEASE, MailCount, MailState
from kiosk.core.person import Person
from kiosk.ledger.ledger import Ledger
from tests.building import an_appointment, at

NOW = at("08:00")


def _marked(ledger: Ledger, *names: str) -> None:
    appointments = tuple(replace(an_appointment(name), external_id=name) for name in names)
    people = {each.id: Person("Erika", "e@mail.example", by_mail=True) for each in appointments}
    ledger.apply(AppointmentChanges(new=appointments, people=people))


def test_each_mail_is_claimed_by_one_and_again_when_its_lease_is_over(ledger: Ledger) -> None:
    _marked(ledger, "a", "b")
    queue = ledger.mail_queue
    assert queue.add_marked(NOW) == 2
    assert queue.add_marked(NOW) == 0
    first, second = queue.claim(NOW), queue.claim(NOW)
    assert first is not None
    assert second is not None
    assert first.appointment != second.appointment
    assert queue.claim(NOW) is None
    again = queue.claim(NOW + LEASE)
    assert again is not None
    assert (again.number, again.mail_id, again.tries) == (first.number, first.mail_id, 2)


def test_what_became_of_mails_is_counted_and_a_bounce_counts_once(ledger: Ledger) -> None:
    _marked(ledger, "a", "b")
    queue = ledger.mail_queue
    queue.add_marked(NOW)
    first, second = queue.claim(NOW), queue.claim(NOW)
    assert first is not None
    assert second is not None
    queue.settle(first.number, MailState.SENT, "", NOW)
    queue.settle(second.number, MailState.WAITING, "450", NOW + timedelta(minutes=1))
    assert queue.counts() == (MailCount(MailState.SENT, "", 1), MailCount(MailState.WAITING, "450", 1))
    assert queue.note_bounce(first.mail_id, "bounced")
    assert not queue.note_bounce(first.mail_id, "bounced")
    assert not queue.note_bounce("f" * 32, "bounced")
    assert [why for _, why in queue.not_reached(NOW)] == ["bounced"]
    assert queue.not_reached(NOW + timedelta(days=1)) == ()
    assert queue.add(first.appointment, NOW)
    assert not queue.add(second.appointment, NOW)
