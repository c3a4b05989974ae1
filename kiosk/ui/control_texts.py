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


def get_help() -> str:
    """Return what calls the staff to this door."""
    return translate("control", "Get help")


def help_comes() -> str:
    """Return what stands in its place while the call rings."""
    return translate("control", "Help is coming")


def no_help() -> str:
    """Return what takes the call back."""
    return translate("control", "No help needed")


def more_time() -> str:
    """Return what leaves the answer on the screen for longer."""
    return translate("control", "More time")


def read_aloud() -> str:
    """Return what has the screen read aloud from now on."""
    return translate("control", "Read aloud")


def say_again() -> str:
    """Return what says the last once more."""
    return translate("control", "Say again")


def louder() -> str:
    """Return what makes it louder."""
    return translate("control", "Louder")


def silent() -> str:
    """Return what ends the reading aloud."""
    return translate("control", "Stop reading")
