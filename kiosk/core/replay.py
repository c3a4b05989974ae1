"""What a day would have looked like under another cap: who would have waited, for how long, and who in vain.

A replay sends the same parties to the same door and asks `kiosk.core.line` whose turn it is. It assumes:

- A party comes when it joined the line from which it came in, or else when it came in.
- A stay keeps its length. One that nobody saw end has the length by which it was counted.
- Nobody gives up. Whoever gave up on the day itself is left out, since nobody knows how long they would stay.
- Whoever is called comes in at once, and no places are kept for appointments of the next minutes.
- The staff lets nobody in above the cap. Recounts, and who left without a letter, change nothing.
- A party comes in until its area closes for the day; breaks and held doors keep nobody out.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from itertools import pairwise
from statistics import median

from kiosk.core.backtest import KnownDay
from kiosk.core.figures.curve import Step
from kiosk.core.figures.visits import PastVisit, PastWait, visits_of, waits_of
from kiosk.core.forecast import closing
from kiosk.core.house_rules import CapRule
from kiosk.core.instant import ends_of_day, in_utc
from kiosk.core.line import ever_fits, space, turn
from kiosk.core.occupancy import EMPTY_HOUSE, Place
from kiosk.core.office import AreaId, Office
from kiosk.core.rule_history import RuleHistory, known_at
from kiosk.core.rules_in_force import in_force

_NO_TIME = timedelta(0)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A party that came in on the day, and when; `due` is None for a walk-in.

    `until` is how long it can wait: to when its area closes, or to `came_at` where that was later.
    """

    area: AreaId
    party: int
    due: datetime | None
    came_at: datetime
    entered_at: datetime
    stay: timedelta
    until: datetime


@dataclass(frozen=True, slots=True)
class Passage:
    """What became of an arrival: when it came in, None if it did not before closing."""

    arrival: Arrival
    entered_at: datetime | None

    @property
    def wait(self) -> timedelta:
        """How long the party waited, at the longest until its area closed."""
        return (self.entered_at or self.arrival.until) - self.arrival.came_at


@dataclass(frozen=True, slots=True)
class Course:
    """How a day went: the most inside at once, who waited, for how long, and who did not come in at all.

    Those who did not come in count among those who waited. The median and the longest wait are None where
    nobody waited.
    """

    most_inside: int
    waited_parties: int
    waited_people: int
    median_wait: timedelta | None
    longest_wait: timedelta | None
    total_wait: timedelta
    not_in_parties: int
    not_in_people: int


