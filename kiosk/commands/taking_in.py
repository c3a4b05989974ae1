"""One list on its way into the book of appointments: what it changes is planned, shown, and applied."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from kiosk.clock import new_name
from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.appointment_changes import (
    AppointmentChanges,
    ChangeKind,
    Known,
    kind_of_change,
    plan_changes,
)
from kiosk.core.instant import midnight
from kiosk.core.office import Office
from kiosk.core.privacy import people_since
from kiosk.core.rules_in_force import as_written
from kiosk.intake.listing import AppointmentList
from kiosk.ledger.ledger import Ledger

# A long list's table is cut here; the sums below it count everything.
_ROWS_SHOWN = 40


_KINDS = ("new", "moved", "booked again", "changed otherwise", "cancelled", "older than known")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list changes, and what was known before of the appointments that it names, by external id."""

    listed: frozenset[str]
    changes: AppointmentChanges
    known: Known

    def sums(self) -> dict[str, int]:
        """Return how many appointments are new, moved and so on, in the order in which they are told."""
        rows = list(_rows(self))
        counted = Counter(row.how for row in rows)
        unchanged = len(self.listed) - len(self.listed & {row.external_id for row in rows})
        return {**{how: counted[how] for how in _KINDS}, "unchanged": unchanged}

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        changes = self.changes
        return bool(
            changes.new or changes.changed or changes.cancelled or changes.people or changes.revisions
        )


@dataclass(frozen=True, slots=True)
class _Row:
    how: str
    external_id: str
    before: Appointment | None
    after: Appointment | None


def as_known(office: Office, ledger: Ledger) -> Office:
    """Return the office with the rules that were entered, too: a list is doubted by all that will hold."""
    return replace(office, rules=as_written(office.rules, ledger.house().entered_rules))


def plan(ledger: Ledger, office_file: OfficeFile, listed: AppointmentList, now: datetime) -> Plan:
    """Return what the list changes at `now` (aware); nothing is changed yet."""
    ids = [each.external_id for each in listed.appointments]
    known = ledger.known_of(ids, frozenset(series.key for series in listed.whole_series))
    zone = office_file.office.time_zone
    today = midnight(now.astimezone(zone).date(), zone)
    changes = plan_changes(
        listed.appointments,
        known,
        lambda: AppointmentId(new_name()),
        today=today,
        people_since=people_since(office_file.office, now),
        whole_series=listed.whole_series,
    )
    return Plan(frozenset(ids), changes, known)


def print_plan(planned: Plan, faults: int, office: Office) -> None:
    """Print which appointments change, each with before and after, and how many of each kind there are."""
    console = Console()
    rows = list(_rows(planned))
    table = Table("", "ID", "before", "after", box=None)
    for row in rows[:_ROWS_SHOWN]:
        # An office's ids may hold brackets, which the library would take for its markup.
        cells = (row.how, row.external_id, _told(row.before, office), _told(row.after, office))
        table.add_row(*(Text(cell) for cell in cells))
    if rows:
        console.print(table)
    if len(rows) > _ROWS_SHOWN:
        console.print(f"... and {len(rows) - _ROWS_SHOWN} more")
    counts = Table("in all", Column(justify="right"), box=None)
    for how, count in {**planned.sums(), "faults": faults}.items():
        counts.add_row(how, str(count))
    console.print(counts)


def changed_lines(planned: Plan, office: Office) -> Iterator[str]:
    """Yield a line for each appointment that changes."""
    for row in _rows(planned):
        before, after = _told(row.before, office), _told(row.after, office)
        yield f"{row.how}  {row.external_id}  {before or '-'}  ->  {after or '-'}"


def in_words(planned: Plan) -> str:
    """Return the sums that are not 0, on one line."""
    told = [f"{count} {how}" for how, count in planned.sums().items() if count]
    return ", ".join(told) or "nothing is listed"


def _rows(planned: Plan) -> Iterator[_Row]:
    changes, known = planned.changes, planned.known.appointments
    by_id = {appointment.id: appointment for appointment in known.values()}
    for new in changes.new:
        yield _Row("new", new.external_id, None, new)
    for changed in changes.changed:
        before = by_id[changed.id]
        yield _Row(_how(before, changed), changed.external_id, before, changed)
    for cancelled in changes.cancelled:
        yield _Row("cancelled", by_id[cancelled].external_id, by_id[cancelled], None)
    for outdated in changes.outdated:
        yield _Row("older than known", outdated, known.get(outdated), known.get(outdated))


def _how(before: Appointment, after: Appointment) -> str:
    match kind_of_change(before, after):
        case ChangeKind.MOVED:
            return "moved"
        case ChangeKind.BOOKED_AGAIN:
            return "booked again"
        case ChangeKind.OTHERWISE:
            return "changed otherwise"
        case _ as never:
            assert_never(never)


def _told(appointment: Appointment | None, office: Office) -> str:
    if appointment is None:
        return ""
    local = appointment.starts_at.astimezone(office.time_zone)
    room = f" {appointment.room}" if appointment.room else ""
    return f"{local:%Y-%m-%d %H:%M} {appointment.area}{room}, {appointment.party}"
