"""The simulated visitors: one after another they hold something before the camera and read the answer."""

import queue
import random
from collections.abc import Callable
from enum import Enum, auto
from threading import Event, Thread

import numpy as np
from numpy.typing import NDArray

from kiosk.app.door_program import DoorProgram
from kiosk.clock import new_name, now_utc
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.ids import EventId, StaffId
from kiosk.core.occupancy import House
from kiosk.core.office import Office, Wording
from kiosk.core.verdict import Outcome
from kiosk.demo.day import JUGEND, Part
from kiosk.demo.papers import misread, poster
from kiosk.demo.stage import Stage
from kiosk.gate.door_acts import resume, stop
from kiosk.gate.gate import Answer
from kiosk.gate.tap import Tap
from kiosk.ledger.ledger import Ledger
from kiosk.letters.picture import letter_picture, phone_picture
from kiosk.scan.simulated_camera import SimulatedCamera
from kiosk.scan.simulated_letter import A4_WIDTH_MM

_DPI = 150
_HOLD_SECONDS = 2.2
_GUARD = StaffId("demo")
_PAUSE_SECONDS = 1.2
_SHORTEST_HOLD = 0.8
_POLL_SECONDS = 0.1
_PHONE_PIXELS, _PHONE_MM = 720, 68.0
_DRILL = Wording(
    (
        ("de", "Feueralarm-Übung. In wenigen Minuten geht es weiter."),
        ("en", "Fire drill. We go on in a few minutes."),
    )
)
_ADVERTISEMENT = "https://www.example.org/herbst-angebot"
_CERTIFICATE = "HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


class Act(Enum):
    """One scene before the camera, or of the staff."""

    ARRIVE = auto()
    LEAVE = auto()
    ANSWER_CALL = auto()
    TOO_EARLY = auto()
    TOO_LATE = auto()
    WRONG_DAY = auto()
    WRONG_DOOR = auto()
    CANCELLED = auto()
    RESCHEDULED = auto()
    USED = auto()
    COME_BACK = auto()
    POSTER = auto()
    CERTIFICATE = auto()
    MISREAD = auto()
    STRANGER = auto()
    STOP = auto()
    RESUME = auto()


# The opening shows the whole story within a minute: the house fills, a line forms, somebody leaves, the next
# number is called. The rest of the program follows, and then whatever chance brings.
_OPENING = (
    Act.ARRIVE,
    Act.ARRIVE,
    Act.ARRIVE,
    Act.TOO_EARLY,
    Act.LEAVE,
    Act.ANSWER_CALL,
    Act.POSTER,
    Act.ARRIVE,
    Act.WRONG_DAY,
    Act.ARRIVE,
    Act.LEAVE,
    Act.ANSWER_CALL,
    Act.WRONG_DOOR,
    Act.CANCELLED,
    Act.MISREAD,
    Act.RESCHEDULED,
    Act.TOO_LATE,
    Act.STRANGER,
    Act.LEAVE,
    Act.ANSWER_CALL,
    Act.USED,
    Act.COME_BACK,
    Act.STOP,
    Act.ARRIVE,
    Act.RESUME,
    Act.CERTIFICATE,
)
_AFTERWARDS = {
    Act.ARRIVE: 8,
    Act.LEAVE: 6,
    Act.TOO_EARLY: 1,
    Act.WRONG_DAY: 1,
    Act.WRONG_DOOR: 1,
    Act.POSTER: 1,
    Act.MISREAD: 1,
}
_QUIET_SECONDS = (2.0, 9.0)
# Before anybody comes, the door is seen as it waits.
_FIRST_VISITOR_SECONDS = 4.0
_PARTS = {
    Act.TOO_EARLY: Part.TOO_EARLY,
    Act.TOO_LATE: Part.TOO_LATE,
    Act.WRONG_DAY: Part.WRONG_DAY,
    Act.WRONG_DOOR: Part.WRONG_DOOR,
    Act.CANCELLED: Part.CANCELLED,
    Act.RESCHEDULED: Part.RESCHEDULED,
    Act.USED: Part.USED,
    Act.COME_BACK: Part.COMES_BACK,
}


