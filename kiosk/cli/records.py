"""The commands that read what was recorded."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, JsonWanted, OfficePath
from kiosk.cli.written import pdf_file, whole


def status(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Say how many people are inside, of how many, where, and who waits.

    For example:

      kiosk status --office office.toml

      kiosk status --json
    """
    from kiosk.commands.status import status as print_status

    print_status(office, json_wanted=json)


def events(
    office: OfficePath = OFFICE_HERE,
    json: JsonWanted = False,
    last: Annotated[
        int | None, typer.Option(parser=whole(1), metavar="NUMBER", help="Only the last so many.")
    ] = None,
    since: Annotated[
        int,
        typer.Option(parser=whole(0), metavar="NUMBER", help="Only those after the event of this number."),
    ] = 0,
) -> None:
    """Print what happened, oldest first. There are no names in it.

    For example:

      kiosk events --last 20

      kiosk events --json > events.jsonl
    """
    from kiosk.commands.inspection import events as print_events

    print_events(office, last=last, since=since, json_wanted=json)


def verify(
    office: OfficePath = OFFICE_HERE,
    renew_sums: Annotated[
        bool, typer.Option("--renew-sums", help="Make the sums of all days anew, where the events hold.")
    ] = False,
) -> None:
    """Check that no event was changed or lost, and that the count and each day's sum are what they add up to.

    For example:

      kiosk verify --office office.toml

      kiosk verify --renew-sums
    """
    from kiosk.commands.inspection import verify as verify_ledger

    verify_ledger(office, renew_sums=renew_sums)


def backup(
    into: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the backup is put, in a folder of its own.")
    ],
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Copy the database, its keys and the office's file into a new folder, and check that the copy holds.

    Doors and panels stay open meanwhile. What to do with it later is told in docs/services.md.

    For example:

      kiosk backup /media/backup --office office.toml
    """
    from kiosk.commands.backup import backup as make_backup

    make_backup(office, into)


def audit(
    day: Annotated[str, typer.Option("--day", metavar="YYYY-MM-DD", help="The day, by the office's clock.")],
    office: OfficePath = OFFICE_HERE,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")] = False,
) -> None:
    """Print what the staff did on a day: when, who, what, and the reason. There are no names in it.

    For example:

      kiosk audit --day 2021-09-20

      kiosk audit --day 2021-09-20 --csv > audit.csv
    """
    from kiosk.commands.audit import audit as print_audit

    print_audit(office, day, csv_wanted=csv)


def past(
    first: Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help="The first day.")],
    last: Annotated[
        str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="The last day; without it, the first.")
    ] = None,
    office: OfficePath = OFFICE_HERE,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")] = False,
) -> None:
    """Print days in numbers: most inside, stays, who came when or not at all, waits, what recounts found.

    For example:

      kiosk past --from 2021-09-20

      kiosk past --from 2021-09-01 --to 2021-09-30 --csv > september.csv
    """
    from kiosk.commands.past import past as print_past

    print_past(office, first, last, csv_wanted=csv)


def day_report(
    day: Annotated[str, typer.Option("--day", metavar="YYYY-MM-DD", help="The day, by the office's clock.")],
    pdf: Annotated[
        Path,
        typer.Option("--pdf", parser=pdf_file, metavar="FILE.pdf", help="Where the page is written."),
    ],
    office: OfficePath = OFFICE_HERE,
    language: Annotated[str, typer.Option(metavar="LANGUAGE", help="de or en.")] = "de",
) -> None:
    """Write the report of a day as one page to forward: its numbers, and its course under the cap. No names.

    For example:

      kiosk day-report --day 2021-09-20 --pdf report.pdf

      kiosk day-report --day 2021-09-20 --pdf report.pdf --language en
    """
    from kiosk.commands.day_sheet import day_report as write_day_report

    write_day_report(office, day, pdf, language)


def replay(
    day: Annotated[str, typer.Option("--day", metavar="YYYY-MM-DD", help="The day, by the office's clock.")],
    cap: Annotated[
        int,
        typer.Option(
            "--cap", parser=whole(1), metavar="NUMBER", help="How many people may be in the building at once."
        ),
    ],
    office: OfficePath = OFFICE_HERE,
    json: JsonWanted = False,
) -> None:
    """Say what a day would have looked like under another cap: how many would have waited, for how long.

    For example:

      kiosk replay --day 2021-09-20 --cap 25

      kiosk replay --day 2021-09-20 --cap 25 --json
    """
    from kiosk.commands.replay import replay as print_replay

    print_replay(office, day, cap, json_wanted=json)


def forecast(
    office: OfficePath = OFFICE_HERE,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Measure on the last eight weeks how good it was.")
    ] = False,
) -> None:
    """Say how full it will be until closing, or how good that was on past days against two simple guesses.

    For example:

      kiosk forecast

      kiosk forecast --backtest
    """
    from kiosk.commands.forecast import print_forecast

    print_forecast(office, backtest_wanted=backtest)
