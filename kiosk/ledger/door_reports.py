"""What the doors last said of their devices: one row for each door, which is no part of the record."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.core.door_report import DoorReport
from kiosk.core.lights import Light
from kiosk.core.office import DoorId
from kiosk.ledger.codec import micros, moment
from kiosk.ledger.database import Direct
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.schema import door_report

_TOLD = ("reported_at", "camera", "scanner", "last_good_scan_at")
_for_sqlite, _for_postgresql = sqlite.insert(door_report), postgresql.insert(door_report)
_WRITE = {
    "sqlite": Prepared(
        _for_sqlite.on_conflict_do_update(
            index_elements=["door"], set_={name: _for_sqlite.excluded[name] for name in _TOLD}
        )
    ),
    "postgresql": Prepared(
        _for_postgresql.on_conflict_do_update(
            index_elements=["door"], set_={name: _for_postgresql.excluded[name] for name in _TOLD}
        )
    ),
}
_READ = Prepared(select(door_report).order_by(door_report.c.door))


def write_report(direct: Direct, report: DoorReport, lead: timedelta) -> None:
    """Put a report in the place of the door's last one. `lead` is how far the door's clock is ahead."""
    if direct.dialect.name == "postgresql":
        # A report that a power cut takes is made anew: nobody waits for the disk.
        direct.driver.execute("SET LOCAL synchronous_commit = off")
    last = report.last_good_scan_at
    _WRITE[direct.dialect.name].run(
        direct,
        door=report.door,
        reported_at=micros(report.reported_at - lead),
        camera=report.camera.value,
        scanner=report.scanner.value,
        last_good_scan_at=None if last is None else micros(last - lead),
    )


def read_reports(direct: Direct, lead: timedelta) -> tuple[DoorReport, ...]:
    """Return the last report of each door, by its name. `lead` is how far the reader's clock is ahead."""
    return tuple(
        DoorReport(
            DoorId(door),
            moment(reported_at) + lead,
            _light(camera),
            _light(scanner),
            None if last_good_scan_at is None else moment(last_good_scan_at) + lead,
        )
        for door, reported_at, camera, scanner, last_good_scan_at in _READ.run(direct).fetchall()
    )


def _light(stored: str) -> Light:
    try:
        return Light(stored)
    except ValueError as error:
        raise LedgerCorruptedError(
            f"The ledger knows no light {stored!r} of a door. Install the newest program here too."
        ) from error
