"""From a camera's frames to the texts of the QR codes in them; `kiosk.scan.decode` reads a single picture."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import assert_never

from kiosk.scan.budget import Budget, Cost
from kiosk.scan.closer import Fit, fit, read_modules
from kiosk.scan.code_like import likest_code
from kiosk.scan.decoders import MODULES_OF_A_LETTER, FirstLook, look_with_zxing
from kiosk.scan.finders import SIZES, place_of_one_size
from kiosk.scan.frame import Frame, Image, Sighting
from kiosk.scan.grid import Brightness
from kiosk.scan.joining import REMEMBERED, Joined
from kiosk.scan.looks import LIVE_LOOKS
from kiosk.scan.mending import VIEWS
from kiosk.scan.patch_looks import LOCATING, LOCATING_A_PART, QUICK, PatchLook
from kiosk.scan.place import Place
from kiosk.scan.reading import Reading, locate
from kiosk.scan.unblur import Patch, Waves, patch_of

BUDGET = 0.020
"""Seconds that a live frame may cost: with 33 ms between two frames, the rest is the window's."""

_WAITS = 0.1
"""Seconds for which a place stays where it was found, until there is time to look closer."""

_MOST_CLOSER_LOOKS = 2
"""Places of one frame that get a closer look, so that a wall of posters does not cost all the time."""


