"""The desk's window alone, without a ledger: what leaves it, and what it takes of what comes back."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.core.desk_orders import (
    Agreed,
    DeskAnswered,
    DeskFound,
    DeskOrder,
    DeskView,
    Find,
    FoundBooking,
    Offer,
    Undo,
    Wanted,
)
from kiosk.core.ids import EventId
from kiosk.core.office import AreaId, Asked
from kiosk.core.person import Company
from kiosk.ui.desk.keys import DeskKey
from kiosk.ui.desk.window import DeskWindow
from tests.ui.desk.states import ANNA, BOOKED, FOUND, PERSON, offered
from tests.ui.screen_states import OFFICE, TODAY

A_DAY = timedelta(days=1)
IN_A_WHILE = (offered(0, 24.6), offered(1, 12.2), offered(2, 9.2))


@dataclass
class Sitting:
    """A window at which Anna is signed in, and all that has left it."""

    window: DeskWindow
    orders: list[tuple[EventId, DeskOrder]] = field(default_factory=list)
    asked: list[tuple[Wanted, date]] = field(default_factory=list)
    touches: int = 0

    def sign_in(self) -> None:
        self.window.show_view(DeskView(ANNA, None, None, TODAY))
        self.window.show_signed_in(ANNA)

    def press(self, key: DeskKey) -> None:
        self.window.keys.pressed.emit(key)

    def is_offered(self, key: DeskKey) -> bool:
        return self.window.keys.buttons[key].isEnabled()

    def answer(self, result: Agreed | DeskFound) -> None:
        tap, order = self.orders[-1]
        self.window.show_answered(DeskAnswered(tap, order, result))

    def find(self, *found: FoundBooking) -> None:
        self.press(DeskKey.FIND)
        self.window.search.wanted.emit("muster")
        self.answer(DeskFound(found, len(found)))

    def offer(self, *, days: int = 1) -> None:
        """Offer times for what was asked last, of so many days."""
        wanted, since = self.asked[-1]
        self.window.show_offer(Offer(wanted, since, since + days * A_DAY, IN_A_WHILE))

    def _touch(self) -> None:
        self.touches += 1


@pytest.fixture
def sitting(qtbot: QtBot) -> Sitting:
    window = DeskWindow(OFFICE, TODAY, language="en")
    qtbot.addWidget(window)
    made = Sitting(window)
    window.ordered.connect(lambda tap, order: made.orders.append((EventId(tap), order)))
    window.offer_wanted.connect(lambda wanted, since: made.asked.append((wanted, since)))
    window.touched.connect(made._touch)
    made.sign_in()
    window.show()
    return made


def test_a_second_press_while_the_first_is_on_its_way_orders_nothing(sitting: Sitting) -> None:
    sitting.press(DeskKey.FIND)
    for _ in range(2):
        sitting.window.search.wanted.emit("muster")
    assert [order for _, order in sitting.orders] == [Find("muster")]


def test_the_answer_to_another_tap_changes_nothing(sitting: Sitting) -> None:
    sitting.press(DeskKey.FIND)
    sitting.window.search.wanted.emit("muster")
    _, order = sitting.orders[-1]
    sitting.window.show_answered(DeskAnswered(EventId("another"), order, DeskFound(FOUND, len(FOUND))))
    assert sitting.window.search.selected() is None


def test_what_was_taken_back_cannot_be_taken_back_again(sitting: Sitting) -> None:
    sitting.offer()
    sitting.window.call.times.chosen.emit()
    agreed = Agreed(EventId("booked"), BOOKED, None)
    sitting.answer(agreed)
    assert sitting.is_offered(DeskKey.UNDO)
    sitting.press(DeskKey.UNDO)
    assert sitting.orders[-1][1] == Undo(agreed)
    sitting.answer(Agreed(EventId("undone"), BOOKED, BOOKED))
    assert not sitting.is_offered(DeskKey.UNDO)


def test_an_appointment_of_an_area_that_the_office_has_no_more_is_not_moved(sitting: Sitting) -> None:
    sitting.find(FoundBooking(replace(BOOKED, area=AreaId("closed")), PERSON))
    sitting.press(DeskKey.MOVE)
    assert sitting.window.call.at is None
    assert sitting.window.message.text()


def test_what_is_typed_to_sign_in_keeps_nobody_signed_in(sitting: Sitting) -> None:
    QTest.keyClicks(sitting.window.call.form.name, "a")
    assert sitting.touches == 1
    sitting.window._touch_age.invalidate()
    sitting.press(DeskKey.LOCK)
    QTest.keyClicks(sitting.window.sign_in.id, "anna")
    assert sitting.touches == 1


def test_who_comes_along_is_one_more(sitting: Sitting) -> None:
    form = sitting.window.call.form
    form.companies[Company.INTERPRETER].setChecked(True)
    form.companies[Company.COMPANION].setChecked(True)
    assert form.party.value() == 3
    form.companies[Company.COMPANION].setChecked(False)
    assert form.party.value() == 2


@pytest.mark.parametrize(("figure", "row"), [("1", 0), ("3", 2), ("0", 1), ("9", 1)])
def test_a_figure_that_no_area_bears_picks_none(sitting: Sitting, figure: str, row: int) -> None:
    areas = sitting.window.call.form.areas
    areas.setCurrentRow(1)
    QTest.keyClicks(areas, figure)
    assert areas.currentRow() == row


def test_the_lines_of_an_address_are_typed_with_commas_and_shown_so(sitting: Sitting) -> None:
    form = sitting.window.call.form
    form.fill(FOUND[0])
    assert form.address.text() == "Beispielweg 12, 06844 Musterstadt"
    assert form.person() == PERSON


def test_what_is_never_asked_has_no_field_and_what_is_required_bears_a_star(qtbot: QtBot) -> None:
    habits = replace(OFFICE.desk, name=Asked.REQUIRED, contact=Asked.NEVER, address=Asked.OPTIONAL)
    window = DeskWindow(replace(OFFICE, desk=habits), TODAY, language="en")
    qtbot.addWidget(window)
    form = window.call.form
    assert [each.isVisibleTo(form) for each in (form.name, form.contact, form.address)] == [True, False, True]
    assert not form.by_mail.isVisibleTo(form)
    assert [text for text in _labels(window) if text.endswith(" *")] == ["&Name *"]


def _labels(window: DeskWindow) -> list[str]:
    labels = window.call.form.findChildren(QLabel)
    return [each.text() for each in labels]


def test_days_are_turned_no_further_than_the_desk_books(sitting: Sitting) -> None:
    far = OFFICE.desk.days
    sitting.offer(days=far)
    QTest.keyClick(sitting.window.call.times, Qt.Key.Key_PageDown)
    assert sitting.asked[-1][1] == TODAY + far * A_DAY
    sitting.offer(days=1)
    QTest.keyClick(sitting.window.call.times, Qt.Key.Key_PageDown)
    assert sitting.asked[-1][1] == TODAY + far * A_DAY
    sitting.offer(days=1)
    QTest.keyClick(sitting.window.call.times, Qt.Key.Key_PageUp)
    assert sitting.asked[-1][1] == TODAY


def test_times_for_what_was_wanted_before_are_not_shown(sitting: Sitting) -> None:
    before, since = sitting.asked[-1]
    sitting.window.call.form.party.setValue(4)
    sitting.window.show_offer(Offer(before, since, since + A_DAY, IN_A_WHILE))
    assert sitting.window.call.times.rowCount() == 0


def test_times_that_begin_on_the_next_day_are_taken_where_a_day_has_passed_meanwhile(
    sitting: Sitting,
) -> None:
    wanted, since = sitting.asked[-1]
    sitting.window.show_offer(Offer(wanted, since + A_DAY, since + 2 * A_DAY, IN_A_WHILE))
    assert sitting.window.call.times.rowCount() == len(IN_A_WHILE)


def test_enter_asks_at_once_for_the_times_of_what_was_just_typed(sitting: Sitting) -> None:
    sitting.window.call.form.party.setValue(4)
    asked = len(sitting.asked)
    QTest.keyClick(sitting.window.call.form.name, Qt.Key.Key_Return)
    assert [wanted.party for wanted, _ in sitting.asked[asked:]] == [4]


def test_the_first_time_that_fits_is_chosen_and_a_choice_outlasts_new_times(sitting: Sitting) -> None:
    times = sitting.window.call.times
    times.show_offer(Offer(sitting.asked[-1][0], TODAY, TODAY + A_DAY, IN_A_WHILE))
    assert times.currentRow() == 1
    times.selectRow(2)
    times.show_offer(Offer(sitting.asked[-1][0], TODAY, TODAY + A_DAY, IN_A_WHILE[1:]))
    assert times.currentRow() == 1
    assert times.offered() == IN_A_WHILE[2]


def test_an_appointment_that_is_moved_gives_its_own_time_free_for_the_offer(sitting: Sitting) -> None:
    sitting.find(FOUND[0])
    sitting.press(DeskKey.MOVE)
    assert sitting.asked[-1][0].instead_of == BOOKED.id
