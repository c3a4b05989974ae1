"""One way through without sight: what is read aloud, to whom, and how the letter is led to the camera."""

import shutil
import wave
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from kiosk.app.door_voice import DoorVoice
from kiosk.config.speech_settings import Hearing, SpeechSettings
from kiosk.core.help_calls import HelpTold
from kiosk.core.verdict import AskStaff, GoTo, HoldAgain
from kiosk.scan.reading import Located, Reading
from kiosk.scan.wedge import Keystroke, Typed
from kiosk.ui import control_texts, speech_texts
from kiosk.ui.aiming import STEPS, step_of
from kiosk.ui.door_keys import KEYS, control_of
from kiosk.ui.sounds import AIMING
from kiosk.ui.speech import VOLUMES, Speech
from kiosk.ui.spoken import Utterance, is_private
from kiosk.ui.visitor_screen import VisitorScreen
from kiosk.ui.voice import PROGRAM, Voice, arguments
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import DOOR, LANGUAGES, OFFICE, SIZES, VERDICTS, VIEW, camera_picture
from tests.ui.seen import button, buttons, place_on, texts, touch, words


def speaking(screen: VisitorScreen, *, everybody_hears: bool = True) -> list[Utterance]:
    """Give the screen a voice, and return what it says from now on."""
    said: list[Utterance] = []
    screen.speech.says.connect(said.append)
    screen.allow_speech(everybody_hears=everybody_hears)
    screen.show_house(VIEW)
    return said


def in_order(screen: VisitorScreen) -> list[str]:
    """Return the words of an answer as they stand, from the top down."""
    seen = [each for each in texts(screen._pages.answer) if each.text]
    return [
        " ".join(each.text.split()) for each in sorted(seen, key=lambda each: place_on(screen, each).top())
    ]


def test_a_door_without_a_voice_offers_none(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    names = [each.accessibleName() for each in buttons(screen)]
    assert control_texts.read_aloud() not in names
    screen._acts.take_key(Typed((Keystroke("", 0.0, int(Qt.Key.Key_F2), 0),)))
    assert not screen.speech.is_on


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_page_is_what_stands_there_in_its_order_and_how_to_hold_the_letter(
    make_screen: ScreenMaker, language: str
) -> None:
    screen = make_screen(language=language)
    said = speaking(screen, everybody_hears=False)
    touch(screen, control_texts.read_aloud())
    assert said[-1].language == language
    *seen, how = said[-1].sentences
    assert how == " ".join(speech_texts.how_to_hold().split())
    assert seen == [" ".join(each.text.split()) for each in texts(screen._pages.idle)]
    for name in ("admitted", "too_early", "cancelled", "building_full", "left"):
        screen.show_answer(VERDICTS[name], language)
        assert sorted(said[-1].sentences) == sorted(in_order(screen)), name
        assert said[-1].sentences[0] == in_order(screen)[0]
        screen.speech._last = None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["ru", "tr"])
