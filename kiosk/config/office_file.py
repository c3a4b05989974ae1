"""Reads the office's file, says everything that is wrong with it, and builds the office from it."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from kiosk.config import written
from kiosk.config.fields import SQLITE, Known
from kiosk.config.mail_settings import MailSettings
from kiosk.config.problems import OfficeFileError, Problem, faults_in, place
from kiosk.config.public_holidays import PublicHolidays
from kiosk.config.schema import (
    AreaTable,
    CameraTable,
    DoorTable,
    HoursTable,
    ListsTable,
    MailTable,
    OfficeFileTable,
    WebTable,
)
from kiosk.config.speech_settings import NO_WISHES, SpeechSettings
from kiosk.config.toml_lines import line_of, lines_of
from kiosk.config.written import MiswrittenError, Step
from kiosk.core.door_devices import NO_CAMERA, CameraWishes, DoorCamera, DoorDevices
from kiosk.core.house_rules import CapRule, HouseRules, MaskRule
from kiosk.core.list_forms import CalendarForms, ListForms
from kiosk.core.office import (
    Area,
    AreaId,
    Contacts,
    DeskHabits,
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
    Wording,
)
from kiosk.core.opening_hours import OpeningHours
from kiosk.core.tries import TryLimit

DESK_LETTERS = "letters"
"""The folder beside the office's file in which the desk's letters lie that could not be printed."""

_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_Fault = tuple[tuple[Step, ...], str]


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What the office allows of the manager's page.

    `wall`: the wall screen's page is read without signing in. `metrics_token_file` holds the token with which
    another machine's monitor reads the figures; None: only this machine reads them.
    """

    wall: bool = False
    metrics_token_file: Path | None = None


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """What an office's file says; its paths are absolute.

    `answer_seconds` is how long a verdict is shown, `reduced_motion` whether nothing on the screen moves by
    itself, `try_limit` how often a short code may be typed wrongly.
    `devices` are the cameras and the scanner of each door; `daily_test` is whether the guards' panels say if
    they have read the test letter today. `rules_json` is the canonical JSON text of the house rules for the
    ledger, `rules_digest` the SHA-256 of its UTF-8 bytes, in hexadecimal digits: both change when a rule
    changes and never otherwise. `letter_texts` is the folder of the letters' texts that the office has
    changed.
    changes and never otherwise. `list_forms` is how lists are written here, `list_folder` the folder in which
    they are put to be taken in, None where there is none. `privacy_basis` names the law by which personal
    data is kept, `letter_folders` where letters lie that are deleted when their day is over, with that of the
    phone desk. `desk_printer` is the printer of the phone desk by its name, None for the machine's own.
    """

    path: Path
    office: Office
    database_url: str
    key_file: Path
    pin_key_file: Path
    answer_seconds: float
    reduced_motion: bool
    try_limit: TryLimit
    rules_json: str
    rules_digest: str
    devices: Mapping[DoorId, DoorDevices]
    daily_test: bool
    letter_texts: Path | None
    mail: MailSettings | None
    list_forms: ListForms
    list_folder: Path | None
    privacy_basis: str | None
    letter_folders: tuple[Path, ...]
    desk_printer: str | None = None
    web: WebSettings = WebSettings()
    speech: SpeechSettings = NO_WISHES


def load_office_file(path: Path) -> OfficeFile:
    """Read the office's TOML file. Raises OfficeFileError, and nothing else, with all that is wrong in it."""
    path = path.absolute()
    text = _read(path)
    raw = _parse(path, text)
    table: OfficeFileTable | None = None
    faults: list[_Fault] = []
    try:
        table = OfficeFileTable.model_validate(raw, context=_known(raw))
    except ValidationError as error:
        faults += faults_in(error, OfficeFileTable)
    if not any(steps[:1] in (("areas",), ("doors",)) for steps, _ in faults):
        faults += _unreached_areas(raw)
    faults += _twice_dated(raw)
    faults += _twice_seen(raw)
    faults += _twice_headed(raw)
    if table is None or faults:
        lines = lines_of(text)
        problems = [Problem(place(steps), line_of(steps, lines), sentence) for steps, sentence in faults]
        raise OfficeFileError(path, sorted(problems, key=lambda each: each.line or 0))
    return _office_file(path, table)


