"""Whatever the reader does to a code it has found is paid from the frame's budget, bent paper too."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from kiosk.scan import closer
from kiosk.scan.budget import Cost
from kiosk.scan.closer import Fit
from kiosk.scan.decoders import FirstLook
from kiosk.scan.frame import Corners, Frame
from kiosk.scan.grid import Brightness
from kiosk.scan.place import Place
from kiosk.scan.reader import Reader
from tests.unit.scan.pictures import CODE, frame_with, qr

_Result = TypeVar("_Result")

SIDE = 29 * 6
LEFT, TOP = 240 - SIDE / 2, 180 - SIDE / 2
CORNERS: Corners = ((LEFT, TOP), (LEFT + SIDE, TOP), (LEFT + SIDE, TOP + SIDE), (LEFT, TOP + SIDE))
PICTURE = frame_with(qr(CODE), 480, 360)
FITTING, BENDING, READING = 0.012, 0.008, 0.002


class Desk:
    """A clock that stands but for what is done to the code of each frame, none of which reads it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.seconds = 0.0
        self.bent = 0
        found = FirstLook((), (Place(CORNERS, 29),))
        fit, bend = closer.fit, Fit.bent

        def bent(fitted: Fit) -> Brightness:
            self.bent += 1
            return self.spent(BENDING, lambda: bend(fitted))

        for name, value in {
            "look_with_zxing": lambda _: found,
            "QUICK": (),
            "fit": lambda *given: self.spent(FITTING, lambda: fit(*given)),
            "read_modules": lambda *_: self.spent(READING, lambda: None),
        }.items():
            patch.setattr(f"kiosk.scan.reader.{name}", value)
        patch.setattr(Fit, "bent", bent)
        patch.setattr(Reader, "_at_patch", lambda _, seen, *__, **___: seen)
        patch.setattr(Reader, "_at_whole", lambda _, seen, *__: seen)

    def spent(self, seconds: float, act: Callable[[], _Result]) -> _Result:
        self.seconds += seconds
        return act()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


def frames(reader: Reader, desk: Desk, count: int) -> list[float]:
    """Return how long each of so many frames took."""
    took = []
    for number in range(count):
        began = desk.seconds
        assert not reader.read(Frame(PICTURE, number / 30, number)).sightings
        took.append(desk.seconds - began)
    return took


def test_bent_paper_is_hardly_ever_begun_where_it_would_go_beyond_the_budget(desk: Desk) -> None:
    reader = Reader(budget=0.02, clock=lambda: desk.seconds)
    # Once in a while it is tried all the same: what took long once may take less the next time.
    assert sum(took > 0.02 for took in frames(reader, desk, 60)) <= 60 / 12


def test_bent_paper_is_looked_at_where_there_is_time_for_it(desk: Desk) -> None:
    reader = Reader(budget=0.04, clock=lambda: desk.seconds)
    assert max(frames(reader, desk, 20)) <= 0.04
    assert desk.bent > 2


def test_what_is_bent_costs_what_it_was_seen_to_cost(desk: Desk) -> None:
    reader = Reader(budget=0.04, clock=lambda: desk.seconds)
    reader._bending = Cost(1e-9)
    frames(reader, desk, 60)
    assert reader._bending.seconds * 29**2 == pytest.approx(BENDING + READING, rel=0.2)
