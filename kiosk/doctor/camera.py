"""What a camera's figures mean at a door, and what to change."""

import math
from dataclasses import dataclass
from typing import Final

from kiosk.doctor.finding import Finding, fault, warning, well
from kiosk.scan.camera_check import CameraMeasures
from kiosk.scan.code_quality import LETTER_MODULES

MODULE_MM: Final = 1.3
"""How wide a module of a letter's code is printed."""

USUAL_VIEW: Final = 60.0
"""Degrees that a usual webcam sees from left to right: a code 35 mm wide is 130 pixels wide at 30 cm."""

_READING_DISTANCE_MM = 250.0
_MM_PER_CM = 10.0
_DARK, _DIM, _BLOWN_OUT = 40.0, 70.0, 0.25
_PALE_PAPER, _LOW_CONTRAST = 90.0, 60.0
_NOISY = 10.0
_SOFT, _BLURRED = 1.2, 2.5
_SLOW, _TOO_SLOW = 15.0, 5.0
_WIDE, _HIGH = 1280, 720
_NEAR_CM, _TOO_NEAR_CM = 35.0, 20.0


@dataclass(frozen=True, slots=True)
class Reach:
    """How small and how far a code may be. `measured`: at a known distance, and not for a usual webcam."""

    pixels_a_module: float
    farthest_cm: float
    """To where a letter's code is read."""
    smallest_module_mm: float
    """The smallest module that is read when it is held at 25 cm."""
    measured: bool


@dataclass(frozen=True, slots=True)
class _Mends:
    """What is to be done about each figure that will not do."""

    size: str
    blown_out: str
    pale: str
    mirrored: str
    dark: str
    dim: str
    noise: str
    no_edges: str
    blur: str
    no_letter: str
    reach: str


_AT_A_CAMERA: Final = _Mends(
    size=f"set width = {_WIDE} and height = {_HIGH}, or take another camera",
    blown_out="turn it away from windows and lamps, or set a shorter exposure_ms",
    pale="put a lamp above the camera that shines on the letter",
    mirrored="something shines into the lens or mirrors on the letter: move the lamp",
    dark="is the lens covered? Else put a lamp above the camera",
    dim="put a lamp above the camera",
    noise="give it more light",
    no_edges="hold a letter before the camera",
    blur="clean the lens; set `focus` to where letters are held; hold them still, or shorten exposure_ms",
    no_letter="hold a letter, or the test letter, before the camera",
    reach="a sharper picture, more light or a higher resolution reads from farther away",
)
_IN_PICTURES: Final = _Mends(
    size=f"take it again with {_WIDE} x {_HIGH} pixels or more",
    blown_out="nothing, if it was scanned or drawn by a program; else take it away from windows and lamps",
    pale="take it again with a light on the letter",
    mirrored="take it again so that no light shines into the lens or mirrors on the letter",
    dark="take it again with more light",
    dim="take it again with more light",
    noise="take it again with more light",
    no_edges="take it again with a letter in view",
    blur="take it again with a clean lens, sharp where the letter is, and the letter held still",
    no_letter="take it again with a letter, or the test letter, in view",
    reach="a sharper picture, more light or more pixels reads from farther away",
)


def reach_of(measures: CameraMeasures, distance_cm: float | None) -> Reach | None:
    """How far the camera reads a letter; None while that cannot be known.

    `distance_cm` is how far away the letter was held that is in view; where it is None, the camera is taken
    to see as wide as a usual webcam.
    """
    if measures.code is None or measures.smallest_code is None:
        return None
    if distance_cm is None:
        focal = measures.width / 2 / math.tan(math.radians(USUAL_VIEW / 2))
    else:
        focal = measures.code.pixels_a_module * distance_cm * _MM_PER_CM / MODULE_MM
    return Reach(
        pixels_a_module=measures.smallest_code,
        farthest_cm=focal * MODULE_MM / measures.smallest_code / _MM_PER_CM,
        smallest_module_mm=measures.smallest_code * _READING_DISTANCE_MM / focal,
        measured=distance_cm is not None,
    )


