"""`kiosk serve`: the manager's page, in a process of its own."""

import logging
from pathlib import Path

import typer

from kiosk.commands.exits import Exit, read_office, stop
from kiosk.web.serving import Listening, ListeningError
from kiosk.web.serving import serve as serve_page


def serve(office_path: Path, listening: Listening) -> None:
    """Serve the page until a signal ends it."""
    office_file = read_office(office_path)
    if (listening.certificate is None) != (listening.key is None):
        stop(Exit.WRONG_CALL, "a certificate and its key belong together: give --certificate and --key")
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    try:
        serve_page(office_file, listening, _say_ready)
    except ListeningError as error:
        stop(Exit.WRONG_CALL, str(error))


def _say_ready(address: str) -> None:
    typer.echo(f"the manager's page is at {address}")
    # Who waits for this line through a pipe shall read it now.
    typer.get_text_stream("stdout").flush()
