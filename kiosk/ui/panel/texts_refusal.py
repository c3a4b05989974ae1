"""Why nobody was signed in, in plain words."""

from datetime import timedelta
from typing import assert_never

from kiosk.core.sign_in import Refusal
from kiosk.core.staff_events import RefusedBecause
from kiosk.ui.panel.words import Words


def refusal_told(words: Words, refusal: Refusal) -> str:
    """Return why, without the pause that may come with it."""
    match refusal.because:
        # Whether the id or the PIN was wrong is told to nobody who is not signed in.
        case RefusedBecause.UNKNOWN | RefusedBecause.WRONG_PIN:
            return words.translate("panel", "Id or PIN is wrong.")
        case RefusedBecause.DISABLED:
            return words.translate("panel", "This id is disabled. The management gives a new PIN.")
        case RefusedBecause.PAUSED:
            return words.translate("panel", "Too many wrong PINs.")
        case _ as never:
            assert_never(never)


def paused_told(words: Words, left: timedelta) -> str:
    """Return how long no PIN is taken yet, in minutes and seconds."""
    minutes, seconds = divmod(max(1, -int(-left.total_seconds() // 1)), 60)
    return words.translate("panel", "Please wait {time}.").format(time=f"{minutes}:{seconds:02}")
