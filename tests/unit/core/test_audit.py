from dataclasses import replace

import pytest

from kiosk.core.audit import is_act_of_staff
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    ClockConfirmed,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Happening,
    RulesChanged,
    Settled,
    SettledBecause,
)
from kiosk.core.ids import StaffId, VisitId
from kiosk.core.staff_events import RefusedBecause, SignInRefused
from tests.building import BENEFITS, an_event, entered, wording


def settled(because: SettledBecause) -> Settled:
    return Settled(VisitId("v"), None, BENEFITS, 1, because)


@pytest.mark.parametrize(
    ("what", "is_act"),
    [
        (AdmissionStopped(None, wording("Pause")), True),
        (AdmissionResumed(None), True),
        (RulesChanged("digest", "rules"), True),
        (ClockConfirmed(), True),
        (SignInRefused(None, RefusedBecause.UNKNOWN), True),
        (settled(SettledBecause.NOT_FOUND_INSIDE), True),
        (settled(SettledBecause.DAY_ENDED), False),
        (Corrected(BENEFITS, 1, CorrectedBecause.RECOUNT), True),
        (Corrected(BENEFITS, 1, CorrectedBecause.DAY_ENDED), False),
        (entered("v"), False),
        (Declined(None), False),
        (DayEnded(), False),
    ],
)
def test_what_only_staff_do_is_an_act_of_the_staff_whoever_it_was(what: Happening, *, is_act: bool) -> None:
    assert is_act_of_staff(an_event(what)) is is_act


@pytest.mark.parametrize("what", [entered("v"), DayEnded(), settled(SettledBecause.DAY_ENDED)])
def test_whatever_somebody_of_the_staff_did_is_an_act_of_the_staff(what: Happening) -> None:
    assert is_act_of_staff(replace(an_event(what), by=StaffId("berger")))
