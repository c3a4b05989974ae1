"""A screen of its own, with windows, a mouse, and a keyboard at which a USB scanner types."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end2end.program import wait_until

needs_display = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="Xvfb and xdotool are not installed; `./kiosk.sh test` installs them",
)


@dataclass(frozen=True)
class Display:
    """A display that runs; `name` is what programs find it by."""

    name: str

    @property
    def environment(self) -> dict[str, str]:
        """Where programs show their windows that are to be seen here."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def xdotool(self, *arguments: object, check: bool = True) -> str:
        called = subprocess.run(
            ["xdotool", *(str(each) for each in arguments)],  # noqa: S607 - wherever this machine has it
            env={"DISPLAY": self.name},
            capture_output=True,
            text=True,
            timeout=30,
            check=check,
        )
        return called.stdout

    def windows(self, name: str = "") -> list[str]:
        """Return the windows that are shown and whose name begins so, whoever they belong to."""
        return self.xdotool("search", "--onlyvisible", "--name", name, check=False).split()

    def window(self, name: str) -> str | None:
        """Return the first window of this name that is shown, if there is one."""
        return next(iter(self.windows(name)), None)

    def focus(self, name: str) -> None:
        """Let keys go to this window."""
        self.xdotool("windowfocus", "--sync", str(self.window(name)))

    def in_focus(self) -> str:
        """Return the window that keys go to."""
        return self.xdotool("getwindowfocus")

    def press(self, *keys: str) -> None:
        """Let the scanner press keys, as fast as scanners do."""
        self.xdotool("key", "--delay", "8", *keys)

    def scan(self, text: str) -> None:
        """Let the scanner read a code: it types it, and Enter."""
        self.xdotool("type", "--delay", "8", f"{text}\n")


@contextmanager
def a_display(folder: Path, width: int, height: int) -> Iterator[Display]:
    """Start a display of this size in pixels, and end it afterwards."""
    number = folder / "display"
    with number.open("wb") as told:
        size = f"{width}x{height}x24"
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", size, "-nolisten", "tcp"],  # noqa: S607 - as above
            pass_fds=[told.fileno()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        wait_until(lambda: number.read_text().endswith("\n"), "the display is there")
        yield Display(f":{number.read_text().strip()}")
    finally:
        server.terminate()
        server.wait()
