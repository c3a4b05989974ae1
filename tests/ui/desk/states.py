"""An invented morning at the phone desk, state by state: for tests and for pictures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.desk_orders import (
    Agreed,
    Book,
    CallOff,
    DeskAnswered,
    DeskFound,
    DeskOrder,
    DeskResult,
    DeskView,
    Find,
    FoundBooking,
    FullThen,
    HouseThen,
    LetterKept,
    LetterPrinted,
    Move,
    NotAgreed,
    NotPrinted,
    Offer,
    Offered,
    OrderLetter,
    SlotTaken,
    When,
)
from kiosk.core.guard_view import SignedInAs
from kiosk.core.ids import EventId, StaffId
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Company, Need, Person
from kiosk.core.rights import Role
from kiosk.core.sign_in import Refusal
from kiosk.core.slots import Slot
from kiosk.core.staff_events import RefusedBecause
from kiosk.core.trouble import Trouble
from kiosk.ui.desk.keys import DeskKey
from kiosk.ui.desk.window import DeskWindow
from tests.ui.screen_states import OFFICE, TODAY, local

SIZES: Final = ((1280, 800), (1920, 1080))
LANGUAGES: Final = ("de", "en")
BENEFITS: Final = AreaId("leistung")
ANNA: Final = SignedInAs(StaffId("anna"), Role.DESK)
HALF_AN_HOUR: Final = timedelta(minutes=30)
FILE: Final = "/etc/kiosk/letters/2021-09-20_1030_leistung_4b1c09ee-3fa2.pdf"

_PEOPLE: Final = (9.2, 14.8, 19.6, 22.4, 24.1, 25.3, 23.0, 18.5, 12.2, 8.7, 6.4, 11.0, 15.9, 17.2, 21.8, 24.6)
_CAP: Final = 25


def offered(number: int, people: float, *, days: int = 0, rooms: int = 3) -> Offered:
    """Return the time of this number on a day, with so many people in the house."""
    starts_at = in_utc(local(8, 30) + timedelta(days=days) + number * HALF_AN_HOUR)
    free = tuple(RoomId(str(100 + each)) for each in range(1, rooms + 1))
    return Offered(Slot(starts_at, HALF_AN_HOUR, free), HouseThen(people, _CAP, people + 1 <= _CAP))


TIMES: Final = tuple(
    offered(number % 13, people, days=number // 13, rooms=1 + number % 4)
    for number, people in enumerate(_PEOPLE)
)
NEAR: Final = (offered(2, 19.6), offered(7, 18.5), offered(8, 12.2))
BOOKED: Final = Appointment(
    id=AppointmentId("a"),
    external_id="T-4711ABCDEF",
    area=BENEFITS,
    room=RoomId("104"),
    starts_at=in_utc(local(10, 30)),
    duration=HALF_AN_HOUR,
    party=2,
    status=AppointmentStatus.BOOKED,
    language="uk",
)
PERSON: Final = Person(
    "Erika Musterfrau",
    "0340 / 123456",
    "Beispielweg 12\n06844 Musterstadt",
    frozenset({Need.LARGE_PRINT}),
    frozenset({Company.INTERPRETER}),
)
FOUND: Final = (
    FoundBooking(BOOKED, PERSON),
    FoundBooking(
        replace(BOOKED, id=AppointmentId("b"), external_id="2021-4712", room=None, party=1),
        Person("Max Mustermann"),
    ),
    FoundBooking(
        replace(
            BOOKED,
            id=AppointmentId("c"),
            external_id="2021-0815",
            area=AreaId("fallmanagement"),
            room=RoomId("long"),
            starts_at=in_utc(local(14, 0) + timedelta(days=9)),
        ),
        Person("Konstantina Mustermann-Beispielhausen"),
    ),
)


@dataclass(frozen=True, slots=True)
class DeskState:
    """A state by its name; `reach` brings a window there that somebody has just signed in at."""

    name: str
    reach: Callable[[DeskWindow], None]
    signed_in: bool = True


def opened(language: str) -> DeskWindow:
    """Return the window of the sample office's desk."""
    office = replace(OFFICE, desk=replace(OFFICE.desk, address=OFFICE.desk.contact))
    return DeskWindow(office, TODAY, language=language)


def reach(window: DeskWindow, state: DeskState) -> None:
    """Bring a window into a state."""
    window.offer_wanted.connect(
        lambda wanted, since: window.show_offer(Offer(wanted, since, TODAY + timedelta(days=2), TIMES))
    )
    if state.signed_in:
        window.show_view(DeskView(ANNA, None, None, TODAY))
        window.show_signed_in(ANNA)
    state.reach(window)


