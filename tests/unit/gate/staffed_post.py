"""A guard's post with its staff, on a real ledger that can be taken away."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.core.events import Event
from kiosk.core.guard_view import Answered, GuardView, Recorded, Result, SignedInAs
from kiosk.core.ids import EventId, StaffId
from kiosk.core.occupancy import House
from kiosk.core.office import DoorId, Office
from kiosk.core.orders import Order
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate.guard_post import GuardPost
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction
from tests.building import MAIN_DOOR, a_cap, an_office, at

WEBER, MEIER, BERGER = StaffId("weber"), StaffId("meier"), StaffId("berger")
PINS = {WEBER: Pin("820415"), MEIER: Pin("307261"), BERGER: Pin("482913")}
ROLES = {WEBER: Role.ADMIN, MEIER: Role.MANAGER, BERGER: Role.SECURITY}
TEN = at("10:00")

_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hire(ledger: Ledger, key: PinKey) -> None:
    """Add an admin, a manager and a guard, whose PINs are checked in no time: their hashes say their cost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.ledger.pins._ARGON2ID", _QUICK)
        for who, role in ROLES.items():
            by = None if who == WEBER else WEBER
            add_member(ledger, key, Newcomer(who, "", role), Credentials(PINS[who], None), by, at("08:00"))


def staffed_folder(folder: Path) -> None:
    """Put a ledger with its staff into `folder`."""
    folder.mkdir(exist_ok=True)
    ledger = Ledger.open(f"sqlite:///{folder}/ledger.sqlite", folder / "key")
    hire(ledger, ledger.pin_key(folder / "pins.key"))
    ledger.close()


class LossyLedger(Ledger):
    """A ledger on a line that breaks just after the commit, as often as it is told to."""

    answers_to_lose = 0

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with super().transaction() as transaction:
            yield transaction
        if LossyLedger.answers_to_lose:
            LossyLedger.answers_to_lose -= 1
            raise LedgerUnreachableError("The line broke, nobody knows when.")


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
            self._reached,
            lambda ledger: ledger.pin_key(self.folder / "pins.key"),
            self.folder / "panel",
        )

    def _reached(self) -> Ledger:
        if self.is_away:
            raise LedgerUnreachableError("The cable is out.")
        return self.open_ledger()

    def cut(self) -> None:
        """Take the ledger away; nobody has noticed yet."""
        self.is_away = True
        self.post._reach.close()

    def kill(self) -> None:
        """End the program at once, as the system does to what is killed: its files are let go."""
        self.post._book._journal.close()
        self.post._reach.close()

    def restart(self, now: datetime = TEN) -> GuardView:
        self.kill()
        self.post = self.make()
        return self.post.look(now)

    def sign_in(self, who: StaffId = BERGER, now: datetime = TEN) -> None:
        assert isinstance(self.post.sign_in(who, PINS[who], now), SignedInAs)

    def answer(self, order: Order, now: datetime = TEN, tap: str | None = None) -> Answered:
        name = tap or f"tap {next(self._numbers)} at {self.door}"
        return self.post.carry_out(order, EventId(name), now)

    def order(self, order: Order, now: datetime = TEN, tap: str | None = None) -> Result:
        return self.answer(order, now, tap).result

    def done(self, order: Order, now: datetime = TEN, tap: str | None = None) -> Event:
        result = self.order(order, now, tap)
        assert isinstance(result, Recorded), result
        return result.event

    def house(self, now: datetime = TEN) -> House:
        """Return the house as the panel shows it."""
        shown = self.post.look(now).house
        assert shown is not None
        return shown

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        opened = self.open_ledger()
        yield opened
        opened.close()

    def happened(self) -> list[object]:
        """Return what the ledger holds of the door, without what concerns the staff itself."""
        with self.ledger() as ledger:
            assert ledger.verify().flaw is None
            events = [each.event for each in ledger.events()]
        return [each.what for each in events if "staff_events" not in type(each.what).__module__]


def staffed_post(template: Path, folder: Path) -> StaffedPost:
    """Return a post on a ledger of its own."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    return StaffedPost(lambda: LossyLedger.open(f"sqlite:///{folder}/ledger.sqlite", folder / "key"), folder)
