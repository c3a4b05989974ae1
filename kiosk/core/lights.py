"""How the parts of a door are, each in one word."""

from dataclasses import dataclass
from enum import Enum

from kiosk.core.self_test import SelfTest


class Light(Enum):
    """How one part of the door is."""

    GOOD = "good"
    WORKING_ON_IT = "working_on_it"
    BROKEN = "broken"
    NOT_USED = "not_used"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Lights:
    """How the parts of the door are, on this machine or by its last report.

    `self_test` is None where the office wants none, and on a machine that cannot know of it.
    """

    camera: Light
    scanner: Light
    database: Light
    clock: Light
    self_test: SelfTest | None = None
