"""The sentences of a letter, as every language has to give them.

A language is a class and not a table of templates: dates, numbers of people and mask rules need its grammar.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from kiosk.core.house_rules import CapRule, MaskRule
from kiosk.core.office import AreaId, Contacts, WayStep


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading with its text."""

    heading: str
    text: str


class Language(Protocol):
    """One language's sentences; times that come in are those of the clock at the office's wall."""

    tag: str
    """ISO 639-1."""
    subject: str
    phone: str
    mail: str
    online: str
    dated: str
    short_code: Paragraph
    bring: Paragraph
    privacy: str
    rules_by: str

    def opening(self, *, shows_on_leaving: bool) -> str:
        """What to do with the letter; `shows_on_leaving`: it is scanned on the way out too."""

    def day(self, day: date) -> str:
        """The weekday and the date, written out."""

    def short_day(self, day: date) -> str:
        """The date in figures."""

    def time(self, at: datetime) -> str:
        """The time of day."""

    def admission(self, first: datetime, last: datetime) -> str:
        """From when until when the letter opens the door."""

    def party(self, people: int) -> str:
        """How many people come on the letter, and what follows from it."""

    def entrance(self, doors: tuple[str, ...], directions: str) -> str:
        """The names of the doors that lead there, and how to find them."""

    def step(self, step: WayStep) -> str:
        """One step of the way, in a word or two."""

    def mask(self, rule: MaskRule) -> Paragraph:
        """The mask rule."""

    def cap(self, rule: CapRule, area: AreaId) -> Paragraph:
        """How many people may be in the building, and in the area if it has a cap of its own."""

    def reschedule(self, contacts: Contacts) -> Paragraph:
        """How to get another appointment."""
