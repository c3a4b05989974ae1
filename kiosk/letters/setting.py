"""How large a letter is set, and what is tried where its texts are long."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.letters.typesetting import Colour, Face

_LARGE_POINTS: Final = 14.0
_USUAL: Final = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
_LARGE: Final = (1.0, 0.96, 0.93, 0.9, 0.86, 0.82, 0.78)


@dataclass(frozen=True, slots=True)
class Setting:
    """All sizes of type times the scale; whether the visitor's language stands `alone`; large print."""

    scale: float
    alone: bool = False
    large: bool = False

    def points(self, usual: float) -> float:
        """Return the size of a text that is usually set in so many points; large print is never smaller."""
        return max(usual, _LARGE_POINTS * self.scale) if self.large else usual * self.scale

    @property
    def quiet(self) -> Face:
        """The face of the language that does not lead; in large print it is not made larger."""
        return Face(10 if self.large else 8.2 * self.scale, colour=Colour.QUIET)


def settings_for(*, large_print: bool) -> Iterator[Setting]:
    """Give the settings that are tried one after the other until the texts fit.

    A letter with long texts is set smaller, but never so small that it cannot be read any more; before that,
    the other language keeps no more than day and place. Large print is set in 14 points, which is what
    associations of the blind ask for, and in 11 at the least; where not even that fits, in a usual size.
    """
    for scale in _LARGE if large_print else _USUAL:
        yield Setting(scale, alone=large_print, large=large_print)
    for scale in _USUAL:
        yield Setting(scale, alone=True)
