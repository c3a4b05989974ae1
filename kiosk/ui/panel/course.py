"""The course of a tap: whose the panel is, what waits for a PIN, and which order waits for its answer.

The rules:

1. How things are is shown to everyone, an evacuation's numbers among it.
2. An act takes a PIN first, and then goes on to where the tap wanted to go.
3. While the ledger cannot be reached, people are let in and counted out without one.
4. Whoever goes to a visitor who called for help needs none either.
5. One order at a time is on its way; taps of other acts do nothing meanwhile.
6. Above the cap an order waits for a second person, who agrees by PIN or goes away.
"""

from dataclasses import dataclass
from typing import Final

from kiosk.core.guard_view import SignedInAs
from kiosk.core.ids import EventId, StaffId
from kiosk.core.orders import Admit, CountPeopleOut, Order, SearchBookings, needs_nobody
from kiosk.ui.panel.page import Opening, PageName

HOME: Final = Opening(PageName.HOME)
SIGN_IN: Final = Opening(PageName.SIGN_IN)

_FOR_EVERYONE: Final = frozenset({PageName.HOME, PageName.SCAN, PageName.EVACUATION, PageName.REPORT})
_BY_HAND: Final = frozenset({PageName.ADMIT, PageName.LEFT})


@dataclass(frozen=True, slots=True)
class Tapped:
    """An order with the id of the tap that gave it."""

    tap: EventId
    order: Order


def where_answered(order: Order) -> Opening:
    """Return the page that shows the answer of an order for which somebody had to sign in first."""
    return Opening(PageName.BOOKING) if isinstance(order, SearchBookings) else HOME


@dataclass(slots=True)
class Course:
    """Where the panel is in this. `ledger_away`: the ledger cannot be reached.

    `wish` is where a tap wanted to go that waits for a PIN, `under_way` the order that waits for its answer,
    and `second_person` says that it waits for a second person until then. `given_by` is who had signed in
    when the wish was given, if anybody had.
    """

    signed_in: SignedInAs | None = None
    ledger_away: bool = False
    wish: Opening | Tapped | None = None
    under_way: Tapped | None = None
    second_person: bool = False
    given_by: StaffId | None = None

    def open(self, opening: Opening) -> Opening:
        """Return the page to open now for a tap that wants to open one."""
        by_hand = self.ledger_away and opening.page in _BY_HAND
        if self.signed_in is not None or by_hand or opening.page in _FOR_EVERYONE:
            return opening
        self.wish, self.given_by = opening, None
        return SIGN_IN

    def give(self, tapped: Tapped) -> Tapped | Opening | None:
        """Return the order to give now, the page to open before, or None where another is on its way."""
        if self.under_way is not None:
            return None
        by_hand = self.ledger_away and isinstance(tapped.order, Admit | CountPeopleOut)
        if self.signed_in is None and not by_hand and not needs_nobody(tapped.order):
            self.wish, self.given_by = tapped, None
            return SIGN_IN
        self.under_way = tapped
        return tapped

    def sign_in(self, who: SignedInAs) -> Tapped | Opening:
        """Return what the tap wanted for which somebody has signed in now."""
        self.signed_in = who
        wish, self.wish = self.wish, None
        given_by, self.given_by = self.given_by, None
        if given_by not in (None, who.staff):
            # Nobody does in their own name, unseen, what another has ordered.
            return HOME
        if isinstance(wish, Tapped):
            return self.give(wish) or HOME
        return wish or HOME

    def ask_again(self) -> Opening:
        """Return where to sign in anew for the order under way: whoever gave it is signed in no more."""
        self.given_by = None if self.signed_in is None else self.signed_in.staff
        self.wish, self.signed_in = self.under_way, None
        # Whoever was to agree is asked anew when it is known who asks.
        self.end()
        return SIGN_IN

    def ask_second_person(self, admit: Admit) -> Opening:
        """Return where a second person is asked to agree to the order under way."""
        self.second_person = True
        return Opening(PageName.SIGN_IN, admit)

    def end(self) -> None:
        """End the order under way: it was answered."""
        self.under_way, self.second_person = None, False

    def go_back(self) -> bool:
        """Forget what waits for a PIN; return whether that was a second person's."""
        waited = self.second_person
        if waited:
            self.end()
        self.wish = self.given_by = None
        return waited

    def holds(self, signed_in: SignedInAs | None) -> bool:
        """Take who is signed in by the newest view; return whether the panel was not locked by it."""
        locked = self.signed_in is not None and signed_in is None
        self.signed_in = signed_in
        return not locked
