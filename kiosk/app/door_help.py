"""A visitor's call for help, from the touch to whoever comes: what the screen is told at each step."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.clock import new_name, now_utc
from kiosk.core.help_calls import HelpTold, may_take_back
from kiosk.core.ids import EventId
from kiosk.core.occupancy import House
from kiosk.core.office import Door
from kiosk.ui.visitor_screen import VisitorScreen
from kiosk.workers.gate import GateWorker

_ON_THE_WAY_MS: Final = 20_000
"""For how long the screen says that somebody has taken the call: by then they are there."""


class DoorHelp(QObject):
    """Ties the visitor's screen, the ledger and the panel on this machine together.

    `rings_here` says whether the panel of this machine has to ring by itself, since the ledger could not be
    told: with one here (`has_panel`), help comes all the same.
    """

    rings_here = Signal(bool)

    def __init__(self, door: Door, screen: VisitorScreen, worker: GateWorker) -> None:
        super().__init__()
        self._door = door.id
        self._screen = screen
        self._worker = worker
        self.has_panel = False
        self._told = HelpTold.NOTHING
        self._is_open = False
        self._is_by_hand = False
        self._may_take_back = True
        self._shown = (self._told, self._may_take_back)
        self._over = QTimer(self, singleShot=True, interval=_ON_THE_WAY_MS)
        self._over.timeout.connect(lambda: self._tell(HelpTold.NOTHING))
        screen.help_wanted.connect(self._on_wanted)
        screen.help_not_wanted.connect(self._on_not_wanted)
        worker.help_called.connect(self._on_called)
        worker.help_taken_back.connect(self._on_taken_back)
        worker.help_answered.connect(self._on_answered)

    def stop(self) -> None:
        """Tell the screen nothing any more."""
        self._over.stop()

    def follow(self, house: House) -> None:
        """Take in how the ledger stands."""
        here = house.help_at_door(self._door)
        was_open, self._is_open = self._is_open, here.since is not None
        self._may_take_back = may_take_back(here, now_utc())
        if self._is_open:
            self._ring_here(wanted=False)
            self._tell(HelpTold.COMING)
        elif was_open:
            # Nobody has taken it: the day has ended, or whoever called took it back.
            self._tell(HelpTold.NOTHING)

    def taken(self, door: str) -> None:
        """Take in that somebody at this machine's panel goes to the visitor of `door`."""
        if door == self._door and self._is_by_hand:
            self._worker.forget_help()
            self._ring_here(wanted=False)
            self._on_the_way()

    def _on_wanted(self) -> None:
        if self._told not in {HelpTold.CALLING, HelpTold.COMING}:
            self._tell(HelpTold.CALLING)
            self._worker.call_help(EventId(new_name()))

    def _on_called(self, rings: bool) -> None:  # noqa: FBT001 - a slot is called by position
        self._is_open = self._is_open or rings
        self._ring_here(wanted=not rings)
        self._tell(HelpTold.COMING if rings or self.has_panel else HelpTold.UNREACHED)

    def _on_not_wanted(self) -> None:
        self._worker.take_help_back(EventId(new_name()))

    def _on_taken_back(self, done: bool) -> None:  # noqa: FBT001 - a slot is called by position
        if done:
            self._is_open = False
            self._ring_here(wanted=False)
            self._tell(HelpTold.NOTHING)

    def _on_answered(self) -> None:
        self._is_open = False
        self._on_the_way()

    def _on_the_way(self) -> None:
        self._tell(HelpTold.ON_THE_WAY)
        self._over.start()

    def _ring_here(self, *, wanted: bool) -> None:
        if wanted != self._is_by_hand:
            self._is_by_hand = wanted
            self.rings_here.emit(wanted)

    def _tell(self, told: HelpTold) -> None:
        self._over.stop()
        if (told, self._may_take_back) != self._shown:
            self._told, self._shown = told, (told, self._may_take_back)
            self._screen.show_help(*self._shown)