def judge(measures: CameraMeasures, distance_cm: float | None, *, live: bool) -> tuple[Finding, ...]:
    """Say of each figure whether it will do, and what to change if not.

    What was taken before has a pace of its own and no settings, but it can be taken again.
    """
    mends = _AT_A_CAMERA if live else _IN_PICTURES
    return (
        _size(measures, mends),
        *([_rate(measures)] if live else []),
        _light(measures, mends, live=live),
        _noise(measures, mends),
        _sharpness(measures, mends),
        _smallest(measures, reach_of(measures, distance_cm), mends),
    )


def judge_self_test(measures: CameraMeasures, seconds: float) -> Finding:
    """Say whether the test letter was read."""
    if measures.test_letter_after is not None:
        return well("test letter", f"read after {measures.test_letter_after:.1f} s")
    return fault(
        "test letter",
        f"not read within {seconds:g} s",
        "hold it flat before the camera, about 20 cm away; `kiosk camera test-letter` prints one",
    )


def _size(measures: CameraMeasures, mends: _Mends) -> Finding:
    found = f"{measures.width} x {measures.height} pixels"
    # A letter may be photographed upright.
    if max(measures.width, measures.height) >= _WIDE and min(measures.width, measures.height) >= _HIGH:
        return well("resolution", found)
    return warning("resolution", found, mends.size)


def _rate(measures: CameraMeasures) -> Finding:
    rate = measures.frames_per_second or 0.0
    found = f"{rate:.1f} pictures a second"
    if rate >= _SLOW:
        return well("frame rate", found)
    mend = "give it more light (a camera waits for it), a USB port of its own, or a smaller resolution"
    return warning("frame rate", found, mend) if rate >= _TOO_SLOW else fault("frame rate", found, mend)


def _light(measures: CameraMeasures, mends: _Mends, *, live: bool) -> Finding:
    quality, code = measures.quality, measures.code
    found = f"mean {quality.light:.0f} of 255, {quality.white:.0%} blown out"
    if code is not None:
        found += f", the letter's paper {code.light:.0f} and its print {code.dark:.0f}"
    # A page that was scanned or drawn is white, and its letter was read; the light before a camera changes.
    if quality.white > _BLOWN_OUT and (live or code is None):
        return warning("light", found, mends.blown_out)
    if code is not None and code.light < _PALE_PAPER:
        return warning("light", found, mends.pale)
    if code is not None and code.light - code.dark < _LOW_CONTRAST:
        return warning("light", found, mends.mirrored)
    if code is None and quality.light < _DARK:
        return fault("light", found, mends.dark)
    if code is None and quality.light < _DIM:
        return warning("light", found, mends.dim)
    return well("light", found)


def _noise(measures: CameraMeasures, mends: _Mends) -> Finding:
    found = f"{measures.quality.noise:.1f} grey levels"
    if measures.quality.noise <= _NOISY:
        return well("noise", found)
    return warning("noise", found, mends.noise)


def _sharpness(measures: CameraMeasures, mends: _Mends) -> Finding:
    blur = measures.code.blur if measures.code is not None else measures.quality.blur
    if blur is None:
        return warning("sharpness", "nothing with edges is in view", mends.no_edges)
    found = f"edges are smeared by {blur:.1f} pixels"
    if blur <= _SOFT:
        return well("sharpness", found)
    mend = mends.blur
    return warning("sharpness", found, mend) if blur <= _BLURRED else fault("sharpness", found, mend)


def _smallest(measures: CameraMeasures, reach: Reach | None, mends: _Mends) -> Finding:
    checked = "smallest code"
    if measures.code is None:
        return warning(checked, "no letter was read", mends.no_letter)
    if reach is None:
        return fault(checked, "none would be read reliably", "see light and sharpness above")
    how = "measured" if reach.measured else "if it sees as wide as a usual webcam; --distance-cm measures it"
    found = (
        f"{reach.pixels_a_module:g} pixels a module, {reach.pixels_a_module * LETTER_MODULES:.0f} for a "
        f"letter's code: read up to {reach.farthest_cm:.0f} cm away; at 25 cm, modules of "
        f"{reach.smallest_module_mm:.2f} mm ({how}). The letter in view had "
        f"{measures.code.pixels_a_module:.1f} pixels a module"
    )
    if reach.farthest_cm >= _NEAR_CM:
        return well(checked, found)
    mend = mends.reach
    return warning(checked, found, mend) if reach.farthest_cm >= _TOO_NEAR_CM else fault(checked, found, mend)
