"""The letter's sentences in English."""

from datetime import date, datetime
from typing import Final, assert_never

from kiosk.core.house_rules import CapRule, MaskKind, MaskRule
from kiosk.core.office import AreaId, Contacts, WayStep
from kiosk.letters.wording import Paragraph

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NOON: Final = 12


class English:
    """English, which stands beside the German where the visitor's own language is missing."""

    tag = "en"
    subject = "Invitation to your appointment"
    phone = "Phone"
    mail = "Mail"
    online = "Online"
    dated = "Date"
    short_code = Paragraph("Your short code", "to type in if the camera sees nothing.")
    bring = Paragraph(
        "Please bring",
        "this letter, your identity card or passport, and the papers that it is about.",
    )
    privacy = "The code says nothing about you."
    rules_by = "Rules by"

    def opening(self, *, shows_on_leaving: bool) -> str:
        """What to do with the letter; `shows_on_leaving`: it is scanned on the way out too."""
        when = "when you arrive and when you leave" if shows_on_leaving else "when you arrive"
        return f"Dear visitor, please bring this letter. Hold it under the camera {when}."

    def day(self, day: date) -> str:
        """The weekday and the date, written out."""
        return f"{_WEEKDAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"

    def short_day(self, day: date) -> str:
        """The date in figures."""
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def time(self, at: datetime) -> str:
        """The time of day."""
        return f"{at.hour % 12 or 12}:{at.minute:02} {'am' if at.hour < _NOON else 'pm'}"

    def admission(self, first: datetime, last: datetime) -> str:
        """From when until when the letter opens the door."""
        return f"Admission from {self.time(first)} to {self.time(last)}"

    def party(self, people: int) -> str:
        """How many people come on the letter, and what follows from it."""
        if people == 1:
            return "For 1 person. If you want to bring somebody, please tell us first."
        return f"For {people} people. Please come together."

    def entrance(self, doors: tuple[str, ...], directions: str) -> str:
        """The names of the doors that lead there, and how to find them."""
        return f"{' or '.join(doors)}: {directions}"

    def step(self, step: WayStep) -> str:
        """One step of the way, in a word or two."""
        match step:
            case WayStep.STRAIGHT:
                return "straight on"
            case WayStep.LEFT:
                return "left"
            case WayStep.RIGHT:
                return "right"
            case WayStep.STAIRS_UP:
                return "stairs up"
            case WayStep.STAIRS_DOWN:
                return "stairs down"
            case WayStep.LIFT:
                return "lift"
            case WayStep.DOOR:
                return "door"
            case WayStep.WAITING_AREA:
                return "waiting room"
            case WayStep.COUNTER:
                return "counter"
            case _ as never:
                assert_never(never)

    def mask(self, rule: MaskRule) -> Paragraph:
        """The mask rule."""
        mask = _mask(rule.kind)
        if mask is None:
            return Paragraph("Mask", "You do not have to wear a mask inside. You are welcome to.")
        text = f"Please wear {mask} inside"
        text += ", except at the desk behind the screen." if rule.off_at_desk else "."
        exempt = []
        if rule.exempt_below_age > 0:
            exempt.append(f"children under {rule.exempt_below_age}")
        if rule.exempt_by_certificate:
            exempt.append("people with a medical certificate")
        if exempt:
            text += f" No mask is needed by {' and '.join(exempt)}."
        return Paragraph("Mask", text)

    def cap(self, rule: CapRule, area: AreaId) -> Paragraph:
        """How many people may be in the building, and in the area if it has a cap of its own."""
        people = "1 person" if rule.building == 1 else f"{rule.building} people"
        inside = f"At most {people} may be in the building at once"
        if area in rule.areas:
            inside += f", at most {rule.areas[area]} in this area"
        return Paragraph("Room inside", f"{inside}. If it is full, you get a number and are called.")

    def reschedule(self, contacts: Contacts) -> Paragraph:
        """How to get another appointment."""
        ways = "by phone or mail" if contacts.online is None else "by phone, by mail or online"
        return Paragraph("To reschedule", f"please tell us, {ways}.")


def _mask(kind: MaskKind) -> str | None:
    match kind:
        case MaskKind.NONE:
            return None
        case MaskKind.MEDICAL:
            return "a medical mask"
        case MaskKind.FFP2:
            return "an FFP2 mask"
        case _ as never:
            assert_never(never)
