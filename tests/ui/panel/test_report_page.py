"""The report of a day is read by anyone, on the panel and on paper."""

from kiosk.ui.panel.label import Label
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import read, tap
from tests.ui.panel.states import CALM, opened
from tests.ui.panel.states_of_count import QUIET_REPORT, REPORT


def test_a_day_is_told_in_sentences_and_numbers_add_up(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    opened(Opening(PageName.REPORT, REPORT))(panel)
    assert read(panel, "title") == "Report of Monday, 20 September 2021"
    assert read(panel, "sentence:1") == "Came in: 234. By letter: 143, by the staff: 91."
    assert read(panel, "what:0") == "Let in by letter"
    assert read(panel, "number:0") == "143"


def test_a_quiet_day_says_no_more_than_it_has_to(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    opened(Opening(PageName.REPORT, QUIET_REPORT))(panel)
    assert read(panel, "sentence:2") == "At the end nobody was inside."
    assert panel.findChildren(Label, "sentence:3") == []


def test_what_is_shown_is_what_is_printed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    printed: list[object] = []
    panel.print_wanted.connect(printed.append)
    opened(Opening(PageName.REPORT, REPORT))(panel)
    tap(panel, "print")
    assert printed == [REPORT]
