"""Somebody who is booked today is found by what is typed with fingers in gloves, and no name is shown."""

from dataclasses import replace
from typing import Final

from kiosk.core.guard_view import Answered
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.office import ReasonId
from kiosk.core.orders import Admit, SearchBookings
from kiosk.ui.panel.keyboard import TypedLine
from kiosk.ui.panel.page import PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import faults, plain, read, tap, tiles
from tests.ui.panel.states import BENEFITS, LATE, LOCKED, RECEPTION, SCREENS
from tests.ui.panel.states_of_entry import BOOKINGS, found, searched, typed
from tests.ui.panel.taps import Heard, Tapped, begin, broken_rules

RULES: Final = (
    Tapped(
        "a name is searched for by its first four letters",
        LATE,
        ("booking", *(f"key:{each}" for each in "must"), "search"),
        SearchBookings("MUST"),
    ),
    Tapped(
        "letters beyond A to Z, blanks and hyphens can be typed",
        LATE,
        ("booking", *(f"key:{each}" for each in "öß-ü"), "key:space", "key:ä", "search"),
        SearchBookings("Öß-Ü Ä"),
    ),
    Tapped(
        "a time is typed on the board of figures",
        LATE,
        ("booking", "key:figures", *(f"key:{each}" for each in "09:15"), "search"),
        SearchBookings("09:15"),
    ),
    Tapped(
        "a short code is typed on both boards",
        LATE,
        ("booking", "key:k", "key:figures", "key:3", "key:letters", "key:m", "search"),
        SearchBookings("K3M"),
    ),
    Tapped(
        "what was mistyped is deleted",
        LATE,
        ("booking", *(f"key:{each}" for each in "musx"), "key:delete", "key:t", "search"),
        SearchBookings("MUST"),
    ),
    Tapped(
        "nothing stays typed when the page is closed",
        LATE,
        ("booking", *(f"key:{each}" for each in "abcd"), "back", "booking", "key:figures", "key:7", "search"),
        SearchBookings("7"),
    ),
)


def test_what_is_typed_is_searched_for_by_a_tap(make_panel: PanelMaker) -> None:
    assert broken_rules(make_panel(), RULES) == []


def test_fewer_than_four_letters_are_not_searched_for_and_the_tile_says_why(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    typed("mus")(panel)
    assert not tiles(panel)["search"].isEnabled()
    assert tiles(panel)["search"].hint == "4 letters at least"
    tap(panel, "key:t")
    assert tiles(panel)["search"].isEnabled()
    assert tiles(panel)["search"].hint == ""
    panel.show_view(replace(LATE, is_current=False))
    assert not tiles(panel)["search"].isEnabled()
    assert tiles(panel)["search"].hint == "no database"


def test_a_booking_that_was_found_is_let_in_with_a_reason(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    searched(found(*BOOKINGS))(panel)
    given = Heard(panel).given
    tap(panel, f"booking:{BOOKINGS[1].appointment}", "reason:booked_by_phone")
    assert given == [Admit(BENEFITS, 2, ReasonId("booked_by_phone"), BOOKINGS[1].appointment)]


def test_results_tell_time_area_party_number_and_who_is_inside(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    searched(found(*BOOKINGS))(panel)
    seen = tiles(panel)
    first, inside, waiting = (seen[f"booking:{BOOKINGS[each].appointment}"] for each in (1, 2, 4))
    assert (first.text(), plain(first.hint)) == ("10:15\nBenefits", "2 people")
    assert inside.hint.endswith("is inside already")
    assert not inside.isEnabled()
    assert waiting.hint.endswith("number 104")


def test_more_than_are_shown_are_told_and_the_search_is_changed_with_what_was_typed(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=LATE)
    searched(found(*BOOKINGS, total=14))(panel)
    assert read(panel, "title") == "Found: 14"
    assert read(panel, "told").startswith("8 more are not shown")
    given = Heard(panel).given
    tap(panel, "type_more", "key:e", "search")
    assert given == [SearchBookings("MUSTE")]


def test_who_is_not_found_may_still_be_let_in(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    searched(found())(panel)
    given = Heard(panel).given
    tap(panel, "without_letter", "reason:emergency")
    assert given == [Admit(RECEPTION, 1, ReasonId("emergency"))]


def test_the_way_back_from_a_booking_leads_to_what_was_found_and_then_home(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    searched(found(*BOOKINGS))(panel)
    before = list(tiles(panel))
    (booking, *_) = [
        each for each in before if each.startswith("booking:") and tiles(panel)[each].isEnabled()
    ]
    tap(panel, booking, "back")
    assert list(tiles(panel)) == before
    tap(panel, "back")
    assert "booking" in tiles(panel)


def test_a_panel_that_locks_itself_shows_nothing_of_what_was_found(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    searched(found())(panel)
    tap(panel, "without_letter")
    panel.show_view(LOCKED)
    assert "sign_in" in tiles(panel)


def test_a_search_that_was_not_done_keeps_what_was_typed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    taps: list[EventId] = []
    panel.ordered.connect(lambda name, _: taps.append(name))
    typed("must")(panel)
    tap(panel, "search")
    panel.show_answered(Answered(taps[-1], SearchBookings("MUST"), NotDone.SEARCH_TOO_SHORT))
    given = Heard(panel).given
    tap(panel, "search")
    assert given == [SearchBookings("MUST")]


def test_a_letter_that_is_scanned_at_the_panel_is_searched_for_and_never_shown(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=LATE)
    typed("must")(panel)
    given = Heard(panel).given
    panel.show_scanned("1K7M 2W3X")
    assert given == [SearchBookings("1K7M 2W3X")]
    (line,) = [each for each in panel.findChildren(TypedLine) if each.isVisible()]
    assert line.accessibleName().startswith("Name (4 letters or more)")


def test_keys_are_large_enough_and_stand_on_one_board_where_the_screen_is_wide_enough(
    make_panel: PanelMaker,
) -> None:
    for (size, px_per_mm), has_two_boards in zip(SCREENS[:2], (True, False), strict=True):
        panel = make_panel(size, "de", view=LATE, px_per_mm=px_per_mm)
        tap(panel, "booking")
        assert ("key:figures" in tiles(panel)) is has_two_boards
        assert ("key:7" in tiles(panel)) is not has_two_boards
        if has_two_boards:
            tap(panel, "key:figures")
        assert faults(panel, px_per_mm) == []


def test_a_page_that_was_left_shows_keys_again_and_not_what_was_found(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    searched(found(*BOOKINGS))(panel)
    begin(panel, LATE)
    tap(panel, "booking")
    assert "key:q" in tiles(panel)
    assert panel.open_page is PageName.BOOKING
