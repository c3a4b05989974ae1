"""The language of the screens: switched while they run, with its numbers, dates and direction."""

from collections.abc import Iterable
from datetime import date, datetime, time
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Qt, QTime, QTranslator, Signal

from kiosk.core.office import FALLBACK_LANGUAGE
from kiosk.languages.known import SHIPPED


def known_languages() -> tuple[str, ...]:
    """Return the languages in which the screens can speak."""
    return tuple(SHIPPED)


def own_name(language: str) -> str:
    """Return what a language calls itself."""
    return SHIPPED[language].name


class Language(QObject):
    """The language that is spoken now by the texts for visitors; windows take its direction by themselves."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None
        self._catalogue = b""
        self.now = ""
        self.speak(FALLBACK_LANGUAGE)

    def names_of(self, languages: Iterable[str]) -> dict[str, str]:
        """Return what each of these languages calls itself, without those that are not spoken here."""
        return {each: SHIPPED[each].name for each in languages if each in SHIPPED}

    @property
    def locale(self) -> QLocale:
        """How the language writes numbers, times and dates."""
        return QLocale(SHIPPED[self.now].customs)

    def speak(self, language: str) -> None:
        """Speak `language`, or German where it is not known."""
        language = language if language in SHIPPED else FALLBACK_LANGUAGE
        if language == self.now:
            return
        catalogue = (files("kiosk") / "resources" / "translations" / f"kiosk_{language}.qm").read_bytes()
        translator = QTranslator(self)
        if not translator.load(catalogue):
            raise RuntimeError(f"kiosk_{language}.qm is no translation that Qt can read: install again")
        self.stop()
        QCoreApplication.installTranslator(translator)
        # Qt reads the translations where they lie: the bytes have to live as long as the translator.
        self._translator, self._catalogue = translator, catalogue
        self.now = language
        # The numbers inside of texts follow it, too.
        QLocale.setDefault(self.locale)
        self.changed.emit()

    def stop(self) -> None:
        """Leave the application without a language, as it was before."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None
            QLocale.setDefault(QLocale.system())

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Whether the language reads from left to right."""
        return self.locale.textDirection()

    def time_text(self, at: datetime | time) -> str:
        """Return the time of day in the language's digits, of 24 hours as clocks and letters here show it."""
        return self.locale.toString(QTime(at.hour, at.minute), "HH:mm")

    def day_text(self, day: date) -> str:
        """Return the weekday, day and month."""
        pattern = QCoreApplication.translate("date", "dddd, d MMMM")
        return self.locale.toString(QDate(day.year, day.month, day.day), pattern)


def number_text(number: int) -> str:
    """Return a number of people or minutes in the digits of the language that is spoken now."""
    return QLocale().toString(number)
