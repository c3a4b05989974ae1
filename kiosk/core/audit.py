"""Which events are acts of the staff: what the day's audit shows."""

from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    ClockConfirmed,
    Corrected,
    CorrectedBecause,
    Event,
    RulesChanged,
    Settled,
    SettledBecause,
)
from kiosk.core.help_events import HelpEnded, HelpEndedBecause
from kiosk.core.staff_events import StaffHappening


def is_act_of_staff(event: Event) -> bool:
    """Say whether a person of the staff did this, known or not, and not a visitor or the passing of time."""
    if event.by is not None:
        return True
    match event.what:
        case AdmissionStopped() | AdmissionResumed() | RulesChanged() | ClockConfirmed():
            return True
        case Settled(because=because):
            return because is not SettledBecause.DAY_ENDED
        case Corrected(because=because):
            return because is not CorrectedBecause.DAY_ENDED
        case HelpEnded(because=because):
            return because is HelpEndedBecause.ANSWERED
        case _:
            return isinstance(event.what, StaffHappening)
