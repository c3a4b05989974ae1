"""The stage of the demo, which may be set at whatever hour somebody tries it."""

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.core.instant import ends_of_day
from kiosk.demo.stage import set_stage
from kiosk.gate.past_days import DaysBefore
from kiosk.ledger.ledger import Ledger
from tests.building import BERLIN


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    "opening",
    ["2026-03-10T00:03", "2026-03-10T10:00", "2026-10-25T02:30", "2026-03-29T03:30"],
)
def test_the_stage_is_set_at_any_hour_with_a_house_that_is_almost_full(tmp_path: Path, opening: str) -> None:
    opens = datetime.fromisoformat(opening).replace(tzinfo=BERLIN)
    stage = set_stage(tmp_path, opens, lambda _: None)
    ledger = Ledger.open(stage.office_file.database_url, stage.office_file.key_file)
    try:
        assert ledger.house().inside == 22
        office = stage.office_file.office
        today = opens.astimezone(office.time_zone).date()
        events = ledger.events_between(*ends_of_day(today, office.time_zone))
        answers = [each.event.answer.reason.value for each in events if each.event.answer]
        assert set(answers) == {"admitted", "left"}
        assert ledger.verify().flaw is None
        learnt = DaysBefore(office)
        assert learnt.ordinary(ledger, today) is not None
        assert len(learnt.lessons(ledger, today)) >= 12
    finally:
        ledger.close()
