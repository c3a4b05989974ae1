"""A day as it is told, event by event, and days on which anything may happen."""

import random
from datetime import datetime
from itertools import count

from kiosk.core.door_events import CountedOut, CountRestored, EntryWithdrawn, Reconciled, VisitReopened
from kiosk.core.events import Corrected, CorrectedBecause, Entered, Event, Exited, Happening
from kiosk.core.fold import after
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.office import DoorId
from kiosk.core.verdict import CallOffice, Reason, Verdict
from tests.building import BENEFITS, CASES, MAIN_DOOR, at, entered, minutes, queued


class Told:
    """A day as it is told, one event after the other."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._ids = count(1)

    def __call__(
        self,
        when: str | datetime,
        what: Happening,
        *,
        name: str | None = None,
        by: StaffId | None = None,
        reason: Reason | None = None,
        door: DoorId | None = MAIN_DOOR,
    ) -> None:
        moment = at(when) if isinstance(when, str) else when
        answer = None if reason is None else Verdict(reason, CallOffice())
        id_ = EventId(name or f"event-{next(self._ids)}")
        self.events.append(Event(id_, moment, door, by, what, answer))


def random_day(seed: int, begins: datetime | None = None) -> list[Event]:  # noqa: C901, PLR0912 - one flat branch for each thing that happens
    """Return a day of entries, exits and whatever the staff does to the count, in the order of time.

    It `begins` at 8:00 on the Monday unless told otherwise, and takes seven hours at most.
    """
    begin = in_utc(begins or at("08:00"))
    chance, told, house = random.Random(seed), Told(), EMPTY_HOUSE
    ended: list[tuple[str, Exited | Reconciled]] = []
    counted: list[tuple[str, Happening]] = []
    for number in range(chance.randrange(60)):
        area, party = chance.choice((BENEFITS, CASES)), chance.randrange(1, 4)
        name = f"{begin:%FT%H}-{number}"
        visit = chance.choice(house.visits) if house.visits else None
        what: Happening | None = None
        match chance.randrange(12):
            case 0 | 1 | 2:
                what = entered(name, party, area=area)
            case 3 if visit is not None:
                what = Exited(visit.id, visit.appointment, visit.area, visit.party)
                ended.append((name, what))
            case 4:
                what = CountedOut(area, party)
                counted.append((name, what))
            case 5:
                what = Corrected(area, party - 2, CorrectedBecause.RECOUNT)
            case 6 if visit is not None and house.counted_out.get(area, 0) >= visit.party:
                what = Reconciled(visit.id, visit.appointment, visit.area, visit.party, area)
                ended.append((name, what))
            case 7 if ended:
                undoes, end = ended.pop()
                left_from = end.left_from if isinstance(end, Reconciled) else None
                what = VisitReopened(
                    EventId(undoes),
                    end.visit,
                    end.appointment,
                    end.area,
                    end.party,
                    begin,
                    begin + minutes(30),
                    mask_exempt=False,
                    left_from=left_from,
                )
            case 8 if counted and isinstance(counted[-1][1], CountedOut):
                undoes, out = counted.pop()
                assert isinstance(out, CountedOut)
                if house.counted_out.get(out.area, 0) >= out.party:
                    what = CountRestored(EventId(undoes), out.area, out.party, counted_out=out.party)
            case 9 if visit is not None:
                begun = EventId(visit.id)
                what = EntryWithdrawn(
                    begun, visit.id, visit.appointment, visit.area, visit.party, came_in_time=False
                )
            case 10:
                what = queued(house.last_number + 1, name, party, area=area)
            case 11 if house.line:
                first = house.line[0]
                until = begin + minutes(30)
                what = Entered(
                    VisitId(name), first.appointment, first.area, first.party, until, from_line=first.number
                )
            case _:
                pass
        if what is not None:
            told(begin + minutes(number * 7), what, name=name)
            house = after(house, told.events[-1])
    return told.events
