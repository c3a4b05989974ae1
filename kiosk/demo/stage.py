"""Sets the stage of the demo: the office's file, the weeks before, the list, the letters, and the morning.

Everything goes the way that an office goes: the list is imported, the letters are made and read back, the
morning's visitors are answered by the real gate, only at times that have passed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from importlib import resources
from pathlib import Path

from kiosk.clock import now_utc
from kiosk.commands.letters import SentLetter, send_letters
from kiosk.commands.taking_in import plan
from kiosk.config import OfficeFile, load_office_file
from kiosk.core.appointment import AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.ids import EventId, StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.demo.day import MAIN_DOOR, Guest, Part, invented_day, zone_of_the_day
from kiosk.demo.staff import GUARD, add_staff
from kiosk.demo.weeks import DAYS, Guard, weeks_before
from kiosk.gate.applied_rules import apply_rules
from kiosk.gate.gate import Gate
from kiosk.intake.csv_list import read_csv
from kiosk.languages.counted import counted
from kiosk.ledger.ledger import Ledger
from kiosk.scan.presence import new_scan_id

_HOURS_TABLE = "[hours.exceptions]\n"
_ZONE = 'time_zone = "{}"'
_ALL_DAY = '["00:00-23:59"]'
_WORKING_DAY = '["08:00-16:00"]'
_WEEK = 7
_MOVED_BY = timedelta(days=1, hours=1)


@dataclass(frozen=True, slots=True)
class Stage:
    """An office that is ready for its visitors; `sent` holds the letters by the guests' external ids.

    `staff` are those who may act at its doors, with their PINs.
    """

    office_file: OfficeFile
    letters: Path
    list_file: Path
    guests: tuple[Guest, ...]
    sent: Mapping[str, SentLetter]
    names: Mapping[AppointmentId, str]
    staff: Mapping[StaffId, tuple[Role, Pin]]


def set_stage(folder: Path, opening: datetime, say: Callable[[str], None]) -> Stage:
    """Make the demo's office in `folder` (new or empty), with a day around `opening` (aware).

    `say` is told what is being done. Raises OSError, OfficeFileError and LedgerError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    office_file = load_office_file(_office_open_today(folder, opening))
    local = opening.astimezone(office_file.office.time_zone)
    say(f"the office, whose clock shows {local:%H:%M} ({local.tzinfo}), and its list of appointments")
    guests = invented_day(local)
    list_file = folder / "appointments.csv"
    list_file.write_text(_as_list(_before_calls(guests), office_file), encoding="utf-8")
    ledger = Ledger.open(office_file.database_url, office_file.key_file)
    try:
        say("the staff, and the three weeks before")
        staff = _play_weeks(ledger, office_file, local.date())
        _import(ledger, office_file, list_file)
        say(f"{counted(len(guests), 'letter')}, each read back")
        known = ledger.by_external_id([guest.external_id for guest in guests])
        letters = folder / "letters"
        appointments = [known[guest.external_id] for guest in guests]
        sent = {
            each.letter.appointment.external_id: each
            for each in send_letters(ledger, office_file, appointments, letters)
        }
        say("two calls to the phone desk, and the morning until now")
        changes_file = folder / "changes.csv"
        changes_file.write_text(_as_list(_after_calls(guests), office_file), encoding="utf-8")
        _import(ledger, office_file, changes_file)
        _play_morning(ledger, office_file, guests, sent)
    finally:
        ledger.close()
    return Stage(
        office_file=office_file,
        letters=letters,
        list_file=list_file,
        guests=guests,
        sent=sent,
        names={each.letter.appointment.id: external_id for external_id, each in sent.items()},
        staff=staff,
    )


