"""What is wrong in the office's file, in sentences with their places."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk.config.written import MiswrittenError, Step, nearest, shown

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_KEY_MARK = "[key]"
_WANTED = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `place` is empty, and `line` (from 1) None, for what has none."""

    place: str
    line: int | None
    sentence: str

    def __str__(self) -> str:
        at = f"line {self.line}" if self.line is not None else ""
        where = ", ".join(part for part in (at, self.place) if part)
        return f"{where}: {self.sentence}" if where else self.sentence


class OfficeFileError(Exception):
    """Raised for an office's file that cannot be used, with all that is wrong in it."""

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        super().__init__("\n".join([f"{path} cannot be used:", *(f"  {each}" for each in self.problems)]))


def place(steps: Iterable[Step]) -> str:
    """Return a place as TOML would write it: `doors.main.serves[2]`, counted from 1."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            key = step if _BARE_KEY.fullmatch(step) else shown(step)
            text += f".{key}" if text else key
    return text


def faults_in(error: ValidationError, root: type[BaseModel]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the places and sentences of a failed validation of the table `root`."""
    for details in error.errors(include_url=False):
        steps = tuple(step for step in details["loc"] if step != _KEY_MARK)
        cause = details.get("ctx", {}).get("error")
        if isinstance(cause, MiswrittenError):
            for below, sentence in cause.faults:
                yield (*steps, *below), sentence
        else:
            yield steps, _sentence(details, steps, root)


def _sentence(details: ErrorDetails, steps: tuple[Step, ...], root: type[BaseModel]) -> str:
    limits: Mapping[str, Any] = details.get("ctx", {})
    match details["type"]:
        case "extra_forbidden":
            known = list(_table_at(steps[:-1], root).model_fields)
            return f"this key is unknown; {nearest(str(steps[-1]), known)}"
        case "missing":
            return f"is missing: {_table_at(steps[:-1], root).model_fields[str(steps[-1])].description}"
        case "greater_than_equal":
            return f"must be {limits['ge']} or more, not {shown(details['input'])}"
        case "less_than_equal":
            return f"must be {limits['le']} or less, not {shown(details['input'])}"
        case "too_short":
            return "must not be empty"
        case kind if kind in _WANTED:
            return f"write {_WANTED[kind]}, not {shown(details['input'])}"
        case _:
            return details["msg"]


def _table_at(steps: tuple[Step, ...], root: type[BaseModel]) -> type[BaseModel]:
    """Follow `steps` through the fields of `root` and the values of its lists and dictionaries."""
    annotation: Any = root
    for step in steps:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            annotation = annotation.model_fields[str(step)].annotation
        else:
            annotation = get_args(annotation)[-1]
        if isinstance(annotation, UnionType):
            # A table that may be missing.
            annotation = next(each for each in get_args(annotation) if each is not NoneType)
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        raise TypeError(f"there is no table at {place(steps)}")
    return annotation
