"""A camera that shows letters as people hold them, for the demo and for tests: no device is needed.

The pictures go the same way as those of a real camera. Everything is repeatable by its seed.
"""

from collections import deque
from dataclasses import dataclass
from threading import Lock
from typing import TypeAlias

import numpy as np

from kiosk.scan import simulated_foyer as foyer
from kiosk.scan.camera import Pace
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from kiosk.scan.simulated_canvas import Canvas, Colour
from kiosk.scan.simulated_hand import Conditions, HeldLetter, Pose, projection
from kiosk.scan.simulated_letter import A4_WIDTH_MM, HeldPage, held_page

WIDTH, HEIGHT = 1280, 720
_GRAIN_SIGMA = 20.0
_GRAIN_MARGIN = 64
_ONE_HAND_MM = 100.0
"""What is narrower is a phone: held in one hand, and never folded."""
_BLACK = 16
"""Of the brightness plane, as video has it."""
_SHARP = 1.6
_SHUTTER = 0.45
"""The share of the time between two frames during which the shutter is open: what moves then, smears."""


_Stroke: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
_ARM: _Stroke = ((-10, 16), (-90, 230))
_FIST: _Stroke = ((-10, 16), (6, 0))
_THUMB: _Stroke = ((-10, 14), (14, -4))
_NAIL: _Stroke = ((14, -4), (17, -6.3))


@dataclass(frozen=True, slots=True)
class _Turn:
    """One visitor's turn before the camera."""

    page: HeldPage
    way: HeldLetter
    visitor: foyer.Visitor
    pause: float


