"""Faults of the office's file that lie between its tables: each of them alone is right."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from kiosk.config import written
from kiosk.config.fields import Known
from kiosk.config.problems import place
from kiosk.config.written import MiswrittenError, Step
from kiosk.core.office import Direction

Fault = tuple[tuple[Step, ...], str]
"""The way to a place in the file, and what is wrong there."""


def known_in(raw: Mapping[str, Any]) -> Known:
    """Return what the fields of the file may refer to, as far as the file tells it."""
    try:
        zone = written.time_zone(_table(raw, "office").get("time_zone"))
    except MiswrittenError:
        zone = None
    return Known(tuple(_table(raw, "areas")), zone)


def faults_between(raw: Mapping[str, Any], found: Sequence[Fault]) -> Iterator[Fault]:
    """Find what is wrong between the tables of `raw`, in which `found` is known to be wrong already."""
    if not any(steps[:1] in (("areas",), ("doors",)) for steps, _ in found):
        yield from _unreached_areas(raw)
    yield from _twice_dated(raw)
    yield from _twice_seen(raw)
    yield from _twice_headed(raw)


def _table(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the table under `key`, an empty one where the file has none there."""
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _unreached_areas(raw: Mapping[str, Any]) -> Iterator[Fault]:
    doors = _table(raw, "doors").values()
    served = {area for door in doors if door["direction"] != Direction.OUT.value for area in door["serves"]}
    for area in _table(raw, "areas"):
        if area not in served:
            yield (
                ("areas", area),
                "no door leads in here: name it in serves of a door that is not an exit only",
            )


def _twice_dated(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Find rules of one kind that begin at the same time: nobody could say which of them holds."""
    zone = known_in(raw).zone
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


def _twice_seen(raw: Mapping[str, Any]) -> Iterator[Fault]:
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


def _twice_headed(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Find headings of lists that are to mean two things."""
    first: dict[str, str] = {}
    for about, headings in _table(_table(raw, "lists"), "columns").items():
        for heading in headings if isinstance(headings, list) else [headings]:
            if isinstance(heading, str):
                other = first.setdefault(" ".join(heading.casefold().split()), about)
                if other != about:
                    sentence = f"{written.shown(heading)} stands at {other} already"
                    yield ("lists", "columns", about), sentence
