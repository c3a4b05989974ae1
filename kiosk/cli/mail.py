"""The commands that send letters by mail."""

import typer

from kiosk.cli.options import OFFICE_HERE, OfficePath

app = typer.Typer(no_args_is_help=True, help="Send letters by mail.")


@app.command("send")
def send(office: OfficePath = OFFICE_HERE) -> None:
    """Send the letters that are due, once: those that are marked to go by mail, and those that wait.

    For example:

      kiosk mail send --office office.toml
    """
    from kiosk.commands.mail import send as send_once

    send_once(office)


@app.command("run")
def run(office: OfficePath = OFFICE_HERE) -> None:
    """Send letters as they become due, until the program is ended: the command for a service.

    For example:

      kiosk mail run --office office.toml
    """
    from kiosk.commands.mail import run as run_on

    run_on(office)


@app.command("status")
def status(office: OfficePath = OFFICE_HERE) -> None:
    """Show how many letters wait, were sent, or reached nobody; no names.

    For example:

      kiosk mail status --office office.toml
    """
    from kiosk.commands.mail import status as show

    show(office)