class SimulatedCamera:
    """A `Camera` of 1280 x 720 before which pages are held up, one after another, in the order of `show`.

    `show` and `pages_left` may be called from any thread; `read` belongs to one.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        conditions: Conditions | None = None,
        per_second: float = 25.0,
        paced: bool = True,
    ) -> None:
        """Gives `per_second` frames a second, or as many as are read when not `paced`."""
        self._conditions = conditions or Conditions()
        self._seed = seed
        self._per_second = per_second
        self._pace = Pace(per_second if paced else 0.0)
        self._lock = Lock()
        self._turns: deque[_Turn] = deque()
        self._shown = 0
        self._turn_began = 0.0
        self._frames = 0
        self._closed = False
        self._rng = np.random.default_rng(seed)
        self._foyer = foyer.Foyer(self._rng)
        grain = self._rng.normal(128.0, _GRAIN_SIGMA, (HEIGHT + _GRAIN_MARGIN, WIDTH + _GRAIN_MARGIN))
        self._grain: Image = np.clip(grain, 0, 255).astype(np.uint8)
        self._vignette = _vignette()

    @property
    def finished(self) -> bool:
        """Whether it was closed: the foyer itself never ends."""
        return self._closed

    @property
    def pages_left(self) -> int:
        """How many pages are still to be held up, with the one that is held now."""
        with self._lock:
            return len(self._turns)

    def show(
        self, page: Image, *, hold_for: float = 2.0, pause: float = 0.8, width_mm: float = A4_WIDTH_MM
    ) -> None:
        """Have this page (BGR or grey, `width_mm` wide) held up for `hold_for` seconds after those before it.

        `pause` seconds pass after it until the next one comes. Its code is found by itself and held in view.
        """
        conditions = self._conditions
        crease = 0.0 if width_mm < _ONE_HAND_MM else conditions.crease
        ready = held_page(page, width_mm, crease, conditions.code_width[1])
        with self._lock:
            rng = np.random.default_rng((self._seed, self._shown))
            way = HeldLetter(rng, conditions, hold_for, (WIDTH, HEIGHT))
            if not self._turns:
                self._turn_began = self._frames / self._per_second
            self._turns.append(_Turn(ready, way, foyer.Visitor(rng), pause))
            self._shown += 1

    def read(self) -> Image | None:
        """The next frame, when it is due; None after `close`."""
        if self._closed:
            return None
        self._pace.wait()
        with self._lock:
            now = self._frames / self._per_second
            self._frames += 1
            turn, since = self._turn_at(now)
        return self._picture(now, turn, since)

    def close(self) -> None:
        """No more frames."""
        self._closed = True

    def _turn_at(self, now: float) -> tuple[_Turn | None, float]:
        while self._turns:
            turn = self._turns[0]
            since = now - self._turn_began
            if since < turn.way.lasts + turn.pause:
                return turn, since
            self._turn_began += turn.way.lasts + turn.pause
            self._turns.popleft()
        return None, 0.0

    def _picture(self, now: float, turn: _Turn | None, since: float) -> Image:
        visitor = None if turn is None else turn.visitor
        presence = 0.0 if turn is None else turn.way.presence(since)
        canvas = Canvas.of(self._foyer.picture(now, visitor, presence)).enlarged(WIDTH // foyer.WIDTH)
        if turn is not None and since < turn.way.lasts:
            self._hold_up(canvas.luma, canvas, turn, since)
        if self._conditions.light < 1:
            canvas.pale(self._conditions.light)
        self._expose(canvas.luma)
        return canvas.picture()

    def _hold_up(self, luma: Image, canvas: Canvas, turn: _Turn, since: float) -> None:
        pose = turn.way.pose(since)
        _draw_in_hands(canvas, turn, pose)
        if self._conditions.glare > 0:
            _add_glare(luma, pose, self._conditions.glare)
        # What is behind the letter is out of focus already, and may be blurred with it.
        sigma = turn.way.blur(since)
        if sigma > _SHARP:
            # Two box filters: nearer to the disc of a lens than a Gaussian is, and several times as fast.
            box = _odd((6.0 * sigma**2 + 1.0) ** 0.5)
            cv2.blur(luma, (box, box), dst=luma)
            cv2.blur(luma, (box, box), dst=luma)
        elif sigma > 0:
            cv2.GaussianBlur(luma, (0, 0), sigma, dst=luma)
        before = turn.way.pose(since - 1.0 / self._per_second)
        smear = (_odd(_SHUTTER * (pose.x - before.x)), _odd(_SHUTTER * (pose.y - before.y)))
        if smear != (1, 1):
            cv2.blur(luma, smear, dst=luma)

    def _expose(self, luma: Image) -> None:
        """Brightness as the sensor gives it: less light in the corners and in the dark, and its noise."""
        light = self._conditions.light
        cv2.multiply(luma, self._vignette, dst=luma, scale=light / 255.0)
        strength = self._conditions.noise / _GRAIN_SIGMA / max(light, 0.05) ** 0.5
        row, column = self._rng.integers(0, _GRAIN_MARGIN, 2)
        grain = self._grain[row : row + HEIGHT, column : column + WIDTH]
        lifted = _BLACK * (1.0 - light) - 128.0 * strength
        cv2.addWeighted(luma, 1.0, grain, strength, lifted, dst=luma)


def _draw_in_hands(canvas: Canvas, turn: _Turn, pose: Pose) -> None:
    """The page in two hands, a phone in one: sleeves and fists behind it, thumbs before it."""
    page, visitor = turn.page, turn.visitor
    to_frame = projection(pose, page.aim, page.code_width)
    mm = page.pixels_per_mm
    frame_mm = mm * pose.code_width / page.code_width
    width, height = page.canvas.size
    held_at = min(page.aim[1] + 62 * mm, height - 22 * mm)
    hands = [(float(width), -1.0), (0.0, 1.0)]
    if width < _ONE_HAND_MM * mm:
        hands.pop()

    def stroke(hand: tuple[float, float], ends: _Stroke, wide: float, colour: Colour) -> None:
        """All in millimetres: inwards of the page's edge, and below where it is held."""
        edge, inwards = hand
        on_page = np.array([[(edge + inwards * x * mm, held_at + y * mm) for x, y in ends]])
        canvas.stroke(cv2.perspectiveTransform(on_page, to_frame)[0], wide * frame_mm, colour)

    shade = _mixed(visitor.skin, 0, 0.28)
    for hand in hands:
        stroke(hand, _ARM, 74, visitor.jacket)
        stroke(hand, _FIST, 42, shade)
    canvas.lay(page.canvas, to_frame)
    for hand in hands:
        stroke(hand, _THUMB, 20, shade)
        stroke(hand, _THUMB, 18, visitor.skin)
        stroke(hand, _NAIL, 9, _mixed(visitor.skin, 255, 0.45))


def _mixed(colour: Colour, grey: int, share: float) -> Colour:
    blue, green, red = (round(each + share * (grey - each)) for each in colour)
    return blue, green, red


def _add_glare(luma: Image, pose: Pose, strength: float) -> None:
    """A lamp mirrored in a glossy surface: about half the code's size, moving as the surface tilts."""
    small: Image = np.zeros((HEIGHT // 8, WIDTH // 8), dtype=np.uint8)
    middle = (int((pose.x + 8 * pose.yaw) / 8), int((pose.y + 8 * pose.pitch) / 8))
    radius = max(1, int(pose.code_width / 8 * 0.42))
    brightness = int(230 * min(strength, 1.0))
    cv2.ellipse(small, middle, (radius, max(1, radius // 2)), 25, 0, 360, brightness, -1)
    soft = cv2.GaussianBlur(small, (0, 0), max(0.8, radius / 4))
    cv2.add(luma, cv2.resize(soft, (WIDTH, HEIGHT)), dst=luma)


def _vignette() -> Image:
    x, y = np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-1, 1, HEIGHT))
    return np.asarray(255.0 * (1.0 - 0.14 * (x**2 + y**2)), dtype=np.uint8)


def _odd(length: float) -> int:
    return 2 * round(abs(length) / 2.0) + 1
