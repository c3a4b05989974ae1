"""What the page says on which an admitted party is turned back."""

from kiosk.ui.panel.words import Words


def turn_back(words: Words) -> str:
    """Return what the page is about."""
    return words.translate("panel", "Turn back")


def choose_a_reason(words: Words) -> str:
    """Return what is to be done."""
    return words.translate("panel", "Tap the reason.")


def nobody_to_turn_back(words: Words) -> str:
    """Return that no party of the last scans is inside."""
    return words.translate("panel", "Nobody who came in here just now is still inside.")


def choose_a_party(words: Words) -> str:
    """Return that a party has to be chosen: the one that was has left meanwhile."""
    return words.translate("panel", "Nobody is chosen, or not inside any more. Choose a party.")
