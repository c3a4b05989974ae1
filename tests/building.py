"""Test data: plain functions that make an office, its doors, its appointments and what happens there.

Every builder gives a whole, valid value of its own; a test names only what it is about. The office is
invented: two areas behind the main entrance, a third behind a side door.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.events import Entered, Event, Happening, Queued
from kiosk.core.fold import fold
from kiosk.core.house_rules import CapRule, HouseRules, MaskKind, MaskRule
from kiosk.core.ids import EventId, RulesId, VisitId
from kiosk.core.line import Due
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import (
    Area,
    AreaId,
    Contacts,
    Direction,
    Door,
    DoorId,
    Habits,
    MessageId,
    Office,
    ReasonId,
    Room,
    RoomId,
    StaffReasons,
    WayStep,
    Wording,
)
from kiosk.core.opening_hours import OpeningHours, Span
from kiosk.core.rule_events import EnteredCap, EnteredMask, RulesEntered

BERLIN: Final = ZoneInfo("Europe/Berlin")
MONDAY: Final = date(2021, 9, 20)

BENEFITS: Final = AreaId("benefits")
CASES: Final = AreaId("cases")
YOUTH: Final = AreaId("youth")

MAIN_DOOR: Final = DoorId("main")
SIDE_DOOR: Final = DoorId("side")
EXIT_DOOR: Final = DoorId("exit")

DESK_AGREES: Final = ReasonId("desk_agrees")
EMERGENCY: Final = ReasonId("emergency")
NO_MASK: Final = ReasonId("no_mask")
ROUND: Final = ReasonId("round")

LONG_AGO: Final = datetime(2021, 1, 1, tzinfo=UTC)


def at(clock: str, day: date = MONDAY) -> datetime:
    """Return the time that the clock at the office's wall shows as `HH:MM` or `HH:MM:SS` on `day`, in UTC."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=BERLIN).astimezone(UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def wording(german: str, english: str | None = None) -> Wording:
    return Wording((("de", german), ("en", english or german)))


def spans(*texts: str) -> tuple[Span, ...]:
    """Return the spans that are written `08:00-16:00`."""
    ends = (text.split("-") for text in texts)
    return tuple(Span(time.fromisoformat(start), time.fromisoformat(end)) for start, end in ends)


def hours(
    every_day: str | None = "08:00-16:00",
    *,
    weekly: Mapping[int, tuple[Span, ...]] | None = None,
    exceptions: Mapping[date, tuple[Span, ...]] | None = None,
    holidays: Mapping[date, str] | None = None,
) -> OpeningHours:
    """Return opening hours: `every_day` on all seven weekdays, unless `weekly` is given."""
    if weekly is None:
        weekly = {} if every_day is None else dict.fromkeys(range(7), spans(every_day))
    return OpeningHours(weekly=weekly, exceptions=exceptions or {}, holidays=holidays or {})


def an_area(area: AreaId = BENEFITS, *, opening: OpeningHours | None = None, usual_stay: float = 30) -> Area:
    """Return an area with one room; `usual_stay` is in minutes."""
    return Area(
        id=area,
        name=wording(f"Bereich {area}", f"Area {area}"),
        floor=wording("1. Stock", "1st floor"),
        way=(WayStep.STAIRS_UP, WayStep.LEFT),
        rooms=(Room(RoomId(f"{area}-1"), wording("Zimmer 1", "Room 1"), (WayStep.DOOR,)),),
        hours=opening or hours(),
        usual_stay=minutes(usual_stay),
    )


def a_door(
    door: DoorId = MAIN_DOOR,
    *,
    direction: Direction = Direction.BOTH,
    serves: Iterable[AreaId] = (BENEFITS, CASES),
) -> Door:
    return Door(
        id=door,
        name=wording(f"Tür {door}", f"Door {door}"),
        direction=direction,
        serves=frozenset(serves),
        directions=wording("Um die Ecke.", "Around the corner."),
    )


def habits(  # noqa: PLR0913 - one argument for each habit
    *,
    early: float = 15,
    late: float = 15,
    re_entry: float = 60,
    same_scan: float = 1,
    head_room: float = 0,
    grace: float = 5,
    keep_place: float = 5,
    overdue: float = 30,
    undo: float = 10,
) -> Habits:
    """Return habits; every argument is in minutes."""
    return Habits(
        early=minutes(early),
        late=minutes(late),
        re_entry=minutes(re_entry),
        same_scan=minutes(same_scan),
        head_room=minutes(head_room),
        grace=minutes(grace),
        keep_place=minutes(keep_place),
        overdue=minutes(overdue),
        undo=minutes(undo),
    )


def a_cap(building: int = 25, *, since: datetime = LONG_AGO, **areas: int) -> CapRule:
    """Return a cap; areas that have a cap of their own are named, `a_cap(25, youth=4)`."""
    return CapRule(since=since, building=building, areas=areas, source="Verordnung Musterland § 1")


