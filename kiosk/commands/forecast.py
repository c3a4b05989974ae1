"""`kiosk forecast`: how full it will be today, and how good such forecasts were on the days before."""

from datetime import datetime, timedelta
from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import interruptible, read_office
from kiosk.commands.stored import ledger_of
from kiosk.core.backtest import EVERY, backtest
from kiosk.core.figures.attendance import came_of
from kiosk.core.forecast import DayAhead, forecast
from kiosk.core.office import Office
from kiosk.gate.past_days import LEARNT_FROM, DaysBefore, known_day, known_days, known_rules
from kiosk.languages.counted import counted
from kiosk.ledger.ledger import Ledger


def print_forecast(office_path: Path, *, backtest_wanted: bool) -> None:
    """Say how many people are expected inside until closing, or how good that would have been."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger, interruptible():
        (_print_backtest if backtest_wanted else _print_today)(ledger, office_file.office, now_utc())


def _print_today(ledger: Ledger, office: Office, now: datetime) -> None:
    day = now.astimezone(office.time_zone).date()
    today = known_day(ledger, office, day)
    taught = DaysBefore(office).experience(ledger, day)
    ahead = DayAhead(office, today.booked, came_of(today.events), ledger.house(), taught)
    expected = forecast(ahead, now, step=EVERY)
    for step in expected.steps:
        at, band = step.at.astimezone(office.time_zone), f"{step.low:.0f} to {step.high:.0f}"
        typer.echo(
            f"{at:%H:%M}  {step.people:5.1f} of {step.cap}  ({band}), full with a chance of {step.full:.0%}"
        )
    typer.echo(f"learnt from {counted(taught.days, 'day')}")


def _print_backtest(ledger: Ledger, office: Office, now: datetime) -> None:
    today = now.astimezone(office.time_zone).date()
    # The days that are looked at, and those that they learn from.
    days = known_days(ledger, office, today - 2 * LEARNT_FROM, today - timedelta(days=1))
    found = backtest(office, tuple(days), LEARNT_FROM, known_rules(ledger))
    if found is None:
        typer.echo("there are no two weeks to compare yet")
        return
    typer.echo(f"mean absolute error of {counted(found.looks, 'look')} ahead, in people")
    typer.echo(f"  forecast      {found.forecast:6.2f}")
    typer.echo(f"  as now        {found.as_now:6.2f}")
    typer.echo(f"  as last week  {found.as_last_week:6.2f}")
    typer.echo(f"the band that should hold 8 times of 10 held {found.held:.0%}")
