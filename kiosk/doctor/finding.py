"""What the doctor found."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How bad it is: a fault keeps the door from working, a warning does not."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was checked, how it is, what was found and how to mend it; `mend` is empty where all is well."""

    check: str
    level: Level
    found: str
    mend: str


def well(check: str, found: str) -> Finding:
    """Return the finding of a check that passed."""
    return Finding(check, Level.OK, found, "")


def warning(check: str, found: str, mend: str) -> Finding:
    """Return the finding of something that the door can work without."""
    return Finding(check, Level.WARNING, found, mend)


def fault(check: str, found: str, mend: str) -> Finding:
    """Return the finding of something that the door cannot work without."""
    return Finding(check, Level.FAULT, found, mend)
