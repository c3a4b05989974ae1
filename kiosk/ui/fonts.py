"""The letters that every machine can show: Noto Sans comes with the program."""

from functools import cache, lru_cache
from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = ("Noto Sans", "Noto Sans Arabic")
_FILES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold")


@cache
def load_fonts() -> None:
    """Make the fonts known to Qt, once. Raises RuntimeError for a file that is no font."""
    for name in _FILES:
        with as_file(files("kiosk") / "resources" / "fonts" / f"{name}.ttf") as path:
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                raise RuntimeError(f"{path} is no font that Qt can read: install the program again")


@lru_cache(maxsize=256)
def font(size_px: int, *, bold: bool = False) -> QFont:
    """Return the font of the screens at `size_px` pixels; it is shared, and not to be changed."""
    load_fonts()
    chosen = QFont(list(FAMILIES))
    chosen.setPixelSize(max(1, size_px))
    chosen.setBold(bold)
    # The same shapes at every size, so that what was measured is what is drawn.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen
