"""What the page says on which people are counted out who show no letter."""

from kiosk.core.occupancy import Visit
from kiosk.ui.panel.words import Words


def party_left(words: Words) -> str:
    """Return what the page is about."""
    return words.translate("panel", "Left without a letter")


def choose_how_many(words: Words) -> str:
    """Return what is to be done."""
    return words.translate("panel", "Choose the area, then tap how many have left.")


def have_left(words: Words) -> str:
    """Return what a tile with a number says of so many people."""
    return words.translate("panel", "gone")


def inside_and_counted_out(words: Words, inside: int, counted_out: int) -> str:
    """Return how many are in an area, and how many were counted out of it without a letter."""
    told = words.translate("panel", "{people} inside").format(people=inside)
    if counted_out:
        told += "\n" + words.translate("panel", "{people} gone without a letter").format(people=counted_out)
    return told


def whose_visits(words: Words) -> str:
    """Return what is asked about those who were counted out."""
    return words.translate("panel", "Whose visit was it?")


def only_if_known(words: Words) -> str:
    """Return that nobody has to guess."""
    return words.translate("panel", "Only if you know it; else leave it open.")


def visit_since(words: Words, visit: Visit) -> str:
    """Return when a visit began, and of how many people it is."""
    since = words.time_text(visit.entered_at)
    return words.translate("panel", "since {time}, {people}").format(
        time=since, people=words.people(visit.party)
    )


def unclear(words: Words) -> str:
    """Return that a visit should be over."""
    return words.translate("panel", "overdue")
