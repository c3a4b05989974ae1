"""What is said of areas and parties on more than one page."""

from datetime import datetime

from kiosk.core.office import AreaId, Office
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words


def other_areas(words: Words) -> str:
    """Return what leads to the areas that have no room."""
    return words.translate("panel", "Other areas")


def appointment_at(words: Words, starts_at: datetime) -> str:
    """Return when an appointment is."""
    return words.translate("panel", "appointment {time}").format(time=words.time_text(starts_at))


def party_text(
    words: Words, office: Office, area: AreaId | None, party: int | None, starts_at: datetime | None = None
) -> str:
    """Return what is known of a party, in the order in which a guard would say it; "" for nothing."""
    known = []
    if starts_at is not None:
        known.append(appointment_at(words, starts_at))
    if area is not None:
        known.append(area_name(words, office, area))
    if party is not None:
        known.append(words.people(party))
    return ", ".join(known)
