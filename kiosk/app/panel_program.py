"""One guard's panel with its window and its threads, beside a door or alone on a machine."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.app.device_lights import DeviceLights
from kiosk.clock import now_utc
from kiosk.config import OfficeFile
from kiosk.core.code import Badge, CodeError, parse_badge
from kiosk.core.door_report import is_heard
from kiosk.core.guard_view import Answered, GuardView, KeptByHand, Recorded
from kiosk.core.lights import Light, Lights
from kiosk.core.office import Door
from kiosk.core.self_test import SelfTest, self_test
from kiosk.core.trouble import Trouble
from kiosk.gate.guard_post import GuardPost
from kiosk.ledger.ledger import Ledger
from kiosk.scan.presence import Presence
from kiosk.ui.panel.paper import Printable
from kiosk.ui.panel.print import Printed, print_out, printed_told
from kiosk.ui.panel.steering import Steering
from kiosk.ui.panel.texts_strip import one_moment
from kiosk.ui.panel.window import PanelWindow
from kiosk.ui.wedge_filter import WedgeFilter
from kiosk.workers.printing import PrintWorker
from kiosk.workers.staff import StaffWorker
from kiosk.workers.sweeper import Sweeper

_PRINTS: Final = "prints"
"""The folder beside the office's file in which a page lies that no printer took."""

# The lights of camera and scanner need no faster eye.
_LIGHTS_INTERVAL_MS: Final = 500


@dataclass(frozen=True, slots=True)
class PanelParts:
    """What a panel is built from.

    `devices` tells how the door's devices are, whenever it is asked; None: they are at another machine.
    `keys`: a real keyboard steers it, beside fingers.
    """

    office_file: OfficeFile
    door: Door
    language: str
    devices: Callable[[], DeviceLights] | None
    keys: bool = False


class PanelProgram(QObject):
    """A panel from `start` to `stop`; the window is the caller's to show.

    `acted` tells that something was recorded or kept, which the visitor's screen beside it may have to show.
    """

    acted = Signal()

    def __init__(self, parts: PanelParts) -> None:
        super().__init__()
        self._parts = parts
        self._view: GuardView | None = None
        self._badges_in_view = Presence()
        office = parts.office_file.office
        self.window = PanelWindow(office, parts.door, language=parts.language)
        self._steering = Steering(self.window) if parts.keys else None
        self._worker = StaffWorker(self._make_post, now_utc)
        self._printing = PrintWorker()
        self._sweeper = Sweeper()
        self._lights_timer = QTimer(self, interval=_LIGHTS_INTERVAL_MS)
        self._connect()

    def start(self) -> None:
        """Start the threads; the panel shows what holds as soon as it knows."""
        self._sweeper.start()
        self._worker.start()
        self._printing.start()
        self._lights_timer.start()

    def stop(self) -> None:
        """End the threads and wait for them; what was ordered before is still carried out."""
        if self._steering is not None:
            self._steering.end()
        self._lights_timer.stop()
        self._worker.stop()
        self._printing.stop()
        self._sweeper.stop()

    def hear_keys(self, keys: WedgeFilter) -> None:
        """Let what a person types steer the panel, where that is wished."""
        if self._steering is not None:
            keys.typed.connect(self._steering.take)
            keys.lifted.connect(self._steering.lift)

    @Slot(object)
    def show_badge(self, badge: Badge) -> None:
        """Take a badge that the door's camera or scanner sees: once, for as long as it stays in view."""
        if self._badges_in_view.see(badge.text, time.monotonic()) is not None:
            self.window.show_badge(badge)

    def show_scanned(self, text: str) -> None:
        """Take what a scanner at the panel has read: a badge stands in for an id, a letter for a search."""
        try:
            badge = parse_badge(text)
        except CodeError:
            self.window.show_scanned(text)
        else:
            self.window.show_badge(badge)

    def _connect(self) -> None:
        window, worker = self.window, self._worker
        if self._steering is not None:
            self._steering.used.connect(window.feel_touch)
        window.ordered.connect(worker.carry_out)
        window.signing_in.connect(worker.sign_in)
        window.confirming.connect(worker.confirm)
        window.second_person_gone.connect(worker.forget_waiting)
        window.lock_wanted.connect(worker.lock)
        window.touched.connect(worker.touched)
        window.evacuation_wanted.connect(worker.count)
        window.set_aside_wanted.connect(worker.set_aside)
        window.print_wanted.connect(self._print)
        window.language_wanted.connect(window.speak)
        worker.viewed.connect(self._on_view)
        worker.answered.connect(self._on_answered)
        worker.signed_in.connect(window.show_signed_in)
        worker.counted.connect(window.show_evacuation)
        self._printing.printed.connect(self._on_printed)
        self._lights_timer.timeout.connect(self._show_lights)

    def _make_post(self) -> GuardPost:
        file = self._parts.office_file
        return GuardPost(
            file.office,
            self._parts.door,
            lambda: Ledger.open(file.database_url, file.key_file),
            lambda ledger: ledger.pin_key(file.pin_key_file),
            file.path.parent,
        )

    def _on_view(self, view: GuardView) -> None:
        self._view = view
        self.window.show_view(view)
        self._show_lights()

    def _on_answered(self, answered: Answered) -> None:
        self.window.show_answered(answered)
        if isinstance(answered.result, Recorded | KeptByHand):
            self.acted.emit()

    def _show_lights(self) -> None:
        if self._view is not None:
            devices = reported(self._view) if self._parts.devices is None else self._parts.devices()
            database, clock = lights_of(self._view)
            test = self._self_test(devices)
            self.window.show_lights(Lights(devices.camera, devices.scanner, database, clock, test))

    def _self_test(self, devices: DeviceLights) -> SelfTest | None:
        file = self._parts.office_file
        if not file.daily_test or devices.test_reads is None:
            return None
        return self_test(devices.test_reads, now_utc(), file.office.time_zone)

    def _print(self, what: Printable) -> None:
        file, words = self._parts.office_file, self.window.words
        folder = file.path.with_name(_PRINTS)
        # A printer that does not answer takes some seconds to be given up.
        self.window.show_note(one_moment(words), True)
        self._printing.carry_out(partial(print_out, file.office, words, what, folder, now_utc()))

    def _on_printed(self, printed: Printed) -> None:
        self.window.show_note(*printed_told(self.window.words, printed))


def reported(view: GuardView) -> DeviceLights:
    """Return how the devices are as the door's program says, wherever that runs; unknown while it is off."""
    if view.report is None or not is_heard(view.report, view.now):
        return DeviceLights(Light.UNKNOWN, Light.UNKNOWN)
    return DeviceLights(view.report.camera, view.report.scanner)


def lights_of(view: GuardView) -> tuple[Light, Light]:
    """Return how the database and the clock are, as the last look at the ledger has found them.

    While the ledger cannot be reached, nobody can tell whether the clock is right.
    """
    match view.trouble:
        case None:
            return Light.GOOD, Light.GOOD
        case Trouble.CLOCK:
            return Light.GOOD, Light.BROKEN
        case Trouble.LEDGER | Trouble.PROGRAM:
            return Light.BROKEN, Light.UNKNOWN
