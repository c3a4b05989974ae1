"""The signals that end a program which goes on all day."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ended_by(end: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Call `end` at Ctrl-C, at the end of a service, and where the terminal is closed."""
    before = {each: signal.signal(each, end) for each in _ending_signals()}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _ending_signals() -> tuple[signal.Signals, ...]:
    # Windows has no SIGHUP, and whoever starts a program by nohup wants it to outlast the terminal.
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is None or signal.getsignal(hangup) is signal.SIG_IGN:
        return (signal.SIGINT, signal.SIGTERM)
    return (signal.SIGINT, signal.SIGTERM, hangup)
