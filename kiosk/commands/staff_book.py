"""`kiosk staff`: who may act at the doors. Each change is made by somebody who signs in, and is recorded."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from math import ceil
from pathlib import Path
from typing import assert_never

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.code import CODE_BITS, Badge
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import Member, Pin, draw_pin, has_admin, staff_id
from kiosk.core.staff_events import RefusedBecause
from kiosk.gate import staff_acts
from kiosk.gate.sign_in import sign_in
from kiosk.gate.staff_acts import Credentials, Newcomer, StaffRuleError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger
from kiosk.letters.badge import badge_picture

_PIN_VARIABLE = "KIOSK_PIN"


def add(
    office_path: Path, role: Role, wanted: str | None, name: str, *, badge: Path | None, acting_as: str | None
) -> None:
    """Add somebody to the staff, and print their PIN."""
    office_file = read_office(office_path)
    newcomer = Newcomer(None if wanted is None else _id_in(wanted), name.strip(), role)
    given = _drawn(badge)
    with _staff_of(office_file) as (ledger, key), _new_file(badge):
        by = _signed_in(ledger, key, acting_as) if has_admin(ledger.staff()) else None
        staff = staff_acts.add_member(ledger, key, newcomer, given, by, now_utc())
    typer.echo(f"{staff} belongs to the staff, as {role.value}")
    _hand_out(staff, given, badge)


def disable(office_path: Path, wanted: str, acting_as: str | None) -> None:
    """Let somebody sign in no more."""
    office_file = read_office(office_path)
    staff = _id_in(wanted)
    with _staff_of(office_file) as (ledger, key):
        staff_acts.disable_member(ledger, staff, _signed_in(ledger, key, acting_as), now_utc())
    typer.echo(f"{staff} signs in no more")


def reset_pin(office_path: Path, wanted: str, badge: Path | None, acting_as: str | None) -> None:
    """Give somebody a new PIN, and print it."""
    office_file = read_office(office_path)
    staff = _id_in(wanted)
    given = _drawn(badge)
    with _staff_of(office_file) as (ledger, key), _new_file(badge):
        by = _signed_in(ledger, key, acting_as)
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


@contextmanager
def _staff_of(office_file: OfficeFile) -> Iterator[tuple[Ledger, PinKey]]:
    """Open the office's ledger and the key of the PINs, and end the command where a rule forbids its act."""
    with ledger_of(office_file) as ledger, interruptible():
        try:
            yield ledger, ledger.pin_key(office_file.pin_key_file)
        except StaffRuleError as error:
            stop(Exit.NOT_ALLOWED, str(error))


def _id_in(typed: str) -> StaffId:
    try:
        return staff_id(typed)
    except ValueError as error:
        stop(Exit.WRONG_CALL, str(error))


def _signed_in(ledger: Ledger, key: PinKey, acting_as: str | None) -> StaffId:
    """Ask who is acting, or end the command.

    A PIN is no option of a command, since the machine's other users could read it there.
    """
    try:
        who = _id_in(acting_as or typer.prompt("Your id", err=True))
        typed = os.environ.get(_PIN_VARIABLE) or typer.prompt(f"PIN of {who}", hide_input=True, err=True)
    except typer.Abort:
        stop(Exit.INTERRUPTED, "nobody has signed in, and nothing was changed")
    answer = sign_in(ledger, key, who, Pin(typed), None, now_utc())
    if isinstance(answer, Refusal):
        stop(Exit.NOT_ALLOWED, _why_refused(answer, who))
    return answer.id


def _why_refused(refusal: Refusal, who: StaffId) -> str:
    after = "" if refusal.pause is None else f"; try again in {_whole_seconds(refusal.pause)} s"
    match refusal.because:
        case RefusedBecause.UNKNOWN | RefusedBecause.WRONG_PIN:
            return f"{who} and this PIN do not belong together{after}"
        case RefusedBecause.PAUSED:
            return f"too many wrong PINs of {who}{after}"
        case RefusedBecause.DISABLED:
            return f"{who} is disabled: a manager or an admin gives a new PIN by kiosk staff reset-pin {who}"
        case _ as never:
            assert_never(never)


def _whole_seconds(pause: timedelta) -> int:
    return ceil(pause.total_seconds())


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
