"""A hand that brings a letter before a camera, with one trouble at a time: 30 grey frames a second of 720p.

What the demo's camera shows is an ordinary day; here each trouble stands alone and has a strength from 0
(easy) to 1 (hardly anybody can read it), so that a curve can be drawn. Everything follows from a trouble, a
strength and a seed. Lengths are pixels of the frame, times are seconds.

The camera: what is out of focus is blurred by two boxes, what moves while the shutter is open smears along
its way. In the dark an automatic gain lifts the picture up to six times, and its noise with it. The noise is
a little alike in neighbouring pixels, as after a webcam's own reckoning of colours.
"""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from math import cos, hypot, pi, sin

import numpy as np
from numpy.typing import NDArray

from benchmarks.letter_on_paper import MODULES, Paper, paper
from kiosk.core.code import CODE_BITS, Code
from kiosk.scan.frame import Corners, Image, grey
from kiosk.scan.opencv import cv2
from kiosk.scan.simulated_foyer import Foyer
from kiosk.scan.simulated_hand import Pose, projection

WIDTH, HEIGHT = 1280, 720
PER_SECOND = 30
ARRIVING = 0.7
"""Seconds from the first sign of the letter until it is held still."""
HOLDING = 3.0
"""Seconds for which it is held: who gets no answer by then, gives up."""

_FAR = 1500.0
_USUAL_WIDTH = 125.0
_GAIN = 6.0
_BLACK = 16.0
_OVERSHOOT = 0.4
_GAUSSIAN = 1.2
"""Sigma up to which a Gaussian is as good as a lens."""
_SHORTEST_SMEAR = 0.7
_GRAIN_MARGIN = 64
_GRAIN_SIGMA = 64.0


class Trouble(Enum):
    """What keeps a code from being read."""

    DISTANCE = "far away"
    TILT = "tilted"
    MOTION = "moving"
    ARRIVAL = "brought in"
    FOCUS = "out of focus"
    NOISE = "noise"
    DARK = "low light"
    GLARE = "glare"
    CREASE = "creased"
    COPY = "photocopied"


@dataclass(frozen=True, slots=True)
class Strain:
    """A trouble in figures; without arguments there is none."""

    code_width: float = _USUAL_WIDTH
    tilt: float = 8.0
    """Degrees away from the camera, in a random direction."""
    sway: float = 11.0
    """How far the hand sways, in pixels to each side."""
    shutter: float = 0.0
    """Share of the time between two frames during which the shutter is open."""
    arrival_smears: bool = False
    """Whether the way into view smears the picture too, and not only what the hand does once it is there."""
    defocus: float = 0.6
    """Sigma at the best focus that the lens finds."""
    hunt: float = 0.0
    """Sigma at first, while the lens still looks for its focus."""
    noise: float = 2.0
    """Standard deviation in grey levels, before the gain."""
    light: float = 1.0
    glare: float = 0.0
    crease: float = 0.0
    copy: float = 0.0


def strain_of(trouble: Trouble, strength: float) -> Strain:  # noqa: C901 - a row of a table each
    """The figures of a trouble of this strength, 0 to 1."""
    match trouble:
        case Trouble.DISTANCE:
            return Strain(code_width=MODULES * _between(2.3, 0.9, strength))
        case Trouble.TILT:
            return Strain(code_width=90.0, tilt=_between(55.0, 80.0, strength))
        case Trouble.MOTION:
            return Strain(sway=_between(11.0, 160.0, strength), shutter=_between(0.5, 1.0, strength))
        case Trouble.ARRIVAL:
            return Strain(shutter=_between(0.1, 1.0, strength), arrival_smears=True)
        case Trouble.FOCUS:
            return Strain(defocus=_between(0.6, 2.6, strength), hunt=_between(0.5, 5.5, strength))
        case Trouble.NOISE:
            return Strain(code_width=90.0, noise=_between(20.0, 110.0, strength))
        case Trouble.DARK:
            return Strain(code_width=90.0, light=10.0 ** _between(-0.5, -1.7, strength))
        case Trouble.GLARE:
            return Strain(glare=_between(0.5, 1.15, strength))
        case Trouble.CREASE:
            return Strain(crease=_between(0.3, 1.1, strength))
        case Trouble.COPY:
            return Strain(copy=_between(0.4, 0.8, strength))


def _between(least: float, most: float, strength: float) -> float:
    return least + (most - least) * strength


