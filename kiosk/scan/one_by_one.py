"""One decoder works at a time: whatever the number of cameras, decoding takes one core at most."""

from itertools import count
from threading import Condition
from types import TracebackType


class OneByOne:
    """Lets one thread in at a time, in the order in which they came.

    A plain lock may let the same thread in again and again, while another one waits: its camera would be
    blind. Not to be entered by a thread that is in already.
    """

    def __init__(self) -> None:
        """Nobody is in."""
        self._numbers = count()
        self._turn = 0
        self._left = Condition()

    def __enter__(self) -> None:
        """Wait until all who came before have left."""
        with self._left:
            number = next(self._numbers)
            self._left.wait_for(lambda: self._turn == number)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the next one in."""
        with self._left:
            self._turn += 1
            self._left.notify_all()
