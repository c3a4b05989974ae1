"""What lies on a limit is taken, and what lies beyond it is not."""

from pathlib import Path

import pytest

from kiosk.config import OfficeFileError
from kiosk.core.office import LONGEST_MESSAGE
from tests.unit.config.written_office import OFFICE, load

MAIL = '\n[mail]\nserver = "mail.example"\nsender = "a@amt.example"\nport = {}\n'
CAP = '\n[[rules.cap]]\nsince = {}\nbuilding = 9\nsource = "Verordnung"\n'


@pytest.mark.parametrize(
    ("right", "on", "beyond"),
    [
        ('"Amt Musterstadt"', '"Amt"\naddress = ["1", "2", "3"]', '"Amt"\naddress = ["1", "2", "3", "4"]'),
        ('["08:00-16:00"]', '["08:00-08:01"]', '["08:00-08:00"]'),
        ("[hours]", '[screen]\nanswer = "8 s"\n[hours]', '[screen]\nanswer = "7 s"\n[hours]'),
        ("[hours]", '[privacy]\nkeep = "365 days"\n[hours]', '[privacy]\nkeep = "366 days"\n[hours]'),
        ("[hours]", MAIL.format(65535) + "[hours]", MAIL.format(65536) + "[hours]"),
        ("[hours]", MAIL.format(1) + "[hours]", MAIL.format(0) + "[hours]"),
        ("[hours]", "[desk]\ndays = 366\n[hours]", "[desk]\ndays = 367\n[hours]"),
        ("exempt_below_age = 6", "exempt_below_age = 120", "exempt_below_age = 121"),
        ("building = 25", "building = 100000", "building = 100001"),
        ('"25 min"', '"25 min"\nslot = "5 min"', '"25 min"\nslot = "4 min"'),
        ("since = 2021-09-16", "since = 0001-01-02", "since = 0001-01-01"),
    ],
)
def test_a_value_is_taken_up_to_its_limit(tmp_path: Path, right: str, on: str, beyond: str) -> None:
    assert right in OFFICE
    load(tmp_path, OFFICE.replace(right, on, 1))
    with pytest.raises(OfficeFileError) as refused:
        load(tmp_path, OFFICE.replace(right, beyond, 1))
    assert len(refused.value.problems) == 1


def test_eight_messages_of_the_greatest_length_are_taken(tmp_path: Path) -> None:
    messages = "".join(f'm{each} = "{"x" * LONGEST_MESSAGE}"\n' for each in range(8))
    assert len(load(tmp_path, f"{OFFICE}[messages]\n{messages}").office.messages) == 8


def test_a_language_that_is_written_twice_is_offered_once(tmp_path: Path) -> None:
    text = OFFICE.replace('["de", "en"]', '["en", "de", "en"]')
    assert load(tmp_path, text).office.languages == ("en", "de")


def test_of_several_rules_of_one_time_the_first_is_named(tmp_path: Path) -> None:
    with pytest.raises(OfficeFileError) as refused:
        load(tmp_path, OFFICE + CAP.format("2021-09-16") + CAP.format("2021-09-16"))
    assert [str(each).rpartition(": ")[2] for each in refused.value.problems] == ["rules.cap[1]"] * 2


def test_a_time_that_the_clocks_leave_out_is_none(tmp_path: Path) -> None:
    assert len(load(tmp_path, OFFICE + CAP.format("2022-03-27 03:00:00")).office.rules.caps) == 2
    with pytest.raises(OfficeFileError, match="put forward"):
        load(tmp_path, OFFICE + CAP.format("2022-03-27 02:30:00"))
