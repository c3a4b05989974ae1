"""What a day that is over adds up to is kept, and is what its events say whatever comes late."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.day_end import end_of_day
from kiosk.core.events import Corrected, CorrectedBecause, Declined, Event
from kiosk.core.figures.of_day import events_of_day
from kiosk.core.figures.past_day import DaySum, PastDay, day_sum
from kiosk.core.fold import after
from kiosk.core.ids import EventId
from kiosk.core.instant import ends_of_day, in_utc, midnight
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.ledger.codec import value_to_text
from kiosk.ledger.day_sums import DaySums
from kiosk.ledger.errors import DuplicateEventError, LedgerBusyError
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, BERLIN, MONDAY, an_appointment, an_event, at, entered, minutes
from tests.contract.conftest import Store, held_by_another
from tests.contract.test_events import append, entry, exit_of
from tests.contract.test_schema import run
from tests.told_day import random_day

Sql = Callable[..., None]

A_DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = MONDAY + A_DAY, MONDAY + 2 * A_DAY


def nobody(when: datetime, name: str) -> Event:
    return an_event(Declined(None), when, name=name)


@pytest.fixture
def sums(ledger: Ledger) -> DaySums:
    """The sums of a ledger in which Monday and Tuesday are over: Monday's is kept, on Tuesday nobody came."""
    ledger.apply(AppointmentChanges(new=(an_appointment("a"), an_appointment("away"))))
    append(ledger, entry("a", 2), exit_of("a", 2), nobody(at("09:00", WEDNESDAY), "wednesday"))
    sums = ledger.day_sums(BERLIN)
    assert sums.keep(MONDAY)
    return sums


def is_kept(sums: DaySums, day: date = MONDAY) -> bool:
    return day not in sums.missing(day, day)


def wrong_sums(ledger: Ledger) -> tuple[str, ...]:
    return tuple(day for day in ledger.kept_sums() if not ledger.sum_holds(day))


def came(sums: DaySums) -> int:
    (shown,) = sums.shown(MONDAY, MONDAY)
    return shown.figures.came


