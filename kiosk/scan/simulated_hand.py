"""How a person holds a letter before a camera: in comes the hand, it trembles, tilts, and goes away again.

Pure: seconds in, a pose out. Lengths are pixels of the frame, angles degrees.
"""

from dataclasses import dataclass
from math import cos, exp, pi, sin

import numpy as np
from numpy.typing import NDArray

ARRIVING = 0.7
LEAVING = 0.5
"""Seconds that the hand takes to come and to go."""

FOCAL_LENGTH = 1250.0
"""Of the simulated lens, in pixels: 54 degrees across at 1280 pixels, like a usual webcam."""

_PAST_THE_EDGE = 1500.0
"""From the middle of the frame, in pixels: even a page held close is out of sight there."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """How hard it is to read what is held up; the defaults are an ordinary day at the door."""

    code_width: tuple[float, float] = (105.0, 165.0)
    """Least and most width of the code in the frame, in pixels: the distance at which people hold it."""
    tilt: float = 14.0
    """Largest angle away from the camera, in degrees, 0 to 50."""
    shake: float = 1.0
    """Of the hand: 1 is a calm adult, 0 a stand."""
    blur: float = 0.7
    """Sigma of the lens at its best focus, in pixels."""
    focus_hunt: float = 1.0
    """How far out of focus the lens is when the letter comes; 0 has a fixed focus."""
    light: float = 1.0
    """1 is a bright foyer, 0.2 a dark winter morning. Noise grows as light falls."""
    noise: float = 2.5
    """Standard deviation in grey levels, in bright light."""
    crease: float = 0.3
    """0 is flat, 1 a letter that was folded into a trouser pocket."""
    glare: float = 0.0
    """0 none, 1 a lamp that whites out part of a glossy surface."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the held thing is: its aim (the code's middle) in the frame, its size, its three angles."""

    x: float
    y: float
    code_width: float
    yaw: float
    pitch: float
    roll: float


class HeldLetter:
    """One letter's way before the camera, from its first to its last moment, as `rng` draws it."""

    def __init__(
        self,
        rng: np.random.Generator,
        conditions: Conditions,
        hold_for: float,
        frame_size: tuple[int, int],
    ) -> None:
        """`hold_for` is the time in seconds that it stays before the camera, between coming and going."""
        width, height = frame_size
        self._hold_for = hold_for
        self._middle = (width * rng.uniform(0.42, 0.58), height * rng.uniform(0.42, 0.56))
        self._code_width = rng.uniform(*conditions.code_width)
        self._yaw, self._pitch = rng.uniform(-1.0, 1.0, 2) * conditions.tilt
        self._roll = rng.uniform(-0.7, 0.7) * conditions.tilt
        # Most hold it up from below; some bring it in from the side.
        direction = pi / 2 + rng.choice([0.0, 0.0, -0.9, 0.9]) + rng.uniform(-0.25, 0.25)
        self._outside = (_PAST_THE_EDGE * cos(direction), _PAST_THE_EDGE * sin(direction))
        self._shake = conditions.shake
        self._sway = rng.uniform(0.25, 0.7, 6)
        self._tremor = rng.uniform(6.0, 10.0, 2)
        self._phases = rng.uniform(0.0, 2 * pi, 8)
        self._hunt = conditions.focus_hunt * rng.uniform(2.0, 4.5)
        self._hunt_ends = rng.uniform(0.15, 0.4)
        self._blur = conditions.blur

    @property
    def lasts(self) -> float:
        """Seconds from coming to gone."""
        return ARRIVING + self._hold_for + LEAVING

    def pose(self, at: float) -> Pose:
        """Where it is `at` seconds after it began to come."""
        away = self._away(at)
        wave = [
            sin(2 * pi * rate * at + phase) for rate, phase in zip(self._sway, self._phases, strict=False)
        ]
        tremble = [
            sin(2 * pi * rate * at + phase)
            for rate, phase in zip(self._tremor, self._phases[6:], strict=True)
        ]
        shake = self._shake
        return Pose(
            x=self._middle[0] + away * self._outside[0] + shake * (11.0 * wave[0] + 0.9 * tremble[0]),
            y=self._middle[1] + away * self._outside[1] + shake * (9.0 * wave[1] + 1.1 * tremble[1]),
            code_width=self._code_width * (1.0 + 0.03 * shake * wave[2] - 0.2 * away),
            yaw=self._yaw + shake * 2.0 * wave[3] + 18.0 * away,
            pitch=self._pitch + shake * 2.0 * wave[4] + 22.0 * away,
            roll=self._roll + shake * 1.5 * wave[5] + 10.0 * away,
        )

    def presence(self, at: float) -> float:
        """How far the person has come to the camera: 0 is not there, 1 is there."""
        return 1.0 - self._away(at)

    def blur(self, at: float) -> float:
        """Sigma of the lens in pixels: it looks for its focus once the letter has come."""
        since = at - 0.6 * ARRIVING
        if since < 0:
            return self._blur + self._hunt
        swing = abs(cos(2 * pi * 1.3 * since))
        return self._blur + self._hunt * swing * exp(-since / self._hunt_ends)

    def _away(self, at: float) -> float:
        if at < ARRIVING:
            return max(0.0, 1.0 - max(at, 0.0) / ARRIVING) ** 3
        gone = (at - ARRIVING - self._hold_for) / LEAVING
        return float(np.clip(gone, 0.0, 1.0)) ** 2


def projection(pose: Pose, aim: tuple[float, float], code_width: float) -> NDArray[np.float64]:
    """The homography from a page's pixels to the frame's; `aim` and `code_width` are those of its code."""
    yaw, pitch, roll = np.radians((pose.yaw, pose.pitch, pose.roll))
    turn = _about_y(yaw) @ _about_x(pitch) @ _about_z(roll)
    scale = pose.code_width / code_width
    # The page's plane, with the aim as its origin, at the distance where one unit is one pixel of the frame.
    plane = np.column_stack((turn[:, 0] * scale, turn[:, 1] * scale, (0.0, 0.0, FOCAL_LENGTH)))
    lens = np.array(((FOCAL_LENGTH, 0.0, pose.x), (0.0, FOCAL_LENGTH, pose.y), (0.0, 0.0, 1.0)))
    to_aim = np.array(((1.0, 0.0, -aim[0]), (0.0, 1.0, -aim[1]), (0.0, 0.0, 1.0)))
    return np.asarray(lens @ plane @ to_aim, dtype=np.float64)


def _about_x(angle: float) -> NDArray[np.float64]:
    return np.array(((1, 0, 0), (0, cos(angle), -sin(angle)), (0, sin(angle), cos(angle))), dtype=np.float64)


def _about_y(angle: float) -> NDArray[np.float64]:
    return np.array(((cos(angle), 0, sin(angle)), (0, 1, 0), (-sin(angle), 0, cos(angle))), dtype=np.float64)


def _about_z(angle: float) -> NDArray[np.float64]:
    return np.array(((cos(angle), -sin(angle), 0), (sin(angle), cos(angle), 0), (0, 0, 1)), dtype=np.float64)
