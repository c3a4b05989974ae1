"""Imports a list as the program does, and kills itself at a given moment, as a power cut would.

    python killed_import.py OFFICE LIST MOMENT

MOMENT is `reading`, `committed`, or after how many of the statements that write the list it happens.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.commands import appointments
from kiosk.ledger.database import Direct
from kiosk.ledger.prepared import Prepared

office, list_file, moment = sys.argv[1:]


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Writing:
    """Counts the statements that have written something."""

    done = 0


run_each = Prepared.run_each


def run_each_and_die(self: Prepared, direct: Direct, rows: Sequence[dict[str, object]]) -> int:
    touched = run_each(self, direct, rows)
    Writing.done += bool(rows)
    if rows and str(Writing.done) == moment:
        die()
    return touched


match moment:
    case "reading":
        setattr(appointments, "read_list", die)  # noqa: B010 - what it is set to has another type
    case "committed":
        setattr(appointments, "print_plan", die)  # noqa: B010 - as above
    case _:
        setattr(Prepared, "run_each", run_each_and_die)  # noqa: B010 - as above
appointments.import_list(Path(office), Path(list_file), dry_run=False)
