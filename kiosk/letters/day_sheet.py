"""What the report of a day says on its page, before any of it is set in type."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is read first: what it counts, the number, and what belongs to it."""

    label: str
    number: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers under a heading: what, and how many."""

    heading: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DayCurve:
    """The course of a day: where in its width (0 to 1) so many people were inside, and which cap held.

    `hours` are the marks below it. A cap of None: none held from there on.
    """

    heading: str
    steps: tuple[tuple[float, int], ...]
    caps: tuple[tuple[float, int | None], ...]
    hours: tuple[tuple[float, str], ...]
    inside: str
    cap: str


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The report of a day in one language: figures, the curve, and tables in two columns."""

    office: str
    title: str
    figures: tuple[Figure, ...]
    curve: DayCurve
    columns: tuple[tuple[Table, ...], tuple[Table, ...]]
    notes: tuple[str, ...]
