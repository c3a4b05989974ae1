"""What is seen on the panel: its tiles and words, and what is wrong with where they are."""

from itertools import combinations
from typing import TypeAlias

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.ui.panel.banner import Banner
from kiosk.ui.panel.count_card import CountCard
from kiosk.ui.panel.keyboard import TypedLine
from kiosk.ui.panel.label import Label
from kiosk.ui.panel.strip import Strip
from kiosk.ui.panel.tile import SettlingTile, Tile
from kiosk.ui.theme import TARGET_GAP_MM, TARGET_MM
from tests.ui.seen import place_on

Fits: TypeAlias = Tile | Label | CountCard | Strip | TypedLine
"""What bears words, and knows whether they have room."""


def parts(panel: QWidget) -> list[Fits]:
    """Return what is seen now and bears words."""
    return [each for each in panel.findChildren(QWidget) if each.isVisible() and isinstance(each, Fits)]


def tiles(panel: QWidget) -> dict[str, Tile]:
    """Return the tiles that are seen now, by what they are for."""
    return {each.objectName(): each for each in panel.findChildren(Tile) if each.isVisible()}


def read(panel: QWidget, label: str) -> str:
    """Return what a label says that is seen now, and its hint behind a bar, all spaces alike."""
    (found,) = [each for each in panel.findChildren(Label, label) if each.isVisible()]
    return plain(" | ".join(part for part in (found.text, found.hint) if part))


def plain(text: str) -> str:
    """Return a text without what only keeps a number and its word in one line."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def tap(panel: QWidget, *functions: str) -> None:
    """Tap tiles one after the other, as a finger does."""
    for function in functions:
        tile = tiles(panel)[function]
        tile._since_press.invalidate()
        if isinstance(tile.parent(), Banner) and isinstance(tile, SettlingTile):
            tile._since_moved = None
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)


def faults(panel: QWidget, px_per_mm: float) -> list[str]:
    """Return what is wrong now: words that are cut off, tiles too small or too near, parts that overlap."""
    seen = {each: place_on(panel, each) for each in parts(panel)}
    wrong = [f"{name(each)} is cut off" for each in seen if each.overflows()]
    wrong += [
        f"{name(each)} leaves the panel" for each, place in seen.items() if not panel.rect().contains(place)
    ]
    wrong += [
        f"{name(one)} lies on {name(other)}"
        for (one, place), (other, its_place) in combinations(seen.items(), 2)
        if place.intersects(its_place)
    ]
    touched = {each: place for each, place in seen.items() if isinstance(each, Tile)}
    least, gap = TARGET_MM * px_per_mm - 1, int(TARGET_GAP_MM * px_per_mm) - 1
    wrong += [
        f"{name(each)} is smaller than 20 mm: {place.width()} x {place.height()} px"
        for each, place in touched.items()
        if min(place.width(), place.height()) < least
    ]
    wrong += [
        f"{name(one)} is nearer than 4 mm to {name(other)}"
        for (one, place), (other, its_place) in combinations(touched.items(), 2)
        if _with_margin(place, gap).intersects(its_place)
    ]
    return wrong or ([] if touched else ["nothing can be tapped"])


def name(part: QWidget) -> str:
    """Return how a fault names a part."""
    return f"{part.objectName()!r} ({part.accessibleName()!r})"


def _with_margin(place: QRect, margin: int) -> QRect:
    return place.adjusted(-margin, -margin, margin, margin)
