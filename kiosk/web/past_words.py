"""What is told of days that are over, in words: reasons, and what another cap would have made of a day."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from kiosk.core.figures.past_day import PastDay
from kiosk.core.figures.past_month import off_by_door
from kiosk.core.office import DoorId, Office, ReasonId, Wording
from kiosk.core.replay import Replay
from kiosk.web.attention_words import door_name
from kiosk.web.words import Words

Row = tuple[str, str, str]
"""What is told, how it was, and how it would have been."""


def by_reason(
    numbers: Mapping[ReasonId, int], known: Mapping[ReasonId, Wording], words: Words
) -> tuple[tuple[str, str], ...]:
    """Return the numbers, the largest first; a reason that the file names no longer by its short name."""

    def worded(reason: ReasonId) -> str:
        wording = known.get(reason)
        return reason if wording is None else wording.in_language(words.language)

    rows = ((worded(reason), people) for reason, people in numbers.items())
    in_order = sorted(rows, key=lambda row: (-row[1], row[0]))
    return tuple((name, words.number(people)) for name, people in in_order)


def told_rows(told: Mapping[str, int], words: Words) -> tuple[tuple[str, str], ...]:
    """Return how often visitors were told each reason, the most frequent first."""
    in_order = sorted(told.items(), key=lambda each: (-each[1], each[0]))
    return tuple((words.text(f"reason.{reason}"), words.number(times)) for reason, times in in_order)


def drift_rows(past: PastDay, office: Office, words: Words) -> tuple[tuple[str, str], ...]:
    """Return by how many people the recounts at each door found the number wrong."""
    return tuple(
        (door_name(office, DoorId(door), words) if door else words.text("past.no_door"), words.number(people))
        for door, people in off_by_door([past]).items()
    )


def replay_rows(found: Replay, words: Words) -> Iterator[Row]:
    """Give the rows of the table that compares the day with the day as it would have been."""
    was, would = found.as_it_was, found.replayed

    def row(name: str, of_was: str, of_would: str) -> Row:
        return words.text(f"replay.{name}"), of_was, of_would

    yield row("most", words.number(was.most_inside), words.number(would.most_inside))
    yield row("waited", *(_parties(each.waited_parties, each.waited_people, words) for each in (was, would)))
    yield row("median", _length(was.median_wait, words), _length(would.median_wait, words))
    yield row("longest", _length(was.longest_wait, words), _length(would.longest_wait, words))
    yield row("not_in", *(_parties(each.not_in_parties, each.not_in_people, words) for each in (was, would)))


def replay_full(found: Replay, words: Words) -> str:
    """Say for how long it would have been full, and when."""
    if not found.full:
        return words.text("replay.never_full")
    altogether = sum((each.until - each.since for each in found.full), timedelta(0))
    first, last = found.full[0].since, found.full[-1].until
    # A visit that nobody saw end lasts until midnight or longer.
    until = words.when(last, first)
    return words.text("replay.full", span=words.span(altogether), first=words.clock(first), last=until)


def _parties(parties: int, people: int, words: Words) -> str:
    return words.text("replay.parties", n=parties, people=words.text("replay.people", n=people))


def _length(length: timedelta | None, words: Words) -> str:
    return "–" if length is None else words.span(length)
