"""Draw every state of the visitor's screen, of the guard's panel and of the phone desk, at every size.

    python scripts/make_pictures.py FOLDER [WORD ...] [--sheets] [--only visitors] [--language uk]

writes one PNG for each state whose name holds one of the words (all without words) in each language, and
contact sheets: for looking at, not for tests. The names of the panel's states begin with "panel", those of
the desk with "desk". With --sheets there are no single pictures, which is much quicker; --size 1280x800 draws
that size alone. The manager's page and the board are drawn by `make_page_pictures.py`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.ui.fonts import font
from kiosk.ui.panel.window import PanelWindow
from kiosk.ui.panel.words import PANEL_LANGUAGES
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.desk import states as desk_states
from tests.ui.desk.states import DeskState
from tests.ui.panel.states import NOW, PanelState
from tests.ui.panel.states import SCREENS as PANEL_SCREENS
from tests.ui.panel.states import STATES as PANEL_STATES
from tests.ui.panel.states_of_count import STATES_OF_COUNT
from tests.ui.panel.states_of_entry import STATES_OF_ENTRY
from tests.ui.screen_states import DOOR, LANGUAGES, OFFICE, SIZES, STATES, ScreenState

SHEET_WIDTH = 2400
COLUMNS = {True: 5, False: 9}
LABEL = 26
LASTING = ("guide", "help", "keypad_paused", "next")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for: states whose name holds one of the words, all without words."""

    folder: Path
    words: tuple[str, ...]
    languages: tuple[str, ...]
    size: str
    sheets_alone: bool

    def draws(self, width: int, height: int, language: str) -> bool:
        """Say whether a window of this size is to be drawn in this language."""
        return language in self.languages and self.size in {"", f"{width}x{height}"}

    def take(self, name: str) -> bool:
        """Say whether a state of this name is to be drawn."""
        return not self.words or any(word in name for word in self.words)

    def keep(self, pictures: list[tuple[str, QImage]], size: str) -> None:
        """Write pictures of one size, and the sheet of them."""
        for name, image in () if self.sheets_alone else pictures:
            image.save(str(self.folder / f"{name}_{size}.png"))
        window = pictures[0][0].partition("_")[0]
        sheet = f"{window}_sheet" if window in {"panel", "desk"} else "sheet"
        contact_sheet(pictures, self.folder / f"{sheet}_{size}.png")
        print(f"{size}: {len(pictures)} pictures", flush=True)


def draw(states: Sequence[ScreenState], size: QSize, language: str) -> list[tuple[str, QImage]]:
    """Return the states of the screen as pictures, with their names."""
    by_screen: dict[tuple[object, ...], list[ScreenState]] = {}
    for state in states:
        # To make a screen takes longer than to draw it. What was called or guided stays, and a keypad that
        # is locked: these states get screens of their own.
        lasting = next((each for each in LASTING if each in state.name), "")
        by_screen.setdefault((state.door.direction, state.camera, lasting), []).append(state)
    drawn: dict[str, QImage] = {}
    for alike in by_screen.values():
        screen = VisitorScreen(OFFICE, alike[0].door, camera=alike[0].camera, answer_seconds=600.0)
        screen.resize(size)
        screen.show()
        for state in alike:
            screen._pages.to_idle()  # noqa: SLF001 - as a test does: nobody waits for an answer to go
            screen.show_camera_trouble(False)
            screen.choose_language(language)
            state.reach(screen)
            QApplication.processEvents()
            drawn[state.name] = screen.grab().toImage()
        # One screen at a time: a language holds for all of them, and each goes back to German by itself.
        screen.end()
        screen.deleteLater()
    return [(state.name, drawn[state.name]) for state in states]


def draw_panel(state: PanelState, size: QSize, px_per_mm: float, language: str) -> QImage:
    """Return one state of the panel as a picture."""
    panel = PanelWindow(OFFICE, DOOR, language=language, px_per_mm=px_per_mm, clock=lambda: NOW)
    panel.resize(size)
    panel.show()
    panel.show_lights(state.lights)
    panel.show_view(state.view)
    state.reach(panel)
    QApplication.processEvents()
    image = panel.grab().toImage()
    panel.end()
    panel.deleteLater()
    return image


