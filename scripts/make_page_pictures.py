"""Draw the manager's page, its wall, the report of a day and the board at the reception, at every size.

    python scripts/make_page_pictures.py FOLDER [WORD ...]

writes one PNG for each picture whose name holds one of the words (all without words), of the sample office
with five invented weeks in its ledger, at one moment of them: to look at, and for the README.
"""

import argparse
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from kiosk.app.board_words import board_view
from kiosk.ui.board import Board
from kiosk.web.app import make_app
from kiosk.web.news import NO_NEWS, News
from kiosk.web.page import Page as PageParts
from kiosk.web.reader import LedgerReader
from kiosk.web.serving import open_page, reach_of, running
from kiosk.web.words import Words
from tests.premises import Premises
from tests.shown_office import make_shown, now_shown
from tests.staffed_premises import MANAGER, PIN

_DAY = "2021-11-22"
"""A day before the moment of the pictures."""

_PATIENCE_MS = 60_000
_COLOURS = 256


@dataclass(frozen=True)
class Shot:
    """One picture: which page, on which screen, and what is done there before it is taken."""

    name: str
    path: str
    width: int
    height: int
    dark: bool = False
    language: str = "de"
    whole: bool = True
    preview: bool = False


_DESKTOP, _PHONE = (1440, 900), (390, 844)
_WALLS = {"1080p": (1920, 1080), "4k": (3840, 2160), "portrait": (1080, 1920)}
_PAGES = {
    "now": "/",
    "past": "/past",
    "day": f"/past/day?day={_DAY}&cap=18",
    "rules": "/rules",
    "acts": "/acts",
}
_BOARDS = {"1280x800": (1280, 800), "1920x1080": (1920, 1080), "1080x1920": (1080, 1920)}


def shots() -> Iterator[Shot]:
    """Give every picture of the page."""
    for dark in (False, True):
        look = "dark" if dark else "light"
        for name, path in _PAGES.items():
            yield Shot(f"page_{name}_desktop_{look}", path, *_DESKTOP, dark, preview=name == "rules")
            yield Shot(f"page_{name}_phone_{look}", path, *_PHONE, dark, language="en" if dark else "de")
        yield Shot(f"page_first_phone_{look}", "/", *_PHONE, dark, whole=False)
        for name, size in _WALLS.items():
            yield Shot(f"wall_{name}_{look}", "/wall", *size, dark, whole=False)


@contextmanager
def served(page: PageParts) -> Iterator[str]:
    """Serve the page on a port that the system chooses, and give its address."""
    server = uvicorn.Server(uvicorn.Config(make_app(page, running), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, name="page")
    thread.start()
    try:
        while not server.started:
            thread.join(0.05)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        page.hub.close()
        server.should_exit = True
        thread.join()


def take(browser: Browser, address: str, shot: Shot, file: Path) -> None:
    """Take one picture."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        locale=shot.language,
    )
    context.set_default_timeout(_PATIENCE_MS)
    tab = context.new_page()
    if shot.path != "/wall":
        sign_in(tab, address)
    tab.goto(address + shot.path)
    if shot.preview:
        tab.fill("#building", "15")
        tab.fill("#source", "Eindämmungsverordnung vom 23.11.2021")
        tab.click("button[formaction]")
        tab.locator("figure img").evaluate("image => image.decode()")
    tab.wait_for_load_state("load")
    tab.evaluate("document.fonts.ready")
    keep(QImage.fromData(tab.screenshot(full_page=shot.whole)), file)
    context.close()


def sign_in(tab: Page, address: str) -> None:
    """Sign in as the manager."""
    tab.goto(f"{address}/sign-in")
    tab.fill("#id", MANAGER)
    tab.fill("#pin", PIN)
    tab.click("main button")
    tab.wait_for_url(f"{address}/")


def draw_report(premises: Premises, file: Path) -> None:
    """Draw the report of a day as it is printed."""
    from kiosk.commands.day_sheet import day_report  # noqa: PLC0415 - it takes Qt's application as it finds it

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.pdf"
        day_report(premises.office, _DAY, path, "de")
        document, buffer = QPdfDocument(), QBuffer()
        buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    size = document.pagePointSize(0) * 1.5
    drawn = document.render(0, QSize(round(size.width()), round(size.height())))
    sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, drawn)
    painter.end()
    document.close()
    keep(sheet, file)


def draw_board(premises: Premises, size: tuple[int, int], file: Path) -> None:
    """Draw the board at the reception."""
    office_file = premises.file()
    office, now = office_file.office, now_shown(office_file.office)
    seen: list[News] = [NO_NEWS]
    reach = reach_of(office_file)
    reader = LedgerReader(office, reach, seen.append, lambda _: None, lambda: now)
    reader.look()
    reach.close()
    board = Board(office.name)
    board.resize(*size)
    board.show_view(board_view(office, seen[-1], Words("de", office.time_zone), now))
    board.show()
    QApplication.processEvents()
    keep(board.grab().toImage(), file)
    board.deleteLater()


def keep(image: QImage, file: Path) -> None:
    """Write a picture in its 256 most frequent colours, which is a third of its size and looks the same."""
    drawn = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(drawn.constBits(), np.uint32).reshape(drawn.height(), -1)
    colours, place, times = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(times)[-_COLOURS:]]
    nearest = np.abs(_parts(colours)[:, None] - _parts(kept)[None]).sum(axis=2).argmin(axis=1)
    indexed = nearest[place].astype(np.uint8).reshape(pixels.shape)
    size = drawn.width(), drawn.height()
    small = QImage(indexed.tobytes(), *size, pixels.shape[1], QImage.Format.Format_Indexed8)
    small.setColorTable([int(colour) for colour in kept])
    # Quality 0 is, for a PNG, as small as can be.
    small.save(str(file), quality=0)
    print(f"{file.name}: {image.width()} x {image.height()}, {file.stat().st_size // 1024} KB")


def _parts(
    colours: "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    return np.stack([(colours >> shift & 255).astype(np.int16) for shift in (16, 8, 0)], axis=-1)


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="only pictures with one of these in their names"
    )
    wishes = parser.parse_args()
    folder: Path = wishes.folder
    folder.mkdir(parents=True, exist_ok=True)

    def is_wanted(name: str) -> bool:
        return not wishes.words or any(word in name for word in wishes.words)

    # What the page lets other processes draw is drawn by this program, too.
    os.environ["PYTHONPATH"] = sys.path[0]
    application = QApplication([])
    with tempfile.TemporaryDirectory() as made:
        premises = make_shown(Path(made) / "office")
        for name, size in _BOARDS.items():
            if is_wanted(f"board_{name}"):
                draw_board(premises, size, folder / f"board_{name}.png")
        if is_wanted("day_report"):
            draw_report(premises, folder / "day_report.png")
        wanted = [shot for shot in shots() if is_wanted(shot.name)]
        if wanted:
            take_all(premises, wanted, folder)
    application.quit()


def take_all(premises: Premises, wanted: list[Shot], folder: Path) -> None:
    """Take pictures of the page, whose clock stands still."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("there is no Chromium on this machine: apt-get install chromium")
    office_file = premises.file()
    now = now_shown(office_file.office)
    page = open_page(office_file, lambda: now)
    with served(page) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in wanted:
            take(browser, address, shot, folder / f"{shot.name}.png")
        browser.close()


if __name__ == "__main__":
    main()
