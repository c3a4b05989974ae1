"""The form of a file with texts in one language: sections with a headline each, `== subject ==`.

What stands before the first section is told to whoever changes the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_HEADLINE: Final = re.compile(r"== *([^:=]+?) *(?:: *(.+?) *)?==[ \t]*$")


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name, what stands behind the colon of its headline, and the line of its first text."""

    name: str
    heading: str
    line: int
    source: str


def sections_of(source: str) -> Iterator[Section]:
    """Give the sections of a file in their order."""
    name, heading, begun, lines = "", "", 0, list[str]()
    for number, line in enumerate(source.split("\n"), start=1):
        found = _HEADLINE.match(line)
        if found is None:
            lines.append(line)
            continue
        if begun:
            yield Section(name, heading, begun, "\n".join(lines))
        name, heading, begun, lines = found[1], found[2] or "", number + 1, []
    if begun:
        yield Section(name, heading, begun, "\n".join(lines))
