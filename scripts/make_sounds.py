"""Make the sounds of the answers and of the panel's bell anew: `python scripts/make_sounds.py`."""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
LOUDEST = 0.45
SOUNDS = Path(__file__).resolve().parent.parent / "kiosk" / "resources" / "sounds"

# Each note: when it begins and how long it sounds (seconds), and its pitch (Hz). Up means come in, down means
# goodbye, the same note twice means wait, low means no, and the panel's bell climbs; none of them is harsh.
TUNES = {
    "admitted": [(0.00, 0.30, 523.25), (0.14, 0.55, 783.99)],
    "left": [(0.00, 0.30, 659.26), (0.16, 0.60, 523.25)],
    "wait": [(0.00, 0.28, 587.33), (0.26, 0.45, 587.33)],
    "refused": [(0.00, 0.32, 293.66), (0.22, 0.60, 220.00)],
    "help": [(0.00, 0.35, 698.46), (0.30, 0.35, 880.00), (0.60, 0.55, 1046.50)],
    "staff": [(0.00, 0.25, 440.00), (0.18, 0.25, 554.37), (0.36, 0.55, 440.00)],
}
# What leads a letter to the camera climbs a scale of five tones, in which none is a wrong one.
SCALE = (261.63, 293.66, 329.63, 392.00, 440.00, 523.25, 587.33, 783.99)
TUNES |= {f"aim_{place}": [(0.0, 0.34, pitch)] for place, pitch in enumerate(SCALE, start=1)}
# A soft bell: the share of each overtone, and how much faster than the note itself it fades.
OVERTONES = [(1.0, 1.0, 1.0), (2.0, 0.28, 1.8), (3.0, 0.10, 2.6), (4.2, 0.04, 4.0)]


def note(length: float, pitch: float) -> NDArray[np.float64]:
    """Return one note that begins without a click and fades to nothing."""
    time = np.arange(round(length * RATE)) / RATE
    sound = np.zeros_like(time)
    for multiple, share, fading in OVERTONES:
        sound += share * np.sin(2 * np.pi * pitch * multiple * time) * np.exp(-5.0 * fading * time / length)
    begin = np.clip(time / 0.012, 0, 1)
    end = np.clip((length - time) / 0.05, 0, 1)
    return sound * begin * end


def tune(notes: list[tuple[float, float, float]]) -> NDArray[np.int16]:
    """Return notes as 16-bit samples."""
    whole = np.zeros(round(max(start + length for start, length, _ in notes) * RATE) + 1)
    for start, length, pitch in notes:
        sound = note(length, pitch)
        at = round(start * RATE)
        whole[at : at + len(sound)] += sound
    return np.asarray(whole / np.abs(whole).max() * LOUDEST * 32767, dtype=np.int16)


def main() -> None:
    """Write one file for each sound."""
    SOUNDS.mkdir(parents=True, exist_ok=True)
    for name, notes in TUNES.items():
        path = SOUNDS / f"{name}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(tune(notes).tobytes())
        print(path.name, f"{path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
