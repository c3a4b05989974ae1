"""The staff's orders as JSON, for the journal of a panel; what is personal in them is left out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

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

# A class may be renamed; its name in a journal that outlasts an update may not.
KINDS: Mapping[type, str] = {
    Admit: "admit",
    SendBack: "send_back",
    CountPeopleOut: "count_people_out",
    EndCountedOut: "end_counted_out",
    SettleVisit: "settle_visit",
    ExemptFromMask: "exempt_from_mask",
    EnterRecount: "enter_recount",
    TakeBack: "take_back",
    StopAdmission: "stop_admission",
    ResumeAdmission: "resume_admission",
    CallNumber: "call_number",
    SkipNumber: "skip_number",
    PutNumberBack: "put_number_back",
    GiveNumber: "give_number",
    SearchBookings: "search_bookings",
    CloseDay: "close_day",
    AnswerHelp: "answer_help",
    ConfirmClock: "confirm_clock",
}
_ADAPTERS: dict[str, TypeAdapter[Any]] = {KINDS[kind]: TypeAdapter(kind) for kind in get_args(Order)}


def order_to_json(order: Order) -> dict[str, Any]:
    """Return `order` as what JSON can hold. What was typed to search for somebody stays out of it."""
    if isinstance(order, SearchBookings):
        order = replace(order, typed="")
    kind = KINDS[type(order)]
    return {"kind": kind, **_ADAPTERS[kind].dump_python(order, mode="json")}


def order_from_json(written: object) -> Order:
    """Return the order that `order_to_json` wrote. Raises ValueError for anything else."""
    try:
        rest = dict(written)  # type: ignore[call-overload]  # whatever JSON gave: anything but an object raises
        order: Order = _ADAPTERS[rest.pop("kind")].validate_python(rest)
    except (TypeError, KeyError, ValidationError) as error:
        # Pydantic's own words repeat what was given.
        raise ValueError(f"this is no order of the staff ({type(error).__name__})") from None
    return order
