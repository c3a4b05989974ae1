"""What is said of a camera: each figure that will not do has its mend, and a good camera has none."""

from dataclasses import replace

import pytest

from kiosk.doctor.camera import MODULE_MM, judge, judge_self_test, reach_of
from kiosk.doctor.finding import Level
from kiosk.letters.page import MODULE
from kiosk.scan.camera_check import CameraMeasures
from kiosk.scan.code_quality import CodeQuality
from kiosk.scan.picture_quality import PictureQuality

QUALITY = PictureQuality(light=120.0, black=0.01, white=0.02, noise=3.0, blur=0.8)
CODE = CodeQuality(pixels_a_module=4.5, blur=0.8, noise=3.0, dark=40.0, light=200.0)
GOOD = CameraMeasures(
    frames=100,
    frames_per_second=28.0,
    width=1280,
    height=720,
    quality=QUALITY,
    code=CODE,
    smallest_code=2.0,
    frames_read=90,
    test_letter_after=None,
)
NO_LETTER = replace(GOOD, code=None, smallest_code=None)


def faults(measures: CameraMeasures, *, live: bool = True) -> dict[str, Level]:
    findings = judge(measures, None, live=live)
    assert all(bool(each.mend) == (each.level is not Level.OK) for each in findings)
    return {each.checked: each.level for each in findings if each.level is not Level.OK}


def test_nothing_is_to_be_changed_at_a_good_camera() -> None:
    assert faults(GOOD) == {}


@pytest.mark.parametrize(
    ("measures", "checked", "level"),
    [
        (replace(GOOD, width=640, height=480), "resolution", Level.WARNING),
        (replace(GOOD, frames_per_second=10.0), "frame rate", Level.WARNING),
        (replace(GOOD, frames_per_second=2.0), "frame rate", Level.FAULT),
        (replace(GOOD, quality=replace(QUALITY, white=0.4)), "light", Level.WARNING),
        (replace(GOOD, code=replace(CODE, light=80.0)), "light", Level.WARNING),
        (replace(GOOD, code=replace(CODE, dark=150.0)), "light", Level.WARNING),
        (replace(GOOD, quality=replace(QUALITY, noise=15.0)), "noise", Level.WARNING),
        (replace(GOOD, code=replace(CODE, blur=1.5)), "sharpness", Level.WARNING),
        (replace(GOOD, code=replace(CODE, blur=3.0)), "sharpness", Level.FAULT),
        (replace(GOOD, smallest_code=5.0), "smallest code", Level.WARNING),
        (replace(GOOD, smallest_code=8.0), "smallest code", Level.FAULT),
        (replace(GOOD, smallest_code=None), "smallest code", Level.FAULT),
    ],
)
def test_each_figure_that_will_not_do_is_named(measures: CameraMeasures, checked: str, level: Level) -> None:
    assert faults(measures) == {checked: level}


def test_without_a_letter_the_picture_alone_is_judged_and_a_letter_asked_for() -> None:
    asked_for = {"smallest code": Level.WARNING}
    assert faults(NO_LETTER) == asked_for
    assert faults(replace(NO_LETTER, quality=replace(QUALITY, light=60.0)))["light"] is Level.WARNING
    assert faults(replace(NO_LETTER, quality=replace(QUALITY, light=10.0)))["light"] is Level.FAULT
    assert faults(replace(NO_LETTER, quality=replace(QUALITY, blur=None)))["sharpness"] is Level.WARNING


def test_of_what_comes_from_a_file_no_setting_of_a_camera_is_asked_for() -> None:
    upright = replace(NO_LETTER, width=1240, height=1754)
    bad = replace(upright, quality=replace(QUALITY, white=0.9, noise=15.0, blur=3.0))
    findings = {each.checked: each for each in judge(bad, None, live=False)}
    assert findings["resolution"].level is Level.OK
    assert "frame rate" not in findings
    mends = " ".join(each.mend for each in findings.values())
    for setting in ("exposure_ms", "width =", "`focus`", "hold a letter"):
        assert setting not in mends
    assert "scanned or drawn" in findings["light"].mend


def test_a_drawn_page_is_white_and_its_light_is_well_where_its_letter_was_read() -> None:
    drawn = replace(GOOD, quality=replace(QUALITY, white=0.9), code=replace(CODE, light=255.0, dark=0.0))
    assert faults(drawn, live=False) == {}
    assert faults(drawn) == {"light": Level.WARNING}
    pale = replace(drawn, code=replace(CODE, light=255.0, dark=240.0))
    assert faults(pale, live=False) == {"light": Level.WARNING}


def test_a_film_has_a_pace_of_its_own() -> None:
    assert faults(replace(GOOD, frames_per_second=1.0), live=False) == {}


def test_the_reach_of_a_usual_webcam_is_that_of_a_code_of_130_pixels_at_30_cm() -> None:
    reach = reach_of(replace(GOOD, smallest_code=130 / 35 * MODULE_MM), None)
    assert reach is not None
    assert reach.farthest_cm == pytest.approx(30.0, rel=0.02)
    assert not reach.measured


def test_the_reach_follows_from_a_letter_at_a_known_distance() -> None:
    reach = reach_of(GOOD, 20.0)
    assert reach is not None
    assert reach.farthest_cm == pytest.approx(45.0)
    assert reach.smallest_module_mm == pytest.approx(MODULE_MM * 25 / 45)
    assert reach.measured


def test_the_self_test_says_whether_the_test_letter_was_read() -> None:
    assert judge_self_test(replace(GOOD, test_letter_after=1.25), 30.0).level is Level.OK
    assert judge_self_test(GOOD, 30.0).level is Level.FAULT


def test_a_letter_is_printed_as_it_is_reckoned_here() -> None:
    assert MODULE_MM == MODULE
