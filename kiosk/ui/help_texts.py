"""What a visitor who called for help is told, in the language that is spoken now."""

from PySide6.QtCore import QCoreApplication

from kiosk.ui.language import as_quoted

translate = QCoreApplication.translate


def we_call() -> str:
    """Return what happens in this moment."""
    return translate("help", "We are calling our staff.")


def help_comes() -> str:
    """Return that the call rings."""
    return translate("help", "Help is coming.")


def we_know() -> str:
    """Return that the staff knows of the visitor."""
    return translate("help", "Our staff know that you are at this door.")


def on_the_way() -> str:
    """Return that somebody has taken the call."""
    return translate("help", "Somebody is coming to you now.")


def stay_here() -> str:
    """Return what to do meanwhile."""
    return translate("help", "Please wait here.")


def cannot_call() -> str:
    """Return that the call rings nowhere."""
    return translate("help", "We cannot call anyone from here right now.")


def go_to_staff() -> str:
    """Return what to do instead."""
    return translate("help", "Please talk to our staff at the entrance.")


def or_phone(phone: str) -> str:
    """Return what else can be done; among words from right to left the number keeps its order."""
    return translate("help", "Or call us: {phone}").format(phone=as_quoted(phone))
