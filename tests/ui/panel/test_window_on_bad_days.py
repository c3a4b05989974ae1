"""The window on bad days: what the ledger, a badge and a second person may do to a guard's taps."""

from dataclasses import replace

import pytest

from kiosk.core.code import Badge
from kiosk.core.guard_view import Answered, SecondPersonWanted, SignedInAs, SignInWanted
from kiosk.core.orders import CountPeopleOut
from kiosk.core.staff import Pin
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import ADMIT, FULL, GUARD, LATE, LOCKED, MANAGER, RECEPTION, opened
from tests.ui.panel.taps import Heard


def test_people_pass_without_a_pin_while_the_ledger_can_only_be_read(make_panel: PanelMaker) -> None:
    # On a full disk no PIN is taken either: whoever asked for one would keep everybody out.
    panel = make_panel(view=replace(LOCKED, trouble=Trouble.LEDGER))
    heard = Heard(panel)
    tap(panel, "left:empfang")
    assert heard.given == [CountPeopleOut(RECEPTION)]
    panel = make_panel(view=replace(LOCKED, trouble=Trouble.LEDGER))
    tap(panel, "without_letter")
    assert panel.open_page is PageName.ADMIT
    assert "give_number" not in tiles(panel)


def test_a_badge_that_stays_in_view_takes_nothing_back_that_was_typed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    heard = Heard(panel)
    for digit in "483920":
        panel.show_badge(Badge(7))
        tap(panel, f"key:{digit}")
    tap(panel, "key:enter")
    panel.show_badge(Badge(8))
    assert heard.signed_in == [(Badge(7), Pin("483920"))]


def test_a_badge_in_view_keeps_nobody_signed_in(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    heard = Heard(panel)
    panel.show_badge(Badge(7))
    assert panel.open_page is PageName.SIGN_IN
    assert "touched" not in heard.told


@pytest.mark.parametrize("page", [PageName.EVACUATION, PageName.BOOKING, PageName.ADMIT])
def test_a_badge_takes_nobody_away_from_an_act_or_an_evacuation(
    make_panel: PanelMaker, page: PageName
) -> None:
    # Anybody can hold something before the camera that reads like a badge.
    panel = make_panel(view=LATE)
    opened(Opening(page))(panel)
    panel.show_badge(Badge(7))
    assert panel.open_page is page


def test_who_signs_in_anew_while_a_second_person_is_asked_is_taken_for_the_first(
    make_panel: PanelMaker,
) -> None:
    # The clock jumped: the first person's minute is over before the second one has typed the PIN.
    panel = make_panel(view=FULL)
    heard = Heard(panel)
    panel.page(PageName.HOME).ordered.emit(ADMIT)
    (name, order) = heard.orders[-1]
    panel.show_answered(Answered(name, order, SecondPersonWanted()))
    panel.show_badge(Badge(7))
    tap(panel, *(f"key:{digit}" for digit in "483920"), "key:enter")
    panel.show_answered(Answered(name, order, SignInWanted()))
    panel.show_badge(Badge(8))
    tap(panel, *(f"key:{digit}" for digit in "483920"), "key:enter")
    assert (len(heard.confirmed), [who for who, _ in heard.signed_in]) == (1, [Badge(8)])
    panel.show_signed_in(GUARD)
    assert heard.orders == [(name, order), (name, order)]


@pytest.mark.parametrize(("who", "orders"), [(GUARD, 2), (MANAGER, 1)])
def test_nobody_does_in_their_own_name_what_another_had_ordered_whose_minute_was_over(
    make_panel: PanelMaker, who: SignedInAs, orders: int
) -> None:
    panel = make_panel(view=LATE)
    heard = Heard(panel)
    tap(panel, "left:empfang")
    (name, order) = heard.orders[-1]
    panel.show_answered(Answered(name, order, SignInWanted()))
    panel.show_signed_in(who)
    assert heard.orders == [(name, order)] * orders
    assert panel.open_page is PageName.HOME
