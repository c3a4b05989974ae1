from dataclasses import replace
from datetime import timedelta

import pytest

from tests.building import an_appointment, at


def test_an_appointment_that_names_no_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        replace(an_appointment(), starts_at=at("10:00").replace(tzinfo=None))


def test_nobody_is_no_party() -> None:
    with pytest.raises(ValueError, match="one person or more, not 0"):
        replace(an_appointment(), party=0)


@pytest.mark.parametrize("duration", [timedelta(0), timedelta(minutes=-5)])
def test_an_appointment_takes_time(duration: timedelta) -> None:
    with pytest.raises(ValueError, match="takes time"):
        replace(an_appointment(), duration=duration)
