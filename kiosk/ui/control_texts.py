"""What the controls at the lower edge are called, in the language that is spoken now."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def languages() -> str:
    """Return the name of the choice of languages."""
    return translate("control", "Languages")


def larger() -> str:
    """Return what makes all letters larger."""
    return translate("control", "Larger text")


def contrast() -> str:
    """Return what shows light letters on black."""
    return translate("control", "Light on black")


def next_leaf() -> str:
    """Return what shows the rest of an answer."""
    return translate("control", "More")


def type_code() -> str:
    """Return what opens the keypad."""
    return translate("control", "Type the code")


def back() -> str:
    """Return what leads back to the page before."""
    return translate("control", "Back")
