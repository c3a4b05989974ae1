"""Whatever wants attention is told in each language, with what to do about it."""

import pytest

from kiosk.core.figures.attention import (
    AboveCap,
    Attention,
    CapChanges,
    CountBelowZero,
    DeviceBroken,
    DoorHeld,
    DoorSilent,
    ExitsUnmatched,
    FillsSoon,
    HelpUnanswered,
    VisitsUnclear,
)
from kiosk.core.office import AreaId
from kiosk.core.self_test import Device
from kiosk.web.attention_words import task_of
from kiosk.web.words import LANGUAGES, Words
from tests.building import BENEFITS, BERLIN, MAIN_DOOR, an_office, at


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (CountBelowZero(BENEFITS, 2), "2"),
        (AboveCap(None, 3), "3"),
        (AboveCap(AreaId("gone"), 3), "gone"),
        (HelpUnanswered(MAIN_DOOR, at("09:00")), "09:00"),
        (DoorHeld(None, at("09:00")), "09:00"),
        (DoorHeld(MAIN_DOOR, at("09:00")), "09:00"),
        (DoorSilent(MAIN_DOOR, at("09:00")), "09:00"),
        (DeviceBroken(MAIN_DOOR, Device.CAMERA), "main"),
        (DeviceBroken(MAIN_DOOR, Device.SCANNER), "main"),
        (VisitsUnclear(BENEFITS, 4), "4"),
        (ExitsUnmatched(5), "5"),
        (CapChanges(at("18:00"), 25, 20), "20"),
        (CapChanges(at("18:00"), 25, 30), "30"),
        (FillsSoon(at("10:40"), is_likely=True), "10:40"),
        (FillsSoon(at("10:40"), is_likely=False), "10:40"),
    ],
)
def test_each_thing_that_wants_attention_is_told_with_what_to_do(
    wanted: Attention, told: str, language: str
) -> None:
    task = task_of(wanted, an_office(), Words(language, BERLIN), at("10:00"))
    assert told in task.what
    assert task.to_do


@pytest.mark.parametrize(
    ("language", "then", "told"),
    [
        ("de", 1, "darf nur noch 1 Person statt 3 ins Haus."),
        ("de", 4, "dürfen 4 statt 3 Personen ins Haus."),
        ("en", 1, "on only 1 person may be inside instead of 3."),
        ("en", 4, "on 4 people may be inside instead of 3."),
    ],
)
def test_a_cap_of_one_is_told_as_one_person(language: str, then: int, told: str) -> None:
    task = task_of(CapChanges(at("18:00"), 3, then), an_office(), Words(language, BERLIN), at("10:00"))
    assert task.what.endswith(told)
