"""Somebody is let in by the staff: two taps, a let-in and a reason, give the right order."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from kiosk.core.appointment import AppointmentId
from kiosk.core.office import AreaId, Office, ReasonId, StaffReasons, Wording
from kiosk.core.orders import Admit, GiveNumber
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import faults, read, tap, tiles
from tests.ui.panel.states import (
    AWAY,
    BENEFITS,
    CALM,
    CAME,
    CASES,
    EMERGENCY,
    FULL,
    LATE,
    RECEPTION,
    SCREENS,
    TOO_LATE,
    UNKNOWN,
    WAITS,
    YOUTH,
    opened,
    place,
    recent,
)
from tests.ui.panel.states_of_entry import BOOKINGS
from tests.ui.panel.taps import Heard, Tapped, begin, broken_rules
from tests.ui.screen_states import DOOR, OFFICE

OTHER: Final = ReasonId("other")
LET_IN_SINCE: Final = replace(TOO_LATE, appointment=CAME.appointment)
OF_ANOTHER_WING: Final = recent(TOO_LATE.event.what, 77, "too_late", AreaId("closed-wing"), 1)

RULES: Final = (
    Tapped(
        "a late visitor is let in by two taps, into their area and with their party",
        LATE,
        ("let_in", "reason:too_late"),
        Admit(BENEFITS, 2, ReasonId("too_late"), TOO_LATE.appointment, overrides=TOO_LATE.event.id),
    ),
    Tapped(
        "who shows an unknown code is let in without an appointment",
        replace(LATE, recent=(UNKNOWN,)),
        ("let_in", "area:leistung", "more", "reason:unknown_code"),
        Admit(BENEFITS, 2, ReasonId("unknown_code"), None, overrides=UNKNOWN.event.id),
    ),
    Tapped(
        "after a scan that let its party in, somebody else is let in",
        CALM,
        ("let_in", "reason:emergency"),
        Admit(RECEPTION, 1, EMERGENCY),
    ),
    Tapped(
        "a refused letter whose party was let in since is not overridden again",
        replace(LATE, recent=(LET_IN_SINCE,)),
        ("reason:emergency",),
        Admit(RECEPTION, 1, EMERGENCY),
        PageName.ADMIT,
        LET_IN_SINCE,
    ),
    Tapped(
        "without a letter, area and party are chosen beside the reasons",
        LATE,
        ("without_letter", "more", "more", "fewer", "area:jugend", "reason:walk_in"),
        Admit(YOUTH, 2, ReasonId("walk_in")),
    ),
    Tapped(
        "a booking that was found is let in with its area and party",
        LATE,
        ("reason:booked_by_phone",),
        Admit(BENEFITS, 2, ReasonId("booked_by_phone"), BOOKINGS[1].appointment),
        PageName.ADMIT,
        BOOKINGS[1],
    ),
    Tapped(
        "who waits under a number gives it up by coming in",
        FULL,
        ("reason:emergency",),
        Admit(CASES, 4, EMERGENCY, AppointmentId("in-line-30"), number=30),
        PageName.ADMIT,
        place(30, CASES, 4),
    ),
    Tapped(
        "a walk-in is given a number when it is full",
        FULL,
        ("without_letter", "area:leistung", "more", "give_number"),
        GiveNumber(BENEFITS, 2),
    ),
    Tapped(
        "an area that the office no longer has becomes the first of this door",
        replace(LATE, recent=(OF_ANOTHER_WING,)),
        ("let_in", "reason:other"),
        Admit(RECEPTION, 1, OTHER, OF_ANOTHER_WING.appointment, overrides=OF_ANOTHER_WING.event.id),
    ),
    Tapped(
        "while the database is away nobody has to sign in for an entry by hand",
        AWAY,
        ("let_in", "reason:emergency"),
        Admit(BENEFITS, 2, EMERGENCY, TOO_LATE.appointment, overrides=TOO_LATE.event.id),
    ),
    Tapped(
        "what was chosen is forgotten with the page",
        CALM,
        ("without_letter", "more", "area:leistung", "back", "without_letter", "reason:other"),
        Admit(RECEPTION, 1, OTHER),
    ),
    Tapped(
        "a party has twenty people at most",
        CALM,
        ("without_letter", *["more"] * 22, "reason:other"),
        Admit(RECEPTION, 20, OTHER),
    ),
    Tapped(
        "a party has one person at least",
        CALM,
        ("without_letter", "more", "fewer", "fewer", "fewer", "reason:other"),
        Admit(RECEPTION, 1, OTHER),
    ),
)


def test_each_tap_gives_the_order_that_it_stands_for(make_panel: PanelMaker) -> None:
    assert broken_rules(make_panel(), RULES) == []


def test_the_page_says_in_plain_words_what_is_overridden_and_what_it_takes(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    tap(panel, "let_in")
    assert read(panel, "whom") == "Too late: appointment 10:15, Benefits, 2 people | Let in anyway · 12 s ago"
    begin(panel, FULL)
    opened(Opening(PageName.ADMIT, WAITS))(panel)
    assert "a second person has to agree" in read(panel, "whom")
    begin(panel, AWAY)
    tap(panel, "let_in")
    assert "kept here" in read(panel, "whom")
    assert "second person" not in read(panel, "whom")


def test_the_warning_and_the_number_follow_the_party_that_is_chosen(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, "without_letter")
    assert "give_number" not in tiles(panel)
    assert "second person" not in read(panel, "whom")
    tap(panel, *["more"] * 7)
    assert "give_number" in tiles(panel)
    assert "second person" in read(panel, "whom")
    panel.show_view(replace(CALM, now=CALM.now + timedelta(seconds=1)))
    assert read(panel, "party") == "8 | people"


def test_nobody_is_given_a_number_while_the_database_is_away(make_panel: PanelMaker) -> None:
    panel = make_panel(view=replace(FULL, is_current=False))
    tap(panel, "without_letter")
    assert "give_number" not in tiles(panel)


def large_office(reasons: int, areas: int) -> Office:
    """Return an office with so many reasons and areas, all with long names."""
    wordings = {
        ReasonId(f"r{number}"): Wording((("de", f"Ein ausführlich genannter Grund, Nummer {number}"),))
        for number in range(reasons)
    }
    more = {
        AreaId(f"a{number}"): replace(
            OFFICE.areas[CASES],
            id=AreaId(f"a{number}"),
            name=Wording((("de", f"Berufsberatungszentrum {number}"),)),
        )
        for number in range(areas - len(OFFICE.areas))
    }
    listed = StaffReasons(wordings, wordings, OFFICE.staff_reasons.recount)
    return replace(OFFICE, areas={**OFFICE.areas, **more}, staff_reasons=listed)


def test_twelve_reasons_have_room_at_once_on_the_least_and_on_the_largest_screen(
    make_panel: PanelMaker,
) -> None:
    for size, px_per_mm in (SCREENS[0], SCREENS[3]):
        panel = make_panel(size, "de", view=LATE, px_per_mm=px_per_mm, office=large_office(12, 4))
        tap(panel, "without_letter")
        assert len([each for each in tiles(panel) if each.startswith("reason:")]) == 12
        assert faults(panel, px_per_mm) == []


def test_more_reasons_and_areas_are_turned_to_and_give_the_order_too(make_panel: PanelMaker) -> None:
    far = recent(TOO_LATE.event.what, 77, "too_late", AreaId("a4"), 1)
    panel = make_panel(view=replace(LATE, recent=(far,)), language="de", office=large_office(20, 9))
    given = Heard(panel).given
    tap(panel, "without_letter", "page_down", "area_more", "area_more", "area:a4")
    assert faults(panel, 5.9) == []
    tap(panel, "reason:r19")
    assert given == [Admit(AreaId("a4"), 1, ReasonId("r19"))]


def test_the_area_of_a_letter_is_shown_where_there_are_more_than_have_room(make_panel: PanelMaker) -> None:
    far = recent(TOO_LATE.event.what, 77, "too_late", AreaId("a4"), 1)
    panel = make_panel(view=replace(LATE, recent=(far,)), office=large_office(3, 9))
    tap(panel, "let_in")
    assert "area:a4" in tiles(panel)


def test_the_areas_of_this_door_come_first(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM, door=replace(DOOR, serves=frozenset({YOUTH})))
    given = Heard(panel).given
    tap(panel, "without_letter", "reason:other")
    assert given == [Admit(YOUTH, 1, OTHER)]
