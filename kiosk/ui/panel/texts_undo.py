"""What was done, in the words in which it is offered to be taken back."""

from datetime import datetime

from kiosk.core.door_events import CountedOut, LetIn, MaskExempted, PutBack, Reconciled, TurnedBack
from kiosk.core.events import Called, Corrected, Entered, Event, Exited, Queued, Settled, Uncalled
from kiosk.core.occupancy import Stop
from kiosk.core.office import AreaId, Office
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words


def title(words: Words) -> str:
    """Return the heading."""
    return words.translate("panel", "What is to be taken back?")


def nothing(words: Words, minutes: int) -> str:
    """Return that there is nothing to take back."""
    text = words.translate("panel", "Nothing was done in the last {minutes} minutes that can be taken back.")
    return text.format(minutes=minutes)


def when_and_who(words: Words, event: Event, now: datetime) -> str:
    """Return how long ago something was done, and by whom of the staff."""
    age = words.age_text(now - event.at)
    if event.by is None:
        who = words.translate("panel", "by a scan")
    else:
        who = words.translate("panel", "by {who}").format(who=event.by)
    return f"{age} · {who}"


def resume(words: Words, office: Office, stop: Stop) -> str:
    """Return what lifts a stop."""
    if stop.door is None:
        return words.translate("panel", "Resume admission at all doors")
    door = office.doors.get(stop.door)
    name = stop.door if door is None else words.wording(door.name)
    return words.translate("panel", "Resume admission: {door}").format(door=name)


def stopped(words: Words, stop: Stop, now: datetime) -> str:
    """Return since when a stop holds."""
    return words.translate("panel", "stopped {age}").format(age=words.age_text(now - stop.since))


def done(words: Words, office: Office, event: Event) -> str:  # noqa: C901, PLR0912 - one flat branch for each
    """Return what an event did; only those can be asked about that can be taken back."""
    what = event.what
    match what:
        case Called(number=number):
            return words.translate("panel", "Number {number} called").format(number=number)
        case Uncalled(number=number):
            return words.translate("panel", "Number {number} skipped").format(number=number)
        case PutBack(number=number):
            return words.translate("panel", "Number {number} put back").format(number=number)
        case Queued(number=number):
            return words.translate("panel", "Number {number} given").format(number=number)
        case MaskExempted():
            return words.translate("panel", "Noted: exempt from the mask")
        case Corrected(area=area):
            text = words.translate("panel", "Recount: {area} and what was counted with it")
            return text.format(area=area_name(words, office, area))
        case Entered() | LetIn():
            text = words.translate("panel", "Let in: {who}")
        case Exited():
            text = words.translate("panel", "Left: {who}")
        case TurnedBack():
            text = words.translate("panel", "Turned back: {who}")
        case CountedOut():
            text = words.translate("panel", "Counted out: {who}")
        case Settled():
            text = words.translate("panel", "Visit settled: {who}")
        case Reconciled():
            text = words.translate("panel", "Visit ended, was counted out: {who}")
        case _:
            raise ValueError(f"{type(what).__name__} cannot be taken back")
    return text.format(who=_party(words, office, what.party, what.area))


def _party(words: Words, office: Office, party: int, area: AreaId) -> str:
    return f"{words.people(party)}, {area_name(words, office, area)}"
