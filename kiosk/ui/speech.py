"""Reading aloud, for as long as one visitor wishes for it: again, louder, and stopped at once."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from kiosk.ui.spoken import Utterance

VOLUMES: Final = (0.55, 0.75, 1.0)


class Speech(QObject):
    """What is to be said now: `says` carries an Utterance, `silent` ends what is being said."""

    says = Signal(object)
    silent = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self._volume = 0
        self._last: Utterance | None = None

    def begin(self) -> None:
        """Read aloud from now on."""
        self.is_on = True

    def end(self) -> None:
        """Be silent, at once; the next visitor begins with the usual volume."""
        if self.is_on:
            self.is_on = False
            self.silent.emit()
        self._last, self._volume = None, 0

    def say(self, sentences: tuple[str, ...], language: str) -> None:
        """Say this, unless it was said last; what is being said ends."""
        if not self.is_on or not sentences:
            return
        if self._last is None or (self._last.sentences, self._last.language) != (sentences, language):
            self._say(Utterance(sentences, language, VOLUMES[self._volume]))

    def say_again(self) -> None:
        """Say the last once more."""
        if self._last is not None:
            self._say(self._last)

    def louder(self) -> None:
        """Say it once more and louder; after the loudest it begins with the usual volume."""
        self._volume = (self._volume + 1) % len(VOLUMES)
        if self._last is not None:
            self._say(Utterance(self._last.sentences, self._last.language, VOLUMES[self._volume]))

    def _say(self, utterance: Utterance) -> None:
        self._last = utterance
        self.says.emit(utterance)
