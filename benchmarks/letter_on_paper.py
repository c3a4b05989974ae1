"""The sheet that the hand of a benchmark holds: a letter with its code, creased or photocopied."""

from dataclasses import dataclass

import numpy as np
import qrcode
from numpy.typing import NDArray
from qrcode.constants import ERROR_CORRECT_H

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

MODULES = 29
"""The code's side: version 3."""

_PIXELS = 8
"""For each module, on the sheet as it is drawn before it is scaled."""
_QUIET = 4
_MM = MODULES * _PIXELS / 35.0
"""Pixels for each millimetre: the code is 35 mm wide."""
_SHEET = (round(150 * _MM), round(210 * _MM))
"""Height and width: the upper half of an A4 page, which is what a camera sees of it."""
_CODE_AT = (round(42 * _MM), round(150 * _MM))
"""The upper left corner of the code, down and across."""
_BELOW_CODE = 86
_STREAKED = 0.3
"""From which strength on a photocopy has a white streak through its code."""


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """A sheet and where its code is on it, in its pixels."""

    picture: Image
    corners: NDArray[np.float64]
    aim: tuple[float, float]
    code_width: float


def paper(text: str, code_width: float, rng: np.random.Generator, crease: float, copy: float) -> Paper:
    """The sheet with this code, about as large as it is in a frame where the code is `code_width` wide.

    `crease` and `copy` go from 0 (none) to 1.
    """
    sheet = _letter(text, rng)
    if copy > 0:
        sheet = _photocopied(sheet, rng, copy)
    if crease > 0:
        sheet = _creased(sheet, rng, crease)
    # Drawn from a picture of about its size in the frame: a larger one would alias.
    scale = min(1.0, 1.25 * code_width / (MODULES * _PIXELS))
    small = np.asarray(
        cv2.resize(sheet, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8
    )
    down, across = small.shape[0] / sheet.shape[0], small.shape[1] / sheet.shape[1]
    top, left = _CODE_AT
    side = MODULES * _PIXELS
    box = np.array(
        [(left, top), (left + side, top), (left + side, top + side), (left, top + side)], dtype=float
    )
    corners = box * (across, down)
    aim = (float(corners[:, 0].mean()), float(corners[:, 1].mean()))
    return Paper(small, corners, aim, side * across)


def _letter(text: str, rng: np.random.Generator) -> Image:
    sheet: Image = np.full(_SHEET, 235, dtype=np.uint8)
    cv2.rectangle(sheet, (round(20 * _MM), round(12 * _MM)), (round(74 * _MM), round(22 * _MM)), 90, -1)
    for line in range(46, 146, 5):
        left = round(20 * _MM)
        end = round((120 if line < _BELOW_CODE else 180) * _MM) - int(rng.integers(0, 120))
        while left < end:
            word = int(rng.integers(14, 70))
            # Upright strokes, as letters have them: a line of words is a light grey from afar, not black.
            for stroke in range(left, min(left + word, end), 6):
                sheet[round(line * _MM) : round((line + 2) * _MM), stroke : stroke + 2] = 60
            left += word + 9
    code = qrcode.QRCode(version=3, error_correction=ERROR_CORRECT_H, border=_QUIET)
    code.add_data(text)
    code.make(fit=False)
    drawn = np.kron(np.array(code.get_matrix(), dtype=bool), np.ones((_PIXELS, _PIXELS), dtype=bool))
    top, left = (each - _QUIET * _PIXELS for each in _CODE_AT)
    sheet[top : top + drawn.shape[0], left : left + drawn.shape[1]] = np.where(drawn, 25, 235)
    return sheet


def _photocopied(sheet: Image, rng: np.random.Generator, strength: float) -> Image:
    """A copy of copies: soft, then hard black and white, ink spread or lost, dirt, a streak and blotches."""
    height, width = sheet.shape
    soft = cv2.GaussianBlur(sheet, (0, 0), 0.5 + 0.42 * _PIXELS * strength).astype(np.float32)
    blotches = cv2.resize(
        rng.normal(0.0, 1.0, (height // 40, width // 40)).astype(np.float32),
        (width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    grain = cv2.GaussianBlur(rng.normal(0.0, 1.0, sheet.shape).astype(np.float32), (0, 0), 1.6)
    soft += 34.0 * strength * blotches + 190.0 * strength * grain
    threshold = 130.0 + float(rng.choice([-1.0, 1.0])) * 52.0 * strength
    hardness = 1.0 + 5.0 * strength
    copied = np.clip(130.0 + hardness * (soft - threshold), 30, 232)
    for _ in range(round(900 * strength**2)):
        at = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        cv2.circle(
            copied, at, int(rng.integers(1, 2 + round(5 * strength))), float(rng.choice([35.0, 230.0])), -1
        )
    if strength > _STREAKED:
        across = _CODE_AT[1] + int(rng.integers(0, MODULES * _PIXELS))
        cv2.line(
            copied,
            (across, 0),
            (across + 9, height),
            225.0,
            max(1, round(1.6 * _PIXELS * (strength - _STREAKED))),
        )
    return np.asarray(copied, dtype=np.uint8)


def _creased(sheet: Image, rng: np.random.Generator, strength: float) -> Image:
    """Folds through the code and around it: the paper is bent there, lit otherwise, and has lost its ink."""
    height, width = sheet.shape
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bent_x, bent_y = columns.copy(), rows.copy()
    shade = np.ones(sheet.shape, dtype=np.float32)
    lost = np.zeros(sheet.shape, dtype=np.float32)
    middle = np.array((_CODE_AT[1], _CODE_AT[0])) + MODULES * _PIXELS / 2
    for _ in range(2 + round(5 * strength)):
        angle = rng.uniform(0.0, np.pi)
        normal = np.array((np.cos(angle), np.sin(angle)))
        through = middle + rng.uniform(-0.6, 0.6, 2) * MODULES * _PIXELS
        aside = (columns - through[0]) * normal[0] + (rows - through[1]) * normal[1]
        near = np.exp(-np.abs(aside) / (5.0 * _PIXELS)).astype(np.float32)
        # Where the paper is steep it looks shorter; it neither stretches nor tears.
        shorter = strength * _PIXELS * rng.uniform(0.5, 1.8) * near * np.tanh(aside / (1.5 * _PIXELS))
        bent_x += shorter * normal[0]
        bent_y += shorter * normal[1]
        shade *= 1.0 - min(1.0, strength) * rng.uniform(0.25, 0.6) * near * (aside > 0)
        torn = strength * rng.uniform(0.1, 0.9) * _PIXELS
        lost = np.maximum(lost, (np.abs(aside) < torn / 2).astype(np.float32))
    bent = cv2.remap(
        sheet,
        bent_x.astype(np.float32),
        bent_y.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    creased = (bent * (1.0 - 0.8 * lost) + 215.0 * 0.8 * lost) * shade
    return np.asarray(np.clip(creased, 0, 255), dtype=np.uint8)
