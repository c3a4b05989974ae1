"""One decoder works at a time, and none waits longer than those before it need."""

import time
from collections.abc import Iterator
from itertools import count
from queue import SimpleQueue
from threading import Thread

from kiosk.scan.one_by_one import OneByOne


class Watched(OneByOne):
    """Tells of each thread that has its place among those that wait."""

    def __init__(self) -> None:
        super().__init__()
        self.came: SimpleQueue[int] = SimpleQueue()
        self._numbers = self._told()  # type: ignore[assignment] # counts as before

    def _told(self) -> Iterator[int]:
        for number in count():
            self.came.put(number)
            yield number


def test_threads_enter_one_at_a_time_in_the_order_in_which_they_came() -> None:
    turn = Watched()
    entered: list[int] = []
    inside: list[int] = []

    def come(number: int) -> None:
        with turn:
            inside.append(number)
            entered.append(number)
            time.sleep(0.002)
            assert inside == [number]
            inside.remove(number)

    with turn:
        assert turn.came.get(timeout=60) == 0
        threads = [Thread(target=come, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
            assert turn.came.get(timeout=60) == threads.index(thread) + 1
        assert entered == []
    for thread in threads:
        thread.join()
    assert entered == [0, 1, 2, 3]


def test_a_thread_that_comes_back_at_once_goes_behind_who_waits() -> None:
    turn = Watched()
    entered: list[str] = []

    def come() -> None:
        with turn:
            entered.append("other")

    other = Thread(target=come)
    with turn:
        other.start()
        assert [turn.came.get(timeout=60), turn.came.get(timeout=60)] == [0, 1]
        assert entered == []
    with turn:
        entered.append("again")
    other.join()
    assert entered == ["other", "again"]
