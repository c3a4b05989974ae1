"""The sample office with weeks of invented days in its ledger, for pictures.

Who comes when is drawn; whose turn it is says the same fair line as at the doors (`kiosk.core.replay`).
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Final

from kiosk.clock import new_name
from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.door_events import LetIn
from kiosk.core.door_report import DoorReport
from kiosk.core.events import Corrected, CorrectedBecause, Declined, Entered, Event, Exited, Happening, Queued
from kiosk.core.house_rules import CapRule
from kiosk.core.ids import EventId, RulesId, StaffId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.lights import Light
from kiosk.core.office import AreaId, DoorId, Office, ReasonId
from kiosk.core.replay import Arrival, replay
from kiosk.core.rights import Role
from kiosk.core.rule_events import EnteredCap, RulesEntered
from kiosk.core.staff import Pin
from kiosk.core.verdict import AskStaff, Reason, Verdict
from kiosk.gate.passing_time import append_all, catch_up
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ledger.ledger import Ledger
from tests.premises import Premises
from tests.staffed_premises import MANAGER, PIN

TODAY: Final = date(2021, 11, 23)
NOW_AT: Final = time(11, 4, 30)
"""The moment of the pictures, by the clock at the office's wall."""

_WEEKS = 5
_HAUPTEINGANG, _JUGENDEINGANG = DoorId("haupteingang"), DoorId("jugend")
_JUGEND = AreaId("jugend")
_TALKS: Final = {AreaId("empfang"): 10, _JUGEND: 35, AreaId("leistung"): 25, AreaId("fallmanagement"): 40}
_WEIGHTS: Final = (15, 14, 44, 27)
_REFUSED: Final = (
    (Reason.TOO_EARLY, 7),
    (Reason.TOO_LATE, 4),
    (Reason.WRONG_DAY, 2),
    (Reason.UNKNOWN_CODE, 1),
    (Reason.WRONG_DOOR, 1),
)


@dataclass(frozen=True)
class _Told:
    at: datetime
    what: Happening
    door: DoorId
    answer: Verdict | None = None


def now_shown(office: Office) -> datetime:
    """Return the moment of the pictures."""
    return in_utc(datetime.combine(TODAY, NOW_AT, tzinfo=office.time_zone))


def make_shown(folder: Path) -> Premises:
    """Make the folder of the sample office, with five weeks in its ledger until that moment."""
    folder.mkdir(parents=True)
    premises = Premises(folder)
    shutil.copy(str(files("kiosk") / "resources" / "office" / "dessau-rosslau.toml"), premises.office)
    sample = premises.office.read_text(encoding="utf-8")
    premises.office.write_text(sample.replace("\nwall = false\n", "\nwall = true\n"), encoding="utf-8")
    file, chance = premises.file(), random.Random(2021)
    office, now = file.office, now_shown(file.office)
    with premises.ledger() as ledger:
        key, began = ledger.pin_key(file.pin_key_file), now - timedelta(weeks=_WEEKS, days=1)
        for who, role in (
            (StaffId("admin"), Role.ADMIN),
            (MANAGER, Role.MANAGER),
            (StaffId("wache"), Role.SECURITY),
        ):
            by = None if role is Role.ADMIN else StaffId("admin")
            add_member(ledger, key, Newcomer(who, "", role), Credentials(Pin(PIN), None), by, began)
        for day in (TODAY - timedelta(days=ago) for ago in range(7 * _WEEKS, -1, -1)):
            _live_through(ledger, office, day, chance)
        for door, camera, ago in ((_HAUPTEINGANG, Light.GOOD, 40), (_JUGENDEINGANG, Light.BROKEN, 1900)):
            seen = now - timedelta(seconds=ago)
            ledger.report_door(DoorReport(door, now, camera, Light.GOOD, seen))
    return premises


def _live_through(ledger: Ledger, office: Office, day: date, chance: random.Random) -> None:
    spans = [span for area in office.areas.values() for span in area.hours.on(day)]
    if not spans:
        return
    zone = office.time_zone
    opens, closes = (
        in_utc(datetime.combine(day, clock, tzinfo=zone))
        for clock in (min(span.start for span in spans), max(span.end for span in spans))
    )
    booked, arrivals = _drawn(chance, opens, closes)
    ledger.apply(AppointmentChanges(new=tuple(booked)))
    told = sorted(_told(chance, office, arrivals, opens, closes), key=lambda each: each.at)
    now = now_shown(office)
    with ledger.transaction() as transaction:
        catch_up(transaction, office, opens)
        if day == TODAY:
            lower = EnteredCap(
                20, tuple((area, 6 if area in {AreaId("empfang"), _JUGEND} else 8) for area in sorted(_TALKS))
            )
            begins = in_utc(datetime.combine(day, time(15), tzinfo=zone))
            source = "Verfügung der Amtsleitung: Wartung der Lüftung"
            append_all(
                transaction,
                [RulesEntered(RulesId("lueftung"), begins, lower, None, source)],
                opens,
                by=MANAGER,
            )
        for each in told:
            if each.at <= now:
                transaction.append(
                    Event(EventId(new_name()), each.at, each.door, None, each.what, each.answer)
                )


