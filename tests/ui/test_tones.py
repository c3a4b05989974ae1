"""Each sound is soft and like no other; a machine without a loudspeaker is silent."""

import wave
from importlib.resources import files

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.verdict import Outcome
from kiosk.ui.sounds import ANSWERS, Sound, sound_of
from kiosk.ui.tones import Tones
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import VERDICTS


@pytest.mark.parametrize("sound", list(Sound))
def test_a_tone_is_short_and_soft(sound: Sound) -> None:
    with (files("kiosk") / "resources" / "sounds" / f"{sound.value}.wav").open("rb") as file:
        tone = wave.open(file)  # noqa: SIM115 - the file is closed by the with above
        samples = np.frombuffer(tone.readframes(tone.getnframes()), dtype=np.int16)
    assert 0.3 < len(samples) / tone.getframerate() < 1.2
    assert np.abs(samples).max() < 0.5 * 32767
    assert abs(int(samples[0])) < 200
    assert abs(int(samples[-1])) < 200


def test_tones_differ() -> None:
    folder = files("kiosk") / "resources" / "sounds"
    assert len({(folder / f"{sound.value}.wav").read_bytes() for sound in Sound}) == len(Sound)


def test_without_a_loudspeaker_answers_are_silent(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    tones = Tones(ANSWERS)
    for outcome in Outcome:
        tones.play(sound_of(outcome))
    screen = make_screen()
    screen._load_tones()
    screen.show_answer(VERDICTS["admitted"])
    qtbot.wait(50)
