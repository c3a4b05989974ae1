"""What becomes of a command's output where the terminal knows few signs, or the disk it goes to is full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk

SAMPLE = Path(kiosk.__file__).parent / "resources" / "office" / "dessau-rosslau.toml"
FULL = Path("/dev/full")


def test_signs_that_the_terminal_lacks_are_printed_by_their_numbers() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "kiosk", "languages", "list", "--office", SAMPLE],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert rb"\u0420\u0443\u0441\u0441\u043a\u0438\u0439" in ended.stdout


@pytest.mark.skipif(not FULL.exists(), reason="there is no disk here that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_finds_no_room_is_told_in_a_sentence(unbuffered: str) -> None:
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "kiosk", "--version"],
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == (
        "kiosk: what was to be written is cut off (No space left on device): free some space\n"
    )
