"""How long an answer stays on the visitor's screen."""

from typing import assert_never

from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    ReadMessage,
    UseDoor,
    WaitForNumber,
)


def stay_share(step: NextStep) -> float:
    """Return how many times as long as usual an answer stays: for as long as it takes to read or note it."""
    match step:
        case Goodbye() | AskStaff():
            return 1.0
        case ComeBackAt() | HoldAgain():
            return 1.25
        case GoTo() | ComeWhenOpen() | UseDoor() | ReadMessage():
            return 1.75
        case WaitForNumber():
            return 2.0
        case CallOffice():
            return 2.5
        case _ as never:
            assert_never(never)
