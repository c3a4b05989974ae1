"""No answer is told by its colour alone: without one kind of cone, or in grey, each has a sign of its own."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize

from kiosk.core.verdict import Outcome, Reason
from kiosk.languages.known import SHIPPED
from kiosk.ui.answer_texts import told
from kiosk.ui.controls import Control
from kiosk.ui.language import Language
from kiosk.ui.sign import Sign
from tests.ui.conftest import ScreenMaker
from tests.ui.pixels import EYES, Light, pixels_of, seen_by
from tests.ui.screen_states import VERDICTS, VIEW

Mask = NDArray[np.bool_]

# Shares of the sign's square: a pictogram that differs by less could be taken for another at a glance; two
# shapes that differ by less, from the other end of a queue.
LEAST_PICTOGRAM, LEAST_SHAPE = 0.015, 0.04


def drawn(light: Light) -> Mask:
    """Return what is drawn on the field, whose colour is that of the corner."""
    ground = light[0, 0]
    inks = np.abs(light - ground)
    lighter, darker = max(ground, light[inks == inks.max()][0]), min(ground, light[inks == inks.max()][0])
    assert (lighter + 0.05) / (darker + 0.05) >= 3.0  # WCAG 2.2, 1.4.11
    mask: Mask = inks > inks.max() / 2
    return mask


def filled(mask: Mask) -> Mask:
    """Return the shape without what is drawn in it: all between the first and the last ink of a row."""
    before, after = np.logical_or.accumulate(mask, axis=1), np.logical_or.accumulate(mask[:, ::-1], axis=1)
    shape: Mask = before & after[:, ::-1]
    return shape


def differ(one: Mask, other: Mask) -> float:
    """Return in which share of the pixels two masks differ."""
    return float((one ^ other).mean())


@pytest.mark.parametrize("asked", [(), (Control.CONTRAST,)])
def test_every_answer_has_a_sign_of_its_own_for_all_eyes(
    make_screen: ScreenMaker, asked: tuple[Control, ...]
) -> None:
    screen = make_screen((960, 600), px_per_mm=960 / 330, answer_seconds=600.0)
    for control in asked:
        screen._acts.act(control)
    screen.show_house(VIEW)
    (sign,) = screen.findChildren(Sign)
    signs = {}
    for verdict in VERDICTS.values():
        screen.show_answer(verdict)
        sign._left = 0.0  # the ring is of the time, not of the answer
        whole = pixels_of(screen)
        at, side = sign.mapTo(screen, sign.rect().topLeft()), sign.size()
        assert side == QSize(side.height(), side.height())
        signs[verdict.reason] = whole[at.y() : at.y() + side.height(), at.x() : at.x() + side.width()]
    outcomes = {verdict.reason: verdict.outcome for verdict in VERDICTS.values()}
    assert set(signs) == set(Reason)
    assert set(outcomes.values()) == set(Outcome)
    for eyes in EYES:
        masks = {reason: drawn(seen_by(pixels, eyes)) for reason, pixels in signs.items()}
        shapes = {reason: filled(mask) for reason, mask in masks.items()}
        for one, other in combinations(Reason, 2):
            assert differ(masks[one], masks[other]) >= LEAST_PICTOGRAM, (eyes, one, other)
            if outcomes[one] is not outcomes[other]:
                assert differ(shapes[one], shapes[other]) >= LEAST_SHAPE, (eyes, one, other)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SHIPPED)
def test_every_answer_has_a_headline_of_its_own(name: str) -> None:
    language = Language()
    language.speak(name)
    assert len({told(reason).sentence for reason in Reason}) == len(Reason)
    language.stop()
