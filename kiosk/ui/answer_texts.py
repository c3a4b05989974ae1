"""What a verdict says to the visitor: for each reason a picture and a sentence, short and plain."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.core.house_rules import MaskKind, MaskRule
from kiosk.core.office import WayStep
from kiosk.core.verdict import Reason

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """The pictogram and the sentence of a reason."""

    icon: str
    sentence: str


def told(reason: Reason) -> Told:  # noqa: C901, PLR0912 - one flat branch for each reason
    """Return what the visitor is told for `reason`, in the language that is spoken now."""
    match reason:
        case Reason.NOT_AN_INVITATION:
            return Told("letter-question", translate("answer", "This is not a letter from us."))
        case Reason.DAMAGED_CODE:
            return Told("code-damaged", translate("answer", "We cannot read the code."))
        case Reason.UNKNOWN_CODE:
            return Told("letter-unknown", translate("answer", "We do not know this code."))
        case Reason.LEFT:
            return Told("goodbye", translate("answer", "Goodbye!"))
        case Reason.CANCELLED:
            return Told("calendar-cancelled", translate("answer", "This appointment is cancelled."))
        case Reason.RESCHEDULED:
            return Told("calendar-moved", translate("answer", "Your appointment has been moved."))
        case Reason.WRONG_DAY:
            return Told("calendar-other-day", translate("answer", "Your appointment is on another day."))
        case Reason.WRONG_DOOR:
            return Told("other-door", translate("answer", "Please use another door."))
        case Reason.CLOSED:
            return Told("closed", translate("answer", "We are closed now."))
        case Reason.ADMISSION_STOPPED:
            return Told("stop-hand", translate("answer", "Nobody can come in right now."))
        case Reason.ALREADY_INSIDE:
            return Told("person-inside", translate("answer", "Someone is already inside with this letter."))
        case Reason.ALREADY_USED:
            return Told("letter-used", translate("answer", "This letter has already been used."))
        case Reason.TOO_EARLY:
            return Told("clock-early", translate("answer", "You are too early."))
        case Reason.TOO_LATE:
            return Told("clock-late", translate("answer", "You are too late."))
        case Reason.BUILDING_FULL:
            return Told("house-full", translate("answer", "The building is full right now."))
        case Reason.AREA_FULL:
            return Told("area-full", translate("answer", "Your area is full right now."))
        case Reason.NOT_YOUR_TURN:
            return Told("queue", translate("answer", "Others are ahead of you."))
        case Reason.ADMITTED:
            return Told("check", translate("answer", "Please come in."))
        case Reason.READMITTED:
            return Told("check-again", translate("answer", "Welcome back. Please come in."))
        case Reason.STAFF_DECIDES:
            return Told("staff-talk", translate("answer", "Our staff will talk to you."))
        case Reason.OUT_OF_SERVICE:
            return Told("staff", translate("answer", "Our staff will help you."))
        case _ as never:
            assert_never(never)


def way_step(step: WayStep) -> str:
    """Return the word below the pictogram of one step of the way."""
    match step:
        case WayStep.STRAIGHT:
            return translate("way", "Straight on")
        case WayStep.LEFT:
            return translate("way", "Left")
        case WayStep.RIGHT:
            return translate("way", "Right")
        case WayStep.STAIRS_UP:
            return translate("way", "Stairs up")
        case WayStep.STAIRS_DOWN:
            return translate("way", "Stairs down")
        case WayStep.LIFT:
            return translate("way", "Lift")
        case WayStep.DOOR:
            return translate("way", "Door")
        case WayStep.WAITING_AREA:
            return translate("way", "Waiting area")
        case WayStep.COUNTER:
            return translate("way", "Counter")
        case _ as never:
            assert_never(never)


def mask_told(mask: MaskRule) -> Told:
    """Return which mask is worn inside."""
    match mask.kind:
        case MaskKind.NONE:
            return Told("mask-none", translate("mask", "You do not need a mask."))
        case MaskKind.MEDICAL:
            return Told("mask-medical", translate("mask", "Please wear a medical mask."))
        case MaskKind.FFP2:
            return Told("mask-ffp2", translate("mask", "Please wear an FFP2 mask."))
        case _ as never:
            assert_never(never)


def mask_off(mask: MaskRule) -> str | None:
    """Return where the mask may come off, None where it may not."""
    if mask.kind is MaskKind.NONE or not mask.off_at_desk:
        return None
    return translate("mask", "At the desk you may take it off.")


def next_letter_seen() -> str:
    """Return what is said to whoever holds up a letter while another visitor reads an answer."""
    return translate("answer", "The next letter has been seen. One moment, please.")
