"""A tap of the staff, for tests that need one and no panel."""

from datetime import datetime

from kiosk.clock import new_name
from kiosk.core.ids import EventId, StaffId
from kiosk.gate.tap import Tap


def a_tap(when: datetime) -> Tap:
    """Return a new tap of a guard, at no door."""
    return Tap(EventId(new_name()), StaffId("guard"), None, when)
