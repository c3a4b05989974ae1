"""From a single picture to the texts of its QR codes, with patience for what is hard to read."""

from collections.abc import Iterator

from kiosk.scan.closer import look_closer
from kiosk.scan.code_like import code_like
from kiosk.scan.decoders import MODULES_OF_A_LETTER, FirstLook, look_with_zxing, read_opencv
from kiosk.scan.finders import places_in
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.looks import PATIENT_LOOKS, half
from kiosk.scan.place import Place
from kiosk.scan.unblur import Waves, patch_of
from kiosk.scan.zbar import read_zbar

_MOST_SHARPENED = 4
"""Places of one still that are looked at without their blur."""

_LARGE = 4_000_000
"""Pixels of a still that is not looked at enlarged."""


def decode(grey: Image) -> tuple[Sighting, ...]:
    """The QR codes in a grey still: all that the first look reads or finds, else those of the first of many.

    Patience is only for a picture in which nothing was read: about a second for two million pixels.
    """
    first = look_with_zxing(grey)
    if first.read and not first.unread:
        return first.read
    return next((seen for seen in _ways(grey, first) if seen), ())


def _ways(grey: Image, first: FirstLook) -> Iterator[tuple[Sighting, ...]]:
    """What each way to look at a still reads, one after another."""
    search = _Search(grey)
    yield search.with_closer_looks(first)
    for look in PATIENT_LOOKS:
        if look.scale <= 1 or grey.size <= _LARGE:  # else it has pixels enough
            yield search.with_closer_looks(look.at(grey))
    yield from search.without_blur()
    for place in places_in(grey):
        yield search.with_closer_looks(FirstLook((), (place,)))
    for read in (read_zbar, _read_zbar_at_half_size, read_opencv):
        yield read(grey)


def _read_zbar_at_half_size(grey: Image) -> tuple[Sighting, ...]:
    return tuple(Sighting(each.raw, _doubled(each.corners)) for each in read_zbar(half(grey)))


def _doubled(corners: Corners) -> Corners:
    one, two, three, four = ((2 * x, 2 * y) for x, y in corners)
    return one, two, three, four


class _Search:
    """The closer looks at one still: a place is looked at once, whoever finds it."""

    def __init__(self, grey: Image) -> None:
        self._grey = grey
        self._known: list[Place] = []

    def with_closer_looks(self, look: FirstLook) -> tuple[Sighting, ...]:
        """What the look has read, and what is read where it has found something."""
        seen = list(look.read)
        for place in look.unread:
            if any(place.is_like(known) for known in self._known):
                continue
            if any(place.is_within(sighting.corners) for sighting in seen):
                continue
            self._known.append(place)
            sighting = look_closer(self._grey, place)
            if sighting is not None:
                seen.append(sighting)
        return tuple(seen)

    def without_blur(self) -> Iterator[tuple[Sighting, ...]]:
        """What is read without each blur, where something was found or is like a code from afar."""
        found = [(place.corners, place.modules) for place in self._known[:_MOST_SHARPENED]]
        like = code_like(self._grey)
        if like is not None:
            found.append((like, MODULES_OF_A_LETTER))
        for corners, modules in found:
            waves = Waves(patch_of(self._grey, corners, modules))
            for blur in waves.blurs:
                yield self.with_closer_looks(waves.look_without(blur))
