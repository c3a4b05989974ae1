"""What a letter was answered, in the few words in which one guard would tell another."""

from typing import assert_never

from kiosk.core.verdict import Reason
from kiosk.ui.panel.words import Words


def verdict_text(words: Words, reason: Reason) -> str:  # noqa: C901, PLR0912 - one flat branch for each reason
    """Return `reason` in two or three words, without a full stop."""
    match reason:
        case Reason.NOT_AN_INVITATION:
            return words.translate("panel", "not a letter from us")
        case Reason.DAMAGED_CODE:
            return words.translate("panel", "code damaged")
        case Reason.UNKNOWN_CODE:
            return words.translate("panel", "code unknown")
        case Reason.LEFT:
            return words.translate("panel", "left")
        case Reason.CANCELLED:
            return words.translate("panel", "appointment cancelled")
        case Reason.RESCHEDULED:
            return words.translate("panel", "appointment moved")
        case Reason.WRONG_DAY:
            return words.translate("panel", "wrong day")
        case Reason.WRONG_DOOR:
            return words.translate("panel", "wrong door")
        case Reason.CLOSED:
            return words.translate("panel", "closed")
        case Reason.ADMISSION_STOPPED:
            return words.translate("panel", "admission stopped")
        case Reason.ALREADY_INSIDE:
            return words.translate("panel", "already inside")
        case Reason.ALREADY_USED:
            return words.translate("panel", "letter already used")
        case Reason.TOO_EARLY:
            return words.translate("panel", "too early")
        case Reason.TOO_LATE:
            return words.translate("panel", "too late")
        case Reason.BUILDING_FULL:
            return words.translate("panel", "building full")
        case Reason.AREA_FULL:
            return words.translate("panel", "area full")
        case Reason.NOT_YOUR_TURN:
            return words.translate("panel", "not their turn yet")
        case Reason.ADMITTED:
            return words.translate("panel", "let in")
        case Reason.READMITTED:
            return words.translate("panel", "let in again")
        case Reason.STAFF_DECIDES:
            return words.translate("panel", "sent to the staff")
        case Reason.OUT_OF_SERVICE:
            return words.translate("panel", "out of service")
        case _ as never:
            assert_never(never)
