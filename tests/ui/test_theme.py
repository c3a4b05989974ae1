"""Colours can be told apart and read; millimetres become pixels, whatever a screen says of itself."""

from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.core.verdict import Outcome
from kiosk.ui import theme
from kiosk.ui.colours import HIGH_CONTRAST, USUAL, Colours
from kiosk.ui.theme import FALLBACK_PX_PER_MM, Scale, Tint, contrast, px_per_mm, scale_for, tint_of
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import VERDICTS, VIEW

TINTS = {name: value for name, value in vars(theme).items() if isinstance(value, Tint)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#777777", "#FFFFFF", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("name", list(TINTS))
def test_every_text_has_seven_to_one(name: str) -> None:
    assert contrast(TINTS[name].ground, TINTS[name].ink) >= 7.0


@pytest.mark.parametrize("colours", [USUAL, HIGH_CONTRAST])
def test_both_sets_of_colours_have_seven_to_one_for_texts_and_three_to_one_for_the_rest(
    colours: Colours,
) -> None:
    values = {each.name: getattr(colours, each.name) for each in fields(colours)}
    tints = {name: value for name, value in values.items() if isinstance(value, Tint)}
    assert {name for name, tint in tints.items() if contrast(tint.ground, tint.ink) < 7.0} == set()
    assert contrast(colours.wrong, colours.paper.ground) >= 7.0
    drawn = (colours.room_left, colours.nearly_full, colours.full, colours.hairline, colours.edge)
    assert min(contrast(colour, colours.card.ground) for colour in drawn) >= 3.0


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_has_a_light_colour_of_its_own_on_black(outcome: Outcome) -> None:
    inks = [HIGH_CONTRAST.of(each).ink for each in Outcome]
    assert inks.count(HIGH_CONTRAST.of(outcome).ink) == 1
    assert USUAL.of(outcome) == tint_of(outcome)


def test_the_grounds_of_the_outcomes_are_five() -> None:
    grounds = [tint_of(outcome).ground for outcome in Outcome]
    assert all(one != other for one, other in combinations(grounds, 2))


def test_the_drawn_colours_are_those_of_the_theme(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    for verdict in VERDICTS.values():
        screen.show_answer(verdict)
        QApplication.processEvents()
        assert screen.grab().toImage().pixelColor(3, 3).name().upper() == tint_of(verdict.outcome).ground


@pytest.mark.parametrize(
    ("pixels", "millimetres", "expected"),
    [
        ((1920, 1080), (531, 299), 3.61),
        ((1280, 800), (217, 136), 5.89),
        ((1920, 1080), (0, 0), FALLBACK_PX_PER_MM),
        ((1920, 1080), (160, 90), FALLBACK_PX_PER_MM),
        ((1920, 1080), (299, 531), FALLBACK_PX_PER_MM),
        ((1920, 1080), (16, 9), FALLBACK_PX_PER_MM),
        ((1920, 1080), (5310, 2990), FALLBACK_PX_PER_MM),
        ((1920, 1080), (-1, 299), FALLBACK_PX_PER_MM),
    ],
)
def test_a_screen_that_lies_about_its_size_is_not_believed(
    pixels: tuple[int, int], millimetres: tuple[int, int], expected: float
) -> None:
    assert px_per_mm(QSize(*pixels), QSizeF(*millimetres)) == pytest.approx(expected, abs=0.02)


def test_targets_are_true_millimetres_and_type_is_bounded() -> None:
    small, large = scale_for(QSize(1280, 800), 5.9), scale_for(QSize(1920, 1080), 1.3)
    assert small.touch == 5.9
    assert small.type_ == pytest.approx(800 / theme.SHORTEST_SIDE_MM)
    assert large.type_ == pytest.approx(1080 / theme.LONGEST_SIDE_MM)


def test_a_target_is_never_rounded_down() -> None:
    assert Scale(3.61, 3.61).target_px() == 73
    assert Scale(4.0, 4.0).target_px() == 80


def test_a_capital_letter_has_the_height_that_was_asked_for() -> None:
    scale = Scale(4.0, 4.0)
    assert scale.font_px(10.0) * theme.CAP_HEIGHT == pytest.approx(40, abs=0.5)
