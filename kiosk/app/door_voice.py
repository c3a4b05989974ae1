"""The voice of a door: made ready a moment after the start, where there is one."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from kiosk.config.speech_settings import SpeechSettings
from kiosk.ui.sounds import AIMING
from kiosk.ui.visitor_screen import VisitorScreen

if TYPE_CHECKING:
    from kiosk.ui.tones import Tones
    from kiosk.ui.voice import Voice

_BEGINS_MS: Final = 600


class DoorVoice(QObject):
    """Speaks what the visitor's screen has to say, from `start` to `stop`; without a voice it is silent."""

    def __init__(self, screen: VisitorScreen, settings: SpeechSettings) -> None:
        super().__init__()
        self._screen, self._settings = screen, settings
        self._voice: Voice | None = None
        self._tones: Tones | None = None
        self._begins = QTimer(self, singleShot=True, interval=_BEGINS_MS)
        self._begins.timeout.connect(self._begin)

    def start(self) -> None:
        """Look for a voice as soon as the door has begun its work."""
        self._begins.start()

    def stop(self) -> None:
        """Be silent."""
        self._begins.stop()
        if self._voice is not None:
            self._voice.fall_silent()

    def _begin(self) -> None:
        # Qt's multimedia takes a third of a second to load: the door must be ready to scan before.
        from kiosk.ui.tones import Tones, audio_output  # noqa: PLC0415 - as the line above says
        from kiosk.ui.voice import Voice  # noqa: PLC0415 - as above

        output = audio_output(self._settings.device)
        self._voice = Voice(output, self)
        if not self._voice.can_speak:
            return
        self._tones = Tones(AIMING, self, output)
        self._screen.aims.connect(self._aim)
        self._screen.speech.says.connect(self._voice.say)
        self._screen.speech.silent.connect(self._voice.fall_silent)
        name = None if output is None else output.description()
        self._screen.allow_speech(everybody_hears=self._settings.everybody_hears(name))

    def _aim(self, step: int) -> None:
        if self._tones is not None:
            self._tones.play(AIMING[step])
