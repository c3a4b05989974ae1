"""Draw every state of the visitor's screen, of the guard's panel and of the phone desk, at every size.

    python scripts/make_pictures.py FOLDER [WORD ...]

writes one PNG for each state whose name holds one of the words (all without words) in each language, and
contact sheets: for looking at, not for tests. The names of the panel's states begin with "panel", those of
the desk with "desk".
"""

import argparse
import os
import sys
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


def draw(state: ScreenState, size: QSize, language: str) -> QImage:
    """Return one state of the screen as a picture."""
    screen = VisitorScreen(OFFICE, state.door, camera=state.camera)
    screen.resize(size)
    screen.show()
    screen.choose_language(language)
    state.reach(screen)
    QApplication.processEvents()
    image = screen.grab().toImage()
    screen.close()
    screen.deleteLater()
    return image


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


def is_wanted(name: str, words: list[str]) -> bool:
    """Say whether a state of this name is to be drawn."""
    return not words or any(word in name for word in words)


def draw_screens(folder: Path, states: list[ScreenState]) -> None:
    """Draw states of the visitor's screen at all sizes in all languages."""
    for (width, height), language in product(SIZES, LANGUAGES) if states else ():
        pictures = [(state.name, draw(state, QSize(width, height), language)) for state in states]
        keep(folder, pictures, f"{width}x{height}_{language}")


def draw_panels(folder: Path, states: list[PanelState]) -> None:
    """Draw states of the panel on all screens in both languages."""
    for (size, px_per_mm), language in product(PANEL_SCREENS, PANEL_LANGUAGES) if states else ():
        pictures = [
            (f"panel_{state.name}", draw_panel(state, QSize(*size), px_per_mm, language)) for state in states
        ]
        keep(folder, pictures, f"{size[0]}x{size[1]}_{round(size[0] / px_per_mm)}mm_{language}")


def draw_desks(folder: Path, states: list[DeskState]) -> None:
    """Draw states of the phone desk on both screens in both languages."""
    for (width, height), language in product(desk_states.SIZES, desk_states.LANGUAGES) if states else ():
        size = QSize(width, height)
        pictures = [(f"desk_{state.name}", draw_desk(state, size, language)) for state in states]
        keep(folder, pictures, f"{width}x{height}_{language}")


def keep(folder: Path, pictures: list[tuple[str, QImage]], size: str) -> None:
    """Write pictures of one size, and the sheet of them."""
    for name, image in pictures:
        image.save(str(folder / f"{name}_{size}.png"))
    window = pictures[0][0].partition("_")[0]
    sheet = f"{window}_sheet" if window in {"panel", "desk"} else "sheet"
    contact_sheet(pictures, folder / f"{sheet}_{size}.png")
    print(f"{size}: {len(pictures)} pictures")


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="only states with one of these in their names"
    )
    wishes = parser.parse_args()
    folder, words = wishes.folder, wishes.words
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    draw_screens(folder, [state for state in STATES if is_wanted(state.name, words)])
    panel_states = (*PANEL_STATES, *STATES_OF_ENTRY, *STATES_OF_COUNT)
    draw_panels(folder, [state for state in panel_states if is_wanted(f"panel_{state.name}", words)])
    draw_desks(folder, [state for state in desk_states.STATES if is_wanted(f"desk_{state.name}", words)])
    application.quit()


if __name__ == "__main__":
    main()
