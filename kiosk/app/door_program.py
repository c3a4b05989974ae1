"""One door with its visitor's screen and its threads, from the start to the end."""

import logging
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.app.device_lights import DeviceLights, light_of_cameras, light_of_scanner
from kiosk.app.door_help import DoorHelp
from kiosk.app.door_voice import DoorVoice
from kiosk.clock import now_utc
from kiosk.config import OfficeFile
from kiosk.core.code import Badge, CodeError, parse_badge
from kiosk.core.door_devices import KeyboardScanner, Scanner
from kiosk.core.door_report import DoorReport, is_due
from kiosk.core.lights import Light
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import Door
from kiosk.core.self_test import Device, ReadBy
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import OUT_OF_SERVICE
from kiosk.gate.applied_rules import apply_rules
from kiosk.gate.gate import Answer, Gate
from kiosk.languages.own import OwnLanguage
from kiosk.ledger.ledger import Ledger
from kiosk.scan.reading import Reading
from kiosk.scan.turns import READING_SECONDS
from kiosk.ui.view import house_view
from kiosk.ui.visitor_screen import VisitorScreen
from kiosk.workers.cameras import CameraHere, Cameras
from kiosk.workers.gate import GateWorker
from kiosk.workers.scanner import ScannerWorker
from kiosk.workers.sweeper import Sweeper

# The live picture guides the hand; more frames a second would only take time from decoding.
_PICTURE_INTERVAL_MS = 66
# A scan that has no answer by then is taken over by the staff; the answer is shown as soon as it comes.
_ANSWER_PATIENCE_MS = 3000
# How often the cameras are asked whether they are alive, since one that hangs cannot report itself.
_CAMERA_INTERVAL_MS = 500
# While another thread works, the GUI's thread waits at most this long for the interpreter (Python: 5 ms).
_SWITCH_SECONDS = 0.001

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DoorParts:
    """What a door is built from; there are no `cameras` at a door that has a USB scanner only.

    A scanner that types like a keyboard is heard at every door, whatever `scanner` is. `own_languages` are
    those that the office has added.
    """

    office_file: OfficeFile
    door: Door
    cameras: tuple[CameraHere, ...] = ()
    scanner: Scanner = field(default_factory=KeyboardScanner)
    own_languages: tuple[OwnLanguage, ...] = ()


class _Wanted(Enum):
    """What a door waits for until a letter may be held up."""

    LEDGER = auto()
    CAMERA = auto()


