"""Whether what is recorded will last: the office's file, the key, the ledger and the disk below it."""

import errno
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.config import OfficeFile, OfficeFileError, load_office_file
from kiosk.core.privacy import PeopleKept, people_since
from kiosk.doctor.finding import Finding, Level, fault, warning, well
from kiosk.gate.kept_files import KeptFiles, overdue_files
from kiosk.languages.counted import counted
from kiosk.ledger.address import sqlite_file
from kiosk.ledger.errors import LedgerError, LedgerKeyError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.secret_file import KEY_BYTES, is_kept

_MIB = 1024 * 1024
LITTLE_SPACE = 1024 * _MIB
TOO_LITTLE_SPACE = 100 * _MIB

# Measured: 1 to 4 ms for disks, 1 µs for memory that poses as one. Nothing that writes to a medium answers
# within 10 µs.
SUSPICIOUS_SYNC_SECONDS = 10e-6
SLOW_SYNC_SECONDS = 0.1
_SYNCS = 5
_BLOCK = bytes(4096)

# How SQLite and PostgreSQL are set when a commit outlasts a power cut, see LedgerHealth.
_SAFE_LEVELS = {"extra", "full", "on"}
_IN_MEMORY = {"tmpfs", "ramfs"}
_OVER_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"}
_IN_CONTAINER = {"overlay", "aufs"}
_CANNOT_TELL = "unknown"


@dataclass(frozen=True, slots=True)
class LedgerExamined:
    """What was found out about the ledger, its staff's key and the deletion of names, as far as it opens.

    `last_event_at` is when its last event happened, None where there is none.
    """

    finding: Finding
    pin_key: Finding
    deletion: Finding | None
    last_event_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A kind of key file: what it is called, what cannot be done without it, and who makes it."""

    name: str
    loss: str
    maker: str


LETTERS = KeyFile("key file", "no letter is known", "the first start of the door makes it")
PINS = KeyFile("PIN key file", "nobody of the staff can sign in", "kiosk staff add --role admin makes it")


def read_office_file(path: Path) -> tuple[OfficeFile | None, tuple[Finding, ...]]:
    """Read the office's file; where it cannot be used, return None and a finding for each problem."""
    try:
        office_file = load_office_file(path)
    except OfficeFileError as error:
        mend = f"correct {path}, then run kiosk check-config"
        return None, tuple(fault("office file", str(problem), mend) for problem in error.problems)
    office = office_file.office
    found = f"{office.name}: {counted(len(office.areas), 'area')}, {counted(len(office.doors), 'door')}"
    return office_file, (well("office file", found),)


def key_file(path: Path, kind: KeyFile = LETTERS, *, needed: bool) -> Finding:
    """Check that the key is there and only its owner can read it; `needed`: something rests on it already."""
    try:
        status = path.stat()
    except FileNotFoundError:
        if needed:
            return fault(kind.name, f"{path} is missing: {kind.loss}", "restore it from the backup")
        return warning(kind.name, f"there is no {path} yet", kind.maker)
    except OSError as error:
        return fault(kind.name, f"{path}: {error.strerror}", "give this user the right to read it")
    # Windows keeps rights in other ways: a file in the user's own folder is readable by its owner only.
    if sys.platform != "win32" and status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        mode = stat.S_IMODE(status.st_mode)
        return fault(kind.name, f"others can read {path} (mode {mode:04o})", f"chmod 600 '{path}'")
    if status.st_size != KEY_BYTES or not os.access(path, os.R_OK):
        return fault(kind.name, f"{path} holds no key that this user can read", "restore it from the backup")
    return well(kind.name, f"{path}, readable by its owner only; is it in the backup?")


def pin_key_file(path: Path, opened: Ledger) -> Finding:
    """Check the key of the PINs, and that it is the one with which those of the ledger's staff were made."""
    has_staff = bool(opened.staff())
    finding = key_file(path, PINS, needed=has_staff)
    if not has_staff or finding.level is not Level.OK:
        return finding
    try:
        opened.pin_key(path)
    except LedgerKeyError:
        return fault(
            PINS.name, f"{path} is another key: {PINS.loss}", "restore the right one from the backup"
        )
    return finding


