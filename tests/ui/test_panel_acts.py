"""Every act of every role, tapped on the real panel, with the events that it leaves in a real ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.panel_program import PanelParts, PanelProgram
from kiosk.clock import now_utc
from kiosk.core.appointment import AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import Entered, Event
from kiosk.core.guard_view import Answered, Found, GuardView, Result
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.person import Person
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ui.panel.tile import SETTLE_MS
from tests.building import BENEFITS, MAIN_DOOR, an_appointment
from tests.patience import PATIENCE_MS
from tests.premises import Premises, make_premises
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.taps import hold

PIN = Pin("271828")
IDS = {Role.ADMIN: StaffId("1"), Role.SECURITY: StaffId("11"), Role.MANAGER: StaffId("21")}
OVERDUE = EventId("overdue")


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    """An office with its staff, an appointment, and a party of two that should have left long ago."""
    premises = make_premises(tmp_path / "office", cap=9)
    file, now = premises.file(), now_utc()
    soon = an_appointment("appointment", now + timedelta(minutes=5))
    with premises.ledger() as ledger:
        key = ledger.pin_key(file.pin_key_file)
        for role, staff in IDS.items():
            by = None if role is Role.ADMIN else IDS[Role.ADMIN]
            add_member(ledger, key, Newcomer(staff, "", role), Credentials(PIN, None), by, now)
        people = {AppointmentId("appointment"): Person("Xanthippe Probeperson", None)}
        ledger.apply(AppointmentChanges(new=(soon,), people=people))
        entered = Entered(VisitId(OVERDUE), None, BENEFITS, 2, now - timedelta(hours=1), None)
        with ledger.transaction() as transaction:
            transaction.append(Event(OVERDUE, now - timedelta(minutes=2), MAIN_DOOR, None, entered, None))
    return premises


@dataclass
class Guard:
    """Somebody of a role who stands at the panel, signed in."""

    program: PanelProgram
    premises: Premises
    qtbot: QtBot
    heard: list[object] = field(default_factory=list)

    def sign_in(self, role: Role) -> None:
        self.program._worker.sign_in(IDS[role], PIN)
        self.qtbot.waitUntil(self._is_signed_in, timeout=PATIENCE_MS)

    def does(self, *functions: str) -> tuple[Result, list[str]]:
        """Tap tiles, and return the answer and the kinds of the events that it left."""
        before = len(self.premises.events())
        self.heard.clear()
        for function in functions:
            self._tap(function)
        # What can be tapped next rests on what the panel has seen since the answer.
        self.qtbot.waitUntil(self._is_seen_since_answered, timeout=PATIENCE_MS)
        (answered,) = (each for each in self.heard if isinstance(each, Answered))
        return answered.result, [type(event.what).__name__ for event in self.premises.events()[before:]]

    def _is_signed_in(self) -> bool:
        return any(isinstance(each, GuardView) and each.signed_in is not None for each in self.heard)

    def _is_seen_since_answered(self) -> bool:
        answers = [place for place, each in enumerate(self.heard) if isinstance(each, Answered)]
        return bool(answers) and isinstance(self.heard[-1], GuardView)

    def _tap(self, function: str) -> None:
        name = function.removeprefix("held:")
        self.qtbot.waitUntil(lambda: name in tiles(self.program.window), timeout=PATIENCE_MS)
        if function.startswith("put_back"):
            # It has come to stand where the finger just was, and takes no press for a moment.
            self.qtbot.wait(SETTLE_MS)
        (tap if name == function else hold)(self.program.window, name)


@pytest.fixture
def guard(premises: Premises, qtbot: QtBot) -> Iterator[Guard]:
    file = premises.file()
    program = PanelProgram(PanelParts(file, file.office.doors[MAIN_DOOR], "en", devices=None))
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.window.show()
    guard = Guard(program, premises, qtbot)
    program._worker.answered.connect(guard.heard.append)
    program._worker.viewed.connect(guard.heard.append)
    program.start()
    qtbot.waitUntil(lambda: "left:benefits" in tiles(program.window), timeout=PATIENCE_MS)
    yield guard
    program.stop()
    program.window.end()


A_DAY: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    (("without_letter", "reason:other"), ["LetIn"]),
    (("scan:1", "exempt_from_mask"), ["MaskExempted"]),
    (("turn_back", "reason:other"), ["TurnedBack"]),
    (("undo_last",), ["VisitReopened"]),
    (("left:benefits",), ["CountedOut"]),
    (("undo_last",), ["CountRestored"]),
    (("party_left", "left:2"), ["CountedOut"]),
    (("party_left", f"visit:{OVERDUE}"), ["Reconciled"]),
    (("undo_last",), ["VisitReopened"]),
    (("count", f"has_left:{OVERDUE}"), ["Settled"]),
    (("back", "undo_last"), ["VisitReopened"]),
    (("hold", "message:closed_for_now"), ["AdmissionStopped"]),
    (("line", "give_number:benefits"), ["Queued"]),
    (("back", "hold", "resume"), ["AdmissionResumed", "Called"]),
    (("line", "skip:1"), ["Uncalled"]),
    (("back", "line", "put_back:1"), ["PutBack", "Called"]),
    (("back", "booking", "key:p", "key:r", "key:o", "key:b", "search"), ["BookingSearched"]),
    (("booking:appointment", "reason:other"), ["LetIn"]),
    (("count", "recount", "key:4", "reason:other"), ["Corrected"]),
    (("count", "held:end_of_day"), ["Settled", "Uncalled", "DayEnded"]),
)


@pytest.mark.parametrize("role", [Role.SECURITY, Role.MANAGER])
def test_whoever_stands_at_the_door_may_do_every_act_there_and_each_leaves_its_events(
    guard: Guard, role: Role
) -> None:
    guard.sign_in(role)
    for functions, expected in A_DAY:
        _, left = guard.does(*functions)
        assert list(dict.fromkeys(left)) == expected, functions
    assert {event.by for event in guard.premises.events()[4:]} <= {IDS[role], None}
    with guard.premises.ledger() as ledger:
        assert ledger.verify().flaw is None


@pytest.mark.parametrize(
    "functions",
    [
        ("without_letter", "reason:other"),
        ("left:benefits",),
        ("count", f"has_left:{OVERDUE}"),
        ("hold", "message:closed_for_now"),
    ],
)
def test_an_admin_lets_nobody_in_and_counts_nobody_out(guard: Guard, functions: tuple[str, ...]) -> None:
    guard.sign_in(Role.ADMIN)
    assert guard.does(*functions) == (NotDone.NOT_ALLOWED, [])


def test_what_was_found_is_shown_without_a_name(guard: Guard) -> None:
    guard.sign_in(Role.SECURITY)
    found, _ = guard.does("booking", "key:p", "key:r", "key:o", "key:b", "search")
    assert isinstance(found, Found)
    assert found.total == 1
    assert "Xanthippe" not in " ".join(tile.text() for tile in tiles(guard.program.window).values())
