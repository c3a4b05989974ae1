"""What a list is read into, whatever its format: appointments and warnings, or all its errors."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.core.appointment_changes import ListedAppointment, Revision


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
    """A list that can be imported; each external id stands in it once, each time is in UTC.

    `whole_series` are the entries of a calendar of which the list gives all appointments there are; of one
    that was cancelled there are none.
    """

    appointments: tuple[ListedAppointment, ...]
    warnings: tuple[ListProblem, ...] = ()
    whole_series: tuple[Revision, ...] = ()


class AppointmentListError(Exception):
    """Raised for a list that cannot be imported, with all its errors; the warnings stand beside them.

    `readable` is what else there is in the list, to show what it would change.
    """

    def __init__(
        self,
        errors: Iterable[ListProblem],
        warnings: Iterable[ListProblem] = (),
        readable: AppointmentList = AppointmentList(()),
    ) -> None:
        self.readable = readable
        self.errors = tuple(errors)
        self.warnings = tuple(warnings)
        super().__init__("\n".join(str(error) for error in self.errors))
