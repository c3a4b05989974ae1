"""Starts the real program, as a person at a terminal or a service does, and waits for what it does."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.premises import Premises

_PROGRAM = (sys.executable, "-P", "-m", "kiosk")
# A machine that is busy with other things may take this long (seconds) for what usually takes one.
PATIENCE = 60.0


def wait_until(
    condition: Callable[[], bool], what: str, *, every: float = 0.1, patience: float = PATIENCE
) -> None:
    """Wait until `condition` holds, or fail with what was waited for; it is asked `every` so many seconds."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, f"this did not happen within {patience:.0f} seconds: {what}"
        time.sleep(every)


@dataclass
class Running:
    """The program while it runs; what it says goes to files."""

    process: subprocess.Popen[bytes]
    out: Path
    err: Path

    def said(self) -> str:
        return self.out.read_text(encoding="utf-8")

    def complained(self) -> str:
        return self.err.read_text(encoding="utf-8")

    def runs(self) -> bool:
        return self.process.poll() is None

    def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, and return the exit code."""
        self.process.send_signal(by)
        return self.wait()

    def wait(self, patience: float = PATIENCE) -> int:
        return self.process.wait(timeout=patience)


@dataclass
class Desk:
    """Somebody at the office's computer; `heard` is all that the program ever said there.

    `own_terminal`: signals to what runs may go to all that it started, as Ctrl-C at a terminal does.
    """

    premises: Premises
    environment: dict[str, str] = field(default_factory=lambda: {"QT_QPA_PLATFORM": "offscreen"})
    heard: list[str] = field(default_factory=list)
    program: Sequence[str] = _PROGRAM
    own_terminal: bool = False

    def call(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command from the office's folder to its end."""
        called = subprocess.run(
            [*self.program, *(str(each) for each in arguments)],
            cwd=self.premises.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        self.heard += [called.stdout, called.stderr]
        return called

    @contextmanager
    def running(self, *arguments: object) -> Iterator[Running]:
        """Start a command that runs on, and see to it that it has ended afterwards."""
        number = len(list(self.premises.folder.glob("*.out")))
        out, err = (self.premises.folder / f"{number}.{kind}" for kind in ("out", "err"))
        with out.open("wb") as out_file, err.open("wb") as err_file:
            process = subprocess.Popen(
                [*self.program, *(str(each) for each in arguments)],
                cwd=self.premises.folder,
                env=self._environment(),
                stdout=out_file,
                stderr=err_file,
                start_new_session=self.own_terminal,
            )
        running = Running(process, out, err)
        try:
            yield running
        finally:
            if running.runs():
                process.kill()
            process.wait()
            self.heard += [running.said(), running.complained()]

    @contextmanager
    def open_door(self, door: str, camera: object) -> Iterator[Running]:
        """Open a door and wait until it is ready to scan."""
        with self.running("run", "--door", door, "--camera", camera, "--windowed") as running:
            wait_until(
                lambda: "ready to scan" in running.complained() or not running.runs(),
                f"{door} is ready to scan",
            )
            assert running.runs(), running.complained()
            yield running

    def _environment(self) -> dict[str, str]:
        without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        return {name: text for name, text in os.environ.items() if name not in without} | self.environment
