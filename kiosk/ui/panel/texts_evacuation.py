"""What is said of who is inside, for an evacuation, on the panel and on paper."""

from datetime import datetime, timedelta
from typing import Final

from kiosk.core.floors import FloorCount
from kiosk.core.office import Office
from kiosk.gate.evacuation import Evacuation
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_home import as_of
from kiosk.ui.panel.words import Words

_OLD: Final = timedelta(minutes=1)


def title(words: Words) -> str:
    """Return the heading."""
    return words.translate("panel", "Evacuation: who is inside")


def evacuation(words: Words) -> str:
    """Return what is going on, in one word."""
    return words.translate("panel", "Evacuation")


def print_it(words: Words) -> str:
    """Return what prints the page."""
    return words.translate("panel", "Print")


def nothing_known(words: Words) -> str:
    """Return what to do where no number is known."""
    return words.translate("panel", "Nobody knows how many people are inside. Search all rooms and count.")


def inside(words: Words) -> str:
    """Return what the large number counts."""
    return words.translate("panel", "people in the building")


def unclear(words: Words, people: int) -> tuple[str, str]:
    """Return for how many of them it is unclear whether they left, and why."""
    number = words.translate("panel", "{people} of them unclear").format(people=people)
    return number, words.translate("panel", "visits that should be over")


def is_old(counted: Evacuation, now: datetime) -> bool:
    """Say whether people may well have come or left since they were counted."""
    return now - counted.counted_at >= _OLD


def how_current(words: Words, counted: Evacuation, now: datetime) -> tuple[str, str]:
    """Return in plain words whether the numbers are of now, and of when they are."""
    if counted.is_current:
        if is_old(counted, now):
            age = words.age_text(now - counted.counted_at)
            return f"{as_of(words, counted.counted_at)}, {age}", ""
        text = words.translate("panel", "current, as of {time}")
        return text.format(time=words.time_text(counted.counted_at)), ""
    detail = words.translate("panel", "The database cannot be reached. People may have come or left since.")
    if counted.known_at is None:
        return words.translate("panel", "NOT CURRENT"), detail
    text = words.translate("panel", "NOT CURRENT: as of {time}, {age}")
    age = words.age_text(now - counted.known_at)
    return text.format(time=words.time_text(counted.known_at), age=age), detail


def floor(words: Words, counted: FloorCount) -> str:
    """Return the name of a floor."""
    if counted.floor is None:
        return words.translate("panel", "Areas that are no longer in the office's file")
    return words.wording(counted.floor)


def areas(words: Words, office: Office, counted: FloorCount) -> str:
    """Return how many are in each area of a floor, with the unclear ones."""
    lines = []
    for area in counted.areas:
        line = f"{area_name(words, office, area.area)}: {area.inside}"
        if area.unclear:
            line += " " + unclear_in_area(words, area.unclear)
        lines.append(line)
    return "\n".join(lines)


def unclear_in_area(words: Words, people: int) -> str:
    """Return how many in an area are unclear, in brackets."""
    return words.translate("panel", "({people} unclear)").format(people=people)


def unclear_word(words: Words) -> str:
    """Return what the number beside a floor counts."""
    return words.translate("panel", "unclear")


def printed(words: Words, now: datetime) -> str:
    """Return when a page was printed."""
    text = words.translate("panel", "printed on {day} at {time}")
    return text.format(day=words.day_text(now), time=words.time_text(now))
