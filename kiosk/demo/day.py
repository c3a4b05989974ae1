"""The invented day: who is expected, who came already, and whose letters will meet trouble at the door.

Pure, and the same for the same time. Every time stands in minutes from the opening of the demo, because the
day lies around that moment. It has to be one day of the calendar: see `zone_of_the_day`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from kiosk.core.office import AreaId, DoorId

EMPFANG = AreaId("empfang")
JUGEND = AreaId("jugend")
LEISTUNG = AreaId("leistung")
FALLMANAGEMENT = AreaId("fallmanagement")
MAIN_DOOR = DoorId("haupteingang")
EPISODE_MINUTES = 5


class Part(Enum):
    """What a visitor is there to show."""

    INSIDE = "inside"
    WENT_HOME = "went home"
    COMES_BACK = "comes back"
    USED = "used"
    ON_TIME = "on time"
    LATER = "later"
    TOO_EARLY = "too early"
    TOO_LATE = "too late"
    WRONG_DAY = "wrong day"
    WRONG_DOOR = "wrong door"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"


@dataclass(frozen=True, slots=True)
class Guest:
    """One invented appointment: `starts_at` is aware; `came_at` and `went_at` lie in the morning before."""

    external_id: str
    part: Part
    area: AreaId
    starts_at: datetime
    minutes: int
    party: int
    came_at: datetime | None = None
    went_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    part: Part
    area: AreaId
    start: int
    minutes: int
    party: int = 1
    came: int | None = None
    went: int | None = None


# Who is inside when the demo opens: 22 people of 25. The first has been there for very long, perhaps unseen.
_INSIDE = (
    _Row(Part.INSIDE, LEISTUNG, -110, 25, 1, came=-112),
    _Row(Part.INSIDE, FALLMANAGEMENT, -40, 40, 2, came=-44),
    _Row(Part.INSIDE, FALLMANAGEMENT, -35, 40, 1, came=-38),
    _Row(Part.INSIDE, JUGEND, -30, 35, 1, came=-31),
    _Row(Part.INSIDE, FALLMANAGEMENT, -25, 40, 2, came=-29),
    _Row(Part.INSIDE, LEISTUNG, -20, 25, 2, came=-24),
    _Row(Part.INSIDE, JUGEND, -20, 35, 2, came=-22),
    _Row(Part.INSIDE, LEISTUNG, -20, 25, 1, came=-21),
    _Row(Part.INSIDE, FALLMANAGEMENT, -15, 40, 1, came=-19),
    _Row(Part.INSIDE, LEISTUNG, -15, 25, 3, came=-18),
    _Row(Part.INSIDE, LEISTUNG, -10, 25, 2, came=-14),
    _Row(Part.INSIDE, FALLMANAGEMENT, -10, 40, 2, came=-12),
    _Row(Part.INSIDE, EMPFANG, -5, 10, 2, came=-8),
)
_WENT_HOME = (
    _Row(Part.USED, LEISTUNG, -175, 25, 1, came=-178, went=-150),
    _Row(Part.USED, EMPFANG, -170, 10, 1, came=-172, went=-160),
    _Row(Part.WENT_HOME, FALLMANAGEMENT, -120, 40, 2, came=-121, went=-75),
    _Row(Part.WENT_HOME, JUGEND, -115, 35, 1, came=-118, went=-84),
    _Row(Part.WENT_HOME, EMPFANG, -100, 10, 3, came=-101, went=-88),
    _Row(Part.WENT_HOME, LEISTUNG, -95, 25, 1, came=-99, went=-70),
    _Row(Part.WENT_HOME, LEISTUNG, -80, 25, 2, came=-84, went=-52),
    _Row(Part.WENT_HOME, EMPFANG, -75, 10, 1, came=-76, went=-64),
    _Row(Part.WENT_HOME, LEISTUNG, -60, 25, 1, came=-61, went=-33),
    _Row(Part.COMES_BACK, FALLMANAGEMENT, -60, 40, 1, came=-63, went=-20),
    _Row(Part.COMES_BACK, LEISTUNG, -45, 25, 1, came=-47, went=-16),
    _Row(Part.WENT_HOME, EMPFANG, -35, 10, 2, came=-36, went=-23),
)
_IN_TROUBLE = (
    _Row(Part.TOO_LATE, LEISTUNG, -50, 25),
    _Row(Part.TOO_LATE, FALLMANAGEMENT, -30, 40, 2),
    _Row(Part.TOO_EARLY, LEISTUNG, 50, 25),
    _Row(Part.TOO_EARLY, EMPFANG, 75, 10, 2),
    _Row(Part.TOO_EARLY, FALLMANAGEMENT, 95, 40),
    _Row(Part.WRONG_DOOR, JUGEND, 5, 35),
    _Row(Part.WRONG_DOOR, JUGEND, 10, 35, 2),
    _Row(Part.CANCELLED, LEISTUNG, 5, 25),
    _Row(Part.CANCELLED, EMPFANG, 15, 10),
    _Row(Part.RESCHEDULED, LEISTUNG, 0, 25),
    _Row(Part.RESCHEDULED, FALLMANAGEMENT, 10, 40, 3),
    _Row(Part.WRONG_DAY, LEISTUNG, 24 * 60 + 30, 25),
    _Row(Part.WRONG_DAY, FALLMANAGEMENT, 3 * 24 * 60, 40),
    _Row(Part.WRONG_DAY, EMPFANG, -24 * 60, 10),
)
# Who comes while the demo runs, in the order in which they come: the first three fill the house.
_ON_TIME = (
    _Row(Part.ON_TIME, EMPFANG, 0, 10, 1),
    _Row(Part.ON_TIME, EMPFANG, -5, 10, 2),
    _Row(Part.ON_TIME, EMPFANG, 0, 10, 1),
    _Row(Part.ON_TIME, FALLMANAGEMENT, 0, 40, 1),
    _Row(Part.ON_TIME, EMPFANG, -10, 10, 1),
    _Row(Part.ON_TIME, LEISTUNG, 0, 25, 2),
    _Row(Part.ON_TIME, FALLMANAGEMENT, -5, 40, 1),
    _Row(Part.ON_TIME, EMPFANG, 5, 10, 1),
    _Row(Part.ON_TIME, LEISTUNG, 5, 25, 1),
    _Row(Part.ON_TIME, FALLMANAGEMENT, 5, 40, 2),
    _Row(Part.ON_TIME, EMPFANG, 10, 10, 3),
    _Row(Part.ON_TIME, LEISTUNG, 10, 25, 1),
    _Row(Part.ON_TIME, LEISTUNG, 10, 25, 2),
    _Row(Part.ON_TIME, FALLMANAGEMENT, 10, 40, 1),
)
# And for whoever lets the demo run on: somebody every three minutes, for the next three hours.
_LATER = tuple(
    _Row(
        Part.LATER,
        (EMPFANG, LEISTUNG, EMPFANG, FALLMANAGEMENT)[turn % 4],
        EPISODE_MINUTES * (3 + turn * 3 // EPISODE_MINUTES),
        (10, 25, 10, 40)[turn % 4],
        (1, 1, 2, 1, 3)[turn % 5],
    )
    for turn in range(60)
)


# How far the day reaches around its opening, with some room.
_BACK = timedelta(hours=3, minutes=10)
_AHEAD = timedelta(hours=3, minutes=20)


def zone_of_the_day(opening: datetime, home: ZoneInfo) -> ZoneInfo:
    """Return the time zone in which the day around `opening` (aware) is one day of the calendar.

    It is `home`, unless midnight or a change of the clocks is near there; then one where it is about noon.
    """
    begins, ends = (opening.astimezone(UTC) + each for each in (-_BACK, _AHEAD))
    first, last = begins.astimezone(home), ends.astimezone(home)
    if first.date() == last.date() and first.utcoffset() == last.utcoffset():
        return home
    ahead = 12 - opening.astimezone(UTC).hour
    # The signs in these names are those of POSIX: Etc/GMT-3 is three hours ahead of Greenwich.
    return ZoneInfo(f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT")


def invented_day(opening: datetime) -> tuple[Guest, ...]:
    """Return the guests of a day around `opening` (aware), on full five minutes of the clock."""
    origin = opening.replace(second=0, microsecond=0)
    origin -= timedelta(minutes=origin.minute % EPISODE_MINUTES)
    return tuple(
        Guest(
            external_id=f"DEMO-{number:03}",
            part=row.part,
            area=row.area,
            starts_at=origin + timedelta(minutes=row.start),
            minutes=row.minutes,
            party=row.party,
            came_at=None if row.came is None else opening + timedelta(minutes=row.came),
            went_at=None if row.went is None else opening + timedelta(minutes=row.went),
        )
        for number, row in enumerate((*_INSIDE, *_WENT_HOME, *_IN_TROUBLE, *_ON_TIME, *_LATER), start=1)
    )
