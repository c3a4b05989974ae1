"""Every sound has its sign on the screen: who hears nothing misses nothing."""

import pytest

from kiosk.core.verdict import Outcome
from kiosk.ui import control_texts
from kiosk.ui.camera_view import CameraView
from kiosk.ui.panel.label import Label
from kiosk.ui.sign import Sign
from kiosk.ui.sounds import AIMING, ANSWERS, Sound, sound_of
from tests.ui.conftest import ScreenMaker
from tests.ui.panel.conftest import PanelMaker, clock, make_panel
from tests.ui.panel.seen import tiles
from tests.ui.panel.states import HELP_WANTED
from tests.ui.screen_states import TOO_SMALL, VERDICTS, VIEW, camera_picture, unread_picture
from tests.ui.seen import button, touch

__all__ = ["clock", "make_panel"]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_sound_of_an_answer_has_its_shape_and_its_colour(
    make_screen: ScreenMaker, outcome: Outcome
) -> None:
    screen = make_screen()
    verdict = next(each for each in VERDICTS.values() if each.outcome is outcome)
    played: list[Sound] = []
    screen._tones = type("Heard", (), {"play": lambda _, sound: played.append(sound)})()
    screen.show_answer(verdict)
    sign = screen.findChild(Sign)
    assert isinstance(sign, Sign)
    assert played == [sound_of(outcome)]
    assert sign.isVisible()
    assert sign._outcome is outcome
    screen._tones = None


def test_the_panels_bell_has_its_notice_and_its_tile(make_panel: PanelMaker) -> None:
    panel = make_panel(view=HELP_WANTED)
    assert panel._face._ring.is_ringing
    notice = panel.findChild(Label, "notice")
    assert isinstance(notice, Label)
    assert notice.isVisible()
    assert "answer_help" in tiles(panel)


def test_each_tone_that_leads_the_letter_has_a_frame_around_the_code(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    screen.allow_speech(everybody_hears=True)
    touch(screen, control_texts.read_aloud())
    aimed: list[int] = []
    screen.aims.connect(aimed.append)
    view = screen.findChild(CameraView)
    assert isinstance(view, CameraView)
    for frame, reading in (unread_picture(TOO_SMALL, 1.0), camera_picture()):
        screen.show_frame(frame, reading)
        assert len(view._read) + len(view._unread) == len(reading.sightings) + len(reading.unread)
    assert aimed
    # What is said is written there already, and that something is said by the control that ends it.
    assert button(screen, control_texts.silent()).isVisible()


def test_these_are_all_sounds() -> None:
    assert set(Sound) == {*ANSWERS, *AIMING, Sound.HELP}
