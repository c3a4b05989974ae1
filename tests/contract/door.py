"""A door in a process of its own: `door.py URL KEY_FILE CAP` answers one code a line with the reason."""

import sys
from pathlib import Path
from uuid import uuid4

from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, a_cap, an_office, at


def main() -> None:
    url, key_file, cap = sys.argv[1:]
    office = an_office(caps=[a_cap(int(cap))])
    ledger = Ledger.open(url, Path(key_file))
    gate = Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())
    for line in sys.stdin:
        print(gate.scan(line.strip(), EventId(str(uuid4())), at("10:00")).verdict.reason.value)  # noqa: T201 - the test reads it
    ledger.close()


if __name__ == "__main__":
    main()
