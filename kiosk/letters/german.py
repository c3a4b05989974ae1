"""The letter's sentences in German."""

from datetime import date, datetime
from typing import Final, assert_never

from kiosk.core.house_rules import CapRule, MaskKind, MaskRule
from kiosk.core.office import AreaId, Contacts, WayStep
from kiosk.letters.wording import Paragraph

_WEEKDAYS: Final = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS: Final = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


class German:
    """German, as every letter has it."""

    tag = "de"
    subject = "Einladung zu Ihrem Termin"
    phone = "Telefon"
    mail = "E-Mail"
    online = "Internet"
    dated = "Datum"
    short_code = Paragraph("Ihr Kurz-Code", "Zum Eintippen, falls die Kamera nichts erkennt.")
    bring = Paragraph(
        "Bitte mitbringen",
        "diesen Brief, Ihren Ausweis oder Pass und die Unterlagen, um die es geht.",
    )
    privacy = "Der Code enthält keine Angaben zu Ihrer Person."
    rules_by = "Regeln nach"

    def opening(self, *, shows_on_leaving: bool) -> str:
        """What to do with the letter; `shows_on_leaving`: it is scanned on the way out too."""
        when = "beim Kommen und Gehen" if shows_on_leaving else "beim Kommen"
        return f"Guten Tag, bitte bringen Sie diesen Brief mit. Halten Sie ihn {when} unter die Kamera."

    def day(self, day: date) -> str:
        """The weekday and the date, written out."""
        return f"{_WEEKDAYS[day.weekday()]}, {day.day}. {_MONTHS[day.month - 1]} {day.year}"

    def short_day(self, day: date) -> str:
        """The date in figures."""
        return f"{day:%d.%m.%Y}"

    def time(self, at: datetime) -> str:
        """The time of day."""
        return f"{_clock(at)} Uhr"

    def admission(self, first: datetime, last: datetime) -> str:
        """From when until when the letter opens the door."""
        return f"Einlass von {_clock(first)} bis {_clock(last)} Uhr"

    def party(self, people: int) -> str:
        """How many people come on the letter, and what follows from it."""
        if people == 1:
            return "Für 1 Person. Begleitung bitte vorher anmelden."
        return f"Für {people} Personen. Bitte kommen Sie gemeinsam."

    def entrance(self, doors: tuple[str, ...], directions: str) -> str:
        """The names of the doors that lead there, and how to find them."""
        return f"{' oder '.join(doors)}: {directions}"

    def step(self, step: WayStep) -> str:
        """One step of the way, in a word or two."""
        match step:
            case WayStep.STRAIGHT:
                return "geradeaus"
            case WayStep.LEFT:
                return "links"
            case WayStep.RIGHT:
                return "rechts"
            case WayStep.STAIRS_UP:
                return "Treppe hoch"
            case WayStep.STAIRS_DOWN:
                return "Treppe runter"
            case WayStep.LIFT:
                return "Aufzug"
            case WayStep.DOOR:
                return "Tür"
            case WayStep.WAITING_AREA:
                return "Warteraum"
            case WayStep.COUNTER:
                return "Schalter"
            case _ as never:
                assert_never(never)

    def mask(self, rule: MaskRule) -> Paragraph:
        """The mask rule."""
        mask = _mask(rule.kind)
        if mask is None:
            return Paragraph("Maske", "Eine Maske müssen Sie im Haus nicht tragen. Sie dürfen es gern.")
        text = f"Tragen Sie im Haus bitte {mask}"
        text += ", außer am Tisch hinter der Scheibe." if rule.off_at_desk else "."
        exempt = []
        if rule.exempt_below_age > 0:
            exempt.append(f"Kinder unter {rule.exempt_below_age} Jahren")
        if rule.exempt_by_certificate:
            exempt.append("Menschen mit Attest")
        if exempt:
            text += f" Keine Maske brauchen {' und '.join(exempt)}."
        return Paragraph("Maske", text)

    def cap(self, rule: CapRule, area: AreaId) -> Paragraph:
        """How many people may be in the building, and in the area if it has a cap of its own."""
        inside = f"Im Haus sind höchstens {_people(rule.building)} gleichzeitig"
        if area in rule.areas:
            inside += f", in diesem Bereich höchstens {rule.areas[area]}"
        full = "Ist es voll, bekommen Sie eine Nummer und werden aufgerufen."
        return Paragraph("Platz im Haus", f"{inside}. {full}")

    def reschedule(self, contacts: Contacts) -> Paragraph:
        """How to get another appointment."""
        ways = f"Telefon {contacts.phone}"
        if contacts.online is not None:
            ways += f", {contacts.online}"
        # The address begins a line, where it has room: it must not be broken at one of its hyphens.
        ways += f"\noder {contacts.mail}"
        return Paragraph("Termin verschieben", f"Bitte sagen Sie uns Bescheid:\n{ways}")


def _clock(at: datetime) -> str:
    return f"{at.hour}:{at.minute:02}"


def _people(count: int) -> str:
    return "1 Person" if count == 1 else f"{count} Personen"


def _mask(kind: MaskKind) -> str | None:
    match kind:
        case MaskKind.NONE:
            return None
        case MaskKind.MEDICAL:
            return "eine medizinische Maske"
        case MaskKind.FFP2:
            return "eine FFP2-Maske"
        case _ as never:
            assert_never(never)
