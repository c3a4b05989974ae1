"""What the page lets a process of its own do: whatever is drawn by Qt, which no server may hold in itself."""

import asyncio
import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from kiosk.web.ledger_thread import TooBusyError

MOST_WAITING = 8
LONGEST_SECONDS = 60.0
"""Two seconds are usual; a machine that is busy with other things has taken ten."""
_KIOSK = (sys.executable, "-P", "-m", "kiosk")

_log = logging.getLogger(__name__)


class ErrandError(Exception):
    """The process did not do what it was sent for."""


class Errands:
    """Calls commands of the kiosk, one at a time, and ends one that takes too long."""

    def __init__(
        self, office: Path, longest_seconds: float = LONGEST_SECONDS, program: tuple[str, ...] = _KIOSK
    ) -> None:
        """`program` takes the words of a command, the office's file, and where the made file goes."""
        self._office = office
        self._program = program
        self._longest_seconds = longest_seconds
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="page-errands")
        self._waiting = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._lock = Lock()

    async def file_of(self, command: tuple[str, ...], option: str, name: str) -> bytes:
        """Return the file `name` that a command writes where `option` says.

        Raises ErrandError, and TooBusyError.
        """
        if self._waiting >= MOST_WAITING:
            raise TooBusyError
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._executor, self._run, command, option, name)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the process that runs, begin none of those that wait, and end the thread."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()
        self._executor.shutdown(wait=True)

    def _run(self, command: tuple[str, ...], option: str, name: str) -> bytes:
        with TemporaryDirectory(prefix="kiosk-") as folder:
            file = Path(folder) / name
            # An argument that begins with "-" would be an option: whoever calls has checked what was typed.
            called = (*self._program, *command, "--office", str(self._office), option, str(file))
            self._finish(self._begun(called))
            try:
                return file.read_bytes()
            except OSError as error:
                raise ErrandError(f"nothing was written: {error}") from error

    def _begun(self, called: tuple[str, ...]) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._is_closed:
                raise ErrandError("the page ends")
            self._process = subprocess.Popen(  # noqa: S603 - no shell, and every argument is checked before
                called,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )
            return self._process

    def _finish(self, process: "subprocess.Popen[bytes]") -> None:
        with process:
            try:
                _, said = process.communicate(timeout=self._longest_seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                raise ErrandError("it took too long") from None
            finally:
                with self._lock:
                    self._process = None
        if process.returncode != 0:
            _log.error("a process of the page failed: %s", said.decode(errors="replace").strip()[-400:])
            raise ErrandError(f"it ended with {process.returncode}")