def _office_open_today(folder: Path, opening: datetime) -> Path:
    """Copy the sample office's file, open all of today: the demo may be tried on a Sunday, and at night.

    The same weekdays before were working days, too: otherwise there would be no ordinary one behind today.
    """
    sample = resources.files("kiosk.resources") / "office" / "dessau-rosslau.toml"
    text = sample.read_text(encoding="utf-8")
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    office = load_office_file(path).office
    home = office.time_zone
    zone = zone_of_the_day(opening, home)
    today = opening.astimezone(zone).date()
    open_days = (
        f"# The demo: open all day, and on the same weekdays before.\n{today.isoformat()} = {_ALL_DAY}\n"
    )
    for back in range(_WEEK, DAYS + 1, _WEEK):
        before = today - timedelta(days=back)
        if not any(area.hours.on(before) for area in office.areas.values()):
            open_days += f"{before.isoformat()} = {_WORKING_DAY}\n"
    text = text.replace(_HOURS_TABLE, _HOURS_TABLE + open_days, 1)
    path.write_text(text.replace(_ZONE.format(home), _ZONE.format(zone)), encoding="utf-8")
    return path


def _as_list(guests: Iterable[Guest], office_file: OfficeFile) -> str:
    """Return the guests as the list that an office's own program would export."""
    lines = ["ID;Datum;Uhrzeit;Bereich;Raum;Dauer;Personen;Status"]
    for turn, guest in enumerate(guests):
        local = guest.starts_at.astimezone(office_file.office.time_zone)
        area = office_file.office.areas[guest.area]
        room = area.rooms[turn % len(area.rooms)].id
        status = "abgesagt" if guest.part is Part.CANCELLED else "gebucht"
        lines.append(
            f"{guest.external_id};{local:%d.%m.%Y};{local:%H:%M};{area.id};{room};{guest.minutes};"
            f"{guest.party};{status}"
        )
    return "\n".join(lines) + "\n"


def _before_calls(guests: Iterable[Guest]) -> list[Guest]:
    """Return the guests as they were invited: nobody has called yet."""
    return [replace(each, part=Part.ON_TIME) if each.part is Part.CANCELLED else each for each in guests]


def _after_calls(guests: Iterable[Guest]) -> list[Guest]:
    """Return the guests after some have called: their letters are on the way with what no longer holds."""
    return [
        replace(each, starts_at=each.starts_at + _MOVED_BY) if each.part is Part.RESCHEDULED else each
        for each in guests
    ]


def _import(ledger: Ledger, office_file: OfficeFile, list_file: Path) -> None:
    listed = read_csv(list_file.read_bytes(), office_file.office)
    ledger.apply(plan(ledger, office_file, listed, now_utc()).changes)


def _play_weeks(ledger: Ledger, office_file: OfficeFile, today: date) -> Mapping[StaffId, tuple[Role, Pin]]:
    """Let the staff begin, and the days before today go by; return the staff."""
    office = office_file.office
    begins = datetime.combine(today - timedelta(days=DAYS), time(6), tzinfo=office.time_zone)
    staff = add_staff(ledger, office_file, begins)
    apply_rules(ledger, office, office_file.rules_digest, office_file.rules_json, begins)
    for day in weeks_before(office, ledger.house(), today, Guard(GUARD, MAIN_DOOR)):
        ledger.apply(AppointmentChanges(new=day.booked))
        with ledger.transaction() as transaction:
            for event in day.events:
                transaction.append(event)
    return staff


def _play_morning(
    ledger: Ledger,
    office_file: OfficeFile,
    guests: Iterable[Guest],
    sent: Mapping[str, SentLetter],
) -> None:
    office = office_file.office
    gates = {
        area: Gate(office, office.doors_into(area)[0], ledger, office_file.try_limit) for area in office.areas
    }
    scans = [(when, guest) for guest in guests for when in (guest.came_at, guest.went_at) if when is not None]
    for when, guest in sorted(scans, key=lambda scan: scan[0]):
        gates[guest.area].scan(sent[guest.external_id].letter.code.text, EventId(new_scan_id()), when)
