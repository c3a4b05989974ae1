"""What options are written as: a number, one word of a few, or a PDF, else said in plain words."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TypeVar

import typer

Word = TypeVar("Word", bound=Enum)
Number = TypeVar("Number", int, float)


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number from `least` to `most`; None: there is no limit above."""
    return _within(int, "a whole number", least, most)


def number(least: float, most: float | None = None) -> Callable[[str], float]:
    """Return what reads a number, with a full stop where it is no whole one."""
    return _within(float, "a number", least, most)


def one_of(words: type[Word]) -> Callable[[str], Word]:
    """Return what reads one of the words."""

    def read(text: str | Word) -> Word:
        try:
            # A default comes as what it is.
            return text if isinstance(text, words) else words(text)
        except ValueError:
            raise typer.BadParameter(
                f"{text!r} is not one of: {', '.join(each.value for each in words)}"
            ) from None

    return read


def pdf_file(text: str) -> Path:
    """Read the name of a PDF: a list or the office's file that a slip of the keys names stays as it is."""
    if not text.lower().endswith(".pdf"):
        raise typer.BadParameter(f"{text!r} has to end in .pdf, such as {Path(text).stem or 'day'}.pdf")
    return Path(text)


def _within(
    kind: Callable[[str], Number], name: str, least: Number, most: Number | None
) -> Callable[[str], Number]:
    limits = f"{name} of {least:g} or more" if most is None else f"{name} from {least:g} to {most:g}"

    def read(text: str) -> Number:
        try:
            written = kind(text)
        except ValueError:
            written = None
        # Not "too small or too large": no comparison holds for "nan".
        if written is None or not (least <= written and (most is None or written <= most)):
            raise typer.BadParameter(f"{text!r} is not {limits}")
        return written

    return read
