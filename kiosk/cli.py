"""The commands of the program."""

from typing import Annotated

import typer

import kiosk

app = typer.Typer(name="kiosk", no_args_is_help=True)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"kiosk {kiosk.__version__}")
        raise typer.Exit


@app.callback()
def kiosk_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Entrance check-in for a public office."""


def main() -> None:
    """Run the command that the program was started with."""
    app(prog_name="kiosk")
