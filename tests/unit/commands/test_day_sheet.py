"""`kiosk day-report`: the page tells the day as its figures tell it."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from kiosk.core.door_events import LetIn, TurnedBack
from kiosk.core.events import Corrected, CorrectedBecause, Entered, Exited, Happening, Settled, SettledBecause
from kiosk.core.figures.day import DayFigures
from kiosk.core.ids import VisitId
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.gate.passing_time import append_all
from kiosk.gate.past_days import past_days
from kiosk.web.words import Words
from tests.building import minutes
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk

BENEFITS = AreaId("benefits")
DAY = date(2021, 9, 20)


@pytest.fixture
def figures(kiosk: Kiosk, premises: Premises) -> DayFigures:
    """A day with somebody of each kind, and its figures."""
    premises.write_list(Entry("AZ-1", minutes=30))
    kiosk("appointments", "import", "termine.csv")
    office = premises.file().office
    began = datetime.combine(DAY, time(9), office.time_zone)
    with premises.ledger() as ledger:
        name = ledger.by_external_id(["AZ-1"])["AZ-1"].id
        a, b, c = VisitId("a"), VisitId("b"), VisitId("c")
        told: list[tuple[int, Happening]] = [
            (0, Entered(a, name, BENEFITS, 17, began + minutes(30), None)),
            (5, LetIn(b, None, BENEFITS, 4, began + minutes(30), None, ReasonId("emergency"), 3, None)),
            (6, LetIn(c, None, BENEFITS, 2, began + minutes(30), None, ReasonId("emergency"), 0, None)),
            (7, TurnedBack(c, None, BENEFITS, 2, ReasonId("no_mask"))),
            (20, Corrected(BENEFITS, -1, CorrectedBecause.RECOUNT)),
            (42, Exited(a, name, BENEFITS, 17)),
            (99, Settled(b, None, BENEFITS, 3, SettledBecause.DAY_ENDED)),
        ]
        for minute, what in told:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], began + minutes(minute), door=DoorId("main"))
        (day,) = past_days(ledger, office, DAY, DAY)
    return day.figures


def _opened(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    document.load(str(path))
    return document


def _lines(document: QPdfDocument) -> list[str]:
    return document.getAllText(0).text().split("\n")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_numbers_on_the_page_are_the_folded_figures(
    kiosk: Kiosk, figures: DayFigures, premises: Premises, tmp_path: Path, language: str
) -> None:
    path, words = tmp_path / "day.pdf", Words(language, premises.file().office.time_zone)
    assert kiosk("day-report", "--day", DAY, "--pdf", path, "--language", language).exit_code == 0
    document = _opened(path)
    assert document.pageCount() == 1
    page = " ".join(" ".join(_lines(document)).split())
    assert words.text("sheet.title", day=words.day(DAY)) in page
    assert figures.mean_stay is not None
    for key, number in (
        ("by_letter", figures.came),
        ("above_cap", figures.above_cap),
        ("with_letter", figures.left),
        ("counted_out", figures.counted_out),
        ("settled_day_ended", figures.settled),
        ("booked", 0),
    ):
        assert f"{words.text(f'sheet.{key}')} {number}" in page, key
    for text in (
        words.number(figures.most_inside),
        words.span(figures.mean_stay),
        words.text("sheet.note_figures"),
    ):
        assert text in page
    assert "\N{MINUS SIGN}1" in page


def test_the_page_has_its_fonts_embedded(kiosk: Kiosk, figures: DayFigures, tmp_path: Path) -> None:
    del figures
    path = tmp_path / "day.pdf"
    kiosk("day-report", "--day", DAY, "--pdf", path)
    written = path.read_bytes()
    assert b"NotoSans" in written
    assert b"/FontFile2" in written


def test_a_day_without_events_has_no_report(kiosk: Kiosk, tmp_path: Path) -> None:
    result = kiosk("day-report", "--day", DAY, "--pdf", tmp_path / "day.pdf")
    assert result.exit_code == 2
    assert "nothing happened on 2021-09-20" in result.stderr
    assert not (tmp_path / "day.pdf").exists()


def test_a_language_that_the_report_does_not_speak_is_refused(kiosk: Kiosk, tmp_path: Path) -> None:
    result = kiosk("day-report", "--day", DAY, "--pdf", tmp_path / "day.pdf", "--language", "fr")
    assert result.exit_code == 2
    assert "de and en" in result.stderr


def test_a_folder_that_is_not_there_is_told(kiosk: Kiosk, figures: DayFigures, tmp_path: Path) -> None:
    del figures
    result = kiosk("day-report", "--day", DAY, "--pdf", tmp_path / "none" / "day.pdf")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