class Director:
    """Leads the simulated visitors to the camera, in a thread of its own, from `begin` to `end`."""

    def __init__(self, stage: Stage, camera: SimulatedCamera, speed: float, seed: int = 2021) -> None:
        """`speed` is how many times as fast as usual the visitors come, above zero."""
        self._stage = stage
        self._camera = camera
        self._speed = speed
        self._chance = random.Random(seed)  # noqa: S311 - nothing secret is drawn by the visitors
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._over = Event()
        self._thread = Thread(target=self._run, name="visitors")
        self._waiting = {part: [g.external_id for g in stage.guests if g.part is part] for part in Part}
        self._inside = list(self._waiting[Part.INSIDE])
        self._house: House | None = None

    def begin(self, program: DoorProgram) -> None:
        """Start beside the program; its answers are what the visitors act upon."""
        program.answered.connect(self._answers.put)
        self._thread.start()

    def end(self) -> None:
        """Send the visitors home and wait for it."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        self._over.wait(_FIRST_VISITOR_SECONDS)
        for act in _OPENING:
            self._play(act)
        while not self._over.is_set():
            quiet = self._chance.uniform(*_QUIET_SECONDS) / self._speed
            if not self._called() and self._over.wait(quiet):
                return
            acts = list(_AFTERWARDS)
            by_chance = self._chance.choices(acts, list(_AFTERWARDS.values()))[0]
            self._play(Act.ANSWER_CALL if self._called() else by_chance)

    def _play(self, act: Act) -> None:
        if self._over.is_set():
            return
        match act:
            case Act.POSTER:
                self._hold_up(poster(_ADVERTISEMENT))
            case Act.CERTIFICATE:
                self._hold_up(poster(_CERTIFICATE))
            case Act.MISREAD:
                self._hold_up(poster(misread(self._strange_code())))
            case Act.STRANGER:
                self._hold_up_phone(self._strange_code())
            case Act.STOP:
                self._as_staff(lambda ledger, office, tap: stop(ledger, office, tap, None, _DRILL))
            case Act.RESUME:
                self._as_staff(lambda ledger, office, tap: resume(ledger, office, tap, None))
            case _:
                self._come(self._who_comes(act))

    def _strange_code(self) -> Code:
        return Code(self._chance.getrandbits(CODE_BITS))

    def _who_comes(self, act: Act) -> str | None:
        match act:
            case Act.ARRIVE:
                return self._next_expected()
            case Act.LEAVE:
                return self._next_to_leave()
            case Act.ANSWER_CALL:
                return self._called()
            case _:
                return self._one_of(_PARTS[act])

    def _next_expected(self) -> str | None:
        """Return who comes next: those of the opening in their order, then whoever may come in by now."""
        if self._waiting[Part.ON_TIME]:
            return self._waiting[Part.ON_TIME].pop(0)
        admitted_until = now_utc() + self._stage.office_file.office.habits.early
        if self._waiting[Part.LATER]:
            first = self._waiting[Part.LATER][0]
            if self._stage.sent[first].letter.appointment.starts_at <= admitted_until:
                return self._waiting[Part.LATER].pop(0)
        return None

    def _next_to_leave(self) -> str | None:
        # The first came long ago and stays: sooner or later every door has a visitor whom nobody saw leave.
        leaving = [
            each for each in self._inside[1:] if self._stage.sent[each].letter.appointment.area != JUGEND
        ]
        return leaving[0] if leaving else None

    def _called(self) -> str | None:
        """Return somebody whose number is called, if there is anyone."""
        line = self._house.line if self._house else ()
        called = (place.appointment for place in line if place.kept_until is not None)
        return next((self._stage.names[each] for each in called if each is not None), None)

    def _one_of(self, part: Part) -> str | None:
        return self._chance.choice(self._waiting[part]) if self._waiting[part] else None

    def _come(self, external_id: str | None) -> None:
        if external_id is None:
            return
        sent = self._stage.sent[external_id]
        by_phone = int(external_id[-1]) % 4 == 0
        answer = (
            self._hold_up_phone(sent.letter.code)
            if by_phone
            else self._hold_up(letter_picture(sent.letter, _DPI))
        )
        if answer is None:
            return
        # On a slow machine an answer may come when the next visitor stands there already.
        if answer.verdict.outcome is Outcome.ADMITTED and external_id not in self._inside:
            self._inside.append(external_id)
        elif answer.verdict.outcome is Outcome.LEFT and external_id in self._inside:
            self._inside.remove(external_id)

    def _hold_up_phone(self, code: Code) -> Answer | None:
        return self._hold_up(phone_picture(code, _PHONE_PIXELS), width_mm=_PHONE_MM)

    def _hold_up(self, page: NDArray[np.uint8], width_mm: float = A4_WIDTH_MM) -> Answer | None:
        """Hold a page before the camera, twice if it is not read; return what the visitor was told."""
        for _ in range(2):
            self._camera.show(
                page,
                hold_for=max(_HOLD_SECONDS / self._speed, _SHORTEST_HOLD),
                pause=_PAUSE_SECONDS / self._speed,
                width_mm=width_mm,
            )
            answer = self._wait_for_answer()
            if answer is not None or self._over.is_set():
                return answer
        return None

    def _wait_for_answer(self) -> Answer | None:
        """Return the answer that came while the page was held up, once it is out of sight again."""
        answer: Answer | None = None
        while self._camera.pages_left and not self._over.is_set():
            try:
                answer = self._answers.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            if answer.house is not None:
                self._house = answer.house
        return answer

    def _as_staff(self, act: Callable[[Ledger, Office, Tap], object]) -> None:
        ledger = Ledger.open(self._stage.office_file.database_url, self._stage.office_file.key_file)
        try:
            tap = Tap(EventId(new_name()), _GUARD, None, now_utc())
            act(ledger, self._stage.office_file.office, tap)
        finally:
            ledger.close()
