"""The page on accessibility claims nothing that no test shows."""

import re
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent
_PAGE = (_PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8")
_CLAIMS, _, _TESTS = _PAGE.partition("## The tests")
_NAMED = dict(re.findall(r"^\| ([a-z-]+) \| `([^`]+)` \|$", _TESTS, re.MULTILINE))


def test_each_claim_names_tests_that_are_there() -> None:
    claimed = set()
    for row in re.findall(r"^\| [0-9].*$", _CLAIMS, re.MULTILINE):
        names = [name for group in re.findall(r"\[([a-z, -]+)\](?!\()", row) for name in group.split(", ")]
        claimed.update(names)
    assert claimed == set(_NAMED)


def test_each_test_that_is_named_is_in_its_file() -> None:
    missing = []
    for path, _, test in (each.partition("::") for each in _NAMED.values()):
        file = _PROJECT / path
        if not (file.exists() and f"def {test}(" in file.read_text(encoding="utf-8")):
            missing.append(f"{path}::{test}")
    assert missing == []


def test_each_clause_says_how_it_stands() -> None:
    stands = ("met", "partly", "not met", "office", "–")
    rows = [row.split(" | ") for row in re.findall(r"^\| [0-9].*$", _CLAIMS, re.MULTILINE)]
    assert [row[0] for row in rows if len(row) != 3 or not row[2].startswith(stands)] == []
