"""The tables of the office's file become the values of the core."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kiosk.config.house_tables import AreaTable, CameraTable, DoorTable, HoursTable
from kiosk.config.program_tables import ListsTable
from kiosk.config.public_holidays import PublicHolidays
from kiosk.config.schema import OfficeFileTable
from kiosk.core.door_devices import NO_CAMERA, CameraWishes, DoorCamera, DoorDevices
from kiosk.core.house_rules import CapRule, HouseRules, MaskRule
from kiosk.core.list_forms import CalendarForms, ListForms
from kiosk.core.office import (
    Area,
    AreaId,
    Contacts,
    DeskHabits,
    Door,
    DoorId,
    Habits,
    MessageId,
    Office,
    ReasonId,
    Room,
    RoomId,
    StaffReasons,
    Wording,
)
from kiosk.core.opening_hours import OpeningHours


def office_of(table: OfficeFileTable) -> Office:
    """Return the office that the file describes."""
    holidays = PublicHolidays(table.office.state) if table.office.state else MappingProxyType({})
    areas = {
        AreaId(id_): _area(AreaId(id_), area, table.hours, holidays) for id_, area in table.areas.items()
    }
    doors = {
        DoorId(id_): Door(
            id=DoorId(id_),
            name=_wording(door.name),
            direction=door.direction,
            serves=frozenset(AreaId(area) for area in door.serves),
            directions=_wording(door.directions),
        )
        for id_, door in table.doors.items()
    }
    return Office(
        name=table.office.name,
        time_zone=table.office.time_zone,
        languages=tuple(table.office.languages),
        contacts=Contacts(**table.contacts.model_dump()),
        areas=MappingProxyType(areas),
        doors=MappingProxyType(doors),
        habits=Habits(**table.habits.model_dump()),
        rules=HouseRules(
            caps=tuple(
                CapRule(rule.since, rule.building, MappingProxyType(rule.areas), rule.source)
                for rule in table.rules.cap
            ),
            masks=tuple(MaskRule(**rule.model_dump()) for rule in table.rules.mask),
        ),
        staff_reasons=StaffReasons(
            let_in=_reasons(table.reasons.let_in),
            turn_back=_reasons(table.reasons.turn_back),
            recount=_reasons(table.reasons.recount),
        ),
        messages=MappingProxyType({MessageId(id_): _wording(each) for id_, each in table.messages.items()}),
        notes=tuple(_wording(note) for note in table.notes),
        desk=DeskHabits(**table.desk.model_dump(exclude={"printer"})),
        address=tuple(table.office.address),
        people_kept_days=table.privacy.keep,
    )


def devices_of(door: DoorTable) -> DoorDevices:
    """Return the cameras and the scanner of a door."""
    if not door.cameras and door.camera.source == NO_CAMERA:
        return DoorDevices((), door.scanner)
    return DoorDevices(tuple(_camera(each) for each in door.cameras or (door.camera,)), door.scanner)


def _camera(camera: CameraTable) -> DoorCamera:
    return DoorCamera(camera.source, CameraWishes(**camera.model_dump(exclude={"source"})))


def list_forms_of(lists: ListsTable) -> ListForms:
    """Return how lists are written here."""
    calendar = lists.calendar.model_dump(exclude={"usual_area"})
    area = lists.calendar.usual_area
    return ListForms(
        columns=MappingProxyType({about: each for about, each in lists.columns.model_dump().items() if each}),
        calendar=CalendarForms(**calendar, usual_area=None if area is None else AreaId(area)),
    )


def rules_json_of(rules: HouseRules) -> str:
    """Return the canonical JSON text of the house rules: it changes when a rule changes, never otherwise."""
    caps = [
        {
            "since": rule.since.isoformat(),
            "building": rule.building,
            "areas": dict(rule.areas),
            "source": rule.source,
        }
        for rule in sorted(rules.caps, key=lambda rule: rule.since)
    ]
    masks = [
        {
            "since": rule.since.isoformat(),
            "kind": rule.kind.value,
            "off_at_desk": rule.off_at_desk,
            "exempt_below_age": rule.exempt_below_age,
            "exempt_by_certificate": rule.exempt_by_certificate,
            "source": rule.source,
        }
        for rule in sorted(rules.masks, key=lambda rule: rule.since)
    ]
    return json.dumps(
        {"caps": caps, "masks": masks}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _area(id_: AreaId, area: AreaTable, hours: HoursTable, holidays: Mapping[Any, str]) -> Area:
    rooms = (
        Room(RoomId(room_id), _wording(room.name), tuple(room.way), room.slot)
        for room_id, room in area.rooms.items()
    )
    return Area(
        id=id_,
        name=_wording(area.name),
        floor=_wording(area.floor),
        way=tuple(area.way),
        rooms=tuple(rooms),
        hours=OpeningHours(
            weekly=MappingProxyType(hours.weekly | area.hours.weekly),
            exceptions=MappingProxyType(hours.exceptions | area.hours.exceptions),
            holidays=holidays,
        ),
        usual_stay=area.usual_stay,
        slot=area.slot,
        breaks=area.breaks,
        bring=None if area.bring is None else _wording(area.bring),
    )


def _reasons(texts: Mapping[str, Mapping[str, str]]) -> Mapping[ReasonId, Wording]:
    return MappingProxyType({ReasonId(id_): _wording(each) for id_, each in texts.items()})


def _wording(texts: Mapping[str, str]) -> Wording:
    return Wording(tuple(texts.items()))
