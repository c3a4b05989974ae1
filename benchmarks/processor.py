"""How much of the processor a process has used."""

import os
from pathlib import Path


def seconds_of(process: int) -> float:
    """The processor's time of all threads of a process so far; 0 where the system does not say."""
    try:
        # The name before these fields stands in parentheses, and may hold anything.
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
