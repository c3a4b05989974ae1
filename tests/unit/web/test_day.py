"""The day on the page: every number twice, by the page's own way and by folding the events."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import Declined, Entered, Exited, Uncalled, UncalledBecause
from kiosk.core.fold import fold
from kiosk.core.ids import VisitId
from kiosk.core.instant import in_utc
from kiosk.core.verdict import AskStaff, Reason, Verdict
from kiosk.gate.passing_time import append_all
from kiosk.ledger.ledger import Ledger
from kiosk.web.day import DayBook, DayNews
from kiosk.web.day_chart import day_chart
from kiosk.web.day_words import outlook_of
from kiosk.web.words import Words
from tests.building import an_appointment, minutes, queued
from tests.premises import Premises
from tests.staffed_premises import come_in, go_out, happen


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
    assert (news.steps, news.quarters, news.told) == (anew.steps, anew.quarters, anew.told)
    inside = [fold(premises.events()[: len(premises.events()) - back]).inside for back in (4, 3, 2, 1)]
    assert [step.inside for step in news.steps] == inside == [2, 3, 6, 4]
    assert (sum(each.entered for each in news.quarters), sum(each.left for each in news.quarters)) == (6, 2)
    assert news.told == {Reason.TOO_EARLY: 1}
    assert ledger.house().inside == 4


def test_a_ledger_that_was_put_back_and_another_day_are_read_anew(premises: Premises, ledger: Ledger) -> None:
    book = DayBook(premises.file().office)
    come_in(ledger)
    newest = ledger.newest()
    assert len(_news(book, ledger).steps) == 1
    earlier = book.news(ledger, newest.seq - 1, newest.house, now_utc())
    assert earlier.steps == ()
    tomorrow = book.news(ledger, newest.seq, newest.house, now_utc() + timedelta(days=1))
    assert (tomorrow.steps, tomorrow.quarters) == ((), ())


def test_the_picture_lies_within_its_plot_and_steps_under_the_cap(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    for party in (2, 3):
        come_in(ledger, party)
    news = _news(DayBook(office), ledger)
    chart = day_chart(news, now_utc(), office.time_zone)
    assert chart.now is not None
    assert chart.inside is not None
    assert 0 <= chart.now <= 100
    # The cap is five, and five are inside: the dot lies on the line of the cap.
    assert chart.inside == chart.cap_label
    assert [line.value for line in chart.lines] == [0, 2, 4]
    assert f"V{chart.inside * 10:.1f}H" in chart.curve
    assert chart.most_in_a_quarter in {3, 5}


def test_out_of_hours_there_is_no_now_on_the_picture(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    news = _news(DayBook(office), ledger)
    assert day_chart(news, news.closes_at + minutes(0.5), office.time_zone).now is None


def test_the_outlook_is_a_sentence_for_each_case(premises: Premises, ledger: Ledger) -> None:
    office = premises.file().office
    words = Words("en", office.time_zone)
    quiet = _news(DayBook(office), ledger)
    assert outlook_of(quiet.ahead, words).startswith("There will probably be room")
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
