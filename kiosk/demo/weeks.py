"""The three weeks before the invented day: whole days of the same house, with what each letter was answered.

Pure, and the same for the same days. Who comes, when and for how long is drawn by chance; what they are told
is the core's own decision, and their visits follow on it, so that no cap is ever broken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Final

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.backtest import KnownDay
from kiosk.core.day_end import day_is_over, end_of_day
from kiosk.core.decide import Facts, Invitation, decide, lapsed_calls, new_calls
from kiosk.core.events import (
    Called,
    Corrected,
    CorrectedBecause,
    Declined,
    Entered,
    Event,
    Happening,
    Queued,
)
from kiosk.core.fold import after
from kiosk.core.ids import EventId, StaffId
from kiosk.core.instant import in_utc
from kiosk.core.line import Due
from kiosk.core.occupancy import House
from kiosk.core.office import FALLBACK_LANGUAGE, DoorId, Office
from kiosk.core.recount import differences
from kiosk.core.slots import free_slots
from kiosk.core.verdict import ComeBackAt, Reason, Verdict

DAYS: Final = 21

_STAY_AWAY: Final = 0.1
_NOT_SEEN_LEAVING: Final = 0.015
# The share of the rooms' times that is booked when the office opens, and how much less it is each hour.
_BOOKED_EARLY, _BOOKED_LATE, _LESS_AN_HOUR = 0.95, 0.4, 0.06
_PARTIES, _OF_A_HUNDRED = (1, 2, 3, 4), (68, 20, 8, 4)
_COUNTED_AT: Final = time(13)


@dataclass(frozen=True, slots=True)
class Guard:
    """Who counts the people in the house once a day, and at which door."""

    staff: StaffId
    door: DoorId


def weeks_before(office: Office, house: House, today: date, guard: Guard) -> Iterator[KnownDay]:
    """Give the days before `today` on which the office was open; `house` is how it was before the first."""
    for back in range(DAYS, 0, -1):
        day = _Day(office, house, today - timedelta(days=back), guard)
        if day.booked:
            day.run()
            yield KnownDay(day.day, tuple(day.events), tuple(day.booked.values()))
            house = day.house


@dataclass
class _Day:
    """One day while it goes on: who still comes to the door, by time, and what has happened until now."""

    office: Office
    house: House
    day: date
    guard: Guard
    booked: dict[AppointmentId, Appointment] = field(init=False)
    events: list[Event] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._chance = Random(self.day.toordinal())  # noqa: S311 - an invented day, the same each time
        self._coming: list[tuple[datetime, int, AppointmentId]] = []
        self._waiting: dict[int, AppointmentId] = {}
        self._entered: set[AppointmentId] = set()
        self._gone_unseen: list[tuple[datetime, Appointment]] = []
        self.booked = {each.id: each for each in self._appointments()}

    def run(self) -> None:
        """Let everybody come who does, and count who is inside once."""
        opens_at = min(each.starts_at for each in self.booked.values())
        for each in self.booked.values():
            if self._chance.random() >= _STAY_AWAY:
                comes_at = each.starts_at + timedelta(minutes=self._chance.gauss(-6, 5))
                self._comes(max(comes_at, opens_at), each.id)
        counted_at = in_utc(datetime.combine(self.day, _COUNTED_AT, tzinfo=self.office.time_zone))
        is_counted = False
        while self._coming:
            now, _, letter = heappop(self._coming)
            if day_is_over(self.house, now, self.office.time_zone):
                self._record(end_of_day(self.house), now)
            if counted_at <= now and not is_counted:
                self._count(counted_at)
                is_counted = True
            self._scan(letter, now)

    def _appointments(self) -> Iterator[Appointment]:
        zone, number = self.office.time_zone, 0
        for area in self.office.areas.values():
            for slot in free_slots(area, (), self.day, zone):
                for room in slot.rooms:
                    hours = slot.starts_at.astimezone(zone).hour - 8
                    if self._chance.random() < max(_BOOKED_LATE, _BOOKED_EARLY - hours * _LESS_AN_HOUR):
                        number += 1
                        yield Appointment(
                            AppointmentId(f"demo-{self.day:%Y%m%d}-{number}"),
                            f"DEMO-{self.day:%Y%m%d}-{number:03}",
                            area.id,
                            room,
                            slot.starts_at,
                            slot.length,
                            self._chance.choices(_PARTIES, _OF_A_HUNDRED)[0],
                            AppointmentStatus.BOOKED,
                            FALLBACK_LANGUAGE,
                        )

    def _scan(self, letter: AppointmentId, now: datetime) -> None:
        """Hold a letter before the camera, as `kiosk.gate.Gate` answers it."""
        self._record(lapsed_calls(self.office, self.house, now), now)
        booked = self.booked[letter]
        # Nobody comes back who has left: the letter was never shown after that.
        invitation = Invitation(booked, booked.starts_at, entered=letter in self._entered, last_left_at=None)
        door = self.office.doors_into(booked.area)[0]
        scan = self._next_id()
        decision = decide(Facts(self.office, door, invitation, self.house, self._due(now)), scan, now)
        self._append(Event(scan, now, door.id, None, decision.what, decision.verdict))
        self._goes_on(booked, decision.what, decision.verdict, now)
        if self.house.line:
            self._record(new_calls(self.office, self.house, self._due(now), now), now)

    def _goes_on(self, booked: Appointment, what: Happening, told: Verdict, now: datetime) -> None:
        match what:
            case Entered():
                self._entered.add(booked.id)
                talk = booked.duration * (0.35 + self._chance.weibullvariate(0.55, 1.7))
                leaves_at = max(now, booked.starts_at) + talk
                if self._chance.random() >= _NOT_SEEN_LEAVING:
                    self._comes(leaves_at, booked.id)
                else:
                    self._gone_unseen.append((leaves_at, booked))
            case Queued(number=number):
                self._waiting[number] = booked.id
            case Declined() if isinstance(told.step, ComeBackAt) and told.reason is Reason.TOO_EARLY:
                self._comes(told.step.at + timedelta(minutes=self._chance.uniform(0.5, 4)), booked.id)
            case _:
                pass

    def _record(self, happened: Iterable[Happening], now: datetime) -> None:
        """Add what time alone brought about; whoever is called comes in a moment."""
        for what in happened:
            self._append(Event(self._next_id(), now, None, None, what, None))
            if isinstance(what, Called):
                self._comes(
                    now + timedelta(minutes=self._chance.uniform(0.4, 1.8)), self._waiting[what.number]
                )

    def _count(self, now: datetime) -> None:
        """Have the guard count the people, and find out who went without being seen."""
        counted = {area: self.house.inside_area(area) for area in self.office.areas}
        for gone_at, booked in self._gone_unseen:
            if gone_at <= now:
                counted[booked.area] -= booked.party
        reason = next(iter(self.office.staff_reasons.recount))
        for area, change in differences(self.house, counted).items():
            what = Corrected(area, change, CorrectedBecause.RECOUNT, reason)
            self._append(Event(self._next_id(), now, self.guard.door, self.guard.staff, what, None))

    def _append(self, event: Event) -> None:
        self.house = after(self.house, event)
        self.events.append(event)

    def _due(self, now: datetime) -> tuple[Due, ...]:
        since, until = now - self.office.habits.grace, now + self.office.habits.head_room
        return tuple(
            Due(each.id, each.area, each.party, each.starts_at)
            for each in self.booked.values()
            if since <= each.starts_at <= until and each.id not in self._entered
        )

    def _comes(self, at: datetime, letter: AppointmentId) -> None:
        heappush(self._coming, (in_utc(at).replace(microsecond=0), len(self._coming), letter))

    def _next_id(self) -> EventId:
        return EventId(f"demo-{self.day:%Y%m%d}-{len(self.events)}")
