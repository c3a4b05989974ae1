"""What a list is read into, whatever its format: appointments and warnings, or all its errors."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.core.appointment_changes import ListedAppointment


@dataclass(frozen=True, slots=True)
class ListProblem:
    """Something about a place in a list: `line` counts from 1, `column` is a heading (None: the line)."""

    line: int
    column: str | None
    sentence: str

    def __str__(self) -> str:
        where = f"line {self.line}" if self.column is None else f"line {self.line}, {self.column}"
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class AppointmentList:
    """A list that can be imported; each external id stands in it once, each time is in UTC."""

    appointments: tuple[ListedAppointment, ...]
    warnings: tuple[ListProblem, ...]


class AppointmentListError(Exception):
    """Raised for a list that cannot be imported, with all its errors; the warnings stand beside them."""

    def __init__(self, errors: Iterable[ListProblem], warnings: Iterable[ListProblem] = ()) -> None:
        self.errors = tuple(errors)
        self.warnings = tuple(warnings)
        super().__init__("\n".join(str(error) for error in self.errors))
