"""What can be asked for by one touch on every page: its pictogram, its words, and its place in the strip."""

from enum import Enum
from typing import Final, assert_never

from kiosk.ui import control_texts


class Control(Enum):
    """One thing to ask for."""

    LANGUAGES = "languages"
    LARGER = "larger"
    CONTRAST = "contrast"
    NEXT_LEAF = "next_leaf"
    KEYPAD = "keypad"
    BACK = "back"


START: Final = (Control.LANGUAGES, Control.LARGER, Control.CONTRAST)
"""How the screen speaks and looks, where a line of text begins."""

END: Final = (Control.KEYPAD, Control.BACK, Control.NEXT_LEAF)
"""What else to do, at the end of the line."""

GIVE_WAY: Final = (
    Control.CONTRAST,
    Control.LARGER,
    Control.LANGUAGES,
    Control.LANGUAGES,
    Control.LANGUAGES,
    Control.KEYPAD,
    Control.BACK,
    Control.NEXT_LEAF,
)
"""Whose words give way first where the strip is too short for all: the pictogram stays.

The way to the languages has the names of three as its words, and loses one at a time.
"""


def picture_of(control: Control) -> str:
    """Return the name of the pictogram."""
    match control:
        case Control.LANGUAGES:
            return "languages"
        case Control.LARGER:
            return "larger"
        case Control.CONTRAST:
            return "contrast"
        case Control.NEXT_LEAF:
            return "next"
        case Control.KEYPAD:
            return "keypad"
        case Control.BACK:
            return "back"
        case _ as never:
            assert_never(never)


def words_of(control: Control) -> str:
    """Return the words, in the language that is spoken now."""
    match control:
        case Control.LANGUAGES:
            return control_texts.languages()
        case Control.LARGER:
            return control_texts.larger()
        case Control.CONTRAST:
            return control_texts.contrast()
        case Control.NEXT_LEAF:
            return control_texts.next_leaf()
        case Control.KEYPAD:
            return control_texts.type_code()
        case Control.BACK:
            return control_texts.back()
        case _ as never:
            assert_never(never)
