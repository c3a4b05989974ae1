"""What stands on pages of every kind."""

from kiosk.ui.panel.words import Words


def back(words: Words) -> str:
    """Return what leads back to the first page."""
    return words.translate("panel", "Back")


def earlier_ones(words: Words) -> str:
    """Return what turns to those before."""
    return words.translate("panel", "Up")


def later_ones(words: Words) -> str:
    """Return what turns to those after."""
    return words.translate("panel", "Down")


def no_database(words: Words) -> str:
    """Return why a tile does nothing while the ledger cannot be read, or only be read."""
    return words.translate("panel", "no database")
