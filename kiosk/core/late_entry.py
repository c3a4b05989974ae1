"""What was done by hand and is recorded late: a recount or the end of its day may have counted it already."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.core.door_events import CountedOut, CountRestored, LetIn
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    DayEnded,
    Event,
    Happening,
    Settled,
    SettledBecause,
)
from kiosk.core.ids import EventId
from kiosk.core.office import AreaId
from kiosk.core.undo import undone_by


def day_has_ended(at: datetime, since: Sequence[Event], zone: ZoneInfo) -> bool:
    """Say whether the day of `at` (aware) is over by `since`, the events of later times, oldest first.

    The staff ends the day on which it does so; by itself a day ends when the next has begun.
    """
    day = at.astimezone(zone).date()
    return any(
        isinstance(event.what, DayEnded) and (event.by is not None or event.at.astimezone(zone).date() > day)
        for event in since
    )


def counted_already(
    what: Happening, tap: EventId, since: Sequence[Event], *, day_is_over: bool
) -> tuple[Happening, ...]:
    """Return what follows on `what`, done by `tap` and recorded after `since`, so that nothing counts twice.

    The end of the day has settled who was inside, and a recount has found the true number: who came before
    was among them, and who had left was not. Nothing follows where neither happened.
    """
    match what:
        case LetIn(visit=visit, appointment=appointment, area=area, party=party) if day_is_over:
            return (Settled(visit, appointment, area, party, SettledBecause.DAY_ENDED),)
        case CountedOut(area=area, party=party) if day_is_over:
            return (CountRestored(tap, area, party, counted_out=party),)
        case LetIn(area=area, party=party) if _was_recounted(area, since):
            return (Corrected(area, -party, CorrectedBecause.RECOUNT),)
        case CountedOut(area=area, party=party) if _was_recounted(area, since):
            return (Corrected(area, party, CorrectedBecause.RECOUNT),)
        case _:
            return ()


def _was_recounted(area: AreaId, since: Sequence[Event]) -> bool:
    undone = undone_by(since)
    recounts = [
        event.id
        for event in since
        if isinstance(event.what, Corrected)
        and event.what.because is CorrectedBecause.RECOUNT
        and event.what.area == area
    ]
    return not undone.issuperset(recounts)
