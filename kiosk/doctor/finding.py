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

    checked: str
    level: Level
    found: str
    mend: str


def well(checked: str, found: str) -> Finding:
    """Return the finding of a check that passed."""
    return Finding(checked, Level.OK, found, "")


def warning(checked: str, found: str, mend: str) -> Finding:
    """Return the finding of something that the door can work without."""
    return Finding(checked, Level.WARNING, found, mend)


def fault(checked: str, found: str, mend: str) -> Finding:
    """Return the finding of something that the door cannot work without."""
    return Finding(checked, Level.FAULT, found, mend)
