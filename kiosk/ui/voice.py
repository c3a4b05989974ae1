"""The voice of a door: espeak-ng writes what is said into a file, and Qt plays it."""

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QUrl

from kiosk.ui.spoken import Utterance
from kiosk.ui.tones import quietly

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QSoundEffect

PROGRAM: Final = "espeak-ng"

_WORDS_A_MINUTE: Final = "140"
"""A little slower than usual: it is a strange room, with its noise."""

_log = logging.getLogger(__name__)


def arguments(language: str, file: Path) -> list[str]:
    """Return how the program is called: what is said comes by its input, so that no other program sees it."""
    # "de-simple" is spoken as "de" is.
    voice = language.split("-", maxsplit=1)[0]
    return ["-v", voice, "-s", _WORDS_A_MINUTE, "-w", str(file), "--stdin"]


def is_there(output: "QAudioDevice") -> bool:
    """Say whether an output is still plugged in."""
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - as below

    with quietly():
        return output in QMediaDevices.audioOutputs()


class Voice(QObject):
    """Says one thing at a time, the newest; what is said is on no disk longer than it sounds."""

    def __init__(self, output: "QAudioDevice | None", parent: QObject | None = None) -> None:
        """`output` is where it is heard, None where there is nothing to hear it by."""
        super().__init__(parent)
        self._program = shutil.which(PROGRAM)
        self._output = output
        self._folder = QTemporaryDir()
        self._writing: QProcess | None = None
        self._effect: QSoundEffect | None = None
        self._volume = 1.0
        self._number = 0

    @property
    def can_speak(self) -> bool:
        """Whether there is a program that speaks, and an output that is heard."""
        return self._program is not None and self._output is not None and self._folder.isValid()

    def say(self, utterance: Utterance) -> None:
        """Say this as soon as it is made, in place of what is being said."""
        self.fall_silent()
        if self._program is None:
            return
        self._number += 1
        self._volume = utterance.volume
        file = self._file()
        self._writing = QProcess(self)
        self._writing.finished.connect(lambda *_, file=file: self._play(file))
        self._writing.start(self._program, arguments(utterance.language, file))
        self._writing.write("\n\n".join(utterance.sentences).encode())
        self._writing.closeWriteChannel()

    def fall_silent(self) -> None:
        """Say nothing more, and keep nothing of it."""
        if self._writing is not None:
            self._writing.finished.disconnect()
            self._writing.kill()
            self._writing.waitForFinished(1000)
            self._writing.deleteLater()
            self._writing = None
        if self._effect is not None:
            self._effect.stop()
            self._effect.deleteLater()
            self._effect = None
        self._file().unlink(missing_ok=True)

    def _file(self) -> Path:
        return Path(self._folder.path()) / f"{self._number}.wav"

    def _play(self, file: Path) -> None:
        # Headphones that were pulled out must not hand what is private to a loudspeaker.
        if self._output is None or not file.exists() or not is_there(self._output):
            _log.warning("what was to be said could not be made or heard")
            file.unlink(missing_ok=True)
            return
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - as in kiosk.ui.tones, which has loaded it

        with quietly():
            self._effect = QSoundEffect(self._output, self)
        self._effect.setSource(QUrl.fromLocalFile(str(file)))
        self._effect.setVolume(self._volume)
        self._effect.play()
        self._effect.playingChanged.connect(self._on_playing)

    def _on_playing(self) -> None:
        if self._effect is not None and not self._effect.isPlaying():
            self._file().unlink(missing_ok=True)
