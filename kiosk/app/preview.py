"""The visitor's idle screen as it will be by the rules of a time, drawn into a picture."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app.qt import make_application
from kiosk.core.occupancy import House
from kiosk.core.office import Door, Office
from kiosk.languages.own import OwnLanguage
from kiosk.ui.view import house_view
from kiosk.ui.visitor_screen import VisitorScreen


@dataclass(frozen=True, slots=True)
class PreviewWish:
    """At which door, when (aware), in which language and at which size (pixels) the screen is drawn."""

    door: Door
    at: datetime
    language: str
    size: tuple[int, int]
    own_languages: tuple[OwnLanguage, ...] = ()


def draw_preview(office: Office, house: House, wish: PreviewWish, path: Path) -> bool:
    """Write a PNG of the idle screen in `house`, without a display; False if the file cannot be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    screen = VisitorScreen(office, wish.door, camera=False, own_languages=wish.own_languages)
    screen.resize(*wish.size)
    screen.show()
    screen.language.speak(wish.language)
    screen.show_house(house_view(house, office, wish.door, wish.at))
    QApplication.processEvents()
    is_written = screen.grab().save(str(path), "PNG")
    screen.end()
    screen.deleteLater()
    return is_written
