"""`kiosk status`: how full the house is, for a person or a watching program, which asks again and again."""

import json
from datetime import datetime
from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import read_office
from kiosk.config import OfficeFile
from kiosk.core.house_rules import CapRule
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.core.rules_in_force import rules_at
from kiosk.ledger.glance import glance


def status(office_path: Path, *, json_wanted: bool) -> None:
    """Say how many people are inside, of how many, where, and who waits."""
    office_file = read_office(office_path)
    house = glance(office_file.database_url)
    if house is None:
        house = _asked(office_file)
    now = now_utc()
    cap = rules_at(office_file.office, house, now).cap
    overdue = sum(visit.party for visit in house.overdue(now, office_file.office.habits.overdue))
    if json_wanted:
        typer.echo(json.dumps(_status(house, office_file.office, cap, overdue, now), ensure_ascii=False))
        return
    unclear = f", {overdue} unclear" if overdue else ""
    typer.echo(f"inside {house.inside} of {cap.building}{unclear}")
    for area in office_file.office.areas.values():
        limit = f" of {cap.areas[area.id]}" if area.id in cap.areas else ""
        typer.echo(f"  {area.name.in_language('de')}: {house.inside_area(area.id)}{limit}")
    numbers = ", ".join(str(place.number) for place in house.line) or "nobody"
    typer.echo(f"waiting outside: {numbers}")
    for stopped in house.stops:
        since = stopped.since.astimezone(office_file.office.time_zone)
        message = stopped.message.in_language("de")
        typer.echo(f"admission is stopped at {stopped.door or 'all doors'} since {since:%H:%M}: {message}")


def _asked(office_file: OfficeFile) -> House:
    from kiosk.commands.stored import ledger_of  # noqa: PLC0415 - loads SQLAlchemy, which a glance does without

    with ledger_of(office_file) as ledger:
        return ledger.house()


def _status(house: House, office: Office, cap: CapRule, overdue: int, now: datetime) -> dict[str, object]:
    return {
        "at": as_json(now),
        "inside": house.inside,
        "cap": cap.building,
        "unclear": overdue,
        "unmatched_exits": house.unmatched_exits,
        "areas": {
            area: {"inside": house.inside_area(area), "cap": cap.areas.get(area)} for area in office.areas
        },
        "line": as_json(house.line),
        "stops": as_json(house.stops),
    }
