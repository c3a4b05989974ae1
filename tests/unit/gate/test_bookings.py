"""Finding who is booked today."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.core.appointment import AppointmentStatus
from kiosk.core.door_events import BookingSearched
from kiosk.core.guard_view import Booking, Found
from kiosk.core.not_done import NotDone
from kiosk.gate.bookings import MOST_SHOWN, search
from kiosk.ledger.errors import LedgerBusyError
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, a_cap, an_appointment, an_office, at
from tests.unit.gate.door_panel import TEN, Panel, code_of


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    panel = Panel(ledger, an_office(caps=[a_cap(2)]))
    panel.book(
        an_appointment("a", at("10:00"), party=2),
        an_appointment("b", at("11:30")),
        an_appointment("c", at("11:30")),
        an_appointment("tomorrow", at("11:30") + timedelta(days=1)),
        an_appointment("off", at("11:30"), status=AppointmentStatus.CANCELLED),
        people={
            "a": "Erika Müllerin",
            "b": "Max Müllermann",
            "tomorrow": "Ada Müllerchen",
            "off": "Müllerei",
        },
    )
    return panel


def found(panel: Panel, typed: str) -> list[str]:
    result = search(panel.ledger, panel.office, panel.tap(), typed)
    assert isinstance(result, Found)
    return [booking.appointment for booking in result.bookings]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("list-b", ["b"]),
        ("LIST-B ", ["b"]),
        ("11:30", ["b", "c"]),
        ("11.30 Uhr", ["b", "c"]),
        ("1130", ["b", "c"]),
        ("müll", ["a", "b"]),
        ("MÜLLERIN Eri", ["a"]),
        ("Muster", []),
        ("llerin", []),
        (code_of("c").short.printed, ["c"]),
        (code_of("c").text, ["c"]),
        (code_of("tomorrow").text, []),
        ("12:00", []),
        ("99:99", []),
    ],
)
def test_bookings_of_today_are_found_by_number_time_code_and_name(
    panel: Panel, typed: str, names: list[str]
) -> None:
    assert found(panel, typed) == names
    assert panel.happened() == [BookingSearched(len(names))]


@pytest.mark.parametrize("typed", ["", "Mül", "M ü l", "%%%%", "----"])
def test_fewer_than_four_letters_find_nobody_and_are_told_so(panel: Panel, typed: str) -> None:
    assert search(panel.ledger, panel.office, panel.tap(), typed) is NotDone.SEARCH_TOO_SHORT
    assert panel.events() == []


def test_a_booking_shows_no_name_and_says_whether_its_party_is_inside_or_in_the_line(panel: Panel) -> None:
    panel.show(code_of("a"))
    result = search(panel.ledger, panel.office, panel.tap(), "list-a")
    assert result == Found((Booking(an_appointment("a").id, TEN, BENEFITS, 2, True, None),), 1)
    panel.show(code_of("b"), at("11:30"))
    result = search(panel.ledger, panel.office, panel.tap(at("11:30")), "list-b")
    assert isinstance(result, Found)
    assert (result.bookings[0].is_inside, result.bookings[0].number) == (False, 1)


def test_the_same_tap_searches_again_and_is_recorded_once(panel: Panel) -> None:
    tap = panel.tap()
    first = search(panel.ledger, panel.office, tap, "list-a")
    assert search(panel.ledger, panel.office, tap, "list-a") == first
    assert panel.kinds() == ["BookingSearched"]


def test_no_more_are_shown_than_help_to_find_one(panel: Panel) -> None:
    many = [an_appointment(f"m{number}", at("12:00")) for number in range(MOST_SHOWN + 1)]
    panel.book(*many)
    result = search(panel.ledger, panel.office, panel.tap(), "12:00")
    assert isinstance(result, Found)
    assert (len(result.bookings), result.total) == (MOST_SHOWN, MOST_SHOWN + 1)


def test_a_revoked_letter_finds_nobody(panel: Panel) -> None:
    (letter,) = panel.ledger.letters_of(an_appointment("c").id)
    panel.ledger.revoke_letter(letter.id, at("09:00"))
    assert found(panel, code_of("c").text) == []


def test_nobody_is_shown_whose_search_was_not_recorded(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> None:
        raise LedgerBusyError("The ledger is locked.")

    monkeypatch.setattr(panel.ledger, "transaction", locked)
    with pytest.raises(LedgerBusyError):
        search(panel.ledger, panel.office, panel.tap(), "list-a")


def test_today_is_the_day_at_the_office(panel: Panel) -> None:
    at_night = replace(an_appointment("night"), starts_at=at("00:10") + timedelta(days=1))
    panel.book(at_night)
    assert found(panel, "list-night") == []
    result = search(panel.ledger, panel.office, panel.tap(at("00:01") + timedelta(days=1)), "00:10")
    assert isinstance(result, Found)
    assert [booking.appointment for booking in result.bookings] == ["night"]
