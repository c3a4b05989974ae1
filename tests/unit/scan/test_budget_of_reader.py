"""Whatever the reader does to a code it has found is paid from the frame's budget, bent paper too."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from kiosk.scan import closer
from kiosk.scan.budget import Cost
from kiosk.scan.closer import Fit
from kiosk.scan.decoders import FirstLook
from kiosk.scan.frame import Frame
from kiosk.scan.grid import Brightness
from kiosk.scan.reader import Reader
from tests.unit.scan.test_closer import PLACE, framed

_Result = TypeVar("_Result")

FITTING, BENDING, READING = 0.012, 0.008, 0.002


class Spending:
    """A clock that stands but for what is done to the code of each frame, none of which reads it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.seconds = 0.0
        self.bent = self.read = 0
        found = FirstLook((), (PLACE,))
        fit, bend = closer.fit, Fit.bent

        def bent(fitted: Fit) -> Brightness:
            self.bent += 1
            return self.spent(BENDING, lambda: bend(fitted))

        def read(*_: object) -> None:
            self.read += 1
            self.spent(READING, lambda: None)

        for name, value in {
            "look_with_zxing": lambda _: found,
            "QUICK": (),
            "fit": lambda *given: self.spent(FITTING, lambda: fit(*given)),
            "read_modules": read,
        }.items():
            patch.setattr(f"kiosk.scan.reader.{name}", value)
        patch.setattr(Fit, "bent", bent)
        patch.setattr(Reader, "_at_patch", lambda _, seen, *__, **___: seen)
        patch.setattr(Reader, "_at_whole", lambda _, seen, *__: seen)

    def spent(self, seconds: float, act: Callable[[], _Result]) -> _Result:
        self.seconds += seconds
        return act()


@pytest.fixture
def spending(monkeypatch: pytest.MonkeyPatch) -> Spending:
    return Spending(monkeypatch)


def frames(reader: Reader, spending: Spending, count: int) -> list[float]:
    """Return how long each of so many frames took."""
    took = []
    for number in range(count):
        began = spending.seconds
        assert not reader.read(Frame(framed(), number / 30, number)).sightings
        took.append(spending.seconds - began)
    return took


def test_bent_paper_is_hardly_ever_begun_where_it_would_go_beyond_the_budget(spending: Spending) -> None:
    reader = Reader(budget=0.02, clock=lambda: spending.seconds)
    # Once in a while it is tried all the same: what took long once may take less the next time.
    assert sum(took > 0.02 for took in frames(reader, spending, 60)) <= 60 / 12


def test_bent_paper_is_looked_at_where_there_is_time_for_it(spending: Spending) -> None:
    reader = Reader(budget=0.04, clock=lambda: spending.seconds)
    assert max(frames(reader, spending, 20)) <= 0.04
    assert spending.bent > 2


def test_the_other_ways_do_not_wait_for_bent_paper_that_has_no_time(spending: Spending) -> None:
    frames(Reader(budget=0.02, clock=lambda: spending.seconds), spending, 60)
    # Most frames have the time for one way, or for two.
    assert spending.read - spending.bent > 60


def test_what_is_bent_costs_what_it_was_seen_to_cost(spending: Spending) -> None:
    reader = Reader(budget=0.04, clock=lambda: spending.seconds)
    reader._bending = Cost(1e-9)
    frames(reader, spending, 60)
    assert reader._bending.seconds * PLACE.modules**2 == pytest.approx(BENDING + READING, rel=0.2)
