"""Why something that the staff asked for at the door was not done: a closed set, without sentences."""

from enum import Enum


class NotDone(Enum):
    """The reason; nothing was recorded and nothing has changed."""

    NOT_ALLOWED = "not_allowed"
    UNKNOWN_APPOINTMENT = "unknown_appointment"
    UNKNOWN_AREA = "unknown_area"
    UNKNOWN_REASON = "unknown_reason"
    ALREADY_INSIDE = "already_inside"
    NEEDS_SECOND_PERSON = "needs_second_person"
    SECOND_PERSON_IS_FIRST = "second_person_is_first"
    NOT_INSIDE = "not_inside"
    TOO_FEW_COUNTED_OUT = "too_few_counted_out"
    ALREADY_EXEMPT = "already_exempt"
    NOT_STOPPED = "not_stopped"
    PARTY_ABOVE_CAP = "party_above_cap"
    NOBODY_TO_CALL = "nobody_to_call"
    NO_ROOM = "no_room"
    NOT_IN_LINE = "not_in_line"
    NOT_PASSED_OVER = "not_passed_over"
    UNKNOWN_EVENT = "unknown_event"
    CANNOT_BE_UNDONE = "cannot_be_undone"
    ALREADY_UNDONE = "already_undone"
    TOO_LONG_AGO = "too_long_ago"
    SOMETHING_RESTS_ON_IT = "something_rests_on_it"
    RECOUNTED_SINCE = "recounted_since"
    HELP_CALLED_ALREADY = "help_called_already"
    NO_HELP_CALLED = "no_help_called"
    HELP_IS_COMING = "help_is_coming"
    SEARCH_TOO_SHORT = "search_too_short"
