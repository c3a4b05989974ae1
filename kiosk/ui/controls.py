"""What can be asked for by one touch on every page: its pictogram, its words, and its place in the strip."""

from enum import Enum
from typing import Final, assert_never

from kiosk.core.help_calls import HelpTold
from kiosk.ui import control_texts


class Control(Enum):
    """One thing to ask for."""

    LANGUAGES = "languages"
    LARGER = "larger"
    CONTRAST = "contrast"
    READ_ALOUD = "read_aloud"
    SAY_AGAIN = "say_again"
    LOUDER = "louder"
    SILENT = "silent"
    NEXT_LEAF = "next_leaf"
    MORE_TIME = "more_time"
    KEYPAD = "keypad"
    BACK = "back"
    HELP = "help"
    HELP_COMES = "help_comes"
    NO_HELP = "no_help"


START: Final = (
    Control.LANGUAGES,
    Control.LARGER,
    Control.CONTRAST,
    Control.READ_ALOUD,
    Control.SAY_AGAIN,
    Control.LOUDER,
    Control.SILENT,
)
"""How the screen speaks and looks, where a line of text begins."""

LOOKS: Final = frozenset({Control.LANGUAGES, Control.LARGER, Control.CONTRAST, Control.READ_ALOUD})
SPEAKS: Final = frozenset({Control.LANGUAGES, Control.SAY_AGAIN, Control.LOUDER, Control.SILENT})
"""What stands there for those who look, and for whom the screen is read aloud."""

SPEECH: Final = frozenset({Control.READ_ALOUD, Control.SAY_AGAIN, Control.LOUDER, Control.SILENT})
"""What is offered only at a door that has a voice."""

END: Final = (
    Control.KEYPAD,
    Control.BACK,
    Control.NEXT_LEAF,
    Control.MORE_TIME,
    Control.NO_HELP,
    Control.HELP,
    Control.HELP_COMES,
)
"""What else to do, at the end of the line."""

TOGETHER: Final = tuple(
    {*start, *end}
    for start in (LOOKS, SPEAKS)
    for end in (
        (Control.KEYPAD, Control.NEXT_LEAF, Control.MORE_TIME, Control.HELP),
        (Control.KEYPAD, Control.NEXT_LEAF, Control.MORE_TIME, Control.HELP_COMES),
        (Control.BACK, Control.NO_HELP),
    )
)
"""The most that are ever offered at a time: others stand in the place of one of these."""

GIVE_WAY: Final = (
    Control.CONTRAST,
    Control.LARGER,
    Control.SAY_AGAIN,
    Control.LOUDER,
    Control.LANGUAGES,
    Control.LANGUAGES,
    Control.LANGUAGES,
    Control.NEXT_LEAF,
    Control.KEYPAD,
    Control.BACK,
    Control.READ_ALOUD,
    Control.SILENT,
    Control.MORE_TIME,
    Control.NO_HELP,
    Control.HELP_COMES,
    Control.HELP,
)
"""Whose words give way first where the strip is too short for all: the pictogram stays.

The way to the languages has the names of three as its words, and loses one at a time.
"""


def picture_of(control: Control) -> str:  # noqa: C901, PLR0912 - one flat branch for each control
    """Return the name of the pictogram."""
    match control:
        case Control.LANGUAGES:
            return "languages"
        case Control.LARGER:
            return "larger"
        case Control.CONTRAST:
            return "contrast"
        case Control.READ_ALOUD:
            return "read-aloud"
        case Control.SAY_AGAIN:
            return "repeat"
        case Control.LOUDER:
            return "louder"
        case Control.SILENT:
            return "silent"
        case Control.NEXT_LEAF:
            return "next"
        case Control.MORE_TIME:
            return "more-time"
        case Control.KEYPAD:
            return "keypad"
        case Control.BACK:
            return "back"
        case Control.HELP:
            return "bell"
        case Control.HELP_COMES:
            return "bell-rings"
        case Control.NO_HELP:
            return "bell-off"
        case _ as never:
            assert_never(never)


def words_of(control: Control) -> str:  # noqa: C901, PLR0912 - as above
    """Return the words, in the language that is spoken now."""
    match control:
        case Control.LANGUAGES:
            return control_texts.languages()
        case Control.LARGER:
            return control_texts.larger()
        case Control.CONTRAST:
            return control_texts.contrast()
        case Control.READ_ALOUD:
            return control_texts.read_aloud()
        case Control.SAY_AGAIN:
            return control_texts.say_again()
        case Control.LOUDER:
            return control_texts.louder()
        case Control.SILENT:
            return control_texts.silent()
        case Control.NEXT_LEAF:
            return control_texts.next_leaf()
        case Control.MORE_TIME:
            return control_texts.more_time()
        case Control.KEYPAD:
            return control_texts.type_code()
        case Control.BACK:
            return control_texts.back()
        case Control.HELP:
            return control_texts.get_help()
        case Control.HELP_COMES:
            return control_texts.help_comes()
        case Control.NO_HELP:
            return control_texts.no_help()
        case _ as never:
            assert_never(never)


def offered(help_: Control, *, leads_back: bool, leaves: int, reads_aloud: bool) -> set[Control]:
    """Return what is offered now; `leaves` are those of the answer that is seen, 0 where none is."""
    found = {*(SPEAKS if reads_aloud else LOOKS), help_, Control.BACK if leads_back else Control.KEYPAD}
    if leaves:
        found.add(Control.MORE_TIME)
    if leaves > 1:
        found.add(Control.NEXT_LEAF)
    return found


def help_control(told: HelpTold, *, may_go: bool) -> Control:
    """Return the control for a call of which this was `told`, and which may be taken back here or not."""
    match told:
        case HelpTold.NOTHING | HelpTold.UNREACHED | HelpTold.ON_THE_WAY:
            return Control.HELP
        case HelpTold.CALLING | HelpTold.COMING:
            return Control.NO_HELP if may_go else Control.HELP_COMES
        case _ as never:
            assert_never(never)
