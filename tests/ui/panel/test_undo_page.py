"""What was done in the last minutes is taken back with one tap."""

import pytest

from kiosk.core.events import DayEnded
from kiosk.core.orders import ResumeAdmission, TakeBack
from kiosk.ui.panel.texts_undo import done as told
from kiosk.ui.panel.words import Words
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import plain, read, tap, tiles
from tests.ui.panel.states_of_count import NOTHING_TO_UNDO, UNDO, UNDOABLE, done
from tests.ui.panel.taps import order_of
from tests.ui.screen_states import DOOR, OFFICE


def test_each_act_is_taken_back_with_one_tap(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNDO)
    assert order_of(panel, "undo", "undo:tap-5") == TakeBack(UNDOABLE[0].id)
    assert order_of(panel, "undo", "page_down", "undo:tap-200") == TakeBack(UNDOABLE[-1].id)


def test_a_stop_is_taken_back_by_resuming(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNDO)
    assert order_of(panel, "undo", "resume") == ResumeAdmission(None)
    assert order_of(panel, "undo", f"resume:{DOOR.id}") == ResumeAdmission(DOOR.id)


def test_a_tile_says_in_plain_words_what_was_done_how_long_ago_and_by_whom(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNDO)
    tap(panel, "undo")
    seen = tiles(panel)
    by_staff, by_scan = seen["undo:tap-20"], seen["undo:tap-40"]
    assert (plain(by_staff.text()), plain(by_staff.hint)) == (
        "Let in: 4 people, Case management and integration",
        "20 s ago · by 101",
    )
    assert (plain(by_scan.text()), plain(by_scan.hint)) == (
        "Let in: 2 people, Benefits",
        "40 s ago · by a scan",
    )


def test_what_cannot_be_taken_back_has_no_words() -> None:
    with pytest.raises(ValueError, match="DayEnded"):
        told(Words(OFFICE.time_zone, "en"), OFFICE, done(DayEnded(), 1))


def test_where_nothing_can_be_taken_back_that_is_said(make_panel: PanelMaker) -> None:
    panel = make_panel(view=NOTHING_TO_UNDO)
    tap(panel, "undo")
    assert "last 10 minutes" in read(panel, "nothing")
