"""Numbers of a day added up by what they stand for."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from kiosk.core.events import Event
from kiosk.core.verdict import Outcome, Reason

_Key = TypeVar("_Key")


def added_up(pairs: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    """Return the sum of the numbers of each key, in the order in which the keys came first."""
    numbers: Counter[_Key] = Counter()
    for key, number in pairs:
        numbers[key] += number
    return dict(numbers)


def refusals(events: Iterable[Event]) -> dict[Reason, int]:
    """Return how often visitors were refused or told to wait, by reason."""
    answers = (event.answer for event in events if event.answer is not None)
    return added_up(
        (answer.reason, 1) for answer in answers if answer.outcome in {Outcome.REFUSED, Outcome.WAIT}
    )
