"""Bring screens to every state that a visitor can see, at some sizes, in one language and look."""

from collections.abc import Iterator, Sequence

from kiosk.ui.controls import Control
from kiosk.ui.idle_page import IdlePage
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import STATES, VERDICTS, ScreenState

Size = tuple[int, int]


def in_every_state(
    make_screen: ScreenMaker, sizes: Sequence[Size], language: str, px_per_mm: float | None, *asked: Control
) -> Iterator[tuple[str, VisitorScreen]]:
    """Show every state, and each of its leaves, at each size, after these controls were touched."""
    screens: dict[tuple[object, ...], VisitorScreen] = {}
    for size in sizes:
        for screen in screens.values():
            screen.resize(*size)
        for state in STATES:
            # A keypad that is locked stays so: it gets a screen of its own.
            key = (state.door.direction, state.camera, "paused" in state.name)
            if key not in screens:
                # No answer ends meanwhile: that would bring German back, for all screens.
                screens[key] = make_screen(
                    size,
                    language,
                    door=state.door,
                    camera=state.camera,
                    px_per_mm=px_per_mm,
                    answer_seconds=600.0,
                )
                for control in asked:
                    screens[key]._acts.act(control)
                screens[key]._pages.wishes.use()
                # Nobody types: each screen that listens makes all others slower.
                screens[key].keys.remove()
            _reach(state, screens[key])
            for _ in faces(screens[key]):
                yield f"{state.name} {size[0]}x{size[1]}", screens[key]


def _reach(state: ScreenState, screen: VisitorScreen) -> None:
    if state.name not in VERDICTS:
        # Not by `to_idle`: German in between would lay out every page twice more.
        screen._stop_reading()
        screen._pages.show(screen._pages.idle)
        screen.show_camera_trouble(False)
    state.reach(screen)


def faces(screen: VisitorScreen) -> Iterator[None]:
    """Turn the leaves of the page that is seen, once around."""
    if screen._pages.seen is screen._pages.answer:
        for _ in range(screen._pages.answer.leaves):
            yield
            screen._pages.answer.turn_by_hand()
    elif screen._pages.seen is screen._pages.idle:
        for _ in range(turns_of(screen._pages.idle)):
            yield
            screen._pages.idle._take_turn()
    else:
        yield


def turns_of(idle: IdlePage) -> int:
    """Return after how many turns the idle page begins anew."""
    turns = [1 if each is None else len(each._blocks) for each in (idle._turns, idle._field._words)]
    assert idle._look is not None
    return max(turns) * (2 if idle._look.enlarged else 1)