class DoorProgram(QObject):
    """A door with its screen and its workers, from `start` to `stop`.

    `answered` carries each Answer after it is drawn. `ready` tells, once, that letters may be held up: the
    ledger is open, and the camera's first frame was decoded. `badge_shown` carries a Badge of the staff where
    a panel takes them; else a badge is no invitation, as any other text.
    """

    answered = Signal(object)
    ready = Signal()
    badge_shown = Signal(object)

    def __init__(self, parts: DoorParts, *, takes_badges: bool = False) -> None:
        super().__init__()
        self._takes_badges = takes_badges
        self._made_at = time.monotonic()
        self._wanted = set(_Wanted) if parts.cameras else {_Wanted.LEDGER}
        self._office_file = parts.office_file
        self._office = parts.office_file.office
        self._door = parts.door
        self._house: House = EMPTY_HOUSE
        self._trouble: Trouble | None = None
        self._ledger: Ledger | None = None
        self.screen = VisitorScreen(
            self._office,
            self._door,
            answer_seconds=parts.office_file.answer_seconds,
            camera=bool(parts.cameras),
            own_languages=parts.own_languages,
            moving=not parts.office_file.reduced_motion,
        )
        self._reported: DoorReport | None = None
        self._gate_worker = GateWorker(
            self._open_gate,
            self._close_ledger,
            now_utc,
            report=self._report,
            # An answer that has gone by itself is read by nobody.
            reading_seconds=min(READING_SECONDS, parts.office_file.answer_seconds),
        )
        self._voice = DoorVoice(self.screen, parts.office_file.speech)
        self._help = DoorHelp(self._door, self.screen, self._gate_worker)
        self._cameras = Cameras(parts.cameras)
        self._scanner_worker = ScannerWorker(parts.scanner)
        self._sweeper = Sweeper()
        self._patience = QTimer(self, singleShot=True, interval=_ANSWER_PATIENCE_MS)
        self._picture_timer = QTimer(self, interval=_PICTURE_INTERVAL_MS)
        self._camera_timer = QTimer(self, interval=_CAMERA_INTERVAL_MS)
        self._connect()

    def start(self) -> None:
        """Start the workers; the window is the caller's to show."""
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._sweeper.start()
        self._gate_worker.start()
        self._scanner_worker.start()
        self._cameras.start()
        self._voice.start()
        self._picture_timer.start()
        self._camera_timer.start()

    def stop(self) -> None:
        """End the workers and wait for them; what was scanned before is still answered and recorded."""
        self._picture_timer.stop()
        self._camera_timer.stop()
        self._patience.stop()
        self._help.stop()
        self._voice.stop()
        self._cameras.stop()
        self._scanner_worker.stop()
        self._gate_worker.stop()
        self._sweeper.stop()

    def look(self) -> None:
        """Look at once at what the panel has done, and not only at the next second."""
        self._gate_worker.look()

    @property
    def help(self) -> DoorHelp:
        """The calls for help of this door."""
        return self._help

    def devices(self) -> DeviceLights:
        """Return how cameras and scanner are, and when they read the test letter."""
        heard = self._scanner_worker.light()
        camera, scanner = light_of_cameras(self._cameras.states()), light_of_scanner(heard.state)
        reads = (
            (camera, ReadBy(Device.CAMERA, self._cameras.test_read_at)),
            (scanner, ReadBy(Device.SCANNER, heard.tested_at)),
        )
        used = tuple(read for light, read in reads if light is not Light.NOT_USED)
        return DeviceLights(camera, scanner, used)

    def _connect(self) -> None:
        self._gate_worker.reading.connect(self._on_reading)
        self._gate_worker.answered.connect(self._on_answer)
        self._gate_worker.ticked.connect(self._on_tick)
        self._gate_worker.troubled.connect(self._on_trouble)
        self._gate_worker.told.connect(self.screen.show_answer)
        self._patience.timeout.connect(self._on_no_answer)
        self._picture_timer.timeout.connect(self._show_newest_look)
        self._camera_timer.timeout.connect(self._show_camera_state)
        self.screen.scanned.connect(self._scanner_worker.hear)
        self._scanner_worker.scanned.connect(self._on_scanned)
        self.screen.code_typed.connect(self._gate_worker.take_typed)
        self.screen.answer_kept.connect(self._gate_worker.keep_answer)
        self.screen.answer_gone.connect(self._gate_worker.answer_is_gone)
        self._gate_worker.next_waits.connect(self.screen.show_next_waits)
        # Not through the GUI's thread: a verdict does not wait for a picture to be painted.
        self._cameras.seen.connect(self._on_seen, Qt.ConnectionType.DirectConnection)
        self._cameras.looked.connect(self._on_first_look)

    def _open_gate(self) -> Gate:
        if self._ledger is None:
            self._ledger = Ledger.open(self._office_file.database_url, self._office_file.key_file)
        file = self._office_file
        apply_rules(self._ledger, self._office, file.rules_digest, file.rules_json, now_utc())
        return Gate(self._office, self._door, self._ledger, file.try_limit)

    def _report(self, now: datetime) -> None:
        """Tell other machines every few seconds how the devices are; called in the gate's thread."""
        if self._ledger is None or not is_due(self._reported, now):
            return
        devices, heard_at = self.devices(), self._scanner_worker.light().heard_at
        seen_at = self._cameras.last_read_at
        last_good_scan = max((at for at in (heard_at, seen_at) if at is not None), default=None)
        self._reported = DoorReport(self._door.id, now, devices.camera, devices.scanner, last_good_scan)
        self._ledger.report_door(self._reported)

    def _close_ledger(self) -> None:
        if self._ledger is not None:
            self._ledger.close()

    def _on_scanned(self, text: str) -> None:
        self._on_seen(text, time.monotonic())

    def _on_seen(self, text: str, at: float) -> None:
        """Pass on what was read; called in the thread of whoever read it."""
        badge = _badge_in(text) if self._takes_badges else None
        if badge is None:
            self._gate_worker.see(text, at)
        else:
            self.badge_shown.emit(badge)

    def _on_reading(self) -> None:
        self.screen.show_reading()
        self._patience.start()

    def _on_answer(self, answer: Answer) -> None:
        self._patience.stop()
        self.screen.show_answer(answer.verdict, answer.language)
        if answer.pause is not None:
            self.screen.show_keypad_pause(answer.pause.total_seconds())
        if answer.house is not None:
            self._on_house(answer.house)
        self.answered.emit(answer)

    def _on_no_answer(self) -> None:
        self.screen.show_answer(OUT_OF_SERVICE)

    def _on_tick(self, house: House) -> None:
        self._on_house(house)
        self._have(_Wanted.LEDGER)

    def _on_first_look(self) -> None:
        self._have(_Wanted.CAMERA)

    def _have(self, part: _Wanted) -> None:
        if part in self._wanted:
            self._wanted.remove(part)
            if not self._wanted:
                _log.info("ready to scan after %.1f s", time.monotonic() - self._made_at)
                self.ready.emit()

    def _on_house(self, house: House) -> None:
        self._house = house
        self._help.follow(house)
        self._show_house()

    def _on_trouble(self, trouble: Trouble | None) -> None:
        self._trouble = trouble
        self._show_house()

    def _show_house(self) -> None:
        view = house_view(self._house, self._office, self._door, now_utc())
        self.screen.show_house(replace(view, in_service=self._trouble is None))

    def _show_newest_look(self) -> None:
        look = self._cameras.take_look()
        if look is not None:
            self.screen.show_frame(look.frame, Reading(look.sightings, look.unread))

    def _show_camera_state(self) -> None:
        self.screen.show_camera_trouble(self._cameras.are_in_trouble())


def _badge_in(text: str) -> Badge | None:
    try:
        return parse_badge(text)
    except CodeError:
        return None
