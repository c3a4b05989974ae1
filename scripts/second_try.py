"""Prints which of the tests that fell in the last run may be tried once more; ends with 1 if not all may.

Windows, pages and whole programs are tested in real time, beside whatever else the machine does, and now and
then one falls by that alone. `kiosk.sh` names such a one, since what falls and then stands has a cause to be
found: two such falls were faults of the program. A rule of the core, or a fourth fall, is never tried again.
"""

import json
import sys
from pathlib import Path

_FALLEN = Path(".pytest_cache/v/cache/lastfailed")
"""What pytest keeps for its `--last-failed`."""
_IN_REAL_TIME = ("tests/browser/", "tests/end2end/", "tests/ui/")
_MOST = 3


def main() -> int:
    """Print the tests, one a line."""
    fallen = list(json.loads(_FALLEN.read_text(encoding="utf-8"))) if _FALLEN.exists() else []
    if not 0 < len(fallen) <= _MOST or not all(test.startswith(_IN_REAL_TIME) for test in fallen):
        return 1
    print(*fallen, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
