"""`kiosk day-report`: the page tells the day as its figures tell it."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from kiosk.core.door_events import LetIn, TurnedBack
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    Declined,
    Entered,
    Event,
    Exited,
    Happening,
    Settled,
    SettledBecause,
)
from kiosk.core.figures.day import DayFigures
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, RulesId, StaffId, VisitId
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.core.rule_events import EnteredCap, RuleHappening, RulesEntered, RulesWithdrawn
from kiosk.core.verdict import ComeBackAt, Reason, Verdict
from kiosk.gate.passing_time import append_all
from kiosk.gate.past_days import figures_of, known_day, known_rules, past_days
from kiosk.web.day_sheet_words import ToldDay, day_sheet
from kiosk.web.words import LANGUAGES, Words
from tests.building import minutes
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk

BENEFITS = AreaId("benefits")
DAY = date(2021, 9, 20)


@pytest.fixture
def figures(kiosk: Kiosk, premises: Premises) -> DayFigures:
    """A day with somebody of each kind, and its figures."""
    premises.write_list(Entry("AZ-1", minutes=30, name="Erika Erfunden", contact="erika@erfunden.example"))
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
            (99, Settled(b, None, BENEFITS, 4, SettledBecause.DAY_ENDED)),
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
        words.span(figures.mean_stay).replace("\u00a0", " "),
        words.text("sheet.note_figures"),
    ):
        assert text in page
    assert "\N{EN DASH}1" in page


def _page(kiosk: Kiosk, path: Path, language: str = "en") -> str:
    assert kiosk("day-report", "--day", DAY, "--pdf", path, "--language", language).exit_code == 0
    return " ".join(" ".join(_lines(_opened(path))).split())


def test_the_page_tells_what_folding_the_events_one_by_one_gives(
    kiosk: Kiosk, figures: DayFigures, premises: Premises, tmp_path: Path
) -> None:
    page = _page(kiosk, tmp_path / "day.pdf")
    events = premises.events()
    inside = [fold(events[: number + 1]).inside for number in range(len(events))]
    zone = premises.file().office.time_zone
    most_at = events[inside.index(max(inside))].at.astimezone(zone)
    assert figures.most_inside == max(inside) == 23
    assert f"Most inside at once 23 of 3 at {most_at:%H:%M}" in page
    # The staff closed the day upon whoever was still inside by the count.
    still = inside[-1] + 4
    assert f"Inside at the end {still} counted, then settled" in page
    assert "Recounts changed the count by (people) Benefits \N{EN DASH}1" in page
    assert "Have waited 0" in page


def test_each_line_begins_with_a_capital(
    kiosk: Kiosk, figures: DayFigures, premises: Premises, tmp_path: Path
) -> None:
    del figures
    last = premises.events()[-1].at
    early = Verdict(Reason.TOO_EARLY, ComeBackAt(last))
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        transaction.append(Event(EventId("early"), last, DoorId("main"), None, Declined(None), early))
    assert "Too early 1" in _page(kiosk, tmp_path / "day.pdf")


def test_no_name_and_no_contact_of_anybody_is_in_the_document(
    kiosk: Kiosk, figures: DayFigures, premises: Premises, tmp_path: Path
) -> None:
    del figures
    page = _page(kiosk, tmp_path / "day.pdf")
    with premises.ledger() as ledger:
        known = ledger.person_of(ledger.by_external_id(["AZ-1"])["AZ-1"].id)
    assert known is not None
    assert known.name == "Erika Erfunden"
    for personal in ("Erika", "Erfunden", "AZ-1"):
        assert personal not in page
        assert personal.encode() not in (tmp_path / "day.pdf").read_bytes()


@pytest.mark.parametrize(
    ("language", "told"), [("de", ("Ab 09:00", "Ab 09:30")), ("en", ("From 09:00 on", "From 09:30 on"))]
)
def test_the_course_of_the_caps_is_told_where_they_changed(
    kiosk: Kiosk,
    figures: DayFigures,
    premises: Premises,
    tmp_path: Path,
    language: str,
    told: tuple[str, str],
) -> None:
    del figures
    words = Words(language, premises.file().office.time_zone)
    assert words.text("sheet.caps") not in _page(kiosk, tmp_path / "before.pdf", language)
    half_past = datetime.combine(DAY, time(9, 30), premises.file().office.time_zone)
    entered = RulesEntered(RulesId("r"), half_past, EnteredCap(2, ()), None, "Hausordnung")
    _about_rules(premises, half_past - timedelta(days=1), entered)
    page = _page(kiosk, tmp_path / "day.pdf", language)
    assert f"{words.text('sheet.caps')} {told[0]} 3 {told[1]} 2" in page


def test_the_caps_are_told_that_held_and_not_what_was_changed_since(
    kiosk: Kiosk, figures: DayFigures, premises: Premises, tmp_path: Path
) -> None:
    del figures
    half_past = datetime.combine(DAY, time(9, 30), premises.file().office.time_zone)
    before, next_day = half_past - timedelta(days=1), half_past + timedelta(days=1)
    _about_rules(premises, before, RulesEntered(RulesId("r"), half_past, EnteredCap(2, ()), None, "§ 1"))
    _about_rules(premises, next_day, RulesWithdrawn(RulesId("r"), None))
    _about_rules(premises, next_day, RulesEntered(RulesId("s"), before, EnteredCap(1, ()), None, "§ 2"))
    page = _page(kiosk, tmp_path / "day.pdf")
    assert "The cap as it changed (people) From 09:00 on 3 From 09:30 on 2 Recounts" in page


def _about_rules(premises: Premises, when: datetime, what: RuleHappening) -> None:
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [what], when, by=StaffId("chief"))


def test_nothing_on_the_page_is_cut(kiosk: Kiosk, figures: DayFigures, tmp_path: Path) -> None:
    del figures
    for language in LANGUAGES:
        assert "\N{HORIZONTAL ELLIPSIS}" not in _page(kiosk, tmp_path / f"{language}.pdf", language)


def test_each_font_of_the_page_is_embedded(kiosk: Kiosk, figures: DayFigures, tmp_path: Path) -> None:
    del figures
    _page(kiosk, tmp_path / "day.pdf")
    written = (tmp_path / "day.pdf").read_bytes()
    # PDF/A-1 keeps its objects readable: each font has a descriptor, and each descriptor a file.
    descriptors = re.findall(rb"/Type /FontDescriptor.*?>>", written, re.DOTALL)
    names = {name for each in descriptors for name in re.findall(rb"\+([\w-]+)", each)}
    assert names == {b"NotoSans-Regular", b"NotoSans-Bold"}
    assert all(b"/FontFile2" in each for each in descriptors)
    assert written.count(b"/Subtype /Type0") == len(descriptors)


def test_the_report_of_a_day_that_is_not_over_is_told_up_to_now_and_says_so(
    kiosk: Kiosk,
    premises: Premises,
    figures: DayFigures,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del figures
    path = tmp_path / "day.pdf"
    over = kiosk("day-report", "--day", DAY, "--pdf", path)
    assert "not over" not in over.stdout
    assert "noch nicht vorbei" not in " ".join(_lines(_opened(path)))
    now = max(event.at for event in premises.events())
    monkeypatch.setattr("kiosk.commands.day_sheet.now_utc", lambda: now)
    under_way = kiosk("day-report", "--day", DAY, "--pdf", path)
    assert "which is not over yet" in under_way.stdout
    told = " ".join(_lines(_opened(path)))
    assert "Dieser Tag ist noch nicht vorbei" in told
    assert "Jetzt im Haus" in told
    assert "Am Ende noch im Haus" not in told
    local = now.astimezone(premises.file().office.time_zone)
    assert f"um {local:%H:%M}" in told
    assert "Bisher nicht erschienen" in told


def test_nothing_is_drawn_after_the_moment_up_to_which_a_day_is_told(
    premises: Premises, figures: DayFigures
) -> None:
    office = premises.file().office
    with premises.ledger() as ledger:
        known, history = known_day(ledger, office, DAY), known_rules(ledger)
        past = figures_of(ledger, office, known)
    assert past is not None
    now = max(event.at for event in known.events)
    told = ToldDay(DAY, known.events, figures, past.attendance, history, now)
    words = Words("de", office.time_zone)
    curve = day_sheet(office, told, words).curve
    last, _ = curve.steps[-1]
    assert last == 1.0
    assert max(share for share, _ in curve.hours) < 1.0
    over, _ = day_sheet(office, replace(told, until=None), words).curve.steps[-1]
    assert over < 1.0


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
