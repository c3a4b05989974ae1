"""A real print service (CUPS) of one test: its own folder and socket, and printers whose paper is files."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.end2end.program import wait_until
from tests.printers import Manner

_SBIN: Final = "/usr/sbin:/usr/local/sbin"
_DAEMON: Final = Path("/usr/lib/cups/daemon")
_CUPSD: Final = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:{_SBIN}")

needs_cups = pytest.mark.skipif(
    _CUPSD is None or not _DAEMON.is_dir(),
    reason="cupsd is not installed (Debian: cups-daemon); CONTRIBUTING.md says why not by kiosk.sh",
)

_FILES: Final = """\
ServerRoot {folder}
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
ServerBin {folder}/bin
DataDir {folder}/share
Printcap
"""
_SERVICE: Final = """\
Listen {folder}/socket
Browsing No
WebInterface No
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_PRINTER: Final = """\
<{kind} {name}>
DeviceURI paper:{folder}/{name}
State {state}
Accepting {accepting}
JobSheets none none
</{kind}>
"""
# Called as: job, user, title, copies, settings, and the file unless it comes by itself.
_BACKEND: Final = """\
#!/bin/sh
[ $# = 0 ] && exit 0
place=${DEVICE_URI#paper:}
cat "${6:--}" > "$place.unfinished"
printf '%s\\n' "$3" "$4" "$5" > "$place.job"
mv "$place.unfinished" "$place.pdf"
"""


@dataclass
class PrivateCups:
    """The service while it runs."""

    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def address(self) -> str:
        """Return what the environment variable CUPS_SERVER says of it."""
        return str(self.folder / "socket")

    def paper(self, printer: str) -> Path:
        """Return the sheets that came out of a printer last, once they are there as a whole."""
        paper = self.folder / f"{printer}.pdf"
        wait_until(paper.exists, f"{printer} prints")
        return paper

    def settings(self, printer: str) -> set[str]:
        """Return with what the job was printed that came out of a printer last."""
        title, copies, settings = (self.folder / f"{printer}.job").read_text(encoding="utf-8").splitlines()
        return {f"title={title}", f"copies={copies}", *settings.split()}

    def jobs(self) -> list[str]:
        """Return a line of its log for each job that is done."""
        log = self.folder / "page_log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def kept(self) -> Iterator[Path]:
        """Give every file that it has kept when it has ended, but for the paper of the printers."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and path.suffix != ".pdf":
                yield path

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Let it take connections and answer nothing."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def end(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        self.process.wait()


@contextmanager
def private_cups(**printers: Manner) -> Iterator[PrivateCups]:
    """Start a service with these printers, the first of which is the usual one."""
    assert _CUPSD is not None
    # The names of sockets are short, and those of a test's folder are not.
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        # As root it prints as a user of its own.
        folder.chmod(0o711)
        for each in ("cache", "state", "spool/tmp", "bin/backend", "share/mime"):
            (folder / each).mkdir(parents=True)
        (folder / "bin" / "daemon").symlink_to(_DAEMON)
        (folder / "share" / "mime" / "mime.types").write_text("application/pdf pdf string(0,%PDF)\n")
        (folder / "bin" / "backend" / "paper").write_text(_BACKEND)
        # For nobody else, so that it is called as who started the service.
        (folder / "bin" / "backend" / "paper").chmod(0o700)
        (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
        (folder / "cupsd.conf").write_text(_SERVICE.format(folder=folder))
        (folder / "printers.conf").write_text("".join(_described(folder, printers)))
        process = subprocess.Popen(
            [_CUPSD, "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"]
        )
        cups = PrivateCups(process, folder)
        try:
            wait_until(lambda: (folder / "socket").exists() or process.poll() is not None, "cupsd starts")
            assert process.poll() is None, "cupsd ends at once"
            yield cups
        finally:
            cups.end()


def _described(folder: Path, printers: dict[str, Manner]) -> Iterator[str]:
    for number, (name, manner) in enumerate(printers.items()):
        yield _PRINTER.format(
            kind="Printer" if number else "DefaultPrinter",
            name=name,
            folder=folder,
            state="Stopped" if manner is Manner.IS_STOPPED else "Idle",
            accepting="No" if manner is Manner.REFUSES else "Yes",
        )
