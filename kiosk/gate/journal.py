"""What a panel has to remember through a crash: the taps under way, and what was done by hand.

One file for each panel that runs beside a door, named `panel-DOOR.N.journal`, and locked while it runs. Each
line is a JSON object with a checksum, on the disk before anything rests on it:

    {"check": SHA-256 of what, "what": {"became": ..., "tap": ..., of a new tap also order, by, door, at}}

A last line that is torn was never acknowledged, and is cut off. A whole line that is bad is damage: the file
is copied aside and said to the log, and the good lines count. When nothing is left to remember, the file is
emptied: it holds no history, and never a name or what was typed to search for somebody.
"""

import hashlib
import json
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.office import DoorId
from kiosk.core.orders import Order
from kiosk.core.trouble import Trouble
from kiosk.gate.tap import Tap
from kiosk.gate.written_orders import order_from_json, order_to_json
from kiosk.ledger.codec import micros, moment
from kiosk.whole_file import sync_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_MOST_PANELS = 9
# An idle file is emptied at this size, in bytes: a tap takes some 300.
_EMPTIED_AT = 64 * 1024

_log = logging.getLogger(__name__)


class JournalError(Exception):
    """The journal cannot be written or read; the sentence says why, where, and how to mend it."""


class Became(Enum):
    """What is known of a tap."""

    UNDER_WAY = "under_way"
    KEPT = "kept"
    REFUSED = "refused"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Noted:
    """A tap that is not over. `because` is why the ledger refused for good what had been done by hand."""

    tap: Tap
    order: Order
    became: Became
    because: NotDone | Trouble | None = None


class Journal:
    """The journal of one panel; used by one thread. Every method but `close` may raise JournalError."""

    def __init__(self, folder: Path, door: DoorId) -> None:
        """Nothing is read or written before `open`."""
        self._folder = folder
        self._door = door
        self._path = folder
        self._file: int | None = None
        self._length = 0
        self._noted: dict[EventId, Noted] = {}

    @property
    def noted(self) -> tuple[Noted, ...]:
        """The taps that are not over, in the order in which they were first noted."""
        return tuple(self._noted.values())

    def open(self) -> None:
        """Take a file that no other panel holds, with what was left in it; nothing happens if it is open.

        What panels of this door left behind that do not run any more is taken over.
        """
        if self._file is not None:
            return
        with self._named_errors():
            if not self._folder.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                sync_folder(self._folder.parent)
        for number in range(1, _MOST_PANELS + 1):
            self._path = self._folder / f"panel-{self._door}.{number}.journal"
            with self._named_errors():
                held = _locked(self._path)
                if held is not None:
                    self._file = held
                    break
        else:
            raise JournalError(
                f"{_MOST_PANELS} panels of the door {self._door} hold their journals in {self._folder} "
                "already: close those that nobody uses"
            )
        try:
            with self._named_errors():
                sync_folder(self._folder)
                self._read()
                self._take_over_others(number)
                self._empty_if_idle(0)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let the file go; what it holds stays for the next panel."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def note(self, tap: Tap, order: Order) -> None:
        """Note a tap before it is carried out; it is on the disk when this returns."""
        self._write(Noted(tap, order, Became.UNDER_WAY))

    def keep(self, tap: Tap, order: Order) -> None:
        """Keep what was done by hand until the ledger has it; it is on the disk when this returns."""
        self._write(Noted(tap, order, Became.KEPT))

    def refuse(self, tap: EventId, because: NotDone | Trouble) -> None:
        """Keep that the ledger will not take what had been done by hand."""
        kept = self._noted[tap]
        # In memory first: a disk that takes nothing must not have the same asked again and again.
        self._noted[tap] = replace(kept, became=Became.REFUSED, because=because)
        self._append(_of_state(tap, Became.REFUSED, because), sync=True)

    def over(self, tap: EventId) -> None:
        """Forget a tap of which everything is known.

        Not synced: what a power cut takes of this is asked of the ledger again, by the tap's id.
        """
        if self._noted.pop(tap, None) is None:
            return
        self._append(_of_state(tap, Became.OVER), sync=False)
        self._empty_if_idle(_EMPTIED_AT)

    def _write(self, noted: Noted) -> None:
        self._append(_of_noted(noted), sync=True)
        self._noted[noted.tap.id] = noted

    def _append(self, what: dict[str, Any], *, sync: bool) -> None:
        self.open()
        file, line = self._opened, _line(what)
        with self._named_errors():
            try:
                # What a write that failed before may have left behind is written over.
                os.lseek(file, self._length, os.SEEK_SET)
                written = 0
                while written < len(line):
                    written += os.write(file, line[written:])
                if sync:
                    os.fsync(file)
            except OSError:
                # Whoever is told that nothing was kept must not meet it again after the next start.
                self._cut_off()
                raise
        self._length += len(line)

    def _cut_off(self) -> None:
        try:
            os.ftruncate(self._opened, self._length)
        except OSError as error:
            _log.error("the end of %s cannot be cut off: %s", self._path, error)

    def _empty_if_idle(self, size: int) -> None:
        if not self._noted and self._length > size:
            with self._named_errors():
                os.ftruncate(self._opened, 0)
                self._length = 0

    def _read(self) -> None:
        content = _content(self._opened)
        self._noted, self._length, damaged = _remembered(content)
        if damaged:
            aside = self._path.with_suffix(".damaged")
            shutil.copyfile(self._path, aside)
            _log.error("%d lines of %s are damaged; it was copied to %s", damaged, self._path, aside)
        os.ftruncate(self._opened, self._length)

    def _take_over_others(self, own: int) -> None:
        """Take what other panels of this door have left that do not run any more, each tap by its id once."""
        for number in range(1, _MOST_PANELS + 1):
            path = self._folder / f"panel-{self._door}.{number}.journal"
            if number == own or not path.exists():
                continue
            other = _locked(path)
            if other is None:
                continue
            try:
                self._take_over(other)
            except (OSError, JournalError) as error:
                # What is in two files now counts once all the same; the next start tries again.
                _log.error("what is left in %s was not taken over: %s", path, error)
            finally:
                os.close(other)

    def _take_over(self, other: int) -> None:
        left, _, _ = _remembered(_content(other))
        for noted in left.values():
            if noted.tap.id not in self._noted:
                self._write(noted)
        os.ftruncate(other, 0)

    @property
    def _opened(self) -> int:
        if self._file is None:
            raise JournalError(f"the journal {self._path} is closed")
        return self._file

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        """Turn what the system says inside the block into a JournalError."""
        try:
            yield
        except OSError as error:
            raise JournalError(
                f"The journal {self._path} cannot be written ({error.strerror}). Free space on its disk, "
                "and give the program's user the right to write in its folder."
            ) from error


