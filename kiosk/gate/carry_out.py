"""The staff's orders, each led to the act that does it: in one transaction, and by one tap only once."""

from dataclasses import replace
from typing import assert_never

from kiosk.core.day_report import DayReport
from kiosk.core.guard_view import Found
from kiosk.core.ids import StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office
from kiosk.core.orders import (
    Admit,
    AnswerHelp,
    CallNumber,
    CloseDay,
    ConfirmClock,
    CountPeopleOut,
    EndCountedOut,
    EnterRecount,
    ExemptFromMask,
    GiveNumber,
    Order,
    PutNumberBack,
    ResumeAdmission,
    SearchBookings,
    SendBack,
    SettleVisit,
    SkipNumber,
    StopAdmission,
    TakeBack,
)
from kiosk.gate.bookings import search
from kiosk.gate.closing import close_day
from kiosk.gate.door_acts import (
    LettingIn,
    confirm_clock,
    count_out,
    exempt_from_mask,
    let_in,
    reconcile,
    recount,
    resume,
    settle,
    stop,
    turn_back,
    undo,
)
from kiosk.gate.help_acts import answer_help
from kiosk.gate.line_acts import call, give_number, put_back, skip
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.ledger import Ledger


def carry_out(  # noqa: C901, PLR0912 - one flat branch for each order
    ledger: Ledger, office: Office, tap: Tap, order: Order, confirmed_by: StaffId | None = None
) -> Done | Found | DayReport | NotDone:
    """Do what was ordered by `tap`; `confirmed_by` consents to going above the cap, where it takes that.

    Whether the person may is not asked here. Raises LedgerError, and ClockError from ConfirmClock.
    """
    match order:
        case Admit():
            whom = replace(LettingIn.ordered(order), confirmed_by=confirmed_by)
            return let_in(ledger, office, tap, whom)
        case SendBack(visit=visit, because=because):
            return turn_back(ledger, office, tap, visit, because)
        case CountPeopleOut(area=area, party=party):
            return count_out(ledger, office, tap, area, party)
        case EndCountedOut(visit=visit, left_from=left_from):
            return reconcile(ledger, office, tap, visit, left_from)
        case SettleVisit(visit=visit, because=why):
            return settle(ledger, office, tap, visit, why)
        case ExemptFromMask(visit=visit):
            return exempt_from_mask(ledger, office, tap, visit)
        case EnterRecount(counted=counted, because=because):
            return recount(ledger, office, tap, counted, because)
        case TakeBack(event=event):
            return undo(ledger, office, tap, event)
        case StopAdmission(door=door, message=message):
            return stop(ledger, office, tap, door, message)
        case ResumeAdmission(door=door):
            return resume(ledger, office, tap, door)
        case CallNumber(number=number):
            return call(ledger, office, tap, number)
        case SkipNumber(number=number):
            return skip(ledger, office, tap, number)
        case PutNumberBack(number=number):
            return put_back(ledger, office, tap, number)
        case GiveNumber(area=area, party=party):
            return give_number(ledger, office, tap, area, party)
        case SearchBookings(typed=typed):
            return search(ledger, office, tap, typed)
        case CloseDay():
            return close_day(ledger, office, tap)
        case AnswerHelp(door=door):
            return answer_help(ledger, office, tap, door)
        case ConfirmClock():
            return confirm_clock(ledger, office, tap)
        case _ as never:
            assert_never(never)