def test_the_strip_has_room_for_what_has_to_do_with_speech(
    make_screen: ScreenMaker, size: tuple[int, int], language: str
) -> None:
    screen = make_screen(size, language)
    speaking(screen)
    for asks in (False, True):
        if asks:
            touch(screen, control_texts.read_aloud())
        screen.show_answer(VERDICTS["admitted"], language)
        places = [place_on(screen, each) for each in buttons(screen)]
        assert all(screen.rect().contains(place) for place in places)
        assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_a_door_that_can_speak_offers_it_and_one_that_cannot_does_not(
    make_screen: ScreenMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = make_screen(language="en")
    door = DoorVoice(screen, SpeechSettings(heard_by=Hearing.HEADPHONE))
    door._begin()
    assert control_texts.read_aloud() not in [each.accessibleName() for each in buttons(screen)]
    said: list[Utterance] = []
    monkeypatch.setattr(Voice, "can_speak", True)
    monkeypatch.setattr(Voice, "say", lambda _, utterance: said.append(utterance))
    door._begin()
    touch(screen, control_texts.read_aloud())
    assert not screen._pages.reader.everybody_hears
    assert len(said) == 1
    screen.aims.emit(STEPS - 1)
    door.start()
    door.stop()


def test_what_sounds_in_place_of_a_headphone_that_is_missing_is_heard_by_everybody(
    make_screen: ScreenMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = make_screen(language="en")
    monkeypatch.setattr(Voice, "can_speak", True)
    DoorVoice(screen, SpeechSettings("USB Audio Device", Hearing.HEADPHONE))._begin()
    assert screen._pages.reader.everybody_hears
    assert not SpeechSettings("USB Audio Device", Hearing.HEADPHONE).everybody_hears("USB Audio Device")
    assert SpeechSettings("USB Audio Device").everybody_hears("USB Audio Device")


def test_nothing_private_comes_out_of_a_loudspeaker(make_screen: ScreenMaker) -> None:
    screen = make_screen(language="en")
    said = speaking(screen)
    touch(screen, control_texts.read_aloud())
    for name, verdict in VERDICTS.items():
        screen._pages.forget_answer()
        screen.show_answer(verdict, "en")
        if is_private(verdict.step):
            first, rest = said[-1].sentences
            assert first == in_order(screen)[0], name
            assert rest == speech_texts.not_aloud()
        else:
            assert len(said[-1].sentences) == len(in_order(screen)), name
    everything = " ".join(sentence for each in said for sentence in each.sentences)
    for area in OFFICE.areas.values():
        rooms = [room.name.in_language("en") for room in area.rooms]
        assert not [name for name in rooms if name in everything]
    assert not is_private(HoldAgain())
    assert not is_private(AskStaff())
    assert is_private(GoTo(next(iter(DOOR.serves)), None))


def test_it_is_said_again_and_louder_and_ends_at_once(make_screen: ScreenMaker) -> None:
    screen = make_screen(language="en")
    said = speaking(screen)
    touch(screen, control_texts.read_aloud())
    touch(screen, control_texts.say_again())
    touch(screen, control_texts.louder())
    assert [each.volume for each in said] == [VOLUMES[0], VOLUMES[0], VOLUMES[1]]
    assert len({each.sentences for each in said}) == 1
    silenced: list[None] = []
    screen.speech.silent.connect(lambda: silenced.append(None))
    touch(screen, control_texts.silent())
    assert silenced == [None]
    screen.show_answer(VERDICTS["admitted"])
    assert len(said) == 3
    assert button(screen, control_texts.read_aloud()).isVisible()


def test_the_next_visitor_has_nothing_read_aloud(make_screen: ScreenMaker) -> None:
    screen = make_screen(language="en")
    speaking(screen)
    touch(screen, control_texts.read_aloud())
    heard = []
    screen.show_reading()  # it is the letter of whoever wished for it
    heard.append(screen.speech.is_on)
    screen.show_answer(VERDICTS["admitted"])
    screen.show_reading()
    heard.append(screen.speech.is_on)
    touch(screen, control_texts.read_aloud())
    screen._pages.to_idle()
    heard.append(screen.speech.is_on)
    assert heard == [True, False, False]


def test_what_changes_is_said_and_how_full_it_is_is_not(make_screen: ScreenMaker) -> None:
    screen = make_screen(language="en")
    said = speaking(screen)
    touch(screen, control_texts.read_aloud())
    before = len(said)
    screen.show_house(VIEW)
    screen.show_frame(*camera_picture())
    assert len(said) == before
    screen.show_camera_trouble(True)
    assert "camera is not working" in said[-1].sentences[0]
    touch(screen, control_texts.get_help())
    screen.show_help(HelpTold.COMING, may_take_back=True)
    assert said[-1].sentences[0] in words(screen)


def test_keys_of_a_keypad_do_what_touches_do_and_a_scanners_row_of_keys_does_nothing(
    make_screen: ScreenMaker,
) -> None:
    def typed(*keys: Qt.Key, modifiers: int = 0) -> Typed:
        return Typed(tuple(Keystroke("", 0.0, int(key), modifiers) for key in keys))

    screen = make_screen(language="en")
    said = speaking(screen)
    wanted: list[None] = []
    screen.help_wanted.connect(lambda: wanted.append(None))
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F1):
        screen.keys.typed.emit(typed(key))
    assert len(said) == 3
    assert wanted == [None]
    assert not screen.speech.is_on
    assert control_of(typed(Qt.Key.Key_F1, Qt.Key.Key_F1)) is None
    assert control_of(typed(Qt.Key.Key_F1, modifiers=Qt.KeyboardModifier.AltModifier.value)) is None
    assert control_of(typed(Qt.Key.Key_A)) is None
    assert len(set(KEYS.values())) == len(KEYS)


@pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="espeak-ng is not there")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_heard(
    make_screen: ScreenMaker, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    screen = make_screen(language=language)
    said = speaking(screen)
    touch(screen, control_texts.read_aloud())
    voice = Voice(None)
    played: list[Path] = []
    voice._play = lambda file: played.append(Path(shutil.copy(file, tmp_path)))  # type: ignore[method-assign] # told to the test
    voice.say(said[-1])
    qtbot.waitUntil(lambda: bool(played), timeout=PATIENCE_MS)
    with wave.open(str(played[0])) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
        seconds = file.getnframes() / file.getframerate()
    assert seconds > 3
    assert np.abs(samples.astype(int)).mean() > 300
    voice.fall_silent()
    assert list(Path(voice._folder.path()).iterdir()) == []


class _Effect(QObject):
    """A sound that is over when the test says so."""

    playingChanged = Signal()  # noqa: N815 - Qt's spelling

    def __init__(self, _output: object, parent: QObject) -> None:
        super().__init__(parent)
        self.playing = False

    def setSource(self, _: object) -> None:  # noqa: N802 - Qt's spelling
        """Take the file."""

    def setVolume(self, _: float) -> None:  # noqa: N802 - Qt's spelling
        """Take how loud it is."""

    def isPlaying(self) -> bool:  # noqa: N802 - Qt's spelling
        """Say whether it is heard."""
        return self.playing

    def play(self) -> None:
        """Begin."""
        self.playing = True
        self.playingChanged.emit()

    def stop(self) -> None:
        """End."""
        self.playing = False
        self.playingChanged.emit()


def test_what_was_said_lies_on_no_disk_when_it_has_sounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtMultimedia.QSoundEffect", _Effect)
    monkeypatch.setattr("kiosk.ui.voice.is_there", lambda _: True)
    voice = Voice(None)
    monkeypatch.setattr(voice, "_output", object())
    voice._file().write_bytes(b"RIFF")
    voice._play(voice._file())
    assert voice._file().exists()
    effect = voice._effect
    assert effect is not None
    effect.stop()
    assert not voice._file().exists()
    voice.fall_silent()


def test_nothing_is_said_when_the_headphones_were_pulled_out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot  # outputs are asked for by a running application
    monkeypatch.setattr("PySide6.QtMultimedia.QSoundEffect", _Effect)
    voice = Voice(None)
    monkeypatch.setattr(voice, "_output", object())  # none of this machine's outputs
    voice._file().write_bytes(b"RIFF")
    voice._play(voice._file())
    assert voice._effect is None
    assert not voice._file().exists()


def test_a_voice_that_nobody_hears_or_that_is_not_there_is_silent(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.voice.shutil.which", lambda _: None)
    voice = Voice(None)
    assert not voice.can_speak
    voice.say(Utterance(("Guten Tag",), "de", 1.0))
    voice._play(Path("nothing.wav"))
    voice.fall_silent()
    assert arguments("de-simple", Path("x"))[:2] == ["-v", "de"]
    qtbot.wait(1)


def test_speech_that_is_off_says_nothing() -> None:
    speech = Speech()
    said: list[Utterance] = []
    speech.says.connect(said.append)
    speech.say(("Guten Tag",), "de")
    speech.say_again()
    speech.louder()
    assert said == []


def located(x: float, y: float, pixels: float) -> Located:
    half = pixels * 29 / 2
    corners = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    return Located(corners, 29, pixels, 0.3, 200.0, 150.0, 0.0, None)


@given(
    x=st.floats(0, 1280),
    y=st.floats(0, 720),
    pixels=st.floats(0.5, 12),
    nearer=st.floats(0, 1),
    larger=st.floats(0, 6),
)
def test_the_tone_never_falls_as_the_code_comes_nearer_to_the_middle_or_grows(
    x: float, y: float, pixels: float, nearer: float, larger: float
) -> None:
    def tone(at_x: float, at_y: float, size: float) -> int:
        step = step_of(Reading((), (located(at_x, at_y, size),)), 1280, 720)
        assert step is not None
        return step

    here = tone(x, y, pixels)
    assert 0 <= here < STEPS - 1
    assert tone(x + (640 - x) * nearer, y + (360 - y) * nearer, pixels) >= here
    assert tone(x, y, pixels + larger) >= here


def test_a_code_that_is_read_has_the_highest_tone_and_no_code_has_none() -> None:
    assert step_of(camera_picture()[1], 1280, 720) == STEPS - 1
    assert step_of(Reading(), 1280, 720) is None
    assert step_of(Reading((), (located(5, 5, 0.5),)), 1280, 720) == 0
    assert len(AIMING) == STEPS


def test_the_tone_leads_only_whoever_has_the_screen_read_aloud_and_not_faster_than_it_sounds(
    make_screen: ScreenMaker,
) -> None:
    screen = make_screen()
    aimed: list[int] = []
    screen.aims.connect(aimed.append)
    frame, reading = camera_picture()
    speaking(screen)
    screen.show_frame(frame, reading)
    assert aimed == []
    touch(screen, control_texts.read_aloud())
    screen.show_frame(frame, reading)
    screen.show_frame(frame, reading)
    assert aimed == [STEPS - 1]
