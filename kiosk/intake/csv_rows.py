"""The bytes of a CSV file become a heading and rows, whatever office program has saved it."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kiosk.intake.cells import quoted
from kiosk.intake.decoding import decoded
from kiosk.intake.listing import AppointmentListError, ListProblem

DELIMITERS = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class Heading:
    """The first row: `columns` maps what a column is about to its position, `texts` are as they stand."""

    line: int
    texts: tuple[str, ...]
    columns: Mapping[str, int]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty, without the blanks around its cells; `line` is where it begins."""

    line: int
    cells: tuple[str, ...]


def read_rows(data: bytes, names: Mapping[str, str]) -> tuple[Heading, Iterator[Row]]:
    """Return the heading and the rows below; `names` maps a heading in small letters to what it is about.

    The file is UTF-8, with or without its mark, or else Windows-1252; a semicolon, a comma or a tab stands
    between the cells. Raises AppointmentListError for a file that is no such thing, also later.
    """
    text = decoded(data)
    delimiter = _delimiter(text, names)
    rows = _rows(text, delimiter)
    first = next(rows, None)
    if first is None:
        raise AppointmentListError(
            [ListProblem(1, None, "the file is empty: the first row has the headings")]
        )
    return _heading(first, names), rows


def _delimiter(text: str, names: Mapping[str, str]) -> str:
    """Return the delimiter that makes the most of the first line headings that we know."""
    first_line = text.lstrip().replace("\r", "\n").partition("\n")[0]
    return max(
        DELIMITERS,
        key=lambda delimiter: sum(
            plain(cell.strip('" \t\r')) in names for cell in first_line.split(delimiter)
        ),
    )


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    line = 1
    try:
        for cells in reader:
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                yield Row(line, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        sentence = f"the quotation marks do not match from here on ({error})"
        raise AppointmentListError([ListProblem(line, None, sentence)]) from None


def _heading(row: Row, names: Mapping[str, str]) -> Heading:
    columns: dict[str, int] = {}
    errors: list[ListProblem] = []
    unused: list[str] = []
    for position, text in enumerate(row.cells):
        about = names.get(plain(text))
        if about is None:
            unused.append(text)
        elif about in columns:
            sentence = f"another column says the same: {quoted(row.cells[columns[about]])}"
            errors.append(ListProblem(row.line, text, sentence))
        else:
            columns[about] = position
    if errors:
        raise AppointmentListError(errors)
    return Heading(row.line, row.cells, columns, tuple(text for text in unused if text))


def unknown_columns(heading: Heading, names: Iterable[str]) -> Iterator[ListProblem]:
    """Yield a warning for each column that is not used: it may be one that is only spelt otherwise."""
    known = list(names)
    for text in heading.unused:
        similar = get_close_matches(plain(text), known, n=1)
        meant = f"; did you mean “{similar[0]}”?" if similar else ""
        yield ListProblem(heading.line, text, f"this column is not used{meant}")


def plain(heading: str) -> str:
    """Return a heading as it is compared: in small letters, without a colon, with single blanks."""
    return " ".join(heading.casefold().split()).rstrip(":")
