"""A look is taken if it will be done in time, as far as its cost is known; and its cost is learnt."""

from kiosk.scan.budget import Budget, Cost


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def spend(self, seconds: float) -> None:
        self.seconds += seconds


def test_what_takes_longer_than_what_is_left_is_passed_over() -> None:
    clock = Clock()
    budget = Budget(0.02, clock)
    budget.begin()
    assert budget.has_time(Cost(0.001), 10)
    clock.spend(0.01)
    assert not budget.has_time(Cost(0.001), 10)
    budget.begin()
    assert budget.has_time(Cost(0.001), 10)


def test_what_is_begun_with_less_caution_needs_less_time_left() -> None:
    budget = Budget(0.02, Clock())
    budget.begin()
    assert not budget.has_time(Cost(0.015), 1)
    assert budget.has_time(Cost(0.015, caution=1.0), 1)


def test_what_is_always_passed_over_is_believed_to_cost_less_and_less() -> None:
    budget = Budget(0.02, Clock())
    budget.begin()
    cost = Cost(0.1)
    assert any(budget.has_time(cost, 1) for _ in range(100))


def test_a_cost_is_learnt() -> None:
    clock = Clock()
    budget = Budget(1.0, clock)
    cost = Cost(0.002)
    for _ in range(30):
        budget.take(cost, 10, lambda: clock.spend(0.05))
    assert 0.0049 < cost.seconds < 0.0051


def test_one_slow_moment_does_not_shut_a_look_out() -> None:
    clock = Clock()
    budget = Budget(0.02, clock)
    cost = Cost(0.004)
    budget.begin()
    budget.take(cost, 1, lambda: clock.spend(0.5))
    budget.begin()
    assert budget.has_time(cost, 1)
