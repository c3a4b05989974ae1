"""Where the keys and values of a TOML text stand: tomllib reads the values and forgets the lines."""

import re
import tomllib
from collections.abc import Iterator, Mapping

from kiosk.config.written import Step

_TOKEN = re.compile(
    r"""
    (?P<string> \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3} .*? '{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
  | (?P<comment> \#[^\n]* )
  | (?P<newline> \n )
  | (?P<blank> [ \t\r]+ )
  | (?P<mark> [\[\]{},=.] )
  | (?P<bare> [^\s\[\]{},=.\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)

Path = tuple[Step, ...]
_Tokens = list[tuple[str, str, int]]


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line (from 1) on which each table, key and list element of `text` begins.

    `text` is TOML that tomllib has read without complaint; of anything else the lines may be wrong.
    """
    lines: dict[Path, int] = {}
    elements: dict[Path, int] = {}
    tokens = list(_tokens(text))
    table: Path = ()
    at = 0
    while at < len(tokens):
        kind, mark, line = tokens[at]
        if kind == "newline":
            at += 1
        elif mark == "[":
            is_element = tokens[at + 1][1] == "["
            at, keys = _keys(tokens, at + 1 + is_element)
            at += 1 + is_element
            table = _header(keys, elements, is_element=is_element)
            _note(lines, table, line)
        else:
            at = _pair(tokens, at, table, lines)
    return lines


def line_of(place: Path, lines: Mapping[Path, int]) -> int | None:
    """Return the line of `place`, or of the nearest table around it that stands in the file."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place)


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for found in _TOKEN.finditer(text):
        kind = str(found.lastgroup)
        if kind not in ("blank", "comment"):
            yield kind, found.group(), line
        line += found.group().count("\n")


def _header(keys: Path, elements: dict[Path, int], *, is_element: bool) -> Path:
    """Return the path of a `[header]`; an array of tables on the way means its newest element."""
    path: Path = ()
    for position, key in enumerate(keys):
        path = (*path, key)
        if is_element and position == len(keys) - 1:
            elements[path] = elements.get(path, -1) + 1
        if path in elements:
            path = (*path, elements[path])
    return path


def _note(lines: dict[Path, int], path: Path, line: int) -> None:
    """Remember the line of `path`, and of what is around it and has no line of its own yet."""
    for length in range(1, len(path) + 1):
        lines.setdefault(path[:length], line)


def _keys(tokens: _Tokens, at: int) -> tuple[int, Path]:
    keys: list[str] = []
    while tokens[at][1] not in ("=", "]"):
        kind, key, _ = tokens[at]
        if kind == "string":
            keys.append(tomllib.loads(f"key = {key}")["key"])
        elif kind == "bare":
            keys.append(key)
        at += 1
    return at, tuple(keys)


def _pair(tokens: _Tokens, at: int, table: Path, lines: dict[Path, int]) -> int:
    line = tokens[at][2]
    at, keys = _keys(tokens, at)
    path = (*table, *keys)
    _note(lines, path, line)
    return _value(tokens, at + 1, path, lines)


def _value(tokens: _Tokens, at: int, path: Path, lines: dict[Path, int]) -> int:
    """Go over the value that begins at `at` and return where it is over."""
    opening = tokens[at][1]
    if opening not in ("[", "{"):
        # Numbers and times hold dots and blanks: a plain value ends with the line, the element or the table.
        while at < len(tokens) and tokens[at][0] != "newline" and tokens[at][1] not in (",", "]", "}"):
            at += 1
        return at
    at += 1
    element = 0
    while tokens[at][1] not in ("]", "}"):
        kind, mark, line = tokens[at]
        if kind == "newline" or mark == ",":
            at += 1
        elif opening == "[":
            lines[(*path, element)] = line
            at = _value(tokens, at, (*path, element), lines)
            element += 1
        else:
            at = _pair(tokens, at, path, lines)
    return at + 1
