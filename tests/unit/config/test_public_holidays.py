import subprocess
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.config.public_holidays import PublicHolidays, is_known

SAXONY_ANHALT = PublicHolidays("DE-ST")


def test_holidays_of_the_state_have_their_names() -> None:
    assert SAXONY_ANHALT[date(2021, 1, 6)] == "Heilige Drei Könige"
    assert date(2021, 9, 20) not in SAXONY_ANHALT
    assert date(2021, 1, 6) not in PublicHolidays("DE-SN")


def test_a_country_may_stand_without_a_state() -> None:
    assert is_known("AT")
    assert PublicHolidays("AT")[date(2021, 10, 26)] == "Nationalfeiertag"


def test_days_outside_of_the_calendar_are_no_holidays() -> None:
    assert date(1999, 12, 25) not in SAXONY_ANHALT
    assert date(2100, 12, 25) not in SAXONY_ANHALT


def test_they_are_a_mapping_like_any_other() -> None:
    assert len(SAXONY_ANHALT) == len(list(SAXONY_ANHALT)) >= 100 * 10
    assert SAXONY_ANHALT == PublicHolidays("DE-ST") != PublicHolidays("DE-SN")


@given(st.one_of(st.text(max_size=8), st.text("ABDENSTX-1", max_size=6)))
def test_any_text_is_known_or_not(state: str) -> None:
    if is_known(state):
        assert PublicHolidays(state).get(date(2021, 9, 20)) is None or state


def test_the_library_is_not_imported_before_somebody_asks() -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "import kiosk\n"
        "from kiosk.config import load_office_file\n"
        "load_office_file(Path(kiosk.__file__).parent / 'resources/office/dessau-rosslau.toml')\n"
        "sys.exit('holidays' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