@pytest.mark.usefixtures("sums")
def test_a_sum_that_is_kept_is_read_in_place_of_the_events(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    sums = ledger.day_sums(BERLIN)
    monkeypatch.setattr("kiosk.ledger.day_sums.events_between", None)
    (shown,), (taught,) = sums.shown(MONDAY, MONDAY), sums.taught(MONDAY, MONDAY)
    assert (shown.day, shown.figures.came, shown.attendance.booked) == (MONDAY, 2, 2)
    assert (taught.lesson.away, max(taught.quarters)) == (1, 2)


def test_the_figures_of_one_day_come_from_its_sum_as_long_as_it_is_kept(
    ledger: Ledger, sums: DaySums
) -> None:
    assert [sums.kept(MONDAY)] == list(sums.shown(MONDAY, MONDAY))
    assert sums.kept(WEDNESDAY) is None
    append(ledger, entry("late"))
    assert sums.kept(MONDAY) is None


def test_days_without_a_sum_are_added_up_when_they_are_asked_for(sums: DaySums) -> None:
    assert [each.day for each in sums.shown(MONDAY - 9 * A_DAY, WEDNESDAY + 9 * A_DAY)] == [MONDAY, WEDNESDAY]
    assert [each.lesson.day for each in sums.taught(MONDAY, WEDNESDAY)] == [MONDAY, WEDNESDAY]


def test_what_is_over_and_not_kept_is_named_the_latest_first(sums: DaySums) -> None:
    assert sums.missing() == (TUESDAY,)
    assert sums.keep(TUESDAY)
    assert sums.missing() == ()
    assert list(sums.shown(TUESDAY, TUESDAY)) == []
    sums.drop()
    assert sums.missing() == (TUESDAY, MONDAY)
    assert sums.missing(MONDAY, MONDAY) == (MONDAY,)


def test_an_empty_ledger_has_no_days(ledger: Ledger) -> None:
    sums = ledger.day_sums(BERLIN)
    assert (sums.missing(), list(sums.shown(MONDAY, TUESDAY)), sums.keep(MONDAY)) == ((), [], False)


def test_the_day_of_the_newest_event_is_not_over(ledger: Ledger, sums: DaySums) -> None:
    assert not sums.keep(WEDNESDAY)
    append(ledger, nobody(at("23:59"), "a clock that was set back"))
    assert (is_kept(sums), sums.keep(MONDAY)) == (True, False)
    assert sums.missing(MONDAY, MONDAY) == ()
    append(ledger, nobody(at("09:00", WEDNESDAY), "and set right"))
    assert not is_kept(sums)
    assert sums.keep(MONDAY)
    (shown,) = sums.shown(MONDAY, MONDAY)
    assert shown == added_up(ledger, MONDAY, BERLIN)


@pytest.mark.parametrize("clock", ["00:00", "10:05", "23:59"])
def test_an_event_that_is_recorded_late_counts_at_once(ledger: Ledger, sums: DaySums, clock: str) -> None:
    append(ledger, an_event(entered("late", 3), at(clock), name="late"))
    assert came(sums) == 5
    append(ledger, nobody(at("09:10", WEDNESDAY), "next"))
    assert not is_kept(sums)
    assert sums.keep(MONDAY)
    assert came(sums) == 5


@pytest.mark.parametrize("when", [at("23:59", MONDAY - A_DAY), at("00:00", TUESDAY)])
def test_an_event_of_another_day_outdates_nothing(ledger: Ledger, sums: DaySums, when: datetime) -> None:
    append(ledger, nobody(when, "another"), nobody(at("09:10", WEDNESDAY), "next"))
    assert is_kept(sums)


def test_what_is_not_committed_outdates_nothing(ledger: Ledger, sums: DaySums) -> None:
    late = an_event(entered("late", 3), at("10:05"), name="late")
    with pytest.raises(DuplicateEventError):
        append(ledger, late, late)
    assert is_kept(sums)
    assert came(sums) == 2


def test_an_appointment_of_the_day_that_changes_counts_at_once(ledger: Ledger, sums: DaySums) -> None:
    def booked_after(changes: AppointmentChanges) -> tuple[bool, int]:
        assert sums.keep(MONDAY)
        ledger.apply(changes)
        (shown,) = sums.shown(MONDAY, MONDAY)
        return is_kept(sums), shown.attendance.booked

    new = an_appointment("new")
    next_week = replace(new, starts_at=new.starts_at + timedelta(days=7))
    assert booked_after(AppointmentChanges(new=(new,))) == (False, 3)
    assert booked_after(AppointmentChanges(changed=(next_week,))) == (False, 2)
    assert booked_after(AppointmentChanges(changed=(replace(next_week, party=2),))) == (True, 2)
    assert booked_after(AppointmentChanges(changed=(new,))) == (False, 3)
    assert booked_after(AppointmentChanges(cancelled=(new.id,))) == (False, 2)


def test_an_appointment_that_is_taken_out_outdates_its_day(store: Store, sums: DaySums) -> None:
    run(store, "DELETE FROM appointment WHERE id = 'away'")
    assert not is_kept(sums)


def test_a_sum_is_not_kept_if_something_of_its_day_comes_while_it_is_added_up(
    ledger: Ledger, sums: DaySums, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile: list[Callable[[], None]] = []

    def slowly(*given: object) -> DaySum | None:
        meanwhile.pop()()
        return day_sum(*given)  # type: ignore[arg-type] # given by the ledger

    monkeypatch.setattr("kiosk.ledger.day_sums.day_sum", slowly)
    next_day = nobody(at("09:20", WEDNESDAY), "goes on")
    late = an_event(entered("late", 3), at("10:05"), name="late")
    for comes, is_in_time in (
        (lambda: append(ledger, next_day), True),
        (lambda: append(ledger, late, replace(next_day, id=EventId("again"))), False),
        (lambda: ledger.apply(AppointmentChanges(new=(an_appointment("new"),))), False),
    ):
        sums.drop()
        meanwhile.append(comes)
        assert sums.keep(MONDAY) is is_in_time
        assert is_kept(sums) is is_in_time


@pytest.mark.usefixtures("impatient")
def test_a_sum_is_not_kept_while_another_decides(store: Store, sums: DaySums) -> None:
    with held_by_another(store), pytest.raises(LedgerBusyError):
        sums.keep(TUESDAY)
    assert sums.keep(TUESDAY)


def test_who_changes_appointments_on_a_server_is_not_waited_for_while_the_lock_is_held(
    postgresql_store: Store,
) -> None:
    server = psycopg.connect(postgresql_store.url.replace("+psycopg", ""))
    with closing(postgresql_store.open()) as ledger, closing(server):
        ledger.apply(AppointmentChanges(new=(an_appointment("a"),)))
        append(ledger, entry("a"), nobody(at("09:00", WEDNESDAY), "wednesday"))
        server.execute("UPDATE appointment SET status = 'cancelled'")
        sums = ledger.day_sums(BERLIN)
        with pytest.raises(LedgerBusyError):
            sums.keep(MONDAY)
        server.commit()
        assert sums.keep(MONDAY)
        (shown,) = sums.shown(MONDAY, MONDAY)
    assert shown.attendance.booked == 0


def test_a_day_by_another_clock_is_another_day(ledger: Ledger, sums: DaySums) -> None:
    in_tokyo = ledger.day_sums(ZoneInfo("Asia/Tokyo"))
    assert in_tokyo.missing() == (TUESDAY, MONDAY)
    assert in_tokyo.keep(MONDAY)
    assert sums.missing() == (TUESDAY, MONDAY)


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE day_sum SET shown = replace(shown, '"came":2', '"came":3')""",
        """UPDATE day_sum SET taught = replace(taught, '"away":1', '"away":0')""",
        "UPDATE day_sum SET shown = NULL, taught = NULL",
        "UPDATE day_sum SET shown = '{}'",
        "UPDATE day_sum SET ends_at = ends_at - 1",
        "UPDATE day_sum SET zone = 'Asia/Tokyo'",
        "UPDATE day_sum SET zone = 'Nowhere'",
    ],
)
def test_verification_finds_a_sum_that_differs_from_its_events(
    ledger: Ledger, sums: DaySums, behind_the_back: Sql, statement: str
) -> None:
    assert sums.keep(TUESDAY)
    assert wrong_sums(ledger) == ()
    behind_the_back(f"{statement} WHERE day = '{MONDAY}'")
    assert wrong_sums(ledger) == (f"{MONDAY}",)
    sums.drop()
    assert all(sums.keep(day) for day in sums.missing())
    assert wrong_sums(ledger) == ()


@pytest.mark.usefixtures("sums")
def test_verification_finds_a_sum_that_no_trigger_outdated(
    ledger: Ledger, store: Store, behind_the_back: Sql
) -> None:
    cancel = "UPDATE appointment SET status = 'cancelled'"
    triggers = [f"ALTER TABLE appointment {what} TRIGGER USER" for what in ("DISABLE", "ENABLE")]
    behind_the_back(*([cancel] if store.is_sqlite else [triggers[0], cancel, triggers[1]]))
    assert wrong_sums(ledger) == (f"{MONDAY}",)
    behind_the_back("UPDATE day_sum SET day = 'someday'")
    assert wrong_sums(ledger) == ("someday",)


def test_a_sum_that_is_outdated_while_it_is_verified_is_not_wrong(
    ledger: Ledger, sums: DaySums, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object) -> None:
        append(ledger, an_event(entered("late", 3), at("10:05"), name="late"))

    assert is_kept(sums)
    monkeypatch.setattr("kiosk.ledger.day_sums.day_sum", late)
    assert wrong_sums(ledger) == ()
    assert ledger.sum_holds(f"{MONDAY}")


def added_up(ledger: Ledger, day: date, zone: ZoneInfo) -> PastDay | None:
    """Return what all events of the ledger say of a day, looked through one by one."""
    events = events_of_day((each.event for each in ledger.events()), day, zone)
    booked = ledger.appointments(midnight(day, zone), midnight(day + A_DAY, zone))
    found = day_sum(day, events, booked, zone)
    return None if found is None else found.shown


def folded(ledger: Ledger, day: date, zone: ZoneInfo) -> tuple[int, int]:
    """Return the most who were inside after an event of the day, and how many after the last, by the fold."""
    house, most = EMPTY_HOUSE, 0
    for event in events_of_day((each.event for each in ledger.events()), day, zone):
        house = after(house, event)
        most = max(most, house.inside)
    return most, house.inside


def end_the_day(ledger: Ledger, next_day: datetime) -> None:
    happened = enumerate(end_of_day(ledger.house()))
    append(ledger, *(an_event(what, next_day + minutes(1), name=f"{next_day} {n}") for n, what in happened))


@pytest.mark.parametrize(
    ("zone", "middle", "hours"),
    [
        ("Europe/Berlin", date(2021, 3, 28), 23),
        ("Europe/Berlin", date(2021, 10, 31), 25),
        ("Europe/Berlin", date(2021, 6, 10), 24),
        ("Antarctica/Troll", date(2021, 3, 28), 22),
        ("Antarctica/Troll", date(2021, 10, 31), 26),
        ("Antarctica/Casey", date(2018, 3, 11), 27),
        ("Australia/Lord_Howe", date(2021, 4, 4), 24.5),
        ("America/Havana", date(2021, 11, 7), 25),
        ("Asia/Kathmandu", date(2021, 6, 10), 24),
        ("Pacific/Apia", date(2011, 12, 30), 0),
    ],
)
def test_sums_of_any_days_are_those_of_the_fold_and_of_all_events(
    ledger: Ledger, zone: str, middle: date, hours: float
) -> None:
    chance, clock = random.Random(f"{zone} {middle}"), ZoneInfo(zone)
    sums = ledger.day_sums(clock)
    days = [middle + timedelta(days=number) for number in (-1, 0, 1)]
    start, end = (in_utc(each) for each in ends_of_day(middle, clock))
    assert end - start == timedelta(hours=hours)
    for day in days:
        start, end = (in_utc(each) for each in ends_of_day(day, clock))
        if start < end:
            begins = start + minutes(chance.choice([5, 5, 480, 990]))
            events = [each for each in random_day(chance.randrange(10_000), begins) if start <= each.at < end]
            invited = {each for event in events if (each := getattr(event.what, "appointment", None))}
            booked = [
                an_appointment(each, begins + minutes(chance.randrange(400))) for each in sorted(invited)[::2]
            ]
            ledger.apply(AppointmentChanges(new=tuple(booked)))
            append(ledger, *events)
            end_the_day(ledger, end)
    append(ledger, nobody(end + minutes(540), "the next day"))
    assert [sums.keep(day) for day in days] == [True, True, True]
    for day in days:
        shown = next(sums.shown(day, day), None)
        assert shown == added_up(ledger, day, clock)
        told = (0, 0) if shown is None else (shown.figures.most_inside, shown.figures.still_inside)
        assert told == folded(ledger, day, clock)

    def all_added_up() -> list[PastDay]:
        return [found for day in days if (found := added_up(ledger, day, clock)) is not None]

    first, _ = (in_utc(each) for each in ends_of_day(days[0], clock))
    middle_end = in_utc(midnight(days[2], clock))
    late = [first + minutes(chance.randrange(int((end - first) / minutes(1)))) for _ in range(3)]
    for number, when in enumerate([middle_end - minutes(1), *late]):
        ledger.apply(AppointmentChanges(new=(an_appointment(f"late {number}", when),)))
        assert list(sums.shown(days[0], days[-1])) == all_added_up()
        party = chance.randrange(1, 4)
        append(
            ledger,
            an_event(entered(f"late {number}", party), when, name=f"late {number}"),
            an_event(Corrected(BENEFITS, -party, CorrectedBecause.RECOUNT), when, name=f"counted {number}"),
        )
        assert list(sums.shown(days[0], days[-1])) == all_added_up()
        if number % 3 == 0:
            append(ledger, nobody(end + minutes(600), f"{number} is in time"))
            assert all(sums.keep(day) for day in sums.missing())
            assert sums.missing() == ()
    assert wrong_sums(ledger) == ()


def test_what_is_kept_is_written_as_ever() -> None:
    """Whoever changes what a day adds up to empties the table by a migration, and then this text."""
    events = [entry("a", 2), exit_of("a", 2)]
    found = day_sum(MONDAY, events, [an_appointment("a"), an_appointment("b")], BERLIN)
    assert found is not None
    assert value_to_text(found.shown) == (
        '{"attendance":{"booked":2,"early":0,"late":0,"on_time":1},"day":"2021-09-20","figures":{"above_cap":0,'
        '"came":2,"counted_out":0,"left":2,"let_in":{},"most_at":1632124800000000,"most_inside":2,"recounts":[],'
        '"settled":0,"stay_total":1200000000,"stays":1,"still_inside":0,"told":{},"turned_back":{},"undone":0,'
        '"unmatched_exits":0,"visits":1,"waits":{"gave_up":0,"longest":0,"parties":0,"total":0}}}'
    )
    quarters = ",".join(["0"] * 40 + ["2"] * 2 + ["0"] * 54)
    assert value_to_text(found.taught) == (
        '{"lesson":{"away":1,"booked":2,"day":"2021-09-20","lateness":[0],"shares":{"benefits":[666]},'
        f'"squared":0,"stays":{{}},"walk_ins":{{}}}},"quarters":[{quarters}]}}'
    )
