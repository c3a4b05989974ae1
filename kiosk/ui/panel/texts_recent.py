"""What the guard reads of a scan: what the visitor was told, in the words of the door."""

from datetime import datetime

from kiosk.core.door_events import LetIn
from kiosk.core.guard_view import Recent
from kiosk.core.office import Office
from kiosk.languages.capital import with_capital
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_verdict import verdict_text
from kiosk.ui.panel.words import Words


def verdict_told(words: Words, recent: Recent) -> str:
    """Return the verdict of a scan in a word or two."""
    if isinstance(recent.event.what, LetIn):
        return words.translate("panel", "Let in by staff")
    answer = recent.event.answer
    if answer is None:
        return words.translate("panel", "By staff")
    return with_capital(verdict_text(words, answer.reason))


def scan_told(words: Words, office: Office, recent: Recent, now: datetime) -> str:
    """Return how long ago a scan was, where the party wanted to go and of how many people it is."""
    parts = [words.age_text(now - recent.event.at)]
    if recent.starts_at is not None:
        parts.append(words.translate("panel", "for {time}").format(time=words.time_text(recent.starts_at)))
    if recent.party is not None:
        parts.append(words.people(recent.party))
    told = " · ".join(part.replace(" ", "\u00a0") for part in parts)
    return told if recent.area is None else f"{told}\n{area_name(words, office, recent.area)}"
