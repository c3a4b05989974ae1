"""Whoever is deleted is deleted from the windows as well, and from the memory of whoever sits before them."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.app.panel_program import PanelParts, PanelProgram
from kiosk.clock import now_utc
from kiosk.core.desk_orders import DeskView
from kiosk.core.guard_view import SignedInAs
from kiosk.core.ids import EventId
from kiosk.core.rights import Role
from kiosk.gate.forgetting import forget_by_order
from kiosk.gate.tap import Tap
from tests.building import MAIN_DOOR
from tests.end2end.program import Desk as Terminal
from tests.patience import PATIENCE_MS
from tests.premises import Entry
from tests.ui.desk.conftest import ANNA, GUARD, MANAGER, PINS, Desk
from tests.ui.desk.test_calls import book, find
from tests.ui.everything_shown import everything_shown, painted, people_in_memory
from tests.ui.panel.seen import tap, tiles

SEEDED = ("xanthippe", "probeperson", "irrweg")


def named(text: str) -> list[str]:
    return [name for name in SEEDED if name in text.casefold()]


def delete_everybody(desk: Desk) -> None:
    with desk.premises.ledger() as ledger:
        tomorrow = now_utc() + timedelta(days=90)
        forget_by_order(ledger, Tap(EventId("purge"), MANAGER, None, now_utc()), tomorrow)


def test_who_was_found_and_is_deleted_leaves_the_list_and_the_memory(desk: Desk) -> None:
    book(desk, "Xanthippe Probeperson")
    find(desk, "xanthippe")
    assert named(painted(desk.window)) == ["xanthippe", "probeperson"]
    delete_everybody(desk)
    desk.window.touched.emit()
    desk.wait(lambda: not named(everything_shown(desk.window)))
    desk.wait(lambda: people_in_memory() == [])
    # The appointment still stands, and can be moved.
    assert desk.window.search.selected() is not None


def test_who_is_deleted_while_the_form_shows_them_leaves_the_form_and_that_is_told(desk: Desk) -> None:
    book(desk, "Xanthippe Probeperson")
    find(desk, "xanthippe")
    desk.press(Qt.Key.Key_F5)
    desk.wait(desk.window.call.form.name.hasFocus)
    delete_everybody(desk)
    desk.window.touched.emit()
    desk.wait_for("gelöscht")
    assert named(everything_shown(desk.window)) == []
    desk.wait(lambda: people_in_memory() == [])


def test_a_call_that_is_under_way_outlasts_a_deletion(desk: Desk) -> None:
    book(desk, "Xanthippe Probeperson")
    desk.press(Qt.Key.Key_1)
    desk.type("Erika Muster")
    delete_everybody(desk)
    with desk.qtbot.waitSignal(
        desk.program._worker.viewed, timeout=PATIENCE_MS, check_params_cb=lambda view: bool(view.forgotten)
    ):
        desk.window.touched.emit()
    assert desk.window.call.form.name.text() == "Erika Muster"
    assert named(everything_shown(desk.window)) == []


def test_what_was_typed_for_one_caller_comes_back_for_no_other(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    desk.type("Xanthippe Probeperson")
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.call.form.name.text() == ""


def test_a_desk_that_locks_itself_keeps_nothing_of_anybody(desk: Desk) -> None:
    made = book(desk, "Xanthippe Probeperson")
    find(desk, "xanthippe")
    desk.press(Qt.Key.Key_F5)
    today = made.starts_at.astimezone(desk.premises.file().office.time_zone).date()
    desk.program._worker.viewed.emit(DeskView(None, None, None, today))
    desk.wait(desk.window.sign_in.isVisible)
    assert named(everything_shown(desk.window)) == []
    desk.wait(lambda: people_in_memory() == [])


def test_who_was_found_yesterday_is_no_more_on_the_screen_today(desk: Desk) -> None:
    book(desk, "Xanthippe Probeperson")
    find(desk, "xanthippe")
    view = desk.program._worker.viewed
    today = now_utc().astimezone(desk.premises.file().office.time_zone).date()
    view.emit(DeskView(SignedInAs(ANNA, Role.DESK), None, None, today + timedelta(days=1)))
    desk.wait(lambda: not named(everything_shown(desk.window)))


@dataclass
class House:
    """A door with its guard's panel beside the desk."""

    door: DoorProgram
    panel: PanelProgram

    def search(self, desk: Desk, name: str) -> None:
        """Have the guard look for somebody who comes without a letter, and go back to the first page."""
        window = self.panel.window
        self.panel._worker.sign_in(GUARD, PINS[GUARD])
        for function in ("booking", *(f"key:{sign}" for sign in name), "search"):
            desk.wait(partial(self._offers, function))
            tap(window, function)
        desk.wait(lambda: any(each.startswith("booking:") for each in tiles(window)))
        tap(window, "back")

    def _offers(self, function: str) -> bool:
        offered = tiles(self.panel.window)
        return function in offered and offered[function].isEnabled()

    @property
    def windows(self) -> tuple[QWidget, QWidget]:
        return self.door.screen, self.panel.window


@contextmanager
def opened_house(desk: Desk) -> Iterator[House]:
    """Open the door and its panel, which hear what is typed as fast as a scanner types: also at the desk."""
    file = desk.premises.file()
    door = file.office.doors[MAIN_DOOR]
    with ExitStack() as ending:
        made = House(DoorProgram(DoorParts(file, door)), PanelProgram(PanelParts(file, door, "de", None)))
        for program, window in ((made.door, made.door.screen), (made.panel, made.panel.window)):
            desk.qtbot.addWidget(window)
            window.resize(1280, 800)
            window.show()
            ending.callback(window.end)
            ending.callback(program.stop)
            program.start()
        yield made


@pytest.mark.slow
def test_after_a_day_with_names_none_is_left_on_any_screen_in_any_file_log_or_memory(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """A list comes in, a letter is made, somebody is sought at desk and door, and all is deleted."""
    caplog.set_level(logging.DEBUG)
    premises, terminal = desk.premises, Terminal(desk.premises)
    terminal.environment |= {"KIOSK_PIN": PINS[MANAGER].digits, "KIOSK_AS": MANAGER}
    entry = Entry("AZ-1", minutes=10, name="Xanthippe Probeperson", contact="irrweg@post.example")
    terminal.call("appointments", "import", premises.write_list(entry))
    premises.list_file.unlink()
    find(desk, "xanthippe")
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("keinen Drucker")
    with opened_house(desk) as house:
        house.search(desk, "xanthippe")
        house.door.screen.scanned.emit("Xanthippe Probeperson")
        desk.wait(lambda: "not_an_invitation" in premises.reasons())
        assert named(painted(desk.window))
        assert any(b"Xanthippe" in each.read_bytes() for each in premises.folder.iterdir() if each.is_file())

        today = now_utc().astimezone(premises.file().office.time_zone).date()
        purged = terminal.call("privacy", "purge", "--before", today + timedelta(days=1))
        assert "1 person" in purged.stdout, purged.stderr
        assert "1 file\n" in purged.stdout

        desk.window.touched.emit()
        windows = (desk.window, *house.windows)
        desk.wait(lambda: not any(named(everything_shown(each)) for each in windows))
        desk.wait(lambda: people_in_memory() == [])
    files = [each for each in premises.folder.rglob("*") if each.is_file()]
    assert {"kiosk.sqlite", "office.toml"} <= {each.name for each in files}
    assert [each.name for each in files if named(each.read_bytes().decode("latin-1"))] == []
    assert named("".join(terminal.heard) + caplog.text) == []
