"""The pages on which people are let in, turned back and counted out, in every state."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kiosk.core.appointment import AppointmentId
from kiosk.core.guard_view import Answered, Booking, Found, GuardView
from kiosk.core.ids import EventId
from kiosk.core.orders import SearchBookings
from kiosk.ui.panel.page import Opening, PageName
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.seen import tap
from tests.ui.panel.states import (
    AWAY,
    AWAY_SIGNED_IN,
    BENEFITS,
    CALM,
    CAME,
    CASES,
    EMPTY,
    FULL,
    FULL_HOUSE,
    GUARD,
    HOUSE,
    LATE,
    NOTHING_KNOWN,
    RECEPTION,
    TOO_LATE,
    UNKNOWN,
    WAITS,
    PanelState,
    opened,
    place,
)
from tests.ui.screen_states import local

COUNTED_OUT: Final = replace(
    LATE, house=replace(HOUSE, counted_out=MappingProxyType({BENEFITS: 2, RECEPTION: 1}))
)
MANY_COUNTED_OUT: Final = replace(
    FULL, house=replace(FULL_HOUSE, counted_out=MappingProxyType({BENEFITS: 4, CASES: 3}))
)
BOOKINGS: Final = tuple(
    Booking(
        AppointmentId(f"booking-{number}"),
        local(9 + number, 15 * (number % 4)),
        (CASES, BENEFITS)[number % 2],
        party=1 + number % 3,
        is_inside=number == 2,
        number=104 if number == 4 else None,
    )
    for number in range(6)
)


def found(*bookings: Booking, total: int | None = None) -> Found:
    """Return what a search found."""
    return Found(bookings, len(bookings) if total is None else total)


def typed(text: str) -> Callable[[PanelWindow], None]:
    """Return what brings a panel to the page of bookings, with something typed."""

    def reach(panel: PanelWindow) -> None:
        tap(panel, "booking", *(f"key:{each}" for each in text.lower()))

    return reach


def searched(result: Found) -> Callable[[PanelWindow], None]:
    """Return what brings a panel to what was found."""

    def reach(panel: PanelWindow) -> None:
        given: list[EventId] = []
        panel.ordered.connect(lambda name, _: given.append(name))
        typed("must")(panel)
        tap(panel, "search")
        panel.show_answered(Answered(given[-1], SearchBookings("MUST"), result))

    return reach


def _state(name: str, view: GuardView, opening: Opening) -> PanelState:
    return PanelState(name, view, opened(opening))


STATES_OF_ENTRY: Final = (
    _state("admit_late", LATE, Opening(PageName.ADMIT, TOO_LATE)),
    _state("admit_unknown", LATE, Opening(PageName.ADMIT, UNKNOWN)),
    _state("admit_full", FULL, Opening(PageName.ADMIT, WAITS)),
    _state("admit_without_letter", LATE, Opening(PageName.ADMIT)),
    _state("admit_without_letter_full", FULL, Opening(PageName.ADMIT)),
    _state("admit_booking", LATE, Opening(PageName.ADMIT, BOOKINGS[1])),
    _state("admit_number", FULL, Opening(PageName.ADMIT, place(29, RECEPTION))),
    _state("admit_nothing_known", replace(NOTHING_KNOWN, signed_in=GUARD), Opening(PageName.ADMIT)),
    _state("admit_by_hand", AWAY, Opening(PageName.ADMIT, TOO_LATE)),
    _state("send_back", CALM, Opening(PageName.SEND_BACK)),
    _state("send_back_nobody", replace(EMPTY, signed_in=GUARD), Opening(PageName.SEND_BACK)),
    _state("send_back_away", AWAY_SIGNED_IN, Opening(PageName.SEND_BACK)),
    _state("scan_away", AWAY_SIGNED_IN, Opening(PageName.SCAN, CAME)),
    _state("scan_late", LATE, Opening(PageName.SCAN, TOO_LATE)),
    _state("scan_inside", CALM, Opening(PageName.SCAN, CAME)),
    _state("scan_counted_out", COUNTED_OUT, Opening(PageName.SCAN, CAME)),
    _state("scan_gone", replace(LATE, recent=()), Opening(PageName.SCAN, CAME)),
    PanelState("booking", LATE, typed("")),
    PanelState("booking_typed", LATE, typed("mustera")),
    PanelState("booking_away", AWAY_SIGNED_IN, opened(Opening(PageName.BOOKING))),
    PanelState("booking_found_none", LATE, searched(found())),
    PanelState("booking_found_one", LATE, searched(found(BOOKINGS[0]))),
    PanelState("booking_found_many", LATE, searched(found(*BOOKINGS, total=14))),
    _state("left_nothing_known", replace(NOTHING_KNOWN, signed_in=GUARD), Opening(PageName.LEFT)),
    _state("left", LATE, Opening(PageName.LEFT)),
    _state("left_counted_out", COUNTED_OUT, Opening(PageName.LEFT)),
    _state("left_many_counted_out", MANY_COUNTED_OUT, Opening(PageName.LEFT)),
)
