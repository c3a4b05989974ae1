"""One decoder works at a time, and none waits longer than those before it need."""

import time
from threading import Thread

from kiosk.scan.one_by_one import OneByOne


def test_threads_enter_one_at_a_time_in_the_order_in_which_they_came() -> None:
    turn = OneByOne()
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
        threads = [Thread(target=come, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
            time.sleep(0.01)
        assert entered == []
    for thread in threads:
        thread.join()
    assert entered == [0, 1, 2, 3]


def test_a_thread_that_comes_back_at_once_goes_behind_who_waits() -> None:
    turn = OneByOne()
    entered: list[str] = []

    def come() -> None:
        with turn:
            entered.append("other")

    other = Thread(target=come)
    with turn:
        other.start()
        time.sleep(0.01)
        assert entered == []
    with turn:
        entered.append("again")
    other.join()
    assert entered == ["other", "again"]