def _drawn(
    chance: random.Random, opens: datetime, closes: datetime
) -> tuple[list[Appointment], list[tuple[Arrival, AppointmentId | None]]]:
    """Return who is booked on a day, and who comes, in the order of coming."""
    minutes = (closes - opens) / timedelta(minutes=1)
    booked: list[Appointment] = []
    coming: list[tuple[Arrival, AppointmentId | None]] = []
    for number in range(int(minutes * 0.26 * chance.uniform(0.9, 1.1))):
        (area,) = chance.choices(tuple(_TALKS), _WEIGHTS)
        morning = chance.random() < 0.6
        peak = 0.24 if morning else 0.68
        share = min(max(chance.gauss(peak, 0.11), 0.0), 0.93)
        starts_at = opens + timedelta(minutes=5 * round(share * minutes / 5))
        party = chance.choices((1, 2, 3), (72, 20, 8))[0]
        each = Appointment(
            id=AppointmentId(f"{opens:%F}-{number}"),
            external_id=f"{opens:%F}-{number}",
            area=area,
            room=None,
            starts_at=starts_at,
            duration=timedelta(minutes=_TALKS[area]),
            party=party,
            status=AppointmentStatus.BOOKED,
            language="de",
        )
        booked.append(each)
        if chance.random() < 0.9:
            came_at = max(
                starts_at + timedelta(minutes=chance.gauss(-5, 4)), opens + timedelta(seconds=number)
            )
            stay = timedelta(minutes=_TALKS[area] * chance.lognormvariate(0, 0.3))
            coming.append((Arrival(area, party, starts_at, came_at, came_at, stay, closes), each.id))
    for number in range(int(minutes / 40)):
        came_at = opens + timedelta(minutes=chance.uniform(10, minutes - 60), seconds=number)
        stay = timedelta(minutes=chance.uniform(5, 20))
        coming.append((Arrival(AreaId("empfang"), 1, None, came_at, came_at, stay, closes), None))
    return booked, sorted(coming, key=lambda each: each[0].came_at)


def _told(
    chance: random.Random,
    office: Office,
    coming: list[tuple[Arrival, AppointmentId | None]],
    opens: datetime,
    closes: datetime,
) -> Iterator[_Told]:
    """Give what happens on a day, in no order."""
    cap = CapRule(datetime(2021, 9, 16, tzinfo=UTC), 25, office.rules.caps[0].areas, "")
    waiting = 0
    passages = replay([arrival for arrival, _ in coming], cap)
    for (arrival, name), passage in zip(coming, passages, strict=True):
        door = _JUGENDEINGANG if arrival.area == _JUGEND else _HAUPTEINGANG
        number = None
        if passage.wait > timedelta(seconds=20):
            waiting += 1
            number = waiting
            yield _Told(
                arrival.came_at,
                Queued(number, name, arrival.area, arrival.party, arrival.due),
                door,
                Verdict(Reason.BUILDING_FULL, AskStaff()),
            )
        if passage.entered_at is None:
            continue
        visit = VisitId(new_name())
        ends = passage.entered_at + timedelta(minutes=_TALKS[arrival.area])
        if name is None:
            yield _Told(
                passage.entered_at,
                LetIn(visit, None, arrival.area, 1, ends, number, ReasonId("desk_agrees"), 0, None),
                door,
            )
        else:
            yield _Told(
                passage.entered_at, Entered(visit, name, arrival.area, arrival.party, ends, number), door
            )
        if chance.random() < 0.993:
            gone = Exited(visit, name, arrival.area, arrival.party)
            yield _Told(passage.entered_at + arrival.stay, gone, door)
    yield from _accidents(chance, opens, closes)


def _accidents(chance: random.Random, opens: datetime, closes: datetime) -> Iterator[_Told]:
    lasts = closes - opens
    for reason, times in _REFUSED:
        for _ in range(round(times * chance.uniform(0.5, 1.5))):
            at = opens + lasts * chance.uniform(0.02, 0.95)
            yield _Told(at, Declined(None), _HAUPTEINGANG, Verdict(reason, AskStaff()))
    if chance.random() < 0.6:
        change = chance.choice((-2, -1, 1))
        at = opens + lasts * 0.55
        yield _Told(at, Corrected(AreaId("leistung"), change, CorrectedBecause.RECOUNT), _HAUPTEINGANG)
