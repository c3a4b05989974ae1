"""Who may do what: four roles, and one table of their rights, which docs/staff.md shows to people."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Role(Enum):
    """What a member of the staff is there for."""

    SECURITY = "security"
    MANAGER = "manager"
    ADMIN = "admin"
    DESK = "desk"


class Right(Enum):
    """One thing that staff do."""

    ADMIT_BY_OVERRIDE = "admit_by_override"
    TURN_BACK = "turn_back"
    ADMIT_WITHOUT_LETTER = "admit_without_letter"
    COUNT_OUT = "count_out"
    UNDO = "undo"
    RECOUNT = "recount"
    SETTLE_OVERDUE = "settle_overdue"
    STOP_ADMISSION = "stop_admission"
    LEAD_LINE = "lead_line"
    NOTE_MASK_EXEMPTION = "note_mask_exemption"
    SEARCH_BOOKINGS = "search_bookings"
    BOOK_APPOINTMENTS = "book_appointments"
    ANSWER_HELP = "answer_help"
    SEE_EVACUATION = "see_evacuation"
    END_DAY = "end_day"
    CONFIRM_ABOVE_CAP = "confirm_above_cap"
    CHANGE_RULES = "change_rules"
    RAISE_CAP = "raise_cap"
    CONFIRM_CLOCK = "confirm_clock"
    READ_AUDIT = "read_audit"
    READ_FIGURES = "read_figures"
    READ_PEOPLE = "read_people"
    DELETE_PEOPLE = "delete_people"
    RESET_SECURITY_PIN = "reset_security_pin"
    MANAGE_STAFF = "manage_staff"


_AT_THE_DOOR = frozenset(
    {
        Right.ADMIT_BY_OVERRIDE,
        Right.TURN_BACK,
        Right.ADMIT_WITHOUT_LETTER,
        Right.COUNT_OUT,
        Right.UNDO,
        Right.RECOUNT,
        Right.SETTLE_OVERDUE,
        Right.STOP_ADMISSION,
        Right.LEAD_LINE,
        Right.NOTE_MASK_EXEMPTION,
        Right.SEARCH_BOOKINGS,
        Right.ANSWER_HELP,
        Right.SEE_EVACUATION,
        Right.END_DAY,
    }
)

# An administrator keeps the program running and lets nobody in: whoever hands out PINs does not also use them
# at the door.
RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.SECURITY: _AT_THE_DOOR,
        Role.MANAGER: _AT_THE_DOOR
        | {
            Right.BOOK_APPOINTMENTS,
            Right.CONFIRM_ABOVE_CAP,
            Right.CHANGE_RULES,
            Right.RAISE_CAP,
            Right.CONFIRM_CLOCK,
            Right.READ_AUDIT,
            Right.READ_FIGURES,
            Right.READ_PEOPLE,
            Right.DELETE_PEOPLE,
            Right.RESET_SECURITY_PIN,
        },
        Role.ADMIN: frozenset(
            {
                Right.ANSWER_HELP,
                Right.SEE_EVACUATION,
                Right.CONFIRM_CLOCK,
                Right.READ_AUDIT,
                Right.READ_FIGURES,
                Right.DELETE_PEOPLE,
                Right.RESET_SECURITY_PIN,
                Right.MANAGE_STAFF,
            }
        ),
        Role.DESK: frozenset({Right.BOOK_APPOINTMENTS}),
    }
)


def may(role: Role, right: Right) -> bool:
    """Say whether people of this role have the right."""
    return right in RIGHTS[role]


def may_reset_pin(role: Role, of: Role) -> bool:
    """Say whether people of this role may give a new PIN to somebody of the role `of`."""
    return may(role, Right.MANAGE_STAFF) or (of is Role.SECURITY and may(role, Right.RESET_SECURITY_PIN))
