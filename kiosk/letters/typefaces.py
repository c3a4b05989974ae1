"""What Qt needs before a letter can be painted: an application, which needs no display, and the fonts."""

import threading
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic")
# Signs for direction, line breaks and other control: a font draws none of them.
_UNSEEN: Final = frozenset({"Cf", "Cc", "Zl", "Zs"})


@cache
def make_qt_ready() -> None:
    """See to it that there is a QGuiApplication and that the letter's fonts are loaded; once is enough.

    An application that is there already is left as it is. Else one is made that needs no display; this has
    to happen in the main thread, and RuntimeError is raised in another.
    """
    existing = QCoreApplication.instance()
    if existing is None:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError(
                "letters need a QGuiApplication: make one, or call this once in the main thread"
            )
        _displayless_application()
    elif not isinstance(existing, QGuiApplication):
        raise RuntimeError(
            "letters need a QGuiApplication, and this process has a QCoreApplication without fonts"
        )
    _load_fonts()


@cache
def _displayless_application() -> QGuiApplication:
    # The cache keeps it alive: Qt's application ends with the last reference to it.
    return QGuiApplication(["kiosk", "-platform", "offscreen"])


def _load_fonts() -> None:
    folder = files("kiosk") / "resources" / "fonts"
    for font in folder.iterdir():
        # By its content: a font that is loaded by its path is read again whenever Qt likes to.
        if font.name.endswith(".ttf") and QFontDatabase.addApplicationFontFromData(font.read_bytes()) == -1:
            raise RuntimeError(f"the font {font} cannot be loaded; install the program again")


def signs_without_glyph(text: str) -> set[str]:
    """Return the signs of `text` that no shipped font has, in either weight."""
    make_qt_ready()
    folder = files("kiosk") / "resources" / "fonts"
    signs = {sign for sign in text if unicodedata.category(sign) not in _UNSEEN}
    missing = set[str]()
    for weight in ("Regular", "Bold"):
        fonts = []
        for font in folder.iterdir():
            if font.name.endswith(f"-{weight}.ttf"):
                fonts.append(QRawFont())
                fonts[-1].loadFromData(font.read_bytes(), 20.0, QFont.HintingPreference.PreferNoHinting)
        missing |= {sign for sign in signs if not any(font.supportsCharacter(ord(sign)) for font in fonts)}
    return missing
