"""`kiosk mail`: letters go out by mail, from a queue that outlasts restarts."""

import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.config.mail_settings import MailSettings
from kiosk.core.mail import MailState
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.ledger import Ledger
from kiosk.post.bounces import note_bounces
from kiosk.post.letters import LetterNotMadeError
from kiosk.post.mail_round import MailPost, Settled, send_due
from kiosk.post.smtp import MailServerError, server_at

_BETWEEN_ROUNDS: Final = timedelta(seconds=20)


def send(office_path: Path) -> None:
    """Send what is due, once; exit with 1 if a letter reaches nobody or the server takes none."""
    office_file = read_office(office_path)
    settings = _settings(office_file)
    told: list[Settled] = []
    with ledger_of(office_file) as ledger, interruptible():
        try:
            _round(ledger, office_file, settings, told)
        except (MailServerError, LetterNotMadeError) as error:
            _tell(told)
            stop(Exit.FOUND_FAULTS, str(error))
    _tell(told)
    if any(each.state is MailState.FAILED for each in told):
        raise typer.Exit(Exit.FOUND_FAULTS)


def run(office_path: Path, stopped: threading.Event | None = None) -> None:
    """Send what is due again and again, until the program is ended; a server that is away is waited for."""
    office_file = read_office(office_path)
    settings = _settings(office_file)
    pause = stopped or threading.Event()
    said = ""
    with interruptible():
        while not pause.is_set():
            told: list[Settled] = []
            trouble = ""
            try:
                # Opened for each round: the database's server may be started anew in between.
                with closing(Ledger.open(office_file.database_url, office_file.key_file)) as ledger:
                    _round(ledger, office_file, settings, told)
            except (LedgerUnavailableError, MailServerError, LetterNotMadeError) as error:
                trouble = str(error)
            _tell(told)
            # A server that is away for a night fills no log.
            if trouble and trouble != said:
                typer.echo(f"kiosk: {trouble}; tried again by and by", err=True)
            said = trouble
            pause.wait(_BETWEEN_ROUNDS.total_seconds())


def status(office_path: Path) -> None:
    """Print how many mails wait, were sent, or reached nobody, and which."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger:
        counts, lost = ledger.mail_queue.counts(), ledger.mail_queue.not_reached(now_utc())
    for each in counts:
        typer.echo(f"{each.count} {each.state.value}{f' ({each.said})' if each.said else ''}")
    if not counts:
        typer.echo("no mail was queued yet")
    for external_id, why in lost:
        typer.echo(f"{external_id}: the letter reached nobody ({why}). Print it, or mend the address")


def _round(ledger: Ledger, office_file: OfficeFile, settings: MailSettings, told: list[Settled]) -> None:
    if settings.bounces is not None:
        try:
            came_back = note_bounces(settings.bounces, ledger.mail_queue)
        except OSError as error:
            raise MailServerError(f"{settings.bounces}: {error.strerror}") from error
        if came_back:
            typer.echo(f"{came_back} came back: see kiosk mail status")
    post = MailPost(ledger, office_file, server_at(settings), settings.sender, now_utc)
    send_due(post, told.append)


def _settings(office_file: OfficeFile) -> MailSettings:
    if office_file.mail is None:
        stop(Exit.OFFICE_FILE, f"{office_file.path} names no mail server: write the table [mail]")
    return office_file.mail


def _tell(told: list[Settled]) -> None:
    for each in told:
        typer.echo(f"{each.appointment}: {each.state.value}{f' ({each.said})' if each.said else ''}")
