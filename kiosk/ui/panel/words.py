"""The language of a panel, which is its own: beside it, the visitor's screen speaks the visitor's."""

from datetime import datetime, timedelta
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QTime, QTranslator

from kiosk.core.office import FALLBACK_LANGUAGE, Wording

_LOCALES: Final = {"de": "de_DE", "en": "en_GB"}
_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)

PANEL_LANGUAGES: Final = tuple(_LOCALES)
"""The languages in which panels speak."""


class Words:
    """What the panel says, in one language; German where another is not known."""

    def __init__(self, time_zone: ZoneInfo, language: str = FALLBACK_LANGUAGE) -> None:
        self.language = language if language in _LOCALES else FALLBACK_LANGUAGE
        self._time_zone = time_zone
        self._locale = QLocale(_LOCALES[self.language])
        catalogue = files("kiosk") / "resources" / "translations" / f"kiosk_{self.language}.qm"
        # Qt reads the translations where they lie: the bytes have to live as long as the translator.
        self._catalogue = catalogue.read_bytes()
        # Never installed: what is installed speaks in every window of the application.
        self._translator = QTranslator()
        if not self._translator.load(self._catalogue):
            raise RuntimeError(f"kiosk_{self.language}.qm is no translation that Qt can read: install again")

    def translate(self, context: str, text: str) -> str:
        """Return `text` in the panel's language."""
        return self._translator.translate(context, text) or text

    def tr(self, text: str, comment: str, count: int) -> str:
        """Return `text` with `count` for its %n, and with the words that follow the number.

        Qt's tool finds the forms for one and for many only under this name and in this class: every text with
        a number is a method here.
        """
        translated = self._translator.translate("Words", text, comment, count) or text
        return translated.replace("%n", str(count))

    def people(self, count: int) -> str:
        """Return how many people."""
        return self.tr("%n people", "", count)

    def above_cap(self, count: int) -> str:
        """Return how many people are above the cap, or would be."""
        return self.tr("%n above the cap", "", count)

    def above_cap_of_area(self, count: int) -> str:
        """Return how many people are above the cap of an area while the building itself has room."""
        return self.tr("One area: %n above its cap", "", count)

    def unclear(self, count: int) -> str:
        """Return of how many people inside it is not known whether they have left."""
        return self.tr("%n unclear", "", count)

    def waiting(self, count: int) -> str:
        """Return how many people wait outside."""
        return self.tr("%n waiting", "", count)

    def entries_kept(self, count: int) -> str:
        """Return how many entries wait on this machine for the database."""
        return self.tr("You can let people in by hand. %n entries are kept on this machine.", "", count)

    def seconds_left(self, count: int) -> str:
        """Return in how many seconds the panel locks itself."""
        return self.tr("locks in %n s", "", count)

    def wording(self, wording: Wording) -> str:
        """Return a text of the office's own in the panel's language."""
        return wording.in_language(self.language)

    def time_text(self, at: datetime) -> str:
        """Return the time of day at the door, without seconds."""
        here = at.astimezone(self._time_zone)
        return self._locale.toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)

    def day_text(self, at: datetime) -> str:
        """Return the day at the door, with its name."""
        here = at.astimezone(self._time_zone)
        pattern = self.translate("panel", "dddd, d MMMM yyyy")
        return self._locale.toString(QDate(here.year, here.month, here.day), pattern)

    def age_text(self, age: timedelta) -> str:
        """Return how long ago something was, in the largest unit that says enough."""
        if age < _MINUTE:
            return self.tr("%n s ago", "", max(0, int(age.total_seconds())))
        if age < _HOUR:
            return self.tr("%n min ago", "", age // _MINUTE)
        return self.tr("%n h ago", "", age // _HOUR)