def draw_desk(state: DeskState, size: QSize, language: str) -> QImage:
    """Return one state of the phone desk as a picture."""
    desk = desk_states.opened(language)
    desk.resize(size)
    desk.show()
    desk.activateWindow()
    desk_states.reach(desk, state)
    QApplication.processEvents()
    image = desk.grab().toImage()
    desk.close()
    desk.deleteLater()
    return image


def contact_sheet(pictures: list[tuple[str, QImage]], path: Path) -> None:
    """Put pictures of one size on one sheet."""
    columns = COLUMNS[pictures[0][1].width() > pictures[0][1].height()]
    width = SHEET_WIDTH // columns
    height = pictures[0][1].height() * width // pictures[0][1].width() + LABEL
    rows = -(-len(pictures) // columns)
    sheet = QImage(SHEET_WIDTH, rows * height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(font(16))
    for place, (name, picture) in enumerate(pictures):
        left, top = place % columns * width, place // columns * height
        small = picture.scaledToWidth(width - 8, Qt.TransformationMode.SmoothTransformation)
        painter.drawText(QRect(left + 4, top, width, LABEL), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(left + 4, top + LABEL, small)
    painter.end()
    sheet.save(str(path))


def draw_screens(wishes: Wishes) -> None:
    """Draw states of the visitor's screen at all sizes in all languages."""
    states = [state for state in STATES if wishes.take(state.name)]
    for (width, height), language in product(SIZES, LANGUAGES) if states else ():
        if wishes.draws(width, height, language):
            pictures = draw(states, QSize(width, height), language)
            wishes.keep(pictures, f"{width}x{height}_{language}")


def draw_panels(wishes: Wishes) -> None:
    """Draw states of the panel on all screens in both languages."""
    every = (*PANEL_STATES, *STATES_OF_ENTRY, *STATES_OF_COUNT)
    states = [state for state in every if wishes.take(f"panel_{state.name}")]
    for (size, px_per_mm), language in product(PANEL_SCREENS, PANEL_LANGUAGES) if states else ():
        if not wishes.draws(*size, language):
            continue
        pictures = [
            (f"panel_{state.name}", draw_panel(state, QSize(*size), px_per_mm, language)) for state in states
        ]
        wishes.keep(pictures, f"{size[0]}x{size[1]}_{round(size[0] / px_per_mm)}mm_{language}")


def draw_desks(wishes: Wishes) -> None:
    """Draw states of the phone desk on both screens in both languages."""
    states = [state for state in desk_states.STATES if wishes.take(f"desk_{state.name}")]
    for (width, height), language in product(desk_states.SIZES, desk_states.LANGUAGES) if states else ():
        if wishes.draws(width, height, language):
            size = QSize(width, height)
            pictures = [(f"desk_{state.name}", draw_desk(state, size, language)) for state in states]
            wishes.keep(pictures, f"{width}x{height}_{language}")


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="only states with one of these in their names"
    )
    parser.add_argument("--sheets", action="store_true", help="contact sheets, and no single pictures")
    parser.add_argument("--only", choices=("visitors", "panel", "desk"), help="the screens of these alone")
    parser.add_argument("--language", action="append", choices=LANGUAGES, help="this language alone")
    parser.add_argument("--size", default="", metavar="WxH", help="this size alone")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    languages = tuple(asked.language or LANGUAGES)
    wishes = Wishes(asked.folder, tuple(asked.words), languages, asked.size, sheets_alone=asked.sheets)
    application = QApplication([])
    if asked.only in {None, "visitors"}:
        draw_screens(wishes)
    if asked.only in {None, "panel"}:
        draw_panels(wishes)
    if asked.only in {None, "desk"}:
        draw_desks(wishes)
    application.quit()


if __name__ == "__main__":
    main()