class HeldUp:
    """One letter that is brought before the camera and held there: `frame(number)` in any order."""

    def __init__(self, trouble: Trouble, strength: float, seed: int, size: float | None = None) -> None:
        """`size` is pixels a module, if it shall be another than the trouble's own."""
        self.trouble, self.strength = trouble, strength
        self.strain = strain_of(trouble, strength)
        if size is not None:
            self.strain = replace(self.strain, code_width=MODULES * size)
        rng = np.random.default_rng((*trouble.name.encode(), seed))
        self.text = Code(int.from_bytes(rng.bytes(CODE_BITS // 8))).text
        self._seed = (seed, round(1e6 * strength))
        self._paper: Paper = paper(
            self.text, self.strain.code_width, rng, self.strain.crease, self.strain.copy
        )
        self._middle = (WIDTH * rng.uniform(0.42, 0.58), HEIGHT * rng.uniform(0.42, 0.56))
        tilts_to = rng.uniform(0.0, 2 * pi)
        self._yaw, self._pitch = self.strain.tilt * cos(tilts_to), self.strain.tilt * sin(tilts_to)
        self._roll = rng.uniform(-12.0, 12.0)
        comes_from = pi / 2 + rng.choice([0.0, 0.0, -0.9, 0.9]) + rng.uniform(-0.25, 0.25)
        self._outside = (_FAR * cos(comes_from), _FAR * sin(comes_from))
        self._rates = rng.uniform(0.35, 0.8, 7)
        self._phases = rng.uniform(0.0, 2 * pi, 7)
        self._tremor = rng.uniform(6.0, 10.0, 2)
        self._hunt_lasts = rng.uniform(0.5, 1.2)
        self._glare_at = rng.uniform(-0.35, 0.35, 2)
        self._ground = _grounds()[seed % len(_grounds())]

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return round((ARRIVING + HOLDING) * PER_SECOND)

    def pose(self, at: float, arrived_at: float | None = None) -> Pose:
        """Where the letter is `at` seconds after it began to come, or would be if it had come so far."""
        away = max(0.0, 1.0 - max(at if arrived_at is None else arrived_at, 0.0) / ARRIVING) ** 3
        wave = self._waves(at)
        tremble = [
            sin(2 * pi * rate * at + phase) for rate, phase in zip(self._tremor, self._phases, strict=False)
        ]
        sway = self.strain.sway
        return Pose(
            x=self._middle[0] + away * self._outside[0] + sway * wave[0] + 0.9 * tremble[0],
            y=self._middle[1] + away * self._outside[1] + 0.8 * sway * wave[1] + 1.1 * tremble[1],
            code_width=self.strain.code_width * (1.0 + 0.03 * wave[2] - 0.2 * away),
            yaw=self._yaw + 2.0 * wave[3] + 18.0 * away,
            pitch=self._pitch + 2.0 * wave[4] + 22.0 * away,
            roll=self._roll + 1.5 * wave[5] + 10.0 * away,
        )

    def corners(self, number: int) -> Corners:
        """Where the code is in this frame: its four corners, from its own top left onwards."""
        to_frame = projection(self.pose(number / PER_SECOND), self._paper.aim, self._paper.code_width)
        one, two, three, four = cv2.perspectiveTransform(self._paper.corners[None], to_frame)[0].tolist()
        return (tuple(one), tuple(two), tuple(three), tuple(four))

    def in_view(self, number: int) -> bool:
        """Whether the whole code is in this frame."""
        return all(0 <= x < WIDTH and 0 <= y < HEIGHT for x, y in self.corners(number))

    def frame(self, number: int) -> Image:
        """The picture, in grey."""
        at = number / PER_SECOND
        pose, strain = self.pose(at), self.strain
        rng = np.random.default_rng((*self._seed, number))
        luma = self._ground.copy()
        cv2.warpPerspective(
            self._paper.picture,
            projection(pose, self._paper.aim, self._paper.code_width),
            (WIDTH, HEIGHT),
            dst=luma,
            borderMode=cv2.BORDER_TRANSPARENT,
        )
        if strain.glare > 0:
            self._mirror_lamp(luma, pose, at)
        luma = _defocused(luma, self._sigma(at))
        if strain.shutter > 0:
            before = self.pose(at - strain.shutter / PER_SECOND, None if strain.arrival_smears else at)
            _smear(luma, pose, before)
        return self._exposed(luma, rng)

    def _waves(self, at: float) -> list[float]:
        return [
            sin(2 * pi * rate * at + phase) for rate, phase in zip(self._rates, self._phases, strict=True)
        ]

    def _sigma(self, at: float) -> float:
        """The lens passes its focus at a steady pace, turns where it is sure of that, and comes back."""
        way = max(0.0, at - 0.5 * ARRIVING) / self._hunt_lasts
        turns_at = 1.0 + _OVERSHOOT
        off = 1.0 - way if way < turns_at else min(0.0, way - turns_at - _OVERSHOOT)
        return hypot(self.strain.defocus, self.strain.hunt * off)

    def _mirror_lamp(self, luma: Image, pose: Pose, at: float) -> None:
        """A lamp in the plastic sleeve: it wanders over the code as the hand tilts, and whites it out."""
        wave, strength = self._waves(at), self.strain.glare
        wander = 0.45 * pose.code_width
        x = pose.x + pose.code_width * self._glare_at[0] + wander * wave[3]
        y = pose.y + pose.code_width * self._glare_at[1] + wander * wave[4]
        radius = pose.code_width * (0.12 + 0.85 * strength)
        small: Image = np.zeros((HEIGHT // 4, WIDTH // 4), dtype=np.uint8)
        axes = (max(1, round(radius / 4)), max(1, round(0.55 * radius / 4)))
        cv2.ellipse(small, (round(x / 4), round(y / 4)), axes, 25, 0, 360, round(120 + 135 * strength), -1)
        soft = cv2.GaussianBlur(small, (0, 0), max(0.8, radius / 16))
        cv2.add(luma, cv2.resize(soft, (WIDTH, HEIGHT)), dst=luma)

    def _exposed(self, luma: Image, rng: np.random.Generator) -> Image:
        light, strain = self.strain.light, self.strain
        gain = min(1.0 / light, _GAIN)
        sigma = strain.noise * gain**0.5 + 2.2 * (gain - 1.0)
        row, column = rng.integers(0, _GRAIN_MARGIN, 2)
        grain = _grain()[row : row + HEIGHT, column : column + WIDTH]
        lit = light * gain
        noisy = cv2.addWeighted(luma, lit, grain, sigma / _GRAIN_SIGMA, _BLACK * (1.0 - lit), dtype=cv2.CV_8U)
        return np.asarray(noisy, dtype=np.uint8)


@cache
def _grounds() -> tuple[Image, ...]:
    """The foyer at three moments, in grey."""
    foyer = Foyer(np.random.default_rng(7))
    pictures = (grey(foyer.picture(at, None, 0.0)) for at in (2.0, 21.0, 47.0))
    return tuple(np.asarray(cv2.resize(each, (WIDTH, HEIGHT)), dtype=np.uint8) for each in pictures)


@cache
def _grain() -> NDArray[np.int16]:
    white = np.random.default_rng(2021).normal(0.0, 1.0, (HEIGHT + _GRAIN_MARGIN, WIDTH + _GRAIN_MARGIN))
    alike = cv2.GaussianBlur(white, (0, 0), 0.55)
    return np.asarray(alike / alike.std() * _GRAIN_SIGMA, dtype=np.int16)


def _defocused(luma: Image, sigma: float) -> Image:
    if sigma <= _GAUSSIAN:
        return np.asarray(cv2.GaussianBlur(luma, (0, 0), sigma), dtype=np.uint8)
    # The variance of a box of n pixels is (n * n - 1) / 12; two odd boxes come near to any sum.
    first = 2 * int(((6.0 * sigma**2 + 1.0) ** 0.5 - 1.0) / 2.0) + 1
    rest = (12.0 * sigma**2 + 2.0 - first**2) ** 0.5
    second = 2 * round((rest - 1.0) / 2.0) + 1
    once = cv2.blur(luma, (first, first))
    return np.asarray(cv2.blur(once, (second, second)), dtype=np.uint8)


def _smear(luma: Image, pose: Pose, before: Pose) -> None:
    """Blur the code's surroundings along the way from `before` to `pose`."""
    across, down = pose.x - before.x, pose.y - before.y
    length = hypot(across, down)
    if length < _SHORTEST_SMEAR:
        return
    side = 2 * int(length / 2 + 1) + 1
    kernel = np.zeros((side * 8, side * 8), dtype=np.float32)
    middle = side * 4
    start = (round(middle - 4 * across), round(middle - 4 * down))
    end = (round(middle + 4 * across), round(middle + 4 * down))
    cv2.line(kernel, start, end, 1.0, 8)
    fine = cv2.resize(kernel, (side, side), interpolation=cv2.INTER_AREA)
    kernel = np.asarray(fine / fine.sum(), dtype=np.float32)
    reach = round(1.6 * pose.code_width + length)
    left, right = (int(np.clip(pose.x + each, 0, WIDTH)) for each in (-reach, reach))
    top, bottom = (int(np.clip(pose.y + each, 0, HEIGHT)) for each in (-reach, reach))
    if right > left and bottom > top:
        luma[top:bottom, left:right] = cv2.filter2D(luma[top:bottom, left:right], -1, kernel)
