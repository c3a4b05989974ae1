"""`kiosk replay`: what a day would have looked like under another cap."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.core.replay import Replay, is_under_way, other_cap, replay_day
from kiosk.gate.past_days import known_day, known_rules
from kiosk.languages.counted import counted


def replay(office_path: Path, day: str, cap: int, *, json_wanted: bool) -> None:
    """Print the day as it was beside the day as it would have been with `cap` people at most."""
    office_file = read_office(office_path)
    office, (starts_at, _) = office_file.office, local_day(day, office_file)
    if is_under_way(office, starts_at.date(), now_utc()):
        stop(Exit.WRONG_CALL, f"{day} is still under way: replay it after closing, when all stays are known")
    with ledger_of(office_file) as ledger, interruptible():
        known = known_day(ledger, office, starts_at.date())
        found = replay_day(office, known, other_cap(office, known, known_rules(ledger), cap))
    if found is None:
        stop(Exit.WRONG_CALL, f"nobody came in on {day}: there is nothing to replay")
    if json_wanted:
        typer.echo(json.dumps({"day": day, "replay": as_json(found)}, ensure_ascii=False))
        return
    for line in _told(found, known.day, office.time_zone):
        typer.echo(line)


def _told(found: Replay, day: date, zone: ZoneInfo) -> Iterator[str]:
    was, would = found.as_it_was, found.replayed
    people = counted(found.people, "person", "people")
    yield f"{day:%Y-%m-%d}, when {_parties(found.parties)} of {people} altogether came in"
    yield ""
    yield _row("", "as it was", f"cap of {found.cap.building}")
    yield _row("most inside", was.most_inside, would.most_inside)
    yield _row("parties that waited", was.waited_parties, would.waited_parties)
    yield _row("  people in them", was.waited_people, would.waited_people)
    yield _row("median wait of those", _length(was.median_wait), _length(would.median_wait))
    yield _row("longest wait", _length(was.longest_wait), _length(would.longest_wait))
    yield _row("parties not in before closing", was.not_in_parties, would.not_in_parties)
    yield _row("  people in them", was.not_in_people, would.not_in_people)
    yield ""
    yield _full(found, zone)
    for area, most in found.cap.areas.items():
        yield f"the area {area} keeps its cap of {most}"
    if found.gave_up:
        yield f"left out: {_parties(found.gave_up)} that waited that day and never came in"
    if found.unseen:
        # The doors' own count may have been corrected by a recount, so that `kiosk past` tells of fewer.
        yield (
            f"nobody saw {_parties(found.unseen)} leave: counted as inside until midnight, "
            "also where a recount took them out"
        )
    yield "assumed: stays keep their length, nobody gives up, the staff lets nobody in above the cap"


def _row(label: str, was: object, would: object) -> str:
    return f"{label:<30}{was:>12}{would:>14}"


def _full(found: Replay, zone: ZoneInfo) -> str:
    if not found.full:
        return "it would never have been full to the last place"
    first, last = (at.astimezone(zone) for at in (found.full[0].since, found.full[-1].until))
    altogether = sum((each.until - each.since for each in found.full), timedelta(0))
    # A visit that nobody saw end lasts until midnight or longer.
    ends = f"{last:%H:%M}" if last.date() == first.date() else f"{last:%Y-%m-%d %H:%M}"
    return f"full for {_length(altogether)} altogether, between {first:%H:%M} and {ends}"


def _parties(number: int) -> str:
    return counted(number, "party", "parties")


def _length(length: timedelta | None) -> str:
    if length is None:
        return "-"
    hours, minutes = divmod(round(length / timedelta(minutes=1)), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
