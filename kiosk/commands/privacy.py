"""`kiosk privacy`: what is known of people and why, and deleting it with a receipt."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.signing_in import tap_of
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment
from kiosk.core.privacy import PeopleKept, people_since
from kiosk.core.privacy_events import PeopleForgotten
from kiosk.core.rights import Right
from kiosk.gate.forgetting import Forgotten, forget_by_order, note_shown
from kiosk.gate.kept_files import KeptFiles, delete_files, kept_files, overdue_files
from kiosk.languages.counted import counted
from kiosk.ledger.ledger import Ledger

# So many events may have happened at the doors since.
_LOOKED_BACK = 1000
_NO_BASIS = "not stated: write it in the office's file, [privacy] basis"


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of personal data: how much of it there is, what for, and until when."""

    what: str
    count: int
    purpose: str
    kept: str


def report(office_path: Path, *, json_wanted: bool) -> None:
    """Print what is stored about people, by category; no names."""
    office_file = read_office(office_path)
    now = now_utc()
    with ledger_of(office_file) as ledger, interruptible():
        since = people_since(office_file.office, now)
        people = ledger.people_kept(since)
        members = sum(bool(each.name) for each in ledger.staff())
    files = kept_files(office_file)
    overdue = people.overdue + len(overdue_files(office_file, since).all)
    categories = list(_categories(office_file, people, members, files))
    basis = office_file.privacy_basis or _NO_BASIS
    if json_wanted:
        told = {
            "at": as_json(now),
            "basis": basis,
            "people": people.people,
            "oldest": as_json(people.oldest),
            "overdue": overdue,
            "categories": [asdict(each) for each in categories],
        }
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    typer.echo(f"what {office_file.office.name} keeps about people; legal basis: {basis}")
    for each in categories:
        typer.echo(f"  {each.what:<28}{each.count:>7}   {each.purpose}; {each.kept}")
    if people.oldest is not None:
        oldest = people.oldest.astimezone(office_file.office.time_zone)
        typer.echo(f"the oldest belongs to an appointment of {oldest:%Y-%m-%d}")
    if overdue:
        typer.echo(f"{overdue} should have been deleted by now: kiosk privacy purge; kiosk doctor says more")


def _categories(
    office_file: OfficeFile, people: PeopleKept, members: int, files: KeptFiles
) -> Iterator[Category]:
    days = office_file.office.people_kept_days
    more = f", and {counted(days, 'day')} more" if days else ""
    until = "until the day of the appointment is over" + more
    taken_in = "until the day on which it was taken in is over" + more
    for what, count, purpose in (
        ("names", people.names, "to address the letter, and to find who calls"),
        ("phone and mail", people.contacts, "to send the letter, and to call back"),
        ("postal addresses", people.addresses, "to send the letter"),
        ("needs (health data)", people.needs, "to have ready what somebody needs"),
        ("company", people.company, "to have room for who comes along"),
    ):
        yield Category(what, count, purpose, until)
    yield Category("lists in done", len(files.done), "to look up what was taken in", taken_in)
    yield Category("lists in failed", len(files.failed), "to be mended", taken_in)
    yield Category("letters in folders", len(files.letters), "to be sent", until)
    yield Category(
        "names of the staff", members, "to know who acts at the doors", "as long as they are staff"
    )


def show(office_path: Path, external_id: str, acting_as: str | None) -> None:
    """Print what is known of the person of one appointment, to who may see it; that is recorded."""
    office_file = read_office(office_path)
    with tap_of(office_file, Right.READ_PEOPLE, acting_as) as (ledger, tap):
        appointment = _appointment(ledger, external_id)
        note_shown(ledger, tap, appointment.id)
        person = ledger.person_of(appointment.id)
    local = appointment.starts_at.astimezone(office_file.office.time_zone)
    typer.echo(f"{external_id}: {local:%Y-%m-%d %H:%M}, {appointment.area}, {appointment.status.value}")
    if person is None:
        typer.echo("nothing is known of who comes")
        return
    told = as_json(person)
    for name, value in (told if isinstance(told, dict) else {}).items():
        if name != "kind" and value:
            typer.echo(f"  {name}: {', '.join(value) if isinstance(value, list) else value}")


def purge(
    office_path: Path,
    external_id: str | None,
    before_day: str | None,
    receipt: Path | None,
    acting_as: str | None,
) -> None:
    """Delete what is known of people, and the files whose time is over, and give a receipt."""
    office_file = read_office(office_path)
    if external_id is not None and before_day is not None:
        stop(Exit.WRONG_CALL, "give --appointment or --before, not both")
    with tap_of(office_file, Right.DELETE_PEOPLE, acting_as) as (ledger, tap):
        since = people_since(office_file.office, tap.at)
        if external_id is not None:
            done = forget_by_order(ledger, tap, _appointment(ledger, external_id).id)
        else:
            before = since if before_day is None else local_day(before_day, office_file)[0]
            since = max(since, before)
            done = forget_by_order(ledger, tap, before)
        try:
            # What was taken in stands in the ledger: nobody needs those files any more.
            files = KeptFiles(kept_files(office_file).done, *_others(overdue_files(office_file, since)))
            deleted = delete_files(files)
        except OSError as error:
            stop(Exit.FOUND_FAULTS, f"the database is purged, but not its files: {error}")
        recorded = next(each for each in ledger.last_events(_LOOKED_BACK) if each.event.id == tap.id)
        text = _receipt(office_file, done, deleted, recorded.seq, recorded.hash.hex())
    if receipt is None:
        typer.echo(text)
        return
    try:
        receipt.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        typer.echo(text)
        stop(Exit.FOUND_FAULTS, f"the receipt cannot be written to {receipt}: {error.strerror}")
    typer.echo(f"deleted; the receipt is {receipt}")


def _others(files: KeptFiles) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    return files.failed, files.letters


def _receipt(office_file: OfficeFile, done: Forgotten, files: int, number: int, hash_: str) -> str:
    event, before, left = done.event, done.counted, done.left
    if not isinstance(event.what, PeopleForgotten):
        raise TypeError("a deletion is recorded as one")
    zone = office_file.office.time_zone
    what = (
        (event.what.people, "person", "people"),
        (before.names - left.names, "name", "names"),
        (before.contacts - left.contacts, "phone and mail", "phone and mail"),
        (before.addresses - left.addresses, "postal address", "postal addresses"),
        (before.needs - left.needs, "needs", "needs"),
        (before.company - left.company, "company", "company"),
        (files, "file", "files"),
    )
    if event.what.before is not None:
        which = f"appointments before {event.what.before.astimezone(zone):%Y-%m-%d}"
    else:
        which = f"appointment {event.what.appointment} (the ledger's own id)"
    lines = {
        "receipt": f"personal data deleted at {office_file.office.name}",
        "when": f"{event.at.astimezone(zone).replace(microsecond=0).isoformat()}",
        "by": f"{event.by}",
        "which": which,
        "deleted": ", ".join(counted(*each) for each in what if each[0]) or "nothing was there",
        "event": f"{number}",
        "hash": hash_,
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items())


def _appointment(ledger: Ledger, external_id: str) -> Appointment:
    known: Mapping[str, Appointment] = ledger.by_external_id([external_id])
    if external_id not in known:
        stop(Exit.WRONG_CALL, f"there is no appointment {external_id} in the ledger")
    return known[external_id]
