"""Letters are printed, read again, and only then known at the door."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.clock import now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.ledger.ledger import Ledger
from kiosk.post import letters
from kiosk.post.letters import LetterNotMadeError, make_letter
from tests.building import an_appointment
from tests.premises import Premises, make_premises

APPOINTMENT = an_appointment("benefits-4711", now_utc().replace(microsecond=0))


@pytest.fixture
def premises(tmp_path: Path, qapp: QApplication) -> Premises:
    del qapp
    return make_premises(tmp_path)


@pytest.fixture
def ledger(premises: Premises) -> Iterator[Ledger]:
    with premises.ledger() as opened:
        opened.apply(AppointmentChanges(new=(APPOINTMENT,)))
        yield opened


def test_a_letter_whose_code_cannot_be_read_again_opens_no_door(
    premises: Premises, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "texts_in", lambda _: [])
    with pytest.raises(LetterNotMadeError, match="cannot be read from its page"):
        make_letter(ledger, premises.file(), APPOINTMENT, now_utc())
    assert ledger.letters_of(APPOINTMENT.id) == ()


def test_a_letter_whose_code_another_one_has_gets_another_code(
    premises: Premises, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([Code(1), Code(1), Code(2)])
    monkeypatch.setattr(letters, "_new_code", lambda: next(drawn))
    made = [make_letter(ledger, premises.file(), APPOINTMENT, now_utc()) for _ in range(2)]
    assert [each.letters[0].code for each in made] == [Code(1), Code(2)]
    assert len(ledger.letters_of(APPOINTMENT.id)) == 2
