"""The door is held with two taps, with words of the office or of the moment."""

from kiosk.core.office import MessageId, Wording
from kiosk.core.orders import ResumeAdmission, StopAdmission
from kiosk.ui.panel.keyboard import Keyboard
from kiosk.ui.panel.page import PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import CALM
from tests.ui.panel.states_of_count import HELD, keys
from tests.ui.panel.taps import order_of
from tests.ui.screen_states import DOOR, OFFICE

LUNCH = OFFICE.messages[MessageId("lunch")]


def test_a_message_stops_this_door_unless_all_doors_are_chosen(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    assert order_of(panel, "hold", "message:lunch") == StopAdmission(DOOR.id, LUNCH)
    assert order_of(panel, "hold", "all_doors", "message:lunch") == StopAdmission(None, LUNCH)
    # Chosen for once only: the next time it is this door again.
    assert order_of(panel, "hold", "message:lunch") == StopAdmission(DOOR.id, LUNCH)


def test_a_tile_shows_all_that_visitors_will_read(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, "hold")
    for message, wording in OFFICE.messages.items():
        tile = tiles(panel)[f"message:{message}"]
        assert f"{tile.text()} {tile.hint}" == wording.in_language("en")


def test_one_own_text_is_for_all_languages_and_the_panel_says_so(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, "hold", "own_text")
    assert not tiles(panel)["stop"].isEnabled()
    tap(panel, *keys("no water"))
    assert tiles(panel)["stop"].hint == "one text for all languages"
    assert order_of(panel, "stop") == StopAdmission(
        DOOR.id, Wording((("en", "No water"), ("de", "No water")))
    )


def test_an_own_text_may_be_typed_in_each_language_of_the_office(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, "hold", "all_doors", "own_text", *keys("water"), "language", *keys("wasserx"), "key:delete")
    assert tiles(panel)["stop"].hint == "Deutsch, English"
    message = Wording((("de", "Wasser"), ("en", "Water")))
    assert order_of(panel, "stop") == StopAdmission(None, message)


def test_an_own_text_is_no_longer_than_a_message_and_gone_when_the_page_is_left(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=CALM)
    tap(panel, "hold", "own_text")
    keyboard = panel.page(PageName.HOLD).findChild(Keyboard)
    assert isinstance(keyboard, Keyboard)
    for _ in range(161):
        keyboard.typed.emit("x")
    order = order_of(panel, "stop")
    assert isinstance(order, StopAdmission)
    assert len(order.message.in_language("en")) == 160
    tap(panel, "hold", "own_text")
    assert not tiles(panel)["stop"].isEnabled()


def test_a_held_door_is_resumed_with_its_own_tile_and_says_what_visitors_read(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=HELD)
    tap(panel, "hold")
    assert "Fire drill. Please wait outside on the forecourt" in tiles(panel)["resume"].hint
    assert order_of(panel, "resume") == ResumeAdmission(DOOR.id)
    assert order_of(panel, "hold", "resume_all") == ResumeAdmission(None)
