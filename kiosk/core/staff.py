"""The people of the staff: how they are named, and the PINs and badges by which they show who they are.

The program makes the PINs: what people choose is guessed first. What stands in `Pin` and `Member` that is
secret or personal stays out of every log.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from kiosk.core.ids import StaffId
from kiosk.core.rights import Right, Role, may
from kiosk.core.tries import Tries, TryLimit

PIN_DIGITS = 6

PERSON_LIMIT = TryLimit(wrong_tries=5, first_pause=timedelta(seconds=30), last_try=10)
"""How often a person's PIN may be typed wrongly in a row, over all panels."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,18}[a-z0-9])?")
FIRST_NUMBER = 101


@dataclass(frozen=True, slots=True)
class Pin:
    """What somebody types as a PIN, whatever it is; those that are given out come from `draw_pin`."""

    digits: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the staff; `name` is for the staff's eyes only, and empty where none was given.

    `disabled`: an administrator ordered that this person signs in no more; `tries` may say so as well.
    """

    id: StaffId
    name: str = field(repr=False)
    role: Role
    tries: Tries
    disabled: bool
    created_at: datetime

    @property
    def can_sign_in(self) -> bool:
        """Whether a right PIN is taken, now or after a pause."""
        return not self.disabled and not self.tries.are_used_up


def staff_id(typed: str) -> StaffId:
    """Return the id in what was typed, in either case.

    It has 1 to 20 letters (a to z), figures, full stops and hyphens, and begins and ends with a letter or a
    figure. Raises ValueError for any other text, without repeating it: it may be a PIN in the wrong field.
    """
    text = typed.strip().lower()
    if _ID.fullmatch(text) is None:
        raise ValueError(
            "an id of the staff has 1 to 20 letters from a to z, figures, full stops and hyphens, "
            "with a letter or a figure at both ends"
        )
    return StaffId(text)


def has_admin(members: Iterable[Member]) -> bool:
    """Say whether somebody can sign in who manages the staff; if not, the first of them has to be added."""
    return any(each.can_sign_in and may(each.role, Right.MANAGE_STAFF) for each in members)


def next_number(taken: frozenset[StaffId]) -> StaffId:
    """Return the id of somebody who was given none: the first free number from 101 on, easy on a keypad."""
    number = FIRST_NUMBER
    while str(number) in taken:
        number += 1
    return StaffId(str(number))


def draw_pin(draw: Callable[[int], int], digits: int = PIN_DIGITS) -> Pin:
    """Return a new PIN that is not guessed first. Raises ValueError for fewer than PIN_DIGITS `digits`.

    `draw(n)` gives each number below n with the same chance and unforeseeably, as secrets.randbelow does.
    """
    if digits < PIN_DIGITS:
        raise ValueError(f"a PIN has {PIN_DIGITS} digits or more, not {digits}")
    while True:
        text = f"{draw(10**digits):0{digits}}"
        if not is_guessed_first(text):
            return Pin(text)


def is_guessed_first(digits: str) -> bool:
    """Say whether each digit follows on the one before by the same step: 111111, 345678, 987654, 246802."""
    return len({(int(after) - int(before)) % 10 for before, after in pairwise(digits)}) == 1
