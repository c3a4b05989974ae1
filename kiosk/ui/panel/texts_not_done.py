"""Why something was not done, in plain words that say what to do instead."""

from typing import assert_never

from kiosk.core.not_done import NotDone
from kiosk.ui.panel.words import Words


def not_done_told(words: Words, why: NotDone) -> str:  # noqa: C901, PLR0912 - one flat branch for each reason
    """Return why, and what to do instead where that is not plain."""
    match why:
        case NotDone.NOT_ALLOWED:
            return words.translate("panel", "Your role may not do that. Please ask your manager.")
        case NotDone.UNKNOWN_APPOINTMENT:
            return words.translate("panel", "This appointment is not known any more.")
        case NotDone.UNKNOWN_AREA:
            return words.translate("panel", "This area is not known any more.")
        case NotDone.UNKNOWN_REASON:
            return words.translate("panel", "This reason is not known any more.")
        case NotDone.ALREADY_INSIDE:
            return words.translate("panel", "They are inside already. Nobody was counted twice.")
        case NotDone.NEEDS_SECOND_PERSON:
            return words.translate("panel", "That is above the cap: a second person has to agree.")
        case NotDone.SECOND_PERSON_IS_FIRST:
            return words.translate("panel", "The second person has to be somebody else.")
        case NotDone.NOT_INSIDE:
            return words.translate("panel", "They are not inside any more.")
        case NotDone.TOO_FEW_COUNTED_OUT:
            return words.translate("panel", "So many people were not counted out there.")
        case NotDone.ALREADY_EXEMPT:
            return words.translate("panel", "That was noted before.")
        case NotDone.NOT_STOPPED:
            return words.translate("panel", "Admission is not stopped.")
        case NotDone.PARTY_ABOVE_CAP:
            return words.translate("panel", "So many people never fit in at once: they would wait for ever.")
        case NotDone.NOBODY_TO_CALL:
            return words.translate("panel", "Nobody is waiting.")
        case NotDone.NO_ROOM:
            return words.translate("panel", "There is no room for whoever is next.")
        case NotDone.NOT_IN_LINE:
            return words.translate("panel", "This number does not wait any more.")
        case NotDone.NOT_PASSED_OVER:
            return words.translate("panel", "This number was not skipped.")
        case NotDone.UNKNOWN_EVENT:
            return words.translate("panel", "It is not known any more what that was.")
        case NotDone.CANNOT_BE_UNDONE:
            return words.translate("panel", "That cannot be taken back. Enter the opposite.")
        case NotDone.ALREADY_UNDONE:
            return words.translate("panel", "That was taken back before.")
        case NotDone.TOO_LONG_AGO:
            return words.translate("panel", "That is too long ago. A recount sets the number right.")
        case NotDone.SOMETHING_RESTS_ON_IT:
            return words.translate("panel", "Something that happened since rests on it.")
        case NotDone.RECOUNTED_SINCE:
            return words.translate("panel", "A recount has set the number right since.")
        case NotDone.HELP_CALLED_ALREADY:
            return words.translate("panel", "Help was called there before.")
        case NotDone.HELP_IS_COMING:
            return words.translate("panel", "Only the staff can end this call now.")
        case NotDone.NO_HELP_CALLED:
            return words.translate("panel", "Somebody has gone there, or it was taken back.")
        case NotDone.SEARCH_TOO_SHORT:
            return words.translate("panel", "Please type four signs or more.")
        case _ as never:
            assert_never(never)
