"""What the page says at which the door is held."""

from collections.abc import Iterable, Sequence

from kiosk.core.occupancy import Stop
from kiosk.ui.language import own_name
from kiosk.ui.panel.words import Words


def title(words: Words) -> str:
    """Return what to do."""
    return words.translate("panel", "Stop admission: what are visitors told?")


def languages_read(words: Words, languages: Iterable[str]) -> str:
    """Return in which languages visitors read the messages."""
    text = words.translate("panel", "They read it in their language: {languages}")
    return text.format(languages=", ".join(own_name(each) for each in languages))


def this_door(words: Words) -> str:
    """Return that it is for this door."""
    return words.translate("panel", "This door")


def all_doors(words: Words) -> str:
    """Return that it is for all doors."""
    return words.translate("panel", "All doors")


def own_text(words: Words) -> str:
    """Return what leads to a text of the moment."""
    return words.translate("panel", "Own text …")


def resume(words: Words, *, everywhere: bool) -> str:
    """Return what lifts a stop."""
    if everywhere:
        return words.translate("panel", "Resume admission at all doors")
    return words.translate("panel", "Resume admission at this door")


def visitors_read(words: Words, stop: Stop) -> str:
    """Return what visitors read now."""
    return words.translate("panel", "visitors read: {message}").format(message=words.wording(stop.message))


def type_here(words: Words, language: str) -> str:
    """Return what is to be typed."""
    return words.translate("panel", "Text in {language} (one language is enough)").format(
        language=own_name(language)
    )


def then_language(words: Words, language: str) -> str:
    """Return to which language a tap leads."""
    return words.translate("panel", "tap for {language}").format(language=own_name(language))


def stop(words: Words, *, everywhere: bool) -> str:
    """Return what gives the order."""
    return (
        words.translate("panel", "Stop all doors")
        if everywhere
        else words.translate("panel", "Stop this door")
    )


def who_reads(words: Words, written: Sequence[str], languages: Sequence[str]) -> str:
    """Return who reads what was typed: one text is read by all."""
    if not written or len(languages) == 1:
        return ""
    if len(written) == 1:
        return words.translate("panel", "one text for all languages")
    return ", ".join(own_name(each) for each in written)