def a_mask_rule(kind: MaskKind = MaskKind.MEDICAL, *, since: datetime = LONG_AGO) -> MaskRule:
    return MaskRule(
        since=since,
        kind=kind,
        off_at_desk=True,
        exempt_below_age=6,
        exempt_by_certificate=True,
        source="Verordnung Musterland § 2",
    )


def house_rules(*caps: CapRule) -> HouseRules:
    return HouseRules(caps=caps or (a_cap(),), masks=(a_mask_rule(),))


def an_office(
    *,
    areas: Iterable[Area] | None = None,
    doors: Iterable[Door] | None = None,
    caps: Iterable[CapRule] = (),
    custom: Habits | None = None,
    people_kept_days: int = 0,
) -> Office:
    """Return an office of three areas, open 08:00 to 16:00, with a main door, a side door and an exit.

    `custom` are its habits where they are not the usual ones.
    """
    if areas is None:
        areas = (an_area(BENEFITS), an_area(CASES), an_area(YOUTH))
    if doors is None:
        doors = (
            a_door(MAIN_DOOR),
            a_door(SIDE_DOOR, serves=(YOUTH,)),
            a_door(EXIT_DOOR, direction=Direction.OUT, serves=(BENEFITS, CASES, YOUTH)),
        )
    return Office(
        name="Amt Musterstadt",
        time_zone=BERLIN,
        languages=("de", "en"),
        contacts=Contacts(phone="0000 123456", mail="post@amt.example", online=None),
        areas={area.id: area for area in areas},
        doors={door.id: door for door in doors},
        habits=custom or habits(),
        rules=house_rules(*caps),
        staff_reasons=StaffReasons(
            let_in={DESK_AGREES: wording("Amt einverstanden"), EMERGENCY: wording("Notfall")},
            turn_back={NO_MASK: wording("Keine Maske")},
            recount={ROUND: wording("Rundgang")},
        ),
        messages={MessageId("fire_drill"): wording("Probealarm. Bitte warten.", "Fire drill. Please wait.")},
        notes=(),
        people_kept_days=people_kept_days,
    )


def an_appointment(
    name: str = "a",
    starts_at: datetime | None = None,
    *,
    area: AreaId = BENEFITS,
    duration: float = 30,
    party: int = 1,
    status: AppointmentStatus = AppointmentStatus.BOOKED,
) -> Appointment:
    """Return an appointment, at 10:00 on the Monday unless told otherwise; `duration` is in minutes."""
    return Appointment(
        id=AppointmentId(name),
        external_id=f"list-{name}",
        area=area,
        room=RoomId(f"{area}-1"),
        starts_at=starts_at or at("10:00"),
        duration=minutes(duration),
        party=party,
        status=status,
        language="de",
    )


def due(appointment: Appointment) -> Due:
    """Return an appointment whose party has not come yet, as the head-room sees it."""
    return Due(appointment.id, appointment.area, appointment.party, appointment.starts_at)


def entered(
    name: str,
    party: int = 1,
    *,
    area: AreaId = BENEFITS,
    until: datetime | None = None,
    from_line: int | None = None,
) -> Entered:
    """Return the entry of the appointment `name`, whose visit bears the same name."""
    return Entered(VisitId(name), AppointmentId(name), area, party, until or at("10:30"), from_line)


def queued(
    number: int,
    name: str | None = None,
    party: int = 1,
    *,
    area: AreaId = BENEFITS,
    starts_at: datetime | None = None,
) -> Queued:
    """Return the queuing of the appointment `name`; without a name and a time it is a walk-in."""
    return Queued(number, None if name is None else AppointmentId(name), area, party, starts_at)


def rules_entered(
    name: str,
    building: int | None = None,
    *,
    since: datetime | None = None,
    mask: MaskKind | None = None,
    **areas: int,
) -> RulesEntered:
    """Return the entering of rules that hold from 12:00 on the Monday unless told otherwise."""
    caps = tuple((AreaId(area), most) for area, most in areas.items())
    return RulesEntered(
        RulesId(name),
        since or at("12:00"),
        None if building is None else EnteredCap(building, caps),
        None
        if mask is None
        else EnteredMask(mask, off_at_desk=True, exempt_below_age=6, exempt_by_certificate=True),
        f"Allgemeinverfügung {name}",
    )


def an_event(what: Happening, when: datetime | None = None, *, name: str = "event") -> Event:
    """Return the event of `what`, at 10:00 on the Monday unless told otherwise."""
    return Event(id=EventId(name), at=when or at("10:00"), door=MAIN_DOOR, by=None, what=what, answer=None)


def a_house(*happenings: Happening, when: datetime | None = None, house: House = EMPTY_HOUSE) -> House:
    """Return the house after `happenings`, all at the same time."""
    return fold((an_event(what, when) for what in happenings), house)
