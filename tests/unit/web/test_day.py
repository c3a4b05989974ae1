"""The day on the page: every number twice, by the page's own way and by folding the events."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from kiosk.clock import now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import (
    Called,
    Declined,
    Entered,
    Exited,
    Happening,
    Queued,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.figures.curve import QUARTER
from kiosk.core.fold import fold
from kiosk.core.ids import RulesId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.rule_events import EnteredCap, RulesEntered, RulesWithdrawn
from kiosk.core.verdict import AskStaff, Reason, Verdict
from kiosk.gate.passing_time import append_all
from kiosk.ledger.ledger import Ledger
from kiosk.web.course import Happened, course_of
from kiosk.web.day import DayBook, DayNews
from kiosk.web.day_chart import Beside, day_chart
from kiosk.web.day_words import busiest_of, day_context, outlook_of, waited_of
from kiosk.web.words import Words
from tests.building import an_appointment, minutes, queued
from tests.premises import Premises
from tests.staffed_premises import BENEFITS, MANAGER, come_in, go_out, happen


@pytest.fixture
def ledger(premises: Premises) -> Iterator[Ledger]:
    with premises.ledger() as opened:
        yield opened


def _news(book: DayBook, ledger: Ledger) -> DayNews:
    newest = ledger.newest()
    return book.news(ledger, newest.seq, newest.house, now_utc())


def test_the_day_that_is_followed_is_the_day_that_is_read_anew_and_ends_at_the_fold(
    premises: Premises, ledger: Ledger
) -> None:
    office = premises.file().office
    followed = DayBook(office)
    _news(followed, ledger)
    visits = [come_in(ledger, party) for party in (2, 1, 3)]
    _news(followed, ledger)
    go_out(ledger, visits[0], 2)
    happen(ledger, Declined(None), answer=Verdict(Reason.TOO_EARLY, AskStaff()))
    news, anew = _news(followed, ledger), _news(DayBook(office), ledger)
    assert (news.course, news.waited, news.told) == (anew.course, anew.waited, anew.told)
    inside = [fold(premises.events()[: len(premises.events()) - back]).inside for back in (4, 3, 2, 1)]
    assert [step.inside for step in news.course.steps] == inside == [2, 3, 6, 4]
    quarters = news.course.quarters
    assert (sum(each.entered for each in quarters), sum(each.left for each in quarters)) == (6, 2)
    assert news.told == {Reason.TOO_EARLY: 1}
    assert ledger.house().inside == 4


def test_events_that_were_read_already_are_not_read_again(
    premises: Premises, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = premises.file().office
    followed = DayBook(office)
    _news(followed, ledger)
    come_in(ledger, 2)
    come_in(ledger, 1)
    _, recorded = ledger.since(followed._seq)
    anew = _news(DayBook(office), ledger)
    monkeypatch.setattr(Ledger, "events", None)
    # Heard once, or twice after a failure between.
    followed.hear(recorded)
    followed.hear(recorded)
    assert _news(followed, ledger).course.steps == anew.course.steps


def test_events_after_a_gap_are_left_to_be_read(premises: Premises, ledger: Ledger) -> None:
    followed = DayBook(premises.file().office)
    _news(followed, ledger)
    come_in(ledger, 2)
    come_in(ledger, 1)
    _, recorded = ledger.since(followed._seq)
    followed.hear(recorded[1:])
    steps = _news(followed, ledger).course.steps
    assert [step.inside for step in steps] == [2, 3]


def test_a_ledger_that_was_put_back_and_another_day_are_read_anew(premises: Premises, ledger: Ledger) -> None:
    book = DayBook(premises.file().office)
    come_in(ledger)
    newest = ledger.newest()
    assert len(_news(book, ledger).course.steps) == 1
    earlier = book.news(ledger, newest.seq - 1, newest.house, now_utc())
    assert earlier.course.steps == ()
    tomorrow = book.news(ledger, newest.seq, newest.house, now_utc() + timedelta(days=1))
    assert (tomorrow.course.steps, tomorrow.course.quarters) == ((), ())


def test_the_picture_lies_within_its_plot_and_steps_under_the_cap(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    for party in (2, 3):
        come_in(ledger, party)
    news = _news(DayBook(office), ledger)
    chart = day_chart(news.course, office.time_zone, now_utc(), Beside(ahead=news.ahead.steps))
    assert chart.now is not None
    assert chart.inside is not None
    assert 0 <= chart.now <= 100
    # The cap is five, and five are inside: the dot lies on the line of the cap.
    (mark,) = chart.marks
    assert (mark.x, mark.y, mark.cap) == (0, chart.inside, 5)
    assert [line.value for line in chart.lines] == [0, 2, 4]
    assert f"V{chart.inside * 10:.1f}H" in chart.curve
    assert chart.most_in_a_quarter in {3, 5}


def test_out_of_hours_there_is_no_now_on_the_picture(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    news = _news(DayBook(office), ledger)
    course = news.course
    assert day_chart(course, office.time_zone, course.closes_at + minutes(0.5)).now is None


def test_the_outlook_is_a_sentence_for_each_case(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    words = Words("en", office.time_zone)
    quiet = _news(DayBook(office), ledger)
    assert outlook_of(quiet.ahead, words) == "There will probably be room"
    assert busiest_of(quiet.ahead, words).startswith("Fullest at ")
    come_in(ledger, 5)
    assert outlook_of(_news(DayBook(office), ledger).ahead, words) == "Full"


def test_forecast_rests_on_what_the_days_before_taught(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    today = now_utc().astimezone(office.time_zone).date()
    noon, noon_before = (
        in_utc(datetime.combine(day, time(12), tzinfo=office.time_zone))
        for day in (today, today - timedelta(days=1))
    )
    due = an_appointment("due", noon + minutes(60))
    ledger.apply(AppointmentChanges(new=(due,)))
    newest = ledger.newest()
    assumed = DayBook(office).news(ledger, newest.seq, newest.house, noon).ahead
    # Somebody came in the morning, and of forty who were invited for noon nobody did.
    visit, came, left = VisitId("a"), noon_before - minutes(300), noon_before - minutes(270)
    away = tuple(an_appointment(f"away-{number}", noon_before) for number in range(40))
    ledger.apply(AppointmentChanges(new=away))
    with ledger.transaction() as transaction:
        append_all(transaction, [Entered(visit, None, due.area, 1, left, None)], came)
        append_all(transaction, [Exited(visit, None, due.area, 1)], left)
    newest = ledger.newest()
    taught = DayBook(office).news(ledger, newest.seq, newest.house, noon).ahead
    expected = [max(step.people for step in each.steps) for each in (taught, assumed)]
    assert 0 < expected[0] < expected[1] / 2


def test_who_gave_up_waiting_is_not_expected_again(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    today = now_utc().astimezone(office.time_zone).date()
    noon = in_utc(datetime.combine(today, time(12), tzinfo=office.time_zone))
    ledger.apply(AppointmentChanges(new=(an_appointment("due", noon + minutes(60)),)))
    newest = ledger.newest()
    expected = DayBook(office).news(ledger, newest.seq, newest.house, noon).ahead
    with ledger.transaction() as transaction:
        append_all(transaction, [queued(1, "due")], noon - minutes(20))
        append_all(transaction, [Uncalled(1, UncalledBecause.NOBODY_CAME)], noon - minutes(5))
    newest = ledger.newest()
    gave_up = DayBook(office).news(ledger, newest.seq, newest.house, noon).ahead
    assert expected.busiest.people > 0
    assert gave_up.busiest.people == 0


def _on(premises: Premises, day: date, hour: int) -> datetime:
    return in_utc(datetime.combine(day, time(hour), tzinfo=premises.file().office.time_zone))


def _inside_from(ledger: Ledger, name: str, began: datetime, hours: float, party: int) -> None:
    visit, ends = VisitId(name), began + minutes(30)
    with ledger.transaction() as transaction:
        append_all(transaction, [Entered(visit, None, BENEFITS, party, ends, None)], began)
    with ledger.transaction() as transaction:
        append_all(transaction, [Exited(visit, None, BENEFITS, party)], began + timedelta(hours=hours))


def test_behind_the_day_lies_the_mean_of_the_same_weekdays_before(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    now = now_utc()
    today = now.astimezone(office.time_zone).date()
    book = DayBook(office)
    assert _news(book, ledger).course.ordinary == ()
    # Two weeks ago four people were inside from eight to ten, a week ago two; yesterday does not count.
    for ago, party in ((14, 4), (7, 2), (1, 9)):
        _inside_from(ledger, f"ago-{ago}", _on(premises, today - timedelta(days=ago), 8), 2, party)
    course = _news(DayBook(office), ledger).course
    usual = {each.at: each.people for each in course.ordinary}
    assert usual[_on(premises, today, 9) + QUARTER / 2] == 3
    assert usual[_on(premises, today, 11) + QUARTER / 2] == 0
    assert len(usual) == 96
    words = Words("en", office.time_zone)
    assert f"ordinary {today:%A}" in str(day_context(_news(DayBook(office), ledger), words)["ordinary"])


def test_who_waited_is_told_with_the_mean_and_the_longest(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    words, now = Words("en", office.time_zone), now_utc()
    assert waited_of(_news(DayBook(office), ledger).waited, words) == "Nobody had to wait."
    began = now - minutes(40)
    told: list[tuple[float, Happening]] = [
        (0, Queued(1, None, BENEFITS, 1, None)),
        (0, Queued(2, None, BENEFITS, 2, None)),
        (0, Queued(3, None, BENEFITS, 2, None)),
        (1, Called(3, began + minutes(3))),
        (4, Uncalled(3, UncalledBecause.NOBODY_CAME)),
        (10, Entered(VisitId("a"), None, BENEFITS, 1, now, 1)),
        (30, Entered(VisitId("b"), None, BENEFITS, 2, now, 2)),
    ]
    for minute, what in told:
        with ledger.transaction() as transaction:
            append_all(transaction, [what], began + minutes(minute))
    news = _news(DayBook(office), ledger)
    assert waited_of(news.waited, words) == (
        "2 parties have waited, 20\u00a0mins on average and 30\u00a0mins at most."
        " 1 did not come when it was called."
    )
    chart = day_chart(news.course, office.time_zone, now)
    assert chart.longest_wait == minutes(30)
    assert [bar.up for bar in chart.waits] == [1000.0]


def test_caps_that_change_during_the_day_are_stairs_with_their_numbers(
    premises: Premises, ledger: Ledger
) -> None:
    office = premises.file().office
    today = now_utc().astimezone(office.time_zone).date()
    lower = RulesEntered(RulesId("r"), _on(premises, today, 18), EnteredCap(2, ()), None, "Verordnung § 9")
    with ledger.transaction() as transaction:
        append_all(transaction, [lower], now_utc() - minutes(1), by=MANAGER)
    course = _news(DayBook(office), ledger).course
    assert [(each.at, each.cap) for each in course.caps] == [
        (_on(premises, today, 0), 5),
        (_on(premises, today, 18), 2),
    ]
    first, second = day_chart(course, office.time_zone, now_utc()).marks
    assert (first.cap, second.cap) == (5, 2)
    assert first.x < second.x
    assert first.y < second.y


def test_a_rule_that_was_withdrawn_during_the_day_held_until_then(
    premises: Premises, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = premises.file().office
    today = now_utc().astimezone(office.time_zone).date()
    rules = RulesId("r")
    read, heard = DayBook(office), DayBook(office)
    _news(read, ledger)
    _news(heard, ledger)
    lower = RulesEntered(rules, _on(premises, today, 3), EnteredCap(2, ()), None, "Verordnung § 9")
    for hour, what in ((1, lower), (5, RulesWithdrawn(rules, None))):
        with ledger.transaction() as transaction:
            append_all(transaction, [what], _on(premises, today, hour), by=MANAGER)
    heard.hear(ledger.since(heard._seq)[1])
    caps = [(_on(premises, today, hour), cap) for hour, cap in ((0, 5), (3, 2), (5, 5))]
    for book in (read, heard, DayBook(office)):
        assert [(each.at, each.cap) for each in _news(book, ledger).course.caps] == caps
    # What is known of the rules is not read or folded again as long as nothing happens to them.
    monkeypatch.setattr(Ledger, "rule_events", None)
    monkeypatch.setattr("kiosk.web.day.rule_history", None)
    come_in(ledger)
    assert [each.cap for each in _news(read, ledger).course.caps] == [5, 2, 5]


def test_a_day_without_hours_is_drawn_from_midnight_to_midnight(premises: Premises) -> None:
    office = premises.file().office
    closed = replace(office, areas={})
    course = course_of(closed, Happened(date(2021, 9, 20), (), 0), (), None)
    assert course.closes_at - course.opens_at == timedelta(days=1)


@pytest.mark.parametrize(("hours", "shown"), [(9, 10), (10, 11), (11, 6), (24, 9)])
def test_the_hours_under_the_picture_never_run_into_one_another(
    premises: Premises, hours: int, shown: int
) -> None:
    office = premises.file().office
    course = course_of(replace(office, areas={}), Happened(date(2021, 9, 20), (), 0), (), None)
    course = replace(course, closes_at=course.opens_at + minutes(60 * hours))
    places = [each.place for each in day_chart(course, office.time_zone, None).hours]
    assert len(places) == shown
    assert min(after - before for before, after in pairwise(places)) > 8