@dataclass(frozen=True, slots=True)
class Full:
    """No place was left in the building from `since` until `until`."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Replay:
    """A day as it was and as it would have been under `cap`, with the times at which it would have been full.

    `parties` and `people` are those who came. `gave_up` parties of that day, who waited and never came in,
    are left out. Of `unseen` parties nobody saw how long they stayed. `steps` are how many would have been
    inside, from each moment on.
    """

    cap: CapRule
    parties: int
    people: int
    as_it_was: Course
    replayed: Course
    full: tuple[Full, ...]
    gave_up: int
    unseen: int
    steps: tuple[Step, ...]


def is_under_way(office: Office, day: date, now: datetime) -> bool:
    """Say whether the house has yet to close on `day`: nobody knows how long those inside will stay."""
    return now.astimezone(office.time_zone).date() == day and closing(office, now) is not None


def replay_day(office: Office, known: KnownDay, cap: CapRule) -> Replay | None:
    """Return what the day would have looked like under `cap`; None where nobody came in."""
    visits, waits = visits_of(known.events), waits_of(known.events)
    arrivals = arrivals_of(office, known, visits, waits)
    if not arrivals:
        return None
    passages = replay(arrivals, cap)
    inside = inside_over(passages)
    return Replay(
        cap=cap,
        parties=len(arrivals),
        people=sum(each.party for each in arrivals),
        as_it_was=course(as_recorded(arrivals)),
        replayed=course(passages),
        full=times_full(inside, cap.building),
        gave_up=_gave_up(visits, waits),
        unseen=sum(1 for visit in visits if visit.left_at is None),
        steps=inside,
    )


def other_cap(office: Office, known: KnownDay, history: RuleHistory, building: int) -> CapRule:
    """Return the cap that held when the day began, but with `building` people at most in the building."""
    midnight = in_utc(ends_of_day(known.day, office.time_zone)[0])
    begins = min((event.at for event in known.events), default=midnight)
    return replace(in_force(office.rules, known_at(history, begins), begins).cap, building=building)


def arrivals_of(
    office: Office, known: KnownDay, visits: Iterable[PastVisit], waits: Iterable[PastWait]
) -> tuple[Arrival, ...]:
    """Return who came in on a day, in the order in which they came to the door, by its visits and waits."""
    midnight = in_utc(ends_of_day(known.day, office.time_zone)[1])
    due = {each.id: in_utc(each.starts_at) for each in known.booked}
    # What was promised with the number holds, also where the appointment was moved later.
    due |= {
        wait.appointment: wait.due for wait in waits if wait.appointment is not None and wait.due is not None
    }

    def arrival(visit: PastVisit) -> Arrival:
        # The hours of an area that the office's file no longer names are those of the building.
        area = visit.area if visit.area in office.areas else None
        return Arrival(
            area=visit.area,
            party=visit.party,
            due=None if visit.appointment is None else due.get(visit.appointment),
            came_at=visit.came_at,
            entered_at=visit.entered_at,
            # A clock that was set back meanwhile has measured less than no time.
            stay=max((visit.left_at or midnight) - visit.entered_at, _NO_TIME),
            until=closing(office, visit.came_at, area) or visit.came_at,
        )

    return tuple(sorted(map(arrival, visits), key=lambda each: each.came_at))


def as_recorded(arrivals: Iterable[Arrival]) -> tuple[Passage, ...]:
    """Return how the day went."""
    return tuple(Passage(each, each.entered_at) for each in arrivals)


def replay(arrivals: Sequence[Arrival], cap: CapRule) -> tuple[Passage, ...]:
    """Return how the day would have gone under `cap` for these arrivals, in their order of coming."""
    free = space(EMPTY_HOUSE, cap)
    coming = [
        Place(number, None, each.area, each.party, each.due, each.came_at, kept_until=None)
        for number, each in enumerate(arrivals)
        if ever_fits(cap, each.area, each.party)
    ][::-1]
    line: list[Place] = []
    leaving: list[tuple[datetime, int]] = []
    entered: dict[int, datetime] = {}
    first_closing = min((each.until for each in arrivals), default=_NEVER)
    while coming or leaving:
        now = min([*(place.arrived_at for place in coming[-1:]), *(at for at, _ in leaving[:1])])
        while leaving and leaving[0][0] == now:
            gone = arrivals[heappop(leaving)[1]]
            free = free.less(gone.area, -gone.party)
        while coming and coming[-1].arrived_at == now:
            insort(line, coming.pop(), key=_rank)
        if not free.building_fits(1):
            continue
        # Who came in late on the day itself did so by the staff's will, which the replay keeps.
        if now >= first_closing:
            line = [place for place in line if now < arrivals[place.number].until or place.arrived_at == now]
        may_come = turn(line, free, (), now)
        for place in may_come:
            free = free.less(place.area, place.party)
            entered[place.number] = now
            heappush(leaving, (now + arrivals[place.number].stay, place.number))
        if may_come:
            line = [place for place in line if place.number not in entered]
    return tuple(Passage(each, entered.get(number)) for number, each in enumerate(arrivals))


def _rank(place: Place) -> tuple[datetime, datetime, int]:
    return place.rank


def course(passages: Sequence[Passage]) -> Course:
    """Return how a day went, in numbers."""
    out = [each for each in passages if each.entered_at is None]
    waited = [each for each in passages if each.wait > _NO_TIME or each.entered_at is None]
    waits = [each.wait for each in waited]
    seconds = [wait.total_seconds() for wait in waits]
    return Course(
        most_inside=max((step.inside for step in inside_over(passages)), default=0),
        waited_parties=len(waited),
        waited_people=sum(each.arrival.party for each in waited),
        median_wait=timedelta(seconds=median(seconds)) if seconds else None,
        longest_wait=max(waits, default=None),
        total_wait=sum(waits, _NO_TIME),
        not_in_parties=len(out),
        not_in_people=sum(each.arrival.party for each in out),
    )


def inside_over(passages: Iterable[Passage]) -> tuple[Step, ...]:
    """Return how many were inside from each moment on at which somebody came in or left, in order."""
    moves: dict[datetime, int] = {}
    for each in passages:
        if each.entered_at is not None:
            left_at = each.entered_at + each.arrival.stay
            moves[each.entered_at] = moves.get(each.entered_at, 0) + each.arrival.party
            moves[left_at] = moves.get(left_at, 0) - each.arrival.party
    inside = 0
    steps: list[Step] = []
    for at in sorted(moves):
        inside += moves[at]
        steps.append(Step(at, inside))
    return tuple(steps)


def times_full(steps: Iterable[Step], cap: int) -> tuple[Full, ...]:
    """Return when no place was left under a cap of `cap` people, one or more, in order."""
    times: list[Full] = []
    # All who came in leave at some time: it is never full after the last step.
    for step, following in pairwise(steps):
        if step.inside < cap:
            continue
        if times and times[-1].until == step.at:
            times[-1] = replace(times[-1], until=following.at)
        else:
            times.append(Full(step.at, following.at))
    return tuple(times)


def _gave_up(visits: Iterable[PastVisit], waits: Iterable[PastWait]) -> int:
    """Return how many parties waited in vain, and did not come in later with the same letter either."""
    came = {visit.appointment for visit in visits if visit.appointment is not None}
    in_vain = [wait for wait in waits if wait.ended_at is None and wait.appointment not in came]
    letters = {wait.appointment for wait in in_vain if wait.appointment is not None}
    return len(letters) + sum(1 for wait in in_vain if wait.appointment is None)
