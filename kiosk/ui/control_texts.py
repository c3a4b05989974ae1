"""What the controls at the lower edge are called, in the language that is spoken now."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def languages() -> str:
    """Return the name of the choice of languages."""
    return translate("control", "Languages")


def type_code() -> str:
    """Return what opens the keypad."""
    return translate("control", "Type the code")


def back() -> str:
    """Return what leads back to the page before."""
    return translate("control", "Back")