class _Grid(Enum):
    """Whose modules are read: those of this frame, of several frames, or of this frame on bent paper."""

    FLAT = auto()
    JOINED = auto()
    BENT = auto()


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to read the modules of a code."""

    grid: _Grid
    view: int


_WAYS = (
    *(_Way(grid, view) for view in range(VIEWS) for grid in (_Grid.JOINED, _Grid.FLAT)),
    *(_Way(_Grid.BENT, view) for view in range(3)),
)

_MOST_WAYS = 3
"""Ways in one frame, so that there is time left to take the blur off."""

_LEAST_LIVE_SIZE = 3.0
"""Pixels a module of the smallest codes for which a live frame is searched by their corner squares."""


class Reader:
    """Reads the frames of one camera, one after another, within a budget of time for each. Not thread-safe.

    zxing-cpp looks at every frame. What it finds and does not read gets a closer look, and what several
    frames saw of one code is joined. Where it finds nothing, the place where a code just was gets the closer
    look. Where nothing is found at all, what is like a code from afar is looked at by itself: straightened,
    retouched, searched for corner squares of its size, without its blur. As long as nothing new is read, the
    whole frame gets one more look, another one each frame; one that helps keeps its turn. A look that is
    known to take longer than what is left of the budget is passed over.
    """

    def __init__(self, *, budget: float = BUDGET, clock: Callable[[], float] = time.perf_counter) -> None:
        """`budget` is in seconds for each frame; `clock` measures what is spent."""
        self._budget = Budget(budget, clock)
        self._joined = Joined()
        self._fitting = Cost(5e-6)
        self._mending = Cost(3e-6)
        # So much of a frame that with more caution it would hardly ever be begun.
        self._bending = Cost(11e-6, caution=1.0)
        self._afar = Cost(4e-9)
        self._measuring = Cost(40e-9)
        self._sharpening = Cost(30e-9)
        self._locating = Cost(20e-9)
        self._locating_a_part = Cost(60e-9)
        self._retouching = Cost(15e-9)
        self._blur = 0
        self._rests = False
        self._way = 0
        self._turns: list[tuple[Callable[[Image], FirstLook], Cost]] = [
            *((look.at, Cost(look.nanoseconds * 1e-9)) for look in LIVE_LOOKS),
            *((_Likeliest(size), Cost(15e-9)) for size in SIZES if size >= _LEAST_LIVE_SIZE),
        ]
        self._turn = 0
        self._told: dict[bytes, float] = {}
        self._waiting: tuple[Place, float] | None = None

    def read(self, frame: Frame) -> Reading:
        """What is read in this frame, most often nothing or one code, and what is found and not read."""
        self._budget.begin()
        grey = frame.grey()
        at = frame.taken_at
        look = self._quickly(look_with_zxing(grey), grey)
        first = self._with_closer_looks(look, grey, at)
        if self._is_news(first, at):
            return first
        had_quick_looks = bool(look.unread)
        known = self._waiting_since(at) or self._joined.place(at)
        if not first.unread and known is not None:
            if not any(known.is_within(sighting.corners) for sighting in first.sightings):
                first = _both(first, self._with_closer_looks(FirstLook((), (known,)), grey, at))
            if self._is_news(first, at):
                return first
        seen = first
        if not first.sightings:
            seen = self._at_patch(first, grey, at, had_quick_looks=had_quick_looks)
        if self._is_news(seen, at):
            return seen
        return self._at_whole(seen, grey, at)

    def _waiting_since(self, at: float) -> Place | None:
        """The place for which there was no time left in the last frame: the hand has hardly moved since."""
        waiting, self._waiting = self._waiting, None
        if waiting is None or at - waiting[1] > _WAITS:
            return None
        return waiting[0]

    def _at_whole(self, seen: Reading, grey: Image, at: float) -> Reading:
        """What was seen, and what one more look at the whole frame sees, another one each frame."""
        look, cost = self._turns[self._turn]
        if not self._budget.has_time(cost, grey.size):
            self._turn = (self._turn + 1) % len(self._turns)
            return seen
        found = self._budget.take(cost, grey.size, partial(look, grey))
        if seen.unread:  # that has had its closer look
            found = replace(found, unread=())
        second = self._with_closer_looks(found, grey, at)
        together = _both(seen, second)
        if not self._is_news(together, at) and (seen.unread or not second.unread):
            self._turn = (self._turn + 1) % len(self._turns)
        return together

    def _at_patch(self, seen: Reading, grey: Image, at: float, *, had_quick_looks: bool) -> Reading:
        """What was seen, and what is read where a code is found, or where something is like one from afar.

        What cannot be read is told nevertheless: whoever holds it wants a word.
        """
        if seen.unread:
            corners = seen.unread[0].corners
        else:
            if self._rests or not self._budget.has_time(self._afar, grey.size):
                self._rests = False
                return seen
            like = self._budget.take(self._afar, grey.size, partial(likest_code, grey))
            # The whole frame has the time of the next one, unless there is something to look at.
            self._rests = like is None or not like.is_whole
            if like is None:
                return seen
            corners = like.corners
            if not like.is_whole:
                patch = patch_of(grey, corners, MODULES_OF_A_LETTER)
                return self._with_looks_at(patch, grey, at, LOCATING_A_PART, self._locating_a_part)
        patch = patch_of(grey, corners, MODULES_OF_A_LETTER)
        looks = [self._sharpened]
        if not had_quick_looks:
            is_found = bool(seen.unread)
            looks.insert(int(patch.must_be_blurred), partial(self._at_new_patch, is_found=is_found))
        for look in looks:
            if not seen.sightings:
                seen = _both(seen, look(patch, grey, at))
        if seen.sightings or seen.unread:
            return seen
        return Reading(unread=(locate(grey, corners, MODULES_OF_A_LETTER),))

    def _at_new_patch(self, patch: Patch, grey: Image, at: float, *, is_found: bool) -> Reading:
        """What is read where something is like a code, or found, if it is not known yet where it is."""
        quick, locating = (QUICK, self._retouching), (() if is_found else LOCATING, self._locating)
        for looks, cost in (locating, quick) if patch.is_noisy else (quick, locating):
            seen = self._with_looks_at(patch, grey, at, looks, cost)
            if seen.sightings or seen.unread:
                return seen
        return Reading()

    def _with_looks_at(
        self, patch: Patch, grey: Image, at: float, looks: Sequence[PatchLook], cost: Cost
    ) -> Reading:
        """What the first of these looks that finds something reads or finds, as far as there is time."""
        for look in looks:
            if not self._budget.has_time(cost, patch.picture.size):
                break
            found = self._budget.take(cost, patch.picture.size, partial(look, patch))
            seen = self._with_closer_looks(found, grey, at)
            if seen.sightings or seen.unread:
                return seen
        return Reading()

    def _sharpened(self, patch: Patch, grey: Image, at: float) -> Reading:
        """What is read without its blur: the likeliest one, and others in turn while there is time."""
        size = patch.picture.size
        if not self._budget.has_time(self._measuring, size):
            return Reading()
        waves = self._budget.take(self._measuring, size, partial(Waves, patch))
        likeliest, *others = waves.blurs
        first = self._blur % len(others)
        for blur in (likeliest, *others[first:], *others[:first]):
            if not self._budget.has_time(self._sharpening, size):
                break
            if blur is not likeliest:
                self._blur += 1
            found = self._budget.take(self._sharpening, size, partial(waves.look_without, blur))
            if found.read:
                return self._with_closer_looks(replace(found, unread=()), grey, at)
        return Reading()

    def _quickly(self, look: FirstLook, grey: Image) -> FirstLook:
        """The look, or what a quick one reads at the first place that it has found and not read."""
        if look.read or not look.unread:
            return look
        place = look.unread[0]
        patch = patch_of(grey, place.corners, place.modules)
        for quick in QUICK:
            if not self._budget.has_time(self._retouching, patch.picture.size):
                break
            found = self._budget.take(self._retouching, patch.picture.size, partial(quick, patch))
            if found.read:
                return found
        return look

    def _is_news(self, reading: Reading, at: float) -> bool:
        """Whether something was read that was not read a moment ago: then nothing more is looked for.

        Else it is: a poster that hangs in the picture must not hide the letter that is held beside it.
        """
        told = {raw: when for raw, when in self._told.items() if at - when <= REMEMBERED}
        self._told = told | {sighting.raw: at for sighting in reading.sightings}
        return len(self._told) > len(told)

    def _with_closer_looks(self, look: FirstLook, grey: Image, at: float) -> Reading:
        """What the look has read, what a closer look reads where it has found something, and the rest."""
        seen = list(look.read)
        where: Callable[[], Place] | None = (lambda: look.read_at()[0]) if look.read else None
        unread = []
        for place in look.unread[:_MOST_CLOSER_LOOKS]:
            if any(place.is_within(sighting.corners) for sighting in seen):
                continue
            size = place.modules**2
            if not self._budget.has_time(self._fitting, size):
                self._waiting = place, at
                break
            fitted = self._budget.take(self._fitting, size, partial(fit, grey, place))
            if fitted is None:
                continue
            speed = self._joined.speed(fitted, at)
            sighting = self._read_modules(fitted, at)
            if sighting is None:
                unread.append(locate(grey, fitted.corners, fitted.modules, speed))
            else:
                seen.append(sighting)
                where = where or partial(_place_of, fitted)
        if where is not None and any(sighting.raw not in self._told for sighting in seen):
            self._joined.begin_anew(where, at)
        return Reading(tuple(seen), tuple(unread))

    def _read_modules(self, fitted: Fit, at: float) -> Sighting | None:
        """Read the code by its modules in as many ways as there is time for; the next frame goes on there."""
        flat = fitted.flat()
        together = self._joined.add(fitted, flat, at)
        size = fitted.modules**2
        # What is too costly even for a whole frame is passed over: the other ways shall not wait for it.
        while _WAYS[self._way].grid is _Grid.BENT and not self._budget.has_time(self._bending, size):
            self._way = (self._way + 1) % len(_WAYS)
        for _ in range(_MOST_WAYS):
            way = _WAYS[self._way]
            cost = self._bending if way.grid is _Grid.BENT else self._mending
            if not self._budget.has_time(cost, size):
                break
            sighting = self._budget.take(cost, size, partial(_read_by, way, fitted, flat, together))
            if sighting is not None:
                return sighting
            self._way = (self._way + 1) % len(_WAYS)
        return None


def _read_by(way: _Way, fitted: Fit, flat: Brightness, together: Brightness) -> Sighting | None:
    """Read the code by its modules in this way; `together` is what several frames saw of them."""

    def light() -> Brightness:
        match way.grid:
            case _Grid.FLAT:
                return flat
            case _Grid.JOINED:
                return together
            case _Grid.BENT:
                return fitted.bent()
            case _ as never:
                assert_never(never)

    return read_modules(light(), way.view, fitted.corners)


def _place_of(fitted: Fit) -> Place:
    return fitted.place


def _both(one: Reading, other: Reading) -> Reading:
    """What two looks at one frame have seen, each code once."""
    read = {sighting.raw: sighting for sighting in (*other.sightings, *one.sightings)}
    return Reading(tuple(read.values()), one.unread or other.unread)


@dataclass(frozen=True, slots=True)
class _Likeliest:
    """A look for the likeliest place of a code of this size (pixels a module)."""

    size: float

    def __call__(self, grey: Image) -> FirstLook:
        place = place_of_one_size(grey, self.size)
        return FirstLook((), () if place is None else (place,))
