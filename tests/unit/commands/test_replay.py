"""`kiosk replay`: what a day would have looked like under another cap."""

import json
from datetime import datetime, time, timedelta

import pytest

from kiosk.core.events import Entered, Exited, Happening, Queued
from kiosk.core.ids import RulesId, VisitId
from kiosk.core.office import AreaId
from kiosk.core.rule_events import EnteredCap, RulesEntered, RulesWithdrawn
from kiosk.gate.passing_time import append_all
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk

BENEFITS = AreaId("benefits")
DAY = "2021-09-20"


@pytest.fixture
def nine(premises: Premises) -> datetime:
    """Nine o'clock of the day, at the office's wall."""
    zone = premises.file().office.time_zone
    return datetime.combine(datetime.fromisoformat(DAY), time(9), tzinfo=zone)


def told(premises: Premises, began: datetime, happenings: list[tuple[int, Happening]]) -> None:
    """Record what happened so many minutes after the beginning."""
    with premises.ledger() as ledger:
        for minute, what in happenings:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], began + timedelta(minutes=minute))


def came(name: str, party: int, began: datetime) -> Entered:
    return Entered(VisitId(name), None, BENEFITS, party, began + timedelta(minutes=30), None)


def left(name: str, party: int) -> Exited:
    return Exited(VisitId(name), None, BENEFITS, party)


@pytest.fixture
def a_quiet_day(premises: Premises, nine: datetime) -> None:
    told(
        premises,
        nine,
        [
            (0, came("a", 2, nine)),
            (10, came("b", 1, nine)),
            (40, left("a", 2)),
            (50, left("b", 1)),
        ],
    )


@pytest.mark.usefixtures("a_quiet_day")
def test_the_day_is_told_as_it_was_beside_what_it_would_have_been(kiosk: Kiosk) -> None:
    assert kiosk("replay", "--day", DAY, "--cap", "2").stdout.splitlines() == [
        "2021-09-20, when 2 parties of 3 people altogether came in",
        "",
        "                                 as it was      cap of 2",
        "most inside                              3             2",
        "parties that waited                      0             1",
        "  people in them                         0             1",
        "median wait of those                     -        30 min",
        "longest wait                             -        30 min",
        "parties not in before closing            0             0",
        "  people in them                         0             0",
        "",
        "full for 40 min altogether, between 09:00 and 09:40",
        "assumed: stays keep their length, nobody gives up, the staff lets nobody in above the cap",
    ]


@pytest.mark.usefixtures("a_quiet_day")
def test_a_cap_that_would_have_held_everybody_is_never_full(kiosk: Kiosk) -> None:
    assert (
        "it would never have been full to the last place"
        in kiosk("replay", "--day", DAY, "--cap", "9").stdout.splitlines()
    )


def test_what_the_replay_leaves_out_or_does_not_know_is_told(
    kiosk: Kiosk, premises: Premises, nine: datetime
) -> None:
    told(premises, nine, [(0, came("a", 1, nine)), (5, Queued(1, None, BENEFITS, 1, None))])
    file = premises.folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("building = 3", "building = 3\nareas.benefits = 2"), encoding="utf-8")
    lines = kiosk("replay", "--day", DAY, "--cap", "1").stdout.splitlines()
    assert lines[0] == "2021-09-20, when 1 party of 1 person altogether came in"
    assert lines[-5:-1] == [
        "full for 15 h 0 min altogether, between 09:00 and 2021-09-21 00:00",
        "the area benefits keeps its cap of 2",
        "left out: 1 party that waited that day and never came in",
        "nobody saw 1 party leave: counted as inside until midnight, also where a recount took them out",
    ]


@pytest.mark.usefixtures("a_quiet_day")
def test_an_area_keeps_the_cap_that_held_when_the_day_began(
    kiosk: Kiosk, premises: Premises, nine: datetime
) -> None:
    held, later = RulesId("held"), RulesId("later")
    cap, next_day = EnteredCap(3, ((BENEFITS, 2),)), 24 * 60
    lower = EnteredCap(1, ((BENEFITS, 1),))
    # As the ledger tells it: in order, whatever else happened between.
    about_rules: list[tuple[int, Happening]] = [
        (-next_day, RulesEntered(held, nine - timedelta(minutes=30), cap, None, "Verordnung")),
        (next_day, RulesWithdrawn(held, None)),
        (next_day, RulesEntered(later, nine - timedelta(hours=2), lower, None, "Verordnung")),
    ]
    told(premises, nine, about_rules)
    lines = kiosk("replay", "--day", DAY, "--cap", "2").stdout.splitlines()
    assert "the area benefits keeps its cap of 2" in lines


@pytest.mark.usefixtures("a_quiet_day")
def test_a_program_gets_it_as_json(kiosk: Kiosk) -> None:
    printed = json.loads(kiosk("replay", "--day", DAY, "--cap", "2", "--json").stdout)
    assert printed["day"] == DAY
    replayed = printed["replay"]["replayed"]
    assert (replayed["waited_people"], replayed["longest_wait"]) == (1, 1800.0)


def test_a_day_on_which_nobody_came_in_is_said_to_be_so(kiosk: Kiosk) -> None:
    result = kiosk("replay", "--day", DAY, "--cap", "2")
    assert result.exit_code == 2
    assert result.stderr == "kiosk: nobody came in on 2021-09-20: there is nothing to replay\n"


@pytest.mark.parametrize("cap", ["0", "-3", "many"])
def test_a_cap_is_a_number_of_one_or_more(kiosk: Kiosk, cap: str) -> None:
    result = kiosk("replay", "--day", DAY, "--cap", cap)
    assert result.exit_code == 2
    assert "--cap" in result.stderr


def test_what_is_no_day_is_said_to_be_none(kiosk: Kiosk) -> None:
    result = kiosk("replay", "--day", "yesterday", "--cap", "2")
    assert (result.exit_code, result.stderr) == (2, "kiosk: 'yesterday' is no day: write it as 2021-09-20\n")


def test_the_help_shows_an_example(kiosk: Kiosk) -> None:
    assert "kiosk replay --day 2021-09-20 --cap 25" in kiosk("replay", "--help").stdout


def test_a_day_that_is_under_way_is_not_replayed(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.commands.replay.is_under_way", lambda *_: True)
    refused = kiosk("replay", "--day", DAY, "--cap", "2")
    assert refused.exit_code == 2
    assert f"{DAY} is still under way: replay it after closing" in refused.output
