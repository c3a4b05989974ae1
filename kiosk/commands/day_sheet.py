"""`kiosk day-report`: a day that is over on one page, to forward."""

from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.core.instant import is_over
from kiosk.gate.past_days import figures_of, known_day, known_rules
from kiosk.letters.day_page import day_document
from kiosk.web.day_sheet_words import ToldDay, day_sheet
from kiosk.web.words import LANGUAGES, Words
from kiosk.whole_file import write_whole


def day_report(office_path: Path, day: str, pdf: Path, language: str) -> None:
    """Write the report of `day` to `pdf`."""
    office_file = read_office(office_path)
    office, (starts_at, _) = office_file.office, local_day(day, office_file)
    if language not in LANGUAGES:
        stop(Exit.WRONG_CALL, f"the report speaks {' and '.join(LANGUAGES)}, and not {language!r}")
    now = now_utc()
    until = None if is_over(starts_at.date(), now, office.time_zone) else now
    with ledger_of(office_file) as ledger, interruptible():
        known = known_day(ledger, office, starts_at.date())
        past, history = figures_of(ledger, office, known), known_rules(ledger)
    if past is None:
        stop(Exit.WRONG_CALL, f"nothing happened on {day}: there is nothing to report")
    told = ToldDay(known.day, known.events, past.figures, past.attendance, history, until)
    try:
        write_whole(pdf, day_document(day_sheet(office, told, Words(language, office.time_zone))))
    except OSError as error:
        stop(Exit.WRONG_CALL, f"{pdf} cannot be written: {error.strerror or error}")
    typer.echo(f"{pdf}: the report of {day}{'' if until is None else ', which is not over yet'}")
