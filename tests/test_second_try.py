"""Only what runs in real time may be tried a second time, and only a little of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "second_try.py"
_WINDOW = "tests/ui/test_window.py::test_a"
_PROGRAM = "tests/end2end/test_door.py::test_b"
_PAGE = "tests/browser/test_live.py::test_c"
_RULE = "tests/unit/core/test_decide.py::test_d"


def second_try(folder: Path, *fallen: str) -> tuple[int, list[str]]:
    """Return how the script ends for these fallen tests, and which of them it names."""
    kept = folder / ".pytest_cache" / "v" / "cache" / "lastfailed"
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps(dict.fromkeys(fallen, True)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(_SCRIPT)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_a_window_a_page_and_a_program_may_try_once_more(tmp_path: Path) -> None:
    assert second_try(tmp_path, _WINDOW, _PROGRAM, _PAGE) == (0, [_WINDOW, _PROGRAM, _PAGE])


@pytest.mark.parametrize(
    "fallen",
    [
        pytest.param([_RULE], id="a rule of the core"),
        pytest.param([_WINDOW, _RULE], id="a rule beside a window"),
        pytest.param([f"{_WINDOW}[{number}]" for number in range(4)], id="four at once"),
        pytest.param([], id="a run that ended without a fallen test"),
    ],
)
def test_anything_else_that_falls_has_fallen(tmp_path: Path, fallen: list[str]) -> None:
    assert second_try(tmp_path, *fallen) == (1, [])