def _of_noted(noted: Noted) -> dict[str, Any]:
    what = _of_state(noted.tap.id, noted.became, noted.because)
    return what | {
        "order": order_to_json(noted.order),
        "by": noted.tap.by,
        "door": noted.tap.door,
        "at": micros(noted.tap.at),
    }


def _of_state(tap: EventId, became: Became, because: NotDone | Trouble | None = None) -> dict[str, Any]:
    why = {} if because is None else {"because": because.value, "of": type(because).__name__}
    return {"became": became.value, "tap": tap} | why


def _line(what: dict[str, Any]) -> bytes:
    return json.dumps({"check": _checksum(what), "what": what}).encode() + b"\n"


def _checksum(what: object) -> str:
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()


def _remembered(content: bytes) -> tuple[dict[EventId, Noted], int, int]:
    """Return what is not over, up to where the content is good, and how many whole lines of it are bad."""
    noted: dict[EventId, Noted] = {}
    length = end = damaged = 0
    for line in content.splitlines(keepends=True):
        end += len(line)
        try:
            _read_line(line, noted)
        except (ValueError, KeyError, TypeError):
            damaged += line.endswith(b"\n")
        else:
            length = end
    return noted, length, damaged


def _read_line(line: bytes, noted: dict[EventId, Noted]) -> None:
    if not line.endswith(b"\n"):
        raise ValueError("the line is torn")
    read = json.loads(line)
    what = read["what"]
    if read["check"] != _checksum(what):
        raise ValueError("the line is damaged")
    tap, became = EventId(what["tap"]), Became(what["became"])
    because = _because(what)
    if became is Became.OVER:
        noted.pop(tap, None)
    elif "order" in what:
        by = None if what["by"] is None else StaffId(what["by"])
        door = None if what["door"] is None else DoorId(what["door"])
        full = Tap(tap, by, door, moment(what["at"]))
        noted[tap] = Noted(full, order_from_json(what["order"]), became, because)
    else:
        noted[tap] = replace(noted[tap], became=became, because=because)


def _because(what: dict[str, Any]) -> NotDone | Trouble | None:
    if "because" not in what:
        return None
    kinds: dict[str, type[NotDone | Trouble]] = {"NotDone": NotDone, "Trouble": Trouble}
    return kinds[what["of"]](what["because"])


def _content(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    return b"".join(iter(lambda: os.read(file, 1 << 20), b""))


def _locked(path: Path) -> int | None:
    """Open the file, which is made where there is none, and lock it; None if somebody else holds it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if sys.platform == "win32":
            # Windows locks bytes against reading too: one that no journal reaches stands for the file.
            os.lseek(file, 1 << 30, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(file)
        return None
    except OSError:
        os.close(file)
        raise
    return file
