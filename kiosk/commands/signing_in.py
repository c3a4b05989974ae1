"""Who is acting on the command line: an id, a PIN, and the right to what is asked for."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from getpass import GetPassWarning
from math import ceil
from typing import assert_never

import typer

from kiosk.clock import new_name, now_utc
from kiosk.commands.exits import Exit, interruptible, stop
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.ids import EventId, StaffId
from kiosk.core.rights import RIGHTS, Right, may
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import Member, Pin, staff_id
from kiosk.core.staff_events import RefusedBecause
from kiosk.gate.sign_in import sign_in
from kiosk.gate.staff_acts import StaffRuleError
from kiosk.gate.tap import Tap
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger

_PIN_VARIABLE = "KIOSK_PIN"


@contextmanager
def staff_of(office_file: OfficeFile) -> Iterator[tuple[Ledger, PinKey]]:
    """Open the office's ledger and the key of the PINs, and end the command where a rule forbids its act."""
    with ledger_of(office_file) as ledger, interruptible():
        try:
            yield ledger, ledger.pin_key(office_file.pin_key_file)
        except StaffRuleError as error:
            stop(Exit.NOT_ALLOWED, str(error))


@contextmanager
def tap_of(office_file: OfficeFile, right: Right, acting_as: str | None) -> Iterator[tuple[Ledger, Tap]]:
    """Open the office's ledger and let somebody sign in who has this right, to act by one tap at no door."""
    with staff_of(office_file) as (ledger, key):
        if not ledger.staff():
            stop(
                Exit.NOT_ALLOWED,
                "nobody belongs to the staff yet, and each act is recorded with its author: begin with "
                "kiosk staff add --role admin",
            )
        member = signed_in(ledger, key, acting_as)
        if not may(member.role, right):
            allowed = " or ".join(role.value for role in RIGHTS if may(role, right))
            stop(Exit.NOT_ALLOWED, f"{member.id} is {member.role.value}: this needs {allowed}")
        yield ledger, Tap(EventId(new_name()), member.id, None, now_utc())


def id_in(typed: str) -> StaffId:
    """Return the id that was typed, or end the command with how an id is written."""
    try:
        return staff_id(typed)
    except ValueError as error:
        stop(Exit.WRONG_CALL, str(error))


def signed_in(ledger: Ledger, key: PinKey, acting_as: str | None) -> Member:
    """Ask who is acting, or end the command.

    A PIN is no option of a command, since the machine's other users could read it there.
    """
    try:
        who = id_in(acting_as or typer.prompt("Your id", err=True))
        typed = os.environ.get(_PIN_VARIABLE) or _typed_unseen(f"PIN of {who}")
    except typer.Abort:
        stop(Exit.INTERRUPTED, "nobody has signed in, and nothing was changed")
    answer = sign_in(ledger, key, who, Pin(typed), None, now_utc())
    if isinstance(answer, Refusal):
        stop(Exit.NOT_ALLOWED, _why_refused(answer, who))
    return answer


def _typed_unseen(what: str) -> str:
    """Ask for something that nobody may read on the screen, or end the command where it would be seen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            return str(typer.prompt(what, hide_input=True, err=True))
        except GetPassWarning:
            stop(
                Exit.WRONG_CALL,
                f"there is no terminal at which the PIN stays unseen: a script gives it by {_PIN_VARIABLE}",
            )


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
