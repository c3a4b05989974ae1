"""The doctor examines everything that a door stands on, and names the mend for what is wrong."""

from datetime import datetime
from pathlib import Path

from kiosk.doctor import storage
from kiosk.doctor.clock import examine_clock
from kiosk.doctor.finding import Finding, Level
from kiosk.doctor.machine import examine_machine
from kiosk.ledger.address import sqlite_file

__all__ = ["Finding", "Level", "examine"]


def examine(office_file: Path | None, now: datetime) -> tuple[Finding, ...]:
    """Examine the machine, the clock that shows `now` (aware) and, with its file, the office's ledger.

    It takes some seconds, and changes nothing but what a start of the door would: an older ledger is brought
    up to date. Whether the ledger's events add up is `kiosk verify`'s to say.
    """
    findings = [*examine_machine()]
    office, of_office = (None, ()) if office_file is None else storage.read_office_file(office_file)
    findings += of_office
    last_event_at = None
    if office is not None:
        examined = storage.ledger(office, now)
        last_event_at = examined.last_event_at
        file = sqlite_file(office.database_url)
        findings.append(
            storage.key_file(office.key_file, needed=file is not None and not storage.is_missing(file))
        )
        findings += (examined.pin_key, examined.finding)
        findings += () if examined.deletion is None else (examined.deletion,)
        findings += storage.disk(office.path.parent if file is None else file.parent)
    findings += examine_clock(now, last_event_at)
    return tuple(findings)
