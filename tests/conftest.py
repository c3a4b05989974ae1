"""What holds for every test: where it runs, and what it must not leave behind.

Warnings, unknown markers and Qt's own warnings fail a test too; the settings for that stand in
pyproject.toml.
"""

import os
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

# Tests draw their windows into memory. This has to stand before Qt starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: a machine that is busy with something else has found no mistake.
settings.register_profile("dev", deadline=None)
# The same examples each time: a change is not refused for what somebody else's change left to be found.
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))

_PROJECT = Path(__file__).resolve().parent.parent
_SECONDS_TO_END = 1.0


@pytest.fixture(scope="session", autouse=True)
def _a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's files, settings and language away from the tests; the time zone stays the machine's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith(("KIOSK_", "LC_", "XDG_"))]:
            environment.delenv(name)
        environment.delenv("LANGUAGE", raising=False)
        environment.setenv("LANG", "C.UTF-8")
        environment.setenv("HOME", str(home))
        for name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "RUNTIME_DIR", "STATE_HOME"):
            folder = home / name.lower()
            folder.mkdir(mode=0o700)  # Qt warns of a runtime folder that others can read
            environment.setenv(f"XDG_{name}", str(folder))
        # A test that starts the program starts the one of this checkout, from whatever folder.
        environment.setenv("PYTHONPATH", str(_PROJECT))
        yield


@pytest.fixture(scope="session", autouse=True)
def _windows_can_be_made(_a_home_of_its_own: None, qapp: QApplication) -> None:
    """Make Qt's application for windows before any letter makes one that has none: there is one for all."""


@pytest.fixture(autouse=True)
def _no_thread_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test whose threads outlive it, and say where each of them was started."""
    started: dict[threading.Thread, traceback.StackSummary] = {}
    start = threading.Thread.start

    def start_and_remember(thread: threading.Thread) -> None:
        started[thread] = traceback.extract_stack()
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_and_remember)
    yield
    for thread in started:
        thread.join(_SECONDS_TO_END)
    left = [
        f"The thread {thread.name!r} still runs after the test. It was started here:\n"
        + "".join(traceback.format_list(_frames_of_the_test(stack)))
        for thread, stack in started.items()
        if thread.is_alive()
    ]
    if left:
        pytest.fail("\n".join(left), pytrace=False)


def _frames_of_the_test(stack: traceback.StackSummary) -> list[traceback.FrameSummary]:
    """Leave out how pytest came to the test, and the frame of `start_and_remember`."""
    machinery = (f"{os.sep}_pytest{os.sep}", f"{os.sep}pluggy{os.sep}", f"{os.sep}xdist{os.sep}")
    last_of_pytest = max(
        (i for i, frame in enumerate(stack) if any(part in frame.filename for part in machinery)), default=-1
    )
    return stack[last_of_pytest + 1 : -1]
