"""Draw every state of the visitor's screen at every size in every language: for looking at, not for tests.

    python scripts/make_pictures.py FOLDER [WORD ...]

writes one PNG for each state whose name holds one of the words (all without words), and contact sheets.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.ui.fonts import font
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.screen_states import LANGUAGES, OFFICE, SIZES, STATES, ScreenState

SHEET_WIDTH = 2400
COLUMNS = {True: 5, False: 9}
LABEL = 26


def draw(state: ScreenState, size: QSize, language: str) -> QImage:
    """Return one state of the screen as a picture."""
    screen = VisitorScreen(OFFICE, state.door, camera=state.camera)
    screen.resize(size)
    screen.show()
    screen.language.speak(language)
    state.reach(screen)
    QApplication.processEvents()
    image = screen.grab().toImage()
    screen.close()
    screen.deleteLater()
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
    states = [state for state in STATES if not words or any(word in state.name for word in words)]
    for width, height in SIZES:
        for language in LANGUAGES:
            pictures = []
            for state in states:
                image = draw(state, QSize(width, height), language)
                image.save(str(folder / f"{state.name}_{width}x{height}_{language}.png"))
                pictures.append((state.name, image))
            contact_sheet(pictures, folder / f"sheet_{width}x{height}_{language}.png")
            print(f"{width}x{height} {language}: {len(pictures)} pictures")
    application.quit()


if __name__ == "__main__":
    main()