def _typed(window: DeskWindow) -> None:
    form = window.call.form
    form.areas.setCurrentRow(2)
    form.name.setText("Erika Musterfrau")
    form.contact.setText("0340 / 123456")
    form.address.setText("Beispielweg 12, 06844 Musterstadt")
    form.companies[Company.INTERPRETER].setChecked(True)
    form.needs[Need.LARGE_PRINT].setChecked(True)
    window.call.ask()
    window.call.times.setFocus()
    window.call.times.selectRow(4)


def _answered(window: DeskWindow, order: DeskOrder, result: DeskResult) -> None:
    sent: list[tuple[EventId, DeskOrder]] = []
    window.ordered.connect(lambda tap, given: sent.append((tap, given)))
    window._order(order)
    window.show_answered(DeskAnswered(sent[-1][0], order, result))


def _book() -> Book:
    return Book(When(BENEFITS, None, BOOKED.starts_at, HALF_AN_HOUR), 2, "uk", PERSON)


def _full(window: DeskWindow) -> None:
    _typed(window)
    window.call.times.selectRow(5)
    _answered(window, _book(), FullThen(TIMES[5], NEAR))


def _lost(window: DeskWindow) -> None:
    _typed(window)
    _answered(window, _book(), SlotTaken(NEAR))


def _booked(window: DeskWindow) -> None:
    _answered(window, _book(), Agreed(EventId("1"), BOOKED, None))


def _letter(result: DeskResult) -> Callable[[DeskWindow], None]:
    def reach_it(window: DeskWindow) -> None:
        _booked(window)
        _answered(window, OrderLetter(BOOKED), result)

    return reach_it


def _refused(why: NotAgreed) -> Callable[[DeskWindow], None]:
    def reach_it(window: DeskWindow) -> None:
        _typed(window)
        _answered(window, _book(), why)

    return reach_it


def _found(window: DeskWindow) -> None:
    window._on_key(DeskKey.FIND)
    window.search.typed.setText("must")
    _answered(window, Find("must"), DeskFound(FOUND, len(FOUND)))


def _found_nobody(window: DeskWindow) -> None:
    window._on_key(DeskKey.FIND)
    window.search.typed.setText("musx")
    _answered(window, Find("musx"), DeskFound((), 0))


def _begun_with(key: DeskKey) -> Callable[[DeskWindow], None]:
    def reach_it(window: DeskWindow) -> None:
        _found(window)
        window._on_key(key)

    return reach_it


def _moved(window: DeskWindow) -> None:
    _begun_with(DeskKey.MOVE)(window)
    when = When(BENEFITS, None, TIMES[2].slot.starts_at, HALF_AN_HOUR)
    moved = replace(BOOKED, starts_at=when.starts_at)
    _answered(window, Move(BOOKED, when), Agreed(EventId("2"), moved, BOOKED))


def _cancelled(window: DeskWindow) -> None:
    _found(window)
    gone = replace(BOOKED, status=AppointmentStatus.CANCELLED)
    _answered(window, CallOff(BOOKED), Agreed(EventId("3"), gone, BOOKED))


STATES: Final = (
    DeskState("sign_in", lambda _: None, signed_in=False),
    DeskState(
        "sign_in_refused",
        lambda window: window.show_signed_in(Refusal(RefusedBecause.WRONG_PIN, timedelta(seconds=30))),
        signed_in=False,
    ),
    DeskState("call", lambda _: None),
    DeskState("typed", _typed),
    DeskState("full", _full),
    DeskState("lost", _lost),
    DeskState("booked", _booked),
    DeskState("printed", _letter(LetterPrinted(EventId("4"), "Telefonzentrale 2. OG"))),
    DeskState("no_printer", _letter(LetterKept(EventId("4"), FILE, NotPrinted.NO_PRINTER, ""))),
    DeskState(
        "printer_refuses", _letter(LetterKept(EventId("4"), FILE, NotPrinted.REFUSED, "Telefonzentrale"))
    ),
    DeskState("no_print_service", _letter(LetterKept(EventId("4"), FILE, NotPrinted.NO_SERVICE, ""))),
    DeskState(
        "print_service_hangs",
        _letter(LetterKept(EventId("4"), FILE, NotPrinted.NO_ANSWER, "Telefonzentrale")),
    ),
    DeskState("mail_wanted", _refused(NotAgreed.MAIL_ADDRESS_WANTED)),
    DeskState("found", _found),
    DeskState("found_nobody", _found_nobody),
    DeskState("move", _begun_with(DeskKey.MOVE)),
    DeskState("change", _begun_with(DeskKey.CHANGE)),
    DeskState("moved", _moved),
    DeskState("cancelled", _cancelled),
    DeskState("no_database", lambda window: window.show_view(DeskView(ANNA, None, Trouble.LEDGER, TODAY))),
)
