"""`kiosk staff`: who may act at the doors. Each change is made by somebody who signs in, and is recorded."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, read_office, stop
from kiosk.commands.signing_in import id_in, signed_in, staff_of
from kiosk.commands.stored import ledger_of
from kiosk.core.code import CODE_BITS, Badge
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Member, draw_pin, has_admin
from kiosk.gate import staff_acts
from kiosk.gate.staff_acts import Credentials, Newcomer
from kiosk.letters.badge import badge_picture


def add(
    office_path: Path, role: Role, wanted: str | None, name: str, *, badge: Path | None, acting_as: str | None
) -> None:
    """Add somebody to the staff, and print their PIN."""
    office_file = read_office(office_path)
    newcomer = Newcomer(None if wanted is None else id_in(wanted), name.strip(), role)
    given = _drawn(badge)
    with staff_of(office_file) as (ledger, key), _new_file(badge):
        by = signed_in(ledger, key, acting_as).id if has_admin(ledger.staff()) else None
        staff = staff_acts.add_member(ledger, key, newcomer, given, by, now_utc())
    typer.echo(f"{staff} belongs to the staff, as {role.value}")
    _hand_out(staff, given, badge)


def disable(office_path: Path, wanted: str, acting_as: str | None) -> None:
    """Let somebody sign in no more."""
    office_file = read_office(office_path)
    staff = id_in(wanted)
    with staff_of(office_file) as (ledger, key):
        staff_acts.disable_member(ledger, staff, signed_in(ledger, key, acting_as).id, now_utc())
    typer.echo(f"{staff} signs in no more")


def reset_pin(office_path: Path, wanted: str, badge: Path | None, acting_as: str | None) -> None:
    """Give somebody a new PIN, and print it."""
    office_file = read_office(office_path)
    staff = id_in(wanted)
    given = _drawn(badge)
    with staff_of(office_file) as (ledger, key), _new_file(badge):
        by = signed_in(ledger, key, acting_as).id
        staff_acts.reset_pin(ledger, key, staff, given, by, now_utc())
    typer.echo(f"{staff} has a new PIN")
    _hand_out(staff, given, badge)


def print_list(office_path: Path, *, json_wanted: bool) -> None:
    """Print who belongs to the staff."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger:
        staff = ledger.staff()
    if json_wanted:
        listed = [
            {
                "id": each.id,
                "name": each.name,
                "role": each.role.value,
                "state": _state(each),
                "since": as_json(each.created_at),
            }
            for each in staff
        ]
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    table = Table("id", "name", "role", "state", "since", box=None)
    for each in staff:
        since = each.created_at.astimezone(office_file.office.time_zone)
        cells = (each.id, each.name, each.role.value, _state(each), f"{since:%Y-%m-%d}")
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)


def _state(member: Member) -> str:
    if member.disabled:
        return "disabled"
    return "disabled after wrong PINs" if member.tries.are_used_up else "active"


def _drawn(badge: Path | None) -> Credentials:
    new_badge = None if badge is None else Badge(secrets.randbits(CODE_BITS))
    return Credentials(draw_pin(secrets.randbelow), new_badge)


@contextmanager
def _new_file(path: Path | None) -> Iterator[None]:
    """Make an empty file that only its owner can read before a badge is issued; take it away if none is."""
    if path is None:
        yield
        return
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        stop(Exit.WRONG_CALL, f"the badge cannot be written to {path}: {error.strerror}. Name a new file")
    try:
        yield
    except BaseException:
        path.unlink()
        raise


def _hand_out(staff: StaffId, given: Credentials, badge: Path | None) -> None:
    """Tell the PIN and write the badge: neither can be had a second time."""
    typer.echo(f"PIN, shown this once: {given.pin.digits}")
    if badge is not None and given.badge is not None:
        badge.write_text(badge_picture(given.badge, staff), encoding="utf-8")
        typer.echo(f"badge to print: {badge}; delete the file when it is printed")
