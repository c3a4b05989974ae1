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


def delete_last(words: Words) -> str:
    """Return what the key does that takes back one sign."""
    return words.translate("panel", "Delete last character")


def delete_all(words: Words) -> str:
    """Return what the key does that takes back all signs."""
    return words.translate("panel", "Delete all")


def space(words: Words) -> str:
    """Return what the key is called that types a space."""
    return words.translate("panel", "Space")


def capitals(words: Words) -> str:
    """Return what the key is called that types the next letter as a capital."""
    return words.translate("panel", "Capitals")


def fewer_people(words: Words) -> str:
    """Return what makes a party smaller by one."""
    return words.translate("panel", "One person fewer")


def more_people(words: Words) -> str:
    """Return what makes a party larger by one."""
    return words.translate("panel", "One person more")


def no_database(words: Words) -> str:
    """Return why a tile does nothing while the ledger cannot be read, or only be read."""
    return words.translate("panel", "no database")
