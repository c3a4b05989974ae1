"""How a door reads aloud."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Hearing(Enum):
    """Who hears what is read aloud."""

    HEADPHONE = "headphone"
    """Whoever has plugged one in, alone."""
    LOUDSPEAKER = "loudspeaker"
    """Everybody who stands there: nothing private is said."""


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """`device` is the output by the name that the system gives it, None for the system's own."""

    device: str | None = None
    heard_by: Hearing = Hearing.LOUDSPEAKER

    def everybody_hears(self, output: str | None) -> bool:
        """Say whether everybody may hear what comes out of the output of this name.

        Where the headphone that is named is missing, the system's own output sounds instead: a loudspeaker.
        """
        return self.heard_by is Hearing.LOUDSPEAKER or self.device not in {None, output}


NO_WISHES: Final = SpeechSettings()
"""An office that says nothing of it: nothing private is read aloud."""
