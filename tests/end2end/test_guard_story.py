"""A guard's morning at the real door, with real taps: a full house, somebody who is late, and an alarm."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from secrets import randbelow

import pytest

from kiosk.clock import new_name, now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.door_events import LetIn
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import draw_pin
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from tests.building import an_appointment
from tests.end2end.display import Display, a_display, needs_display
from tests.end2end.finger import Finger
from tests.end2end.program import PATIENCE, Desk, wait_until
from tests.premises import Premises, make_premises

pytestmark = needs_display

_PANEL_AT = 1290
_LOOKS_FOR_ANSWER = 100
_WATCHED = Path(__file__).with_name("watched_program.py")


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    """A display with room for two windows, the door's and the panel's."""
    with a_display(tmp_path, 2580, 820) as display:
        yield display


def _invited(premises: Premises, minutes: float, party: int = 1) -> Code:
    """Invite a party for a time so many minutes from now, and return the code of its letter."""
    code, name = Code(int.from_bytes(new_name().encode()[-16:])), new_name()
    appointment = an_appointment(name, now_utc() + timedelta(minutes=minutes), party=party)
    with premises.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=(appointment,)))
        ledger.issue_letters([(appointment, code)], now_utc())
    return code


def _with_staff(premises: Premises, *people: tuple[str, Role]) -> dict[str, str]:
    """Add these people (id and role), the admin first, and return their PINs."""
    pins: dict[str, str] = {}
    with premises.ledger() as ledger:
        key = ledger.pin_key(premises.file().pin_key_file)
        for who, role in people:
            pin, by = draw_pin(randbelow), StaffId(next(iter(pins))) if pins else None
            given = Credentials(pin, None)
            add_member(ledger, key, Newcomer(StaffId(who), "", role), given, by, now_utc())
            pins[who] = pin.digits
    return pins


def _show(display: Display, code: Code, is_answered: Callable[[], bool]) -> None:
    """Hold a letter under the scanner, and again if nothing happens: a busy machine tears its keys apart."""
    until = time.monotonic() + PATIENCE
    while not is_answered():
        assert time.monotonic() < until, "the letter is not answered"
        display.scan(code.text)
        for _ in range(_LOOKS_FOR_ANSWER):
            if is_answered():
                return
            time.sleep(0.1)


def _inside(premises: Premises) -> int:
    with premises.ledger() as ledger:
        return ledger.house().inside


def test_full_house_late_visitor_override_by_two_undo_recount_and_evacuation(
    tmp_path: Path, display: Display
) -> None:
    premises = make_premises(tmp_path / "office", cap=3)
    desk = Desk(premises, environment=display.environment)
    pins = _with_staff(premises, ("1", Role.ADMIN), ("11", Role.SECURITY), ("21", Role.MANAGER))
    family, late = _invited(premises, minutes=5, party=3), _invited(premises, minutes=-90)
    seen = tmp_path / "seen.json"
    guard = Finger(display, seen)

    watched = replace(desk, program=(sys.executable, "-P", str(_WATCHED), str(seen)))
    at_the_door = ("run", "--door", "main", "--camera", "none", "--windowed", "--panel", "window")
    with watched.running(*at_the_door) as door:
        wait_until(lambda: guard.page() == "HOME", "the panel is shown")
        panel_window = display.window("Amt Musterstadt: Haupteingang")
        display.xdotool("windowmove", "--sync", panel_window, _PANEL_AT, 0)
        guard.waits_for("0")

        # A family of three fills the house; then somebody comes who is late.
        _show(display, family, lambda: premises.reasons() == ["admitted"])
        _show(display, late, lambda: premises.reasons()[-1] == "too_late")

        # The guard lets her in all the same: the panel asks who it is, for what the office may do so,
        # and, since the house is full, for a second person.
        guard.tap("let_in")
        wait_until(lambda: guard.page() == "SIGN_IN", "the panel asks who it is")
        display.xdotool("windowfocus", "--sync", panel_window)
        display.scan(pins["11"])  # what a scanner types is no PIN, whatever it is
        guard.type_figures("11")
        guard.tap("key:enter")
        guard.type_figures(pins["11"])
        guard.tap("key:enter", "reason:other")
        wait_until(lambda: guard.page() == "SIGN_IN", "a second person is asked")
        guard.type_figures("21")
        guard.tap("key:enter")
        guard.type_figures(pins["21"])
        guard.tap("key:enter")
        wait_until(lambda: premises.reasons()[-1] == "admitted", "she is let in")
        (let_in,) = (each.what for each in premises.events() if isinstance(each.what, LetIn))
        assert (let_in.above_cap, let_in.confirmed_by) == (1, "21")
        assert _inside(premises) == 4

        # She has changed her mind: it is taken back.
        guard.tap("undo_last")
        wait_until(lambda: _inside(premises) == 3, "it is undone")

        # A round through the house finds two people and not three.
        guard.tap("count", "recount")
        guard.type_figures("2")
        guard.tap("reason:other")
        wait_until(lambda: _inside(premises) == 2, "it is set right")

        # An alarm: how many are where, at once.
        guard.hold("evacuation")
        wait_until(lambda: guard.page() == "EVACUATION", "the panel says how many are inside")
        guard.waits_for("2")
        assert door.end() == 0
        assert "Traceback" not in door.complained()

    with premises.ledger() as ledger:
        assert ledger.verify().flaw is None
    audit = desk.call("audit", "--day", premises.today, "--csv").stdout
    assert [kind for kind in ("let in", "entry withdrawn", "corrected") if kind not in audit] == []
