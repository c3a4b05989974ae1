"""The daily self-test counts for its day, by the office's clock, and for every device that is in use."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.core.self_test import Device, ReadBy, SelfTest, self_test

BERLIN = ZoneInfo("Europe/Berlin")
# 00:30 on the 21st in Berlin.
NOW = datetime(2021, 9, 20, 22, 30, tzinfo=UTC)
JUST_BEFORE = datetime(2021, 9, 20, 21, 59, tzinfo=UTC)
EARLY, LATER = (datetime(2021, 9, 20, 22, minute, tzinfo=UTC) for minute in (2, 20))


@pytest.mark.parametrize(
    ("camera", "scanner", "told"),
    [
        (None, None, SelfTest(None, (Device.CAMERA, Device.SCANNER))),
        (JUST_BEFORE, None, SelfTest(None, (Device.CAMERA, Device.SCANNER))),
        (EARLY, JUST_BEFORE, SelfTest(EARLY, (Device.SCANNER,))),
        (None, LATER, SelfTest(LATER, (Device.CAMERA,))),
        (EARLY, LATER, SelfTest(LATER, ())),
        (LATER, EARLY, SelfTest(LATER, ())),
    ],
)
def test_each_device_has_to_read_the_letter_anew_each_day(
    camera: datetime | None, scanner: datetime | None, told: SelfTest
) -> None:
    reads = (ReadBy(Device.CAMERA, camera), ReadBy(Device.SCANNER, scanner))
    assert self_test(reads, NOW, BERLIN) == told


def test_a_door_at_which_no_device_was_heard_was_not_tested() -> None:
    assert self_test((), NOW, BERLIN) == SelfTest(None, ())
