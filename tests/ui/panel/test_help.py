"""A visitor's call for help is seen and heard at the panel until somebody has said that they go there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.core.guard_view import Answered, Failed, Recorded
from kiosk.core.help_calls import HelpAtDoor
from kiosk.core.help_events import HelpEnded, HelpEndedBecause
from kiosk.core.orders import AnswerHelp
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.label import Label
from kiosk.ui.panel.page import Opening, PageName
from kiosk.ui.panel.ring import Ring
from kiosk.ui.panel.strip import Strip
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.conftest import Clock, PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import AWAY, CALM, HELP_ELSEWHERE, HELP_WANTED, HOUSE, ago, event, opened
from tests.ui.panel.taps import Heard
from tests.ui.screen_states import DOOR

ANSWER = AnswerHelp(DOOR.id)
ENDED = Recorded(event(HelpEnded(DOOR.id, HelpEndedBecause.ANSWERED), 0))


def rings(panel: PanelWindow) -> bool:
    ring = panel.findChild(Ring)
    assert isinstance(ring, Ring)
    return ring.is_ringing


def said_in_strip(panel: PanelWindow) -> str:
    strip = panel.findChild(Strip)
    assert isinstance(strip, Strip)
    return strip.said


@pytest.mark.parametrize(("language", "told"), [("en", "Main entrance"), ("de", "Haupteingang")])
def test_a_call_names_its_door_and_rings_until_it_is_over(
    make_panel: PanelMaker, language: str, told: str
) -> None:
    panel = make_panel(language=language)
    assert not rings(panel)
    assert "answer_help" not in tiles(panel)
    panel.show_view(HELP_WANTED)
    assert rings(panel)
    notice = panel.findChild(Label, "notice")
    assert isinstance(notice, Label)
    assert told in notice.text
    panel.show_view(CALM)
    assert not rings(panel)


def test_one_tap_takes_it_though_nobody_is_signed_in_and_it_is_silent_at_once(make_panel: PanelMaker) -> None:
    panel = make_panel(view=HELP_WANTED)
    heard = Heard(panel)
    gone: list[str] = []
    panel.help_taken.connect(gone.append)
    tap(panel, "answer_help")
    assert heard.given == [ANSWER]
    assert gone == [DOOR.id]
    assert not rings(panel)
    panel.show_answered(Answered(heard.orders[0][0], ANSWER, ENDED))
    panel.show_view(replace(HELP_WANTED, house=HOUSE))
    assert not rings(panel)


def test_a_call_is_seen_on_every_page(make_panel: PanelMaker) -> None:
    panel = make_panel(view=HELP_ELSEWHERE)
    opened(Opening(PageName.LINE))(panel)
    assert rings(panel)
    assert "youth advice" in said_in_strip(panel)


def test_this_doors_call_comes_before_those_of_other_doors(make_panel: PanelMaker) -> None:
    both = (*HELP_ELSEWHERE.house.help_at, HelpAtDoor(DOOR.id, ago(1)))  # type: ignore[union-attr]  # it is known
    panel = make_panel(view=replace(CALM, house=replace(HOUSE, help_at=both)))
    heard = Heard(panel)
    tap(panel, "answer_help")
    assert heard.given == [ANSWER]
    assert rings(panel)


def test_what_the_ledger_did_not_take_rings_again_when_it_is_back(
    make_panel: PanelMaker, clock: Clock
) -> None:
    panel = make_panel(view=HELP_WANTED)
    heard = Heard(panel)
    tap(panel, "answer_help")
    panel.show_answered(Answered(heard.orders[0][0], ANSWER, Failed(Trouble.LEDGER)))
    away = replace(HELP_WANTED, trouble=Trouble.LEDGER, is_current=False)
    clock.pass_(timedelta(minutes=1))
    panel.show_view(away)
    assert not rings(panel)
    panel.show_view(HELP_WANTED)
    assert rings(panel)


def test_a_call_at_this_machine_rings_though_the_ledger_is_away(make_panel: PanelMaker) -> None:
    panel = make_panel(view=AWAY)
    panel.show_help_here(wanted=True)
    assert rings(panel)
    gone: list[str] = []
    panel.help_taken.connect(gone.append)
    tap(panel, "answer_help")
    assert gone == [DOOR.id]
    assert not rings(panel)
    panel.show_help_here(wanted=False)
    panel.show_help_here(wanted=True)
    panel.hide()
    assert not rings(panel)
