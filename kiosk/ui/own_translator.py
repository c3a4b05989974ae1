"""The screens' texts in a language of the office's own, handed to Qt without its compiler of translations."""

from babel import Locale
from PySide6.QtCore import QObject, QTranslator

from kiosk.languages.own import OwnLanguage
from kiosk.languages.screen_texts import OTHER


class OwnTranslator(QTranslator):
    """Answers Qt from the texts of the office's file."""

    def __init__(self, own: OwnLanguage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = own.screen
        self._form_of = Locale.parse(own.spoken.customs).plural_form

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's spelling
        disambiguation: str | None = None,  # noqa: ARG002 - no text needs one
        n: int = -1,
    ) -> str | None:
        """Return the translation of a text, in the form for the number `n` in it.

        None: it is not here, and Qt asks the translator that was installed before.
        """
        forms = self._texts.get((context, sourceText))
        if forms is None:
            return None
        return forms.get(self._form_of(n) if n >= 0 else OTHER, forms.get(OTHER))

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's spelling
        """Say that there is something to ask for."""
        return not self._texts
