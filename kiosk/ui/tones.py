"""The sounds that are played from files: short and soft, each different from the others."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files

from PySide6.QtCore import (
    QLoggingCategory,
    QMessageLogContext,
    QObject,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)

from kiosk.ui.sounds import Sound

# Libraries that only films need are reported as missing when QtMultimedia is loaded.
QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices, QSoundEffect  # noqa: E402 - after the line above

_VOLUME = 0.8

_log = logging.getLogger(__name__)


class Tones(QObject):
    """Plays a sound; without a loudspeaker it is silent, and the screen says the same without it."""

    def __init__(
        self, sounds: Iterable[Sound], parent: QObject | None = None, output: QAudioDevice | None = None
    ) -> None:
        """`sounds` are those that will be played, on `output` or else on the system's own."""
        super().__init__(parent)
        self._effects: dict[Sound, QSoundEffect] = {}
        self._output = output
        with quietly():
            # Asking for the devices is safe where there are none; making an effect is not always.
            if not QMediaDevices.audioOutputs():
                _log.info("no loudspeaker was found: nothing is heard")
                return
            for sound in sounds:
                self._effects[sound] = self._load(sound)

    def play(self, sound: Sound) -> None:
        """Play a sound from its beginning; the one before ends."""
        for effect in self._effects.values():
            effect.stop()
        if sound in self._effects:
            self._effects[sound].play()

    def _load(self, sound: Sound) -> QSoundEffect:
        effect = QSoundEffect(self) if self._output is None else QSoundEffect(self._output, self)
        with as_file(files("kiosk") / "resources" / "sounds" / f"{sound.value}.wav") as path:
            effect.setSource(QUrl.fromLocalFile(str(path)))
        effect.setVolume(_VOLUME)
        return effect


def audio_output(name: str | None) -> QAudioDevice | None:
    """Return the output of this name, the system's own where there is no such; None without any."""
    with quietly():
        outputs = QMediaDevices.audioOutputs()
        usual = QMediaDevices.defaultAudioOutput()
    for output in outputs:
        if output.description() == name:
            return output
    if name is not None:
        there = ", ".join(output.description() for output in outputs) or "none"
        _log.warning("there is no audio output %r; there are: %s", name, there)
    return usual if outputs else None


@contextmanager
def quietly() -> Iterator[None]:
    """Put into our log, where nobody is alarmed by it, what Qt says while it looks for loudspeakers."""

    def note(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        _log.debug("%s", message)

    before = qInstallMessageHandler(note)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
