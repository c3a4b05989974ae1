"""Nothing flashes, and where the office wishes it nothing moves by itself."""

import numpy as np
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from kiosk.ui.holding_picture import _FRAME_MS, _ROUND, HoldingPicture
from kiosk.ui.sign import _RING_MS, Sign
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.conftest import ScreenMaker
from tests.ui.pixels import luminance, pixels_of
from tests.ui.screen_states import DOOR, OFFICE, VERDICTS, VIEW

# WCAG 2.2, "general flash" (2.3.1): a pair of opposing changes of a tenth of the luminance, the darker of the
# two below 0.8. More than three in one second over a quarter of what the eye sees sharply are forbidden; here
# a hundredth of the screen is the most that may.
STEP, DARK, MOST_FLASHES, LARGE = 0.1, 0.8, 3, 0.01


def flashing(light: NDArray[np.float32]) -> float:
    """Return the share of the pixels that flash too often in pictures of one second."""
    last, way = light[0].copy(), np.zeros(light[0].shape)
    turns = np.zeros(light[0].shape, dtype=int)
    for picture in light[1:]:
        change = picture - last
        is_change = (np.abs(change) >= STEP) & (np.minimum(picture, last) < DARK)
        turns += is_change & (np.sign(change) != way)
        way = np.where(is_change, np.sign(change), way)
        last = np.where(is_change, picture, last)
    return float((turns // 2 > MOST_FLASHES).mean())


def test_what_flashes_is_found() -> None:
    dark, light = np.zeros((4, 4), dtype=np.float32), np.ones((4, 4), dtype=np.float32)
    assert flashing(np.stack([dark, light] * 5)) == 1.0
    assert flashing(np.stack([dark, light] * 3)) == 0.0


def test_nothing_on_the_idle_page_flashes(make_screen: ScreenMaker) -> None:
    screen = make_screen((320, 200), px_per_mm=320 / 330)
    screen.show_house(VIEW)
    (hand,) = screen.findChildren(HoldingPicture)
    hand._timer.stop()
    pictures = []
    for _ in range(round(_ROUND * 1000 / _FRAME_MS)):
        hand._move()
        pictures.append(luminance(pixels_of(screen)))
    light, a_second = np.stack(pictures), 1000 // _FRAME_MS
    assert not np.array_equal(light[0], light[len(light) // 2])
    starts = range(0, len(light) - a_second + 1, 5)
    assert max(flashing(light[start : start + a_second]) for start in starts) < LARGE


def test_nothing_on_an_answer_flashes(make_screen: ScreenMaker) -> None:
    screen = make_screen((320, 200), px_per_mm=320 / 330)
    screen.show_answer(VERDICTS["left"])
    (sign,) = screen.findChildren(Sign)
    pictures = []
    for _ in range(1000 // _RING_MS):
        sign._pass_time()
        pictures.append(luminance(pixels_of(screen)))
    assert flashing(np.stack(pictures)) < LARGE


def test_pictures_that_may_not_move_stand_still(qtbot: QtBot) -> None:
    screen = VisitorScreen(OFFICE, DOOR, camera=True, moving=False)
    qtbot.addWidget(screen)
    screen.show()
    screen._tones_begin.stop()
    (hand,), (sign,) = screen.findChildren(HoldingPicture), screen.findChildren(Sign)
    assert hand.isVisible()
    assert not hand._timer.isActive()
    assert hand._arrived()
    screen.show_answer(VERDICTS["too_early"])
    assert sign._tick.interval() >= 2000
    screen.close()
