"""What the panel says while a visitor wants help."""

from datetime import datetime

from kiosk.core.office import Office
from kiosk.ui.panel.note import Note
from kiosk.ui.panel.ringing import Call
from kiosk.ui.panel.words import Words


def help_wanted(words: Words, office: Office, call: Call, now: datetime) -> Note:
    """Return at which door somebody wants help, and since when."""
    door = office.doors.get(call.door)
    name = call.door if door is None else words.wording(door.name)
    told = words.translate("panel", "Help wanted: {door}").format(door=name)
    return Note(told, good=False, hint=words.age_text(now - call.since))


def i_come(words: Words) -> str:
    """Return what the tile says that takes the call."""
    return words.translate("panel", "I am coming")


def gone_to(words: Words) -> str:
    """Return what was done by that."""
    return words.translate("panel", "The door now says that you are coming")