def _read(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = Problem("", None, f"it cannot be read: {error.strerror}")
        raise OfficeFileError(path, [problem]) from error
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = Problem("", line, "this is not UTF-8: save the file in this encoding")
        raise OfficeFileError(path, [problem]) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise OfficeFileError(path, [Problem("", None, "lists are nested too deeply in it")]) from error
    except ValueError as error:
        # Mostly TOMLDecodeError; a number with thousands of digits is a plain ValueError.
        sentence, line = str(error), None
        found = _TOML_PLACE.search(sentence)
        if found is not None:
            sentence = sentence[: found.start()]
            line = int(found[1]) if found[1] else text.count("\n") + 1
            sentence += f" (column {found[2]})" if found[2] else " at the end of the file"
        raise OfficeFileError(path, [Problem("", line, f"this is not TOML: {sentence}")]) from error


def _known(raw: Mapping[str, Any]) -> Known:
    try:
        zone = written.time_zone(_table(raw, "office").get("time_zone"))
    except MiswrittenError:
        zone = None
    return Known(tuple(_table(raw, "areas")), zone)


def _table(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the table under `key`, an empty one where the file has none there."""
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _unreached_areas(raw: Mapping[str, Any]) -> Iterator[_Fault]:
    doors = _table(raw, "doors").values()
    served = {area for door in doors if door["direction"] != Direction.OUT.value for area in door["serves"]}
    for area in _table(raw, "areas"):
        if area not in served:
            yield (
                ("areas", area),
                "no door leads in here: name it in serves of a door that is not an exit only",
            )


def _twice_dated(raw: Mapping[str, Any]) -> Iterator[_Fault]:
    """Find rules of one kind that begin at the same time: nobody could say which of them holds."""
    zone = _known(raw).zone
    for kind in ("cap", "mask"):
        rules = _table(raw, "rules").get(kind)
        first: dict[datetime, int] = {}
        for index, rule in enumerate(rules if isinstance(rules, list) else ()):
            try:
                since = written.moment(rule.get("since") if isinstance(rule, dict) else None, zone)
            except MiswrittenError:
                continue
            if since in first:
                sentence = f"another rule of this kind begins then: {place(('rules', kind, first[since]))}"
                yield ("rules", kind, index, "since"), sentence
            first.setdefault(since, index)


def _twice_seen(raw: Mapping[str, Any]) -> Iterator[_Fault]:
    """Find cameras that are written in both forms, and those that a door has twice."""
    for id_, door in _table(raw, "doors").items():
        cameras = door.get("cameras") if isinstance(door, dict) else None
        if not isinstance(cameras, list):
            continue
        if "camera" in door:
            sentence = f"write this camera as one of the list, too: {place(('doors', id_, 'cameras'))}"
            yield ("doors", id_, "camera"), sentence
        first: dict[str, int] = {}
        for index, camera in enumerate(cameras):
            source = camera.get("source") if isinstance(camera, dict) else None
            if not isinstance(source, str):
                continue
            if source in first:
                other = place(("doors", id_, "cameras", first[source]))
                yield ("doors", id_, "cameras", index, "source"), f"this door has the camera already: {other}"
            first.setdefault(source, index)


def _twice_headed(raw: Mapping[str, Any]) -> Iterator[_Fault]:
    """Find headings of lists that are to mean two things."""
    first: dict[str, str] = {}
    for about, headings in _table(_table(raw, "lists"), "columns").items():
        for heading in headings if isinstance(headings, list) else [headings]:
            if isinstance(heading, str):
                other = first.setdefault(" ".join(heading.casefold().split()), about)
                if other != about:
                    sentence = f"{written.shown(heading)} stands at {other} already"
                    yield ("lists", "columns", about), sentence


def _office_file(path: Path, table: OfficeFileTable) -> OfficeFile:
    office = _office(table)
    rules_json = _rules_json(office.rules)
    return OfficeFile(
        path=path,
        office=office,
        database_url=_database_url(path.parent, table.storage.database),
        key_file=path.parent / table.storage.key_file,
        pin_key_file=path.parent / table.storage.pin_key_file,
        answer_seconds=table.screen.answer.total_seconds(),
        reduced_motion=table.screen.reduced_motion,
        speech=SpeechSettings(table.speech.device, table.speech.heard_by),
        try_limit=TryLimit(table.screen.keypad_tries, table.screen.keypad_pause),
        rules_json=rules_json,
        rules_digest=hashlib.sha256(rules_json.encode()).hexdigest(),
        devices=MappingProxyType({DoorId(id_): _devices(door) for id_, door in table.doors.items()}),
        daily_test=table.panel.daily_test,
        mail=None if table.mail is None else _mail(path.parent, table.mail),
        letter_texts=None if table.letters.texts is None else path.parent / table.letters.texts,
        web=_web_settings(path.parent, table.web),
        privacy_basis=table.privacy.basis,
        letter_folders=tuple(
            dict.fromkeys(path.parent / each for each in (DESK_LETTERS, *table.privacy.letter_folders))
        ),
        desk_printer=table.desk.printer,
        list_forms=_list_forms(table.lists),
        list_folder=None if table.lists.folder is None else path.parent / table.lists.folder,
    )


def _list_forms(lists: ListsTable) -> ListForms:
    calendar = lists.calendar.model_dump(exclude={"usual_area"})
    area = lists.calendar.usual_area
    return ListForms(
        columns=MappingProxyType({about: each for about, each in lists.columns.model_dump().items() if each}),
        calendar=CalendarForms(**calendar, usual_area=None if area is None else AreaId(area)),
    )


def _web_settings(folder: Path, web: WebTable) -> WebSettings:
    token = None if web.metrics_token_file is None else folder / web.metrics_token_file
    return WebSettings(wall=web.wall, metrics_token_file=token)


def _office(table: OfficeFileTable) -> Office:
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


def _mail(folder: Path, mail: MailTable) -> MailSettings:
    return MailSettings(
        server=mail.server,
        port=mail.port,
        security=mail.security,
        sender=mail.sender,
        user=mail.user,
        password_file=None if mail.password_file is None else folder / mail.password_file,
        ca_file=None if mail.ca_file is None else folder / mail.ca_file,
        bounces=None if mail.bounces is None else folder / mail.bounces,
    )


def _devices(door: DoorTable) -> DoorDevices:
    if not door.cameras and door.camera.source == NO_CAMERA:
        return DoorDevices((), door.scanner)
    return DoorDevices(tuple(_camera(each) for each in door.cameras or (door.camera,)), door.scanner)


def _camera(camera: CameraTable) -> DoorCamera:
    return DoorCamera(camera.source, CameraWishes(**camera.model_dump(exclude={"source"})))


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


def _database_url(folder: Path, url: str) -> str:
    """Resolve the file of SQLite against `folder`, and name the driver that is used for PostgreSQL."""
    if url.startswith(SQLITE):
        return SQLITE + (folder / url.removeprefix(SQLITE)).as_posix()
    return re.sub("^postgresql:", "postgresql+psycopg:", url)


def _rules_json(rules: HouseRules) -> str:
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
