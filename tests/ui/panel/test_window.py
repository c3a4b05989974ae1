"""The window: where a tap leads, whose the panel is, and that each tap gives one order with one id."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.code import Badge
from kiosk.core.guard_view import (
    Answered,
    Failed,
    Found,
    KeptByHand,
    Recorded,
    Result,
    SecondPersonWanted,
    SignInWanted,
)
from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import CallNumber, CountPeopleOut, ResumeAdmission, SearchBookings, TakeBack
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import Pin
from kiosk.core.staff_events import RefusedBecause
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.home_page import HomePage
from kiosk.ui.panel.page import Opening, PageName
from kiosk.ui.panel.strip import Strip
from kiosk.ui.panel.tile import Tile
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.conftest import Clock, PanelMaker
from tests.ui.panel.seen import plain, tap, tiles
from tests.ui.panel.states import (
    ADMIT,
    AWAY,
    BENEFITS,
    CALM,
    CASES,
    FULL,
    GUARD,
    LATE,
    LET_IN,
    LOCKED,
    MANAGER,
    NOW,
    ONE_LEFT,
    PAUSED,
    RECEPTION,
    REFUSED,
    STOPPED,
    TOO_LATE,
    UNKNOWN,
    UNSEEN,
    answered,
)
from tests.ui.panel.taps import Heard

PIN_KEYS = tuple(f"key:{digit}" for digit in "483920")
ID_KEYS = ("key:1", "key:0", "key:1", "key:enter")


def page_of(panel: PanelWindow) -> PageName:
    """Return the page that is open now; of a property the type checker believes that it never changes."""
    return panel.open_page


def strip_of(panel: PanelWindow) -> str:
    strip = panel.findChild(Strip)
    assert isinstance(strip, Strip)
    return plain(strip.said)


def notice_of(panel: PanelWindow) -> str:
    label = panel.findChild(QWidget, "notice")
    assert label is not None
    return plain(label.accessibleName()) if label.isVisible() else ""


def message_of(panel: PanelWindow) -> str:
    label = panel.findChild(QWidget, "message")
    assert label is not None
    return plain(label.accessibleName()) if label.isVisible() else ""


def answer(panel: PanelWindow, heard: Heard, result: Result) -> None:
    """Answer the last order."""
    name, order = heard.orders[-1]
    panel.show_answered(Answered(name, order, result))


def test_the_first_tap_asks_for_the_pin_and_then_leads_where_it_wanted_to_go(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    tap(panel, "line")
    assert page_of(panel) is PageName.SIGN_IN
    tap(panel, *ID_KEYS, *PIN_KEYS, "key:enter")
    assert heard.signed_in == [(StaffId("101"), Pin("483920"))]
    panel.show_signed_in(GUARD)
    assert page_of(panel) is PageName.LINE
    assert "101" in strip_of(panel)


def test_an_act_of_one_tap_is_given_once_after_the_pin(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    tap(panel, "call_next")
    assert heard.orders == []
    panel.show_signed_in(GUARD)
    assert heard.given == [CallNumber()]
    assert page_of(panel) is PageName.HOME


def test_whoever_goes_back_from_the_pin_has_given_no_order(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    tap(panel, "left:leistung", "back", "sign_in")
    panel.show_signed_in(GUARD)
    assert heard.orders == []


def test_the_state_is_shown_without_a_pin(make_panel: PanelMaker) -> None:
    panel = make_panel(view=replace(LOCKED, recent=(TOO_LATE,)))
    tap(panel, "scan:1")
    assert page_of(panel) is PageName.SCAN


def test_people_are_let_in_and_counted_out_without_a_pin_while_the_ledger_is_away(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=AWAY)
    heard = Heard(panel)
    tap(panel, "left:empfang")
    assert heard.given == [CountPeopleOut(RECEPTION)]
    answer(panel, heard, KeptByHand(CountPeopleOut(RECEPTION)))
    assert "1 person left" in notice_of(panel)
    assert "Kept on this machine" in notice_of(panel)
    tap(panel, "without_letter")
    assert page_of(panel) is PageName.ADMIT


def test_whoever_signs_in_while_the_ledger_is_away_is_told_before_and_after_the_pin(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=AWAY)
    assert tiles(panel)["sign_in"].hint == "no database"
    tap(panel, "sign_in")
    assert "database" in message_of(panel)
    panel.show_badge(Badge(1))
    panel.show_signed_in(Failed(Trouble.LEDGER))
    assert "database" in message_of(panel)


def test_a_doubled_tap_is_one_order(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tile = tiles(panel)["left:leistung"]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert heard.given == [CountPeopleOut(BENEFITS)]


def test_while_an_order_is_on_its_way_tiles_of_acts_do_nothing(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tap(panel, "left:leistung", "left:leistung", "call_next")
    assert len(heard.orders) == 1
    answer(panel, heard, Recorded(LET_IN))
    tap(panel, "left:leistung")
    assert len(heard.orders) == 2
    assert heard.orders[0][0] != heard.orders[1][0]


def test_an_order_that_takes_long_is_said_to_be_on_its_way(make_panel: PanelMaker) -> None:
    panel = make_panel()
    tap(panel, "call_next")
    assert "One moment" not in strip_of(panel)
    panel._face._slow.stop()
    panel._face._slow.timeout.emit()
    assert "One moment" in strip_of(panel)


def test_what_was_done_is_said_for_eight_seconds_with_a_tile_that_takes_it_back(
    make_panel: PanelMaker, clock: Clock
) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tap(panel, "left:fallmanagement")
    done = replace(LET_IN, id=heard.orders[0][0])
    answer(panel, heard, Recorded(done))
    assert "1 person left" in notice_of(panel)
    tap(panel, "undo_last")
    assert heard.given == [ONE_LEFT, TakeBack(done.id)]
    answer(panel, heard, Recorded(LET_IN))
    assert notice_of(panel) == "Taken back"
    clock.pass_(timedelta(seconds=9))
    panel.show_view(CALM)
    assert notice_of(panel) == ""


def test_what_failed_is_tried_again_as_the_same_tap(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tap(panel, "left:fallmanagement")
    answer(panel, heard, Failed(Trouble.LEDGER))
    assert "The database cannot be reached." in notice_of(panel)
    tap(panel, "try_again")
    assert heard.orders[0] == heard.orders[1]


def test_what_was_not_done_is_said_until_it_was_read(make_panel: PanelMaker) -> None:
    panel = make_panel()
    answered(ONE_LEFT, NotDone.NOT_ALLOWED)(panel)
    assert "Your role may not do that" in notice_of(panel)
    tap(panel, "understood")
    assert notice_of(panel) == ""


def test_a_page_that_stays_says_on_the_strip_what_became_of_its_order(
    make_panel: PanelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make_panel()
    page = panel.page(PageName.LINE)
    monkeypatch.setattr(page, "stays_open", lambda _: True)
    tap(panel, "line")
    heard = Heard(panel)
    page.ordered.emit(ONE_LEFT)
    answer(panel, heard, NotDone.RECOUNTED_SINCE)
    assert page_of(panel) is PageName.LINE
    assert "A recount has set the number right since." in strip_of(panel)


def test_what_was_found_is_shown_by_the_page_that_searched(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    panel.show_scanned("JC1 and so on")
    assert heard.given == [SearchBookings("JC1 and so on")]
    answer(panel, heard, Found((), 0))
    assert page_of(panel) is PageName.BOOKING


def test_a_letter_that_the_panels_own_scanner_reads_is_searched_for_after_the_pin(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    panel.show_scanned("JC1 and so on")
    assert page_of(panel) is PageName.SIGN_IN
    assert heard.orders == []
    panel.show_signed_in(GUARD)
    assert page_of(panel) is PageName.BOOKING
    assert heard.given == [SearchBookings("JC1 and so on")]
    answer(panel, heard, Found((), 0))
    assert page_of(panel) is PageName.BOOKING


def test_a_scanned_letter_is_forgotten_when_nobody_signs_in(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    panel.show_scanned("JC1 and so on")
    tap(panel, "back", "sign_in")
    panel.show_signed_in(GUARD)
    assert page_of(panel) is PageName.HOME
    assert heard.orders == []


def test_a_search_whose_session_has_ended_goes_on_where_it_is_answered(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    panel.show_scanned("JC1 and so on")
    answer(panel, heard, SignInWanted())
    panel.show_signed_in(GUARD)
    assert page_of(panel) is PageName.BOOKING
    assert heard.orders[0] == heard.orders[1]


def test_a_session_that_has_ended_meanwhile_asks_for_the_pin_and_gives_the_same_tap(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tap(panel, "call_next")
    answer(panel, heard, SignInWanted())
    assert page_of(panel) is PageName.SIGN_IN
    panel.show_signed_in(GUARD)
    assert heard.orders[0] == heard.orders[1]


def test_a_second_person_is_told_for_what_and_by_whom_they_are_asked(make_panel: PanelMaker) -> None:
    panel = make_panel(view=FULL)
    heard = Heard(panel)
    panel.page(PageName.HOME).ordered.emit(ADMIT)
    answer(panel, heard, SecondPersonWanted())
    purpose = panel.findChild(QWidget, "purpose")
    assert purpose is not None
    assert plain(purpose.accessibleName()).startswith("4 above the cap. To let in: 4 people")
    assert "Asked by 101" in purpose.accessibleName()
    tap(panel, "key:1", "key:0", "key:2", "key:enter", *PIN_KEYS, "key:enter")
    assert heard.confirmed == [(StaffId("102"), Pin("483920"))]
    assert heard.signed_in == []
    answer(panel, heard, Refusal(RefusedBecause.WRONG_PIN, None))
    assert "wrong" in message_of(panel)
    answer(panel, heard, Recorded(LET_IN))
    assert page_of(panel) is PageName.HOME
    assert "3 above the cap" in notice_of(panel)


def test_the_first_person_cannot_be_the_second(make_panel: PanelMaker) -> None:
    panel = make_panel(view=FULL)
    answered(ADMIT, SecondPersonWanted())(panel)
    panel.show_answered(Answered(panel_tap(panel), ADMIT, NotDone.SECOND_PERSON_IS_FIRST))
    assert page_of(panel) is PageName.SIGN_IN


def panel_tap(panel: PanelWindow) -> EventId:
    under_way = panel._course.under_way
    assert under_way is not None
    return under_way.tap


def test_of_those_who_signed_in_here_last_the_first_person_is_not_offered_as_the_second(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=FULL)
    panel.show_signed_in(MANAGER)
    panel.show_signed_in(GUARD)
    answered(ADMIT, SecondPersonWanted())(panel)
    offered = [tile.text() for name, tile in tiles(panel).items() if name.startswith("id:")]
    assert offered == [MANAGER.staff]


def test_when_the_second_person_does_not_come_the_order_is_dropped(make_panel: PanelMaker) -> None:
    panel = make_panel(view=FULL)
    answered(ADMIT, SecondPersonWanted())(panel)
    heard = Heard(panel)
    tap(panel, "back", "call_next")
    assert "second person gone" in heard.told
    assert heard.given == [CallNumber()]


def test_a_locked_panel_shows_the_first_page_and_has_forgotten_what_was_typed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=FULL)
    answered(ADMIT, SecondPersonWanted())(panel)
    heard = Heard(panel)
    tap(panel, "key:7")
    panel.show_view(LOCKED)
    assert page_of(panel) is PageName.HOME
    assert "second person gone" in heard.told
    tap(panel, "sign_in")
    field = panel.findChild(QWidget, "field")
    assert field is not None
    assert "7" not in field.accessibleName()


def test_the_panel_says_in_the_last_seconds_that_it_locks_itself(
    make_panel: PanelMaker, clock: Clock
) -> None:
    panel = make_panel()
    clock.pass_(timedelta(seconds=49))
    panel._on_beat()
    assert "locks" not in strip_of(panel)
    clock.pass_(timedelta(seconds=4))
    panel._on_beat()
    assert "locks in 7 s" in strip_of(panel)
    tap(panel, "line")
    assert "locks" not in strip_of(panel)


def test_a_page_that_nobody_touches_is_left_but_that_of_an_evacuation(
    make_panel: PanelMaker, clock: Clock
) -> None:
    panel = make_panel(view=LOCKED)
    tap(panel, "sign_in")
    clock.pass_(timedelta(seconds=61))
    panel._on_beat()
    assert page_of(panel) is PageName.HOME
    panel._on_evacuation()
    clock.pass_(timedelta(seconds=61))
    panel._on_beat()
    panel.show_view(replace(LOCKED, signed_in=GUARD))
    panel.show_view(LOCKED)
    assert page_of(panel) is PageName.EVACUATION


def test_an_evacuation_takes_no_pin_but_a_tile_that_is_held(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    tap(panel, "evacuation")
    assert page_of(panel) is PageName.HOME
    home = panel.page(PageName.HOME)
    assert isinstance(home, HomePage)
    home._evacuation.held.emit()
    assert page_of(panel) is PageName.EVACUATION
    assert "evacuation" in heard.told


def test_each_touch_is_told_so_that_the_panel_does_not_lock_under_the_finger(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    QTest.mouseClick(panel.page(PageName.HOME), Qt.MouseButton.LeftButton)
    tap(panel, "line")
    assert heard.told == ["touched", "touched"]


def test_no_key_presses_a_tile_or_types_a_sign(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    tap(panel, "sign_in")
    for widget in (panel, *panel.findChildren(Tile)):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "1"))
    assert page_of(panel) is PageName.SIGN_IN
    field = panel.findChild(QWidget, "field")
    assert field is not None
    assert "1" not in field.accessibleName()
    assert (heard.orders, heard.signed_in) == ([], [])


def test_a_badge_stands_in_for_the_id_and_never_for_the_pin(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    panel.show_badge(Badge(7))
    assert heard.signed_in == []
    tap(panel, *PIN_KEYS, "key:enter")
    assert heard.signed_in == [(Badge(7), Pin("483920"))]


def test_a_badge_keeps_what_the_first_tap_wanted(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    tap(panel, "line")
    panel.show_badge(Badge(7))
    panel.show_signed_in(GUARD)
    assert page_of(panel) is PageName.LINE


def test_an_id_with_letters_is_typed_on_keys_for_gloves(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    keys = tuple(f"key:{sign}" for sign in "a.mo")
    tap(
        panel,
        "sign_in",
        "switch",
        *keys,
        "key:delete",
        "switch",
        "key:4",
        "key:enter",
        *PIN_KEYS,
        "key:enter",
    )
    assert heard.signed_in == [(StaffId("a.m4"), Pin("483920"))]


def test_whoever_signed_in_here_last_is_chosen_by_one_tap(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    panel.show_signed_in(GUARD)
    panel.show_view(LOCKED)
    tap(panel, "sign_in", "id:0", *PIN_KEYS, "key:enter")
    assert heard.signed_in == [(GUARD.staff, Pin("483920"))]


def test_the_digits_of_a_pin_are_never_shown(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    tap(panel, "sign_in", *ID_KEYS, *PIN_KEYS)
    field = panel.findChild(QWidget, "field")
    assert field is not None
    assert field.accessibleName() == "••••••. 101"


def test_after_too_many_wrong_pins_the_keys_rest_and_say_how_long(
    make_panel: PanelMaker, clock: Clock
) -> None:
    panel = make_panel(view=LOCKED)
    tap(panel, "sign_in", *ID_KEYS, *PIN_KEYS, "key:enter")
    panel.show_signed_in(Refusal(RefusedBecause.WRONG_PIN, timedelta(seconds=30)))
    clock.pass_(timedelta(seconds=10))
    panel._on_beat()
    assert "Id or PIN is wrong." in message_of(panel)
    assert "0:20" in message_of(panel)
    assert not tiles(panel)["key:1"].isEnabled()
    clock.pass_(timedelta(seconds=21))
    panel._on_beat()
    assert tiles(panel)["key:1"].isEnabled()


def test_a_panel_that_rests_says_so_to_everyone(make_panel: PanelMaker) -> None:
    panel = make_panel(view=PAUSED)
    tap(panel, "sign_in")
    assert "0:27" in message_of(panel)


def test_another_language_keeps_what_the_first_tap_wanted(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    tap(panel, "line", "language:de")
    assert heard.told[-1] == "de"
    assert tiles(panel)["back"].text() == "Zurück"
    panel.show_signed_in(GUARD)
    assert page_of(panel) is PageName.LINE


def test_a_stop_stands_on_the_first_page_until_one_tap_lifts_it(make_panel: PanelMaker) -> None:
    panel = make_panel(view=STOPPED)
    heard = Heard(panel)
    assert "Admission is stopped: all doors" in notice_of(panel)
    tap(panel, "resume")
    assert heard.given == [ResumeAdmission(None)]


def test_what_became_of_a_tap_before_the_program_ended_is_said_until_it_was_read(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=UNSEEN)
    assert "Not done: 2 people let in" in notice_of(panel)
    tap(panel, "understood")
    panel.show_view(UNSEEN)
    assert notice_of(panel) == ""


def test_what_was_done_by_hand_and_is_refused_stands_there_until_it_is_set_aside(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=REFUSED)
    aside: list[str] = []
    panel.set_aside_wanted.connect(aside.append)
    assert "Done at 10:27 and not entered: 1 person left: archiv" in notice_of(panel)
    tap(panel, "understood")
    assert aside == ["by-hand"]


def test_a_tap_means_the_scan_that_was_there_when_the_finger_came_down(make_panel: PanelMaker) -> None:
    panel = make_panel(view=replace(LATE, recent=(TOO_LATE,)))
    opened: list[Opening] = []
    panel.page(PageName.HOME).opening.connect(opened.append)
    tile = tiles(panel)["scan:1"]
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    panel.show_view(replace(LATE, recent=(UNKNOWN, TOO_LATE)))
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton)
    assert opened == [Opening(PageName.SCAN, TOO_LATE)]


def test_an_answer_that_comes_late_changes_nothing_of_what_is_on_its_way(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tap(panel, "left:fallmanagement")
    panel.show_answered(Answered(EventId("an-older-tap"), CallNumber(), NotDone.NO_ROOM))
    assert notice_of(panel) == ""
    tap(panel, "call_next")
    assert heard.given == [CountPeopleOut(CASES)]


def test_in_full_screen_only_the_program_closes_the_panel(make_panel: PanelMaker) -> None:
    panel = make_panel()
    panel.showFullScreen()
    assert not panel.close()
    panel.end()
    assert not panel.isVisible()


def test_the_lock_is_wanted_by_one_tap(make_panel: PanelMaker) -> None:
    panel = make_panel()
    heard = Heard(panel)
    tap(panel, "lock")
    assert "lock" in heard.told


def test_ages_go_on_between_two_views(make_panel: PanelMaker, clock: Clock) -> None:
    panel = make_panel()
    clock.now = NOW + timedelta(seconds=50)
    panel._on_beat()
    assert "1 min ago" in strip_of(panel)
