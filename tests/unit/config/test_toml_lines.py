import tomllib
from collections.abc import Iterator

import pytest

from kiosk.config.toml_lines import Path, line_of, lines_of

TEXT = '''\
# A comment with [brackets] and a = sign
title = "one # no comment" # a comment
[a.b]
"quoted.key" = 'literal'
dotted.key . "in parts" = 1.5e3
many = [ 1, 2,
  # between
  [ 3,
    "]" ],
  { x = 1, y.z = [
    2021-09-20 08:00:00 ] },
]
long = """
two "" lines
[not.a.table]""" # after
raw = \'\'\'
x = 1
\'\'\'
after = true
[[list]]
x = 1
[[list.inner]]
[[list]]
[list.sub]
y = 2
[[list.inner]]
z = 3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("a",), 3),
        (("a", "b"), 3),
        (("a", "b", "quoted.key"), 4),
        (("a", "b", "dotted", "key", "in parts"), 5),
        (("a", "b", "many", 1), 6),
        (("a", "b", "many", 2, 0), 8),
        (("a", "b", "many", 2, 1), 9),
        (("a", "b", "many", 3, "y", "z", 0), 11),
        (("a", "b", "long"), 13),
        (("a", "b", "raw"), 16),
        (("a", "b", "after"), 19),
        (("list",), 20),
        (("list", 0, "inner", 0), 22),
        (("list", 1), 23),
        (("list", 1, "sub", "y"), 25),
        (("list", 1, "inner", 0, "z"), 27),
    ],
)
def test_each_key_and_element_has_its_line(path: Path, line: int) -> None:
    assert lines_of(TEXT)[path] == line


def test_no_key_is_left_out_and_none_invented() -> None:
    assert set(_paths((), tomllib.loads(TEXT))) == set(lines_of(TEXT))


def test_what_is_missing_has_the_line_of_the_table_around_it() -> None:
    lines = lines_of(TEXT)
    assert line_of(("list", 1, "sub", "missing", 3), lines) == 24
    assert line_of(("missing",), lines) is None


def _paths(path: Path, value: object) -> Iterator[Path]:
    if path:
        yield path
    match value:
        case dict():
            for key, inner in value.items():
                yield from _paths((*path, key), inner)
        case list():
            for index, inner in enumerate(value):
                yield from _paths((*path, index), inner)
        case _:
            pass