def ledger(office_file: OfficeFile, now: datetime) -> LedgerExamined:
    """Open the ledger as a start of the door would; a SQLite file that is not there yet is not made."""
    file = sqlite_file(office_file.database_url)
    if file is not None and is_missing(file) and not is_kept(office_file.key_file):
        finding = warning("ledger", f"there is no {file} yet", "the first start of the door makes it")
        return LedgerExamined(finding, key_file(office_file.pin_key_file, PINS, needed=False), None, None)
    try:
        opened = Ledger.open(office_file.database_url, office_file.key_file)
        try:
            health, last = opened.health(), opened.last_events(1)
            pin_key = pin_key_file(office_file.pin_key_file, opened)
            since = people_since(office_file.office, now)
            gone = deletion(opened.people_kept(since), overdue_files(office_file, since), now)
        finally:
            opened.close()
    except LedgerError as error:
        finding = fault("ledger", str(error), "mend this first, then run kiosk doctor again")
        return LedgerExamined(finding, key_file(office_file.pin_key_file, PINS, needed=False), None, None)
    found = (
        f"{health.backend} {health.version}, {health.place}, {counted(health.events, 'event')}, "
        f"{health.size / _MIB:.1f} MiB, journal {health.journal_mode}, sync {health.sync_level}"
    )
    if health.sync_level not in _SAFE_LEVELS:
        finding = fault(
            "ledger",
            f"{found}: a power cut can lose entries that were shown",
            "switch fsync and synchronous_commit on in postgresql.conf",
        )
    elif file is not None and not os.access(file, os.W_OK):
        finding = fault(
            "ledger",
            f"{found}: it can be read and not be written, so that the door lets nobody in",
            f"give this user the right to write {file}",
        )
    else:
        finding = well("ledger", found)
    return LedgerExamined(finding, pin_key, gone, last[0].event.at if last else None)


def is_missing(file: Path) -> bool:
    """Whether it is sure that there is no such file; of a folder that is closed to this user nobody knows."""
    try:
        return not file.exists()
    except PermissionError:
        return False


def deletion(people: PeopleKept, files: KeptFiles, now: datetime) -> Finding:
    """Judge whether what is known of people is deleted when its time is over."""
    checked = "deletion of names"
    if people.overdue and people.oldest is not None:
        kept = counted(people.overdue, "person", "people")
        ago = counted((now - people.oldest).days, "day")
        return fault(
            checked,
            f"{kept} should have been deleted; the oldest came {ago} ago",
            "a door that is open deletes by itself: is one open every day? Now: kiosk privacy purge",
        )
    if files.all:
        lying = counted(len(files.all), "list or letter lies", "lists and letters lie")
        return warning(checked, f"{lying} there for too long", "kiosk privacy purge")
    known = counted(people.people, "person", "people")
    return well(checked, f"something is known of {known}, and of nobody for too long")


def disk(folder: Path) -> Iterator[Finding]:
    """Examine the disk that holds `folder`, on which the ledger is."""
    if not folder.is_dir():
        yield fault("disk", f"there is no folder {folder}", f"mkdir -p '{folder}'")
        return
    yield space(folder, shutil.disk_usage(folder).free)
    if sys.platform == "linux":
        yield file_system(folder, Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"))
    yield syncing(folder)


def space(folder: Path, free: int) -> Finding:
    """Judge the free space (bytes); an event takes about a kilobyte."""
    found = f"{free / _MIB:.0f} MiB are free in {folder}"
    mend = "free some space on this disk"
    if free < TOO_LITTLE_SPACE:
        return fault("disk space", found, mend)
    return warning("disk space", found, mend) if free < LITTLE_SPACE else well("disk space", found)


def file_system(folder: Path, mounts: str) -> Finding:
    """Judge the file system that holds `folder`; `mounts` is the text of /proc/mounts."""
    kind = _kind_of_file_system(folder.resolve(), mounts)
    found = f"{folder} is on {kind}"
    local = "move the ledger to a local disk: [storage] in the office's file"
    if kind in _IN_MEMORY:
        return fault("file system", f"{found}, in memory: nothing outlasts a power cut", local)
    if kind in _OVER_NETWORK:
        return warning("file system", f"{found}, over the network: SQLite's locks may not hold there", local)
    if kind in _IN_CONTAINER:
        return warning("file system", f"{found}: what is written goes with the container", local)
    return well("file system", found)


def _kind_of_file_system(folder: Path, mounts: str) -> str:
    """Return the type of the last mount among the deepest ones around `folder`."""
    kind, depth = _CANNOT_TELL, -1
    for line in mounts.splitlines():
        fields = line.split()
        # Blanks in a path are written \040 in this file.
        point = Path(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = fields[2], len(point.parts)
    return kind


def syncing(folder: Path) -> Finding:
    """Write a few blocks and measure how long the disk takes to have them for good."""
    try:
        seconds = sorted(_measure_syncs(folder))[_SYNCS // 2]
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        mend = "free some space on this disk" if full else "give this user the right to write there"
        return fault("disk sync", f"{folder}: {error.strerror}", mend)
    return judge_sync(seconds)


def judge_sync(seconds: float) -> Finding:
    """Judge how long the disk takes to have a block for good."""
    found = f"a block is on the disk after {seconds * 1000:.3f} ms"
    if seconds < SUSPICIOUS_SYNC_SECONDS:
        return warning(
            "disk sync",
            f"{found}, faster than any disk can be: it may only say so",
            "use a disk that keeps what it has acknowledged, or switch its write cache off",
        )
    if seconds > SLOW_SYNC_SECONDS:
        return warning("disk sync", f"{found}: visitors will wait for it", "use another disk, best an SSD")
    return well("disk sync", found)


def _measure_syncs(folder: Path) -> Iterable[float]:
    with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
        for _ in range(_SYNCS):
            file.write(_BLOCK)
            begun = time.perf_counter()
            os.fsync(file.fileno())
            yield time.perf_counter() - begun
