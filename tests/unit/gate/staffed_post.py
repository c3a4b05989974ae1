"""A guard's post with its staff, on a real ledger that can be taken away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from kiosk.core.guard_view import Answered, GuardView, Recorded, Result, SignedInAs
from kiosk.core.ids import EventId, StaffId
from kiosk.core.office import DoorId, Office
from kiosk.core.orders import Order
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate.guard_post import GuardPost
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, a_cap, an_office, at

WEBER, MEIER, BERGER = StaffId("weber"), StaffId("meier"), StaffId("berger")
PINS = {WEBER: Pin("820415"), MEIER: Pin("307261"), BERGER: Pin("482913")}
ROLES = {WEBER: Role.ADMIN, MEIER: Role.MANAGER, BERGER: Role.SECURITY}
TEN = at("10:00")


def hire(ledger: Ledger, key: PinKey) -> None:
    """Add an admin, a manager and a guard."""
    for who, role in ROLES.items():
        by = None if who == WEBER else WEBER
        add_member(ledger, key, Newcomer(who, "", role), Credentials(PINS[who], None), by, at("08:00"))


@dataclass
class StaffedPost:
    """A post whose ledger is away while `is_away`; every tap has an id of its own unless a test names one."""

    open_ledger: Callable[[], Ledger]
    folder: Path
    office: Office = field(default_factory=lambda: an_office(caps=[a_cap(4)]))
    door: DoorId = MAIN_DOOR
    is_away: bool = False

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.post = self.make()

    def make(self) -> GuardPost:
        return GuardPost(
            self.office,
            self.office.doors[self.door],
            self.reached,
            lambda ledger: ledger.pin_key(self.folder / "pins.key"),
            self.folder / "panel",
        )

    def reached(self) -> Ledger:
        if self.is_away:
            raise LedgerUnreachableError("The cable is out.")
        return self.open_ledger()

    def cut(self) -> None:
        """Take the ledger away: the way to it breaks at once."""
        self.is_away = True
        self.post._reach.close()

    def restart(self, now: datetime = TEN) -> GuardView:
        """End the program at once, as a kill does, and start it anew."""
        self.post._book._journal.close()
        self.post._reach.close()
        self.post = self.make()
        return self.post.look(now)

    def sign_in(self, who: StaffId = BERGER, now: datetime = TEN) -> None:
        assert isinstance(self.post.sign_in(who, PINS[who], now), SignedInAs)

    def answer(self, order: Order, now: datetime = TEN, tap: str | None = None) -> Answered:
        return self.post.carry_out(order, EventId(tap or f"tap {next(self._numbers)}"), now)

    def order(self, order: Order, now: datetime = TEN, tap: str | None = None) -> Result:
        return self.answer(order, now, tap).result

    def done(self, order: Order, now: datetime = TEN, tap: str | None = None) -> Recorded:
        result = self.order(order, now, tap)
        assert isinstance(result, Recorded), result
        return result
