"""The language of the screens: switched while they run, with its numbers, dates and direction."""

from collections.abc import Iterable
from datetime import date, datetime, time
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Qt, QTime, QTranslator, Signal

from kiosk.core.office import FALLBACK_LANGUAGE
from kiosk.languages.capital import with_capital
from kiosk.languages.known import SHIPPED, SpokenLanguage
from kiosk.languages.own import OwnLanguage
from kiosk.ui.own_translator import OwnTranslator


def own_name(language: str) -> str:
    """Return what a language calls itself, as far as it is known here; else its letters."""
    if language in SHIPPED:
        return SHIPPED[language].name
    name = QLocale(language).nativeLanguageName()
    return with_capital(name) or language


class Language(QObject):
    """The language that is spoken now by the texts for visitors; windows take its direction by themselves.

    It is one of those that are shipped, with what the office says otherwise in it, or one of the office's
    `own`, where German stands in for what is missing.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, own: Iterable[OwnLanguage] = ()) -> None:
        super().__init__(parent)
        self._own = {each.spoken.tag: each for each in own}
        self._translators: list[QTranslator] = []
        self._catalogue = b""
        self.now = ""
        self.speak(FALLBACK_LANGUAGE)

    def names_of(self, languages: Iterable[str]) -> dict[str, str]:
        """Return what each of these languages calls itself, without those that are not spoken here."""
        return {each: spoken.name for each in languages if (spoken := self._spoken(each)) is not None}

    @property
    def locale(self) -> QLocale:
        """How the language writes numbers, times and dates."""
        spoken = self._spoken(self.now)
        return QLocale() if spoken is None else QLocale(spoken.customs)

    def speak(self, language: str) -> None:
        """Speak `language`, or German where it is not known."""
        language = FALLBACK_LANGUAGE if self._spoken(language) is None else language
        if language == self.now:
            return
        self.stop()
        self._install(self._shipped(language if language in SHIPPED else FALLBACK_LANGUAGE))
        if language in self._own:
            self._install(OwnTranslator(self._own[language], self))
        self.now = language
        # The numbers inside of texts follow it, too.
        QLocale.setDefault(self.locale)
        self.changed.emit()

    def stop(self) -> None:
        """Leave the application without a language, as it was before."""
        for translator in reversed(self._translators):
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        if self._translators:
            self._translators = []
            QLocale.setDefault(QLocale.system())

    def _spoken(self, language: str) -> SpokenLanguage | None:
        own = self._own.get(language)
        return SHIPPED.get(language) if own is None else own.spoken

    def _shipped(self, language: str) -> QTranslator:
        catalogue = (files("kiosk") / "resources" / "translations" / f"kiosk_{language}.qm").read_bytes()
        translator = QTranslator(self)
        if not translator.load(catalogue):
            raise RuntimeError(f"kiosk_{language}.qm is no translation that Qt can read: install again")
        # Qt reads the translations where they lie: the bytes have to live as long as the translator.
        self._catalogue = catalogue
        return translator

    def _install(self, translator: QTranslator) -> None:
        """Ask this translator first; what it does not know is asked of those before it."""
        QCoreApplication.installTranslator(translator)
        self._translators.append(translator)

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


def as_quoted(text: str) -> str:
    """Return what is no word of the language spoken now, such as a phone number, in its own direction."""
    if QLocale().textDirection() is not Qt.LayoutDirection.RightToLeft:
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
