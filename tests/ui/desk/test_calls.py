"""Calls at the real window, by keys: from what for to a booked time, and all that may be changed later."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from kiosk.clock import now_utc
from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.desk_events import Booked
from kiosk.core.person import Company, Need, Person
from kiosk.gate.kept_files import kept_files, overdue_files
from kiosk.ui.desk.keys import DeskKey
from tests.ui.desk.conftest import Desk

MOST_KEYS = 5


def appointments(desk: Desk) -> tuple[Appointment, ...]:
    with desk.premises.ledger() as ledger:
        return ledger.appointments(now_utc() - timedelta(days=1), now_utc() + timedelta(days=90))


def person(desk: Desk, appointment: Appointment) -> Person | None:
    with desk.premises.ledger() as ledger:
        return ledger.person_of(appointment.id)


def book(desk: Desk, name: str = "Erika Muster") -> Appointment:
    """Have somebody booked, and return what was made of it."""
    known = {each.id for each in appointments(desk)}
    desk.book(name)
    return next(each for each in appointments(desk) if each.id not in known)


def find(desk: Desk, typed: str = "Muster") -> None:
    desk.press(Qt.Key.Key_F3)
    desk.type(typed)
    desk.press(Qt.Key.Key_Return)
    desk.wait(desk.window.search.table.hasFocus)


def test_a_call_takes_five_keys_at_most_beside_the_name(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    desk.type("Erika Muster")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_times()
    desk.press(Qt.Key.Key_Down)
    chosen = desk.window.call.times.offered()
    desk.press(Qt.Key.Key_Return)
    desk.wait_for("Gebucht")
    assert len(desk.keys) <= MOST_KEYS, desk.keys
    (made,) = appointments(desk)
    assert chosen is not None
    assert made.starts_at == chosen.slot.starts_at
    assert person(desk, made) == Person("Erika Muster")
    (event,) = [each for each in desk.events() if isinstance(each.what, Booked)]
    assert event.by == "anna"


def test_the_next_call_begins_with_an_empty_form_and_the_focus_on_what_for(desk: Desk) -> None:
    book(desk)
    assert desk.window.call.form.areas.hasFocus()
    assert desk.window.call.form.is_empty()


def test_what_has_to_be_ready_who_comes_along_and_the_way_of_the_letter_are_kept(desk: Desk) -> None:
    form = desk.window.call.form
    desk.press(Qt.Key.Key_1)
    desk.type("Erika Muster")
    desk.press(Qt.Key.Key_Tab)
    desk.type("erika@example.org")
    for box in (form.needs[Need.LARGE_PRINT], form.companies[Company.INTERPRETER]):
        box.setFocus()
        desk.press(Qt.Key.Key_Space)
    assert form.party.value() == 2
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_times()
    desk.press(Qt.Key.Key_Return)
    desk.wait_for("Gebucht")
    (made,) = appointments(desk)
    assert made.party == 2
    assert person(desk, made) == Person(
        "Erika Muster",
        "erika@example.org",
        None,
        frozenset({Need.LARGE_PRINT}),
        frozenset({Company.INTERPRETER}),
        by_mail=True,
    )


def test_a_letter_by_mail_needs_a_mail_address_and_what_was_typed_stays(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    desk.type("Erika Muster")
    desk.press(Qt.Key.Key_F7)
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_times()
    desk.press(Qt.Key.Key_Return)
    desk.wait_for("Mailadresse")
    assert desk.window.call.form.name.text() == "Erika Muster"
    assert appointments(desk) == ()


def test_a_house_that_will_be_full_warns_and_the_nearest_times_or_insisting_are_a_figure_away(
    desk: Desk,
) -> None:
    form = desk.window.call.form
    form.party.setValue(8)
    desk.wait_for_times()
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    desk.wait(desk.window.call.choice.ways.hasFocus)
    assert "voll" in desk.window.call.choice.why.text()
    assert appointments(desk) == ()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.window.call.choice.isVisible()
    desk.press(Qt.Key.Key_Return)
    desk.wait(desk.window.call.choice.ways.hasFocus)
    desk.press(Qt.Key.Key_1)
    desk.wait_for("Gebucht")
    (event,) = [each for each in desk.events() if isinstance(each.what, Booked)]
    assert isinstance(event.what, Booked)
    assert event.what.knowingly_full


def test_an_appointment_is_found_and_moved(desk: Desk) -> None:
    made = book(desk)
    find(desk)
    desk.press(Qt.Key.Key_F4)
    desk.wait_for_times()
    desk.press(Qt.Key.Key_Down)
    chosen = desk.window.call.times.offered()
    desk.press(Qt.Key.Key_Return)
    desk.wait_for("Verschoben")
    (moved,) = appointments(desk)
    assert chosen is not None
    assert moved.starts_at == chosen.slot.starts_at
    assert moved.id == made.id
    assert desk.kinds() == ["Booked", "BookingSearched", "Moved"]


def test_an_appointment_is_moved_to_another_area_and_nothing_else_of_it_can_be_changed_meanwhile(
    desk: Desk,
) -> None:
    made = book(desk)
    find(desk)
    desk.press(Qt.Key.Key_F4)
    desk.wait_for_times()
    form = desk.window.call.form
    assert not form.name.isEnabled()
    assert not form.party.isEnabled()
    desk.press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    desk.wait(form.areas.hasFocus)
    desk.press(Qt.Key.Key_2)
    desk.wait(desk.window.call.times.hasFocus)
    desk.wait_for_times()
    desk.press(Qt.Key.Key_Return)
    desk.wait_for("Verschoben")
    (moved,) = appointments(desk)
    assert (moved.id, moved.area) == (made.id, "youth")
    assert person(desk, moved) == Person("Erika Muster")


def test_an_appointment_is_found_and_cancelled_and_that_is_taken_back(desk: Desk) -> None:
    made = book(desk)
    find(desk)
    desk.press(Qt.Key.Key_F6)
    desk.wait_for("Abgesagt")
    assert [each.status for each in appointments(desk)] == [AppointmentStatus.CANCELLED]
    desk.press(Qt.Key.Key_F9)
    desk.wait_for("Zurückgenommen")
    assert appointments(desk) == (made,)


def test_the_last_booking_is_taken_back_by_one_key(desk: Desk) -> None:
    made = book(desk)
    desk.press(Qt.Key.Key_F9)
    desk.wait_for("Zurückgenommen")
    assert [each.status for each in appointments(desk)] == [AppointmentStatus.CANCELLED]
    assert person(desk, made) is None
    assert not desk.window.keys.buttons[DeskKey.UNDO].isEnabled()


def test_what_is_known_of_an_appointment_is_changed(desk: Desk) -> None:
    made = book(desk)
    find(desk)
    desk.press(Qt.Key.Key_F5)
    desk.wait(desk.window.call.form.name.hasFocus)
    assert not desk.window.call.form.areas.isEnabled()
    desk.press(Qt.Key.Key_End)
    desk.type("mann")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for("Geändert")
    assert person(desk, made) == Person("Erika Mustermann")


def test_the_letter_of_who_was_booked_last_is_printed_and_again_of_who_is_found(
    desk: Desk, tmp_path: Path
) -> None:
    desk.printers.paper = tmp_path / "paper"
    desk.printers.paper.mkdir()
    made = book(desk)
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Der Brief wird gedruckt")
    find(desk)
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Der Brief wird gedruckt")
    assert len(desk.printers.sheets()) == 2
    with desk.premises.ledger() as ledger:
        assert len(ledger.letters_of(made.id)) == 2
    # What is on paper is in no file.
    assert not (desk.premises.folder / "letters").exists()


def test_the_next_call_goes_on_while_a_printer_is_slow(desk: Desk, tmp_path: Path) -> None:
    desk.printers.paper = tmp_path / "paper"
    desk.printers.paper.mkdir()
    book(desk)
    desk.printers.answer.clear()
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_1)
    desk.type("Max Mustermann")
    assert desk.window.call.form.name.text() == "Max Mustermann"
    assert desk.printers.sheets() == []
    desk.printers.answer.set()
    desk.wait_for("Der Brief wird gedruckt")
    assert desk.window.call.form.name.text() == "Max Mustermann"


def test_a_letter_that_cannot_be_printed_lies_in_a_file_that_goes_when_its_day_is_over(desk: Desk) -> None:
    made = book(desk)
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("keinen Drucker")
    (letter,) = (desk.premises.folder / "letters").glob("*.pdf")
    assert str(letter) in desk.said()
    assert "Muster" not in letter.name
    with desk.premises.ledger() as ledger:
        assert len(ledger.letters_of(made.id)) == 1
    assert letter in kept_files(desk.premises.file()).letters
    later = made.starts_at + timedelta(days=1)
    assert letter in overdue_files(desk.premises.file(), later).letters


def test_escape_goes_back_step_by_step_and_loses_no_call_by_one_press(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    desk.type("Erika Muster")
    desk.press(Qt.Key.Key_Return)
    assert desk.window.call.times.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.call.form.name.hasFocus()
    assert desk.window.call.form.name.text() == "Erika Muster"
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.call.form.is_empty()
    desk.press(Qt.Key.Key_F3)
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.call.form.areas.hasFocus()


def test_page_down_turns_to_later_days_and_page_up_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Return)
    first = desk.window.call.times.offer
    desk.press(Qt.Key.Key_PageDown)
    desk.wait_for_times()
    later = desk.window.call.times.offer
    assert first is not None
    assert later is not None
    assert later.since == first.until
    desk.press(Qt.Key.Key_PageUp)
    desk.wait_for_times()
    assert desk.window.call.times.offer == first


def test_whoever_signs_out_leaves_nothing_on_the_screen(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    desk.type("Erika Muster")
    desk.press(Qt.Key.Key_F12)
    assert desk.window.sign_in.isVisible()
    assert desk.window.call.form.is_empty()
    desk.wait(desk.window.sign_in.pin.hasFocus)


def test_everything_that_takes_a_key_has_a_name_for_who_hears_the_screen(desk: Desk) -> None:
    focusable = [
        each
        for each in desk.window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        # The parts of Qt's own boxes are named by them.
        and not isinstance(each.parentWidget(), QSpinBox | QComboBox)
        and type(each).__name__ != "QListView"
    ]
    named = [each for each in focusable if each.accessibleName()]
    assert [type(each).__name__ for each in focusable if each not in named] == []
    assert QApplication.focusWidget() in named
