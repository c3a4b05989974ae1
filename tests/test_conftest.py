"""Each guard over the tests bites: a session of bad tests is run under this project's own settings."""

import re
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parent.parent

_GOOD_AND_BAD = """
import os
import threading
import warnings

import pytest
from hypothesis import settings
from PySide6.QtCore import qWarning

_forever = threading.Event()


def test_leaves_a_thread():
    threading.Thread(target=_forever.wait, name="forgotten", daemon=True).start()


def test_ends_its_thread():
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


def test_is_warned_by_qt():
    qWarning("a stray warning")


def test_is_warned_by_python():
    warnings.warn("a stray warning")


def test_has_a_home_of_its_own():
    assert "user_of_this_machine" not in os.environ["HOME"] + os.environ["XDG_CONFIG_HOME"]
    assert "KIOSK_OFFICE" not in os.environ


def test_keeps_the_time_zone():
    assert os.environ["TZ"] == "Europe/Berlin"


def test_draws_into_memory(qapp):
    assert qapp.platformName() == "offscreen"


def test_draws_the_same_examples_each_time():
    assert settings().derandomize
"""

_STRANGE_MARKER = """
import pytest


@pytest.mark.misspelt
def test_has_a_strange_marker():
    pass
"""


def _run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, tests: str) -> pytest.RunResult:
    pytester.makepyprojecttoml((_PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pytester.makeconftest((_PROJECT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    (pytester.mkdir("tests") / "test_it.py").write_text(tests, encoding="utf-8")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    for name, value in {
        "CI": "true",
        "HOME": "/home/user_of_this_machine",
        "KIOSK_OFFICE": "office.toml",
        "TZ": "Europe/Berlin",
        "XDG_CONFIG_HOME": "/home/user_of_this_machine/.config",
    }.items():
        monkeypatch.setenv(name, value)
    return pytester.runpytest_subprocess()


def test_guards_fail_what_they_are_there_to_fail_and_nothing_else(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _run(pytester, monkeypatch, _GOOD_AND_BAD)
    result.assert_outcomes(passed=6, failed=2, errors=1)
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", result.stdout.str(), flags=re.MULTILINE))
    assert failed == {"test_leaves_a_thread", "test_is_warned_by_qt", "test_is_warned_by_python"}


def test_thread_that_is_left_is_named_with_the_line_that_started_it(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _run(pytester, monkeypatch, _GOOD_AND_BAD)
    result.stdout.fnmatch_lines(
        [
            "The thread 'forgotten' still runs after the test. It was started here:",
            "*test_it.py*, in test_leaves_a_thread",
            '*name="forgotten"*',
        ],
        consecutive=True,
    )


def test_unknown_marker_stops_the_tests(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    result = _run(pytester, monkeypatch, _STRANGE_MARKER)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*'misspelt' not found in `markers` configuration option*"])
