"""The lines of an iCalendar file become components with their properties, each with its place.

See RFC 5545, 3.1. The library that reads the values tells no lines, and stops at the first that is wrong: a
person who has to mend a file needs all places at once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from kiosk.intake.cells import quoted
from kiosk.intake.decoding import decoded
from kiosk.intake.listing import ListProblem

_END_OF_LINE = re.compile(rb"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_HEAD = re.compile(rf"{_NAME.pattern}(?:{_PARAMETER.pattern})*")
_PARAMETER_VALUE = re.compile(r'"([^"]*)"|([^",]+)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LIST_ITEM = re.compile(r"(?:\\.|[^\\,])+", re.DOTALL)
_Head: TypeAlias = tuple[str, Mapping[str, tuple[str, ...]]]
# What nests deeper is no calendar, but an attempt on the program.
_DEEPEST = 8


class Property(NamedTuple):
    """One line of content, `value` as it stands there; names are in capital letters.

    A year of an office is some hundred thousand of them: no other frozen value is made as quickly.
    """

    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str
    line: int

    def parameter(self, name: str) -> str:
        """Return the first value of a parameter, an empty text where there is none."""
        return next(iter(self.parameters.get(name, ())), "")

    @property
    def text(self) -> str:
        """The value as a text, without the marks that stand before special signs."""
        return _unescaped(self.value)

    @property
    def texts(self) -> tuple[str, ...]:
        """The value as a list of texts, at the commas that are not part of a text."""
        return tuple(_unescaped(item.strip()) for item in _LIST_ITEM.findall(self.value))


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END, from the line `line` on."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    components: list["Component"] = field(default_factory=list)
    _by_name: dict[str, list[Property]] = field(default_factory=dict)

    def add(self, read: Property) -> None:
        """Take one more property."""
        self.properties.append(read)
        self._by_name.setdefault(read.name, []).append(read)

    def every(self, name: str) -> Sequence[Property]:
        """Return the properties of this name, in their order."""
        return self._by_name.get(name, ())

    def first(self, name: str) -> Property | None:
        """Return the first property of this name, None if there is none."""
        found = self._by_name.get(name)
        return None if found is None else found[0]

    def value(self, name: str) -> str:
        """Return the text of the first property of this name in capital letters, empty if there is none."""
        found = self.first(name)
        return "" if found is None else found.text.strip().upper()


def components_of(data: bytes) -> tuple[list[Component], list[ListProblem]]:
    """Return the calendars in a file, and everything that is wrong with its lines and their order.

    Raises AppointmentListError for bytes that are no text.
    """
    root = Component("", 0)
    open_ones = [root]
    faults: list[ListProblem] = []
    heads: dict[str, _Head | None] = {}
    for line, text in _unfolded(data):
        if not text.strip():
            continue
        read = _property(text, line, heads)
        if read is None:
            sentence = f"this is no line of a calendar: {quoted(text.strip())}"
            faults.append(ListProblem(line, None, sentence))
        elif read.name == "BEGIN":
            begun = Component(read.value.strip().upper(), line)
            if len(open_ones) > _DEEPEST:
                faults.append(ListProblem(line, None, "components are nested too deeply"))
                return root.components, faults
            open_ones[-1].components.append(begun)
            open_ones.append(begun)
        elif read.name == "END":
            if read.value.strip().upper() != open_ones[-1].name or len(open_ones) == 1:
                faults.append(ListProblem(line, None, f"{quoted(text.strip())} ends nothing that has begun"))
                return root.components, faults
            open_ones.pop()
        else:
            open_ones[-1].add(read)
    faults += (
        ListProblem(each.line, None, f"{each.name} begins here and never ends: the file is not whole")
        for each in open_ones[1:]
    )
    return root.components, faults


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield each line of content with its number; long ones go on where a line begins with a blank.

    They are put together before they are decoded, since a letter of several bytes may be cut.
    """
    numbers: list[int] = []
    lines: list[bytes] = []
    for number, line in enumerate(_END_OF_LINE.split(data), start=1):
        if line[:1] in (b" ", b"\t") and lines:
            lines[-1] += line[1:]
        else:
            numbers.append(number)
            lines.append(line)
    text = decoded(b"\n".join(lines), "save the calendar as UTF-8")
    yield from zip(numbers, text.split("\n"), strict=True)


def _property(text: str, line: int, heads: dict[str, _Head | None]) -> Property | None:
    """Read one line; `heads` are those of the lines before, since a file has few, each many times."""
    head, colon, value = text.partition(":")
    if '"' in head:
        # What stands in quotes may hold a colon itself.
        found = _HEAD.match(text)
        head = "" if found is None else found[0]
        colon, value = text[len(head) : len(head) + 1], text[len(head) + 1 :]
    if head not in heads:
        heads[head] = _head_of(head)
    read = heads[head]
    return None if read is None or colon != ":" else Property(*read, value, line)


def _head_of(text: str) -> _Head | None:
    """Return the name and the parameters before the colon of a line, None for what is none."""
    name = _NAME.match(text)
    if name is None or not _HEAD.fullmatch(text):
        return None
    parameters: dict[str, tuple[str, ...]] = {}
    for found in _PARAMETER.finditer(text, name.end()):
        values = _PARAMETER_VALUE.findall(found[2])
        parameters[found[1].upper()] = tuple(in_quotes or plain for in_quotes, plain in values)
    return name[0].upper(), parameters


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
