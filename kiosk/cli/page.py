"""The command that serves the manager's page."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, OfficePath
from kiosk.cli.written import whole

Port = Annotated[
    int,
    typer.Option("--port", parser=whole(0, 65535), metavar="PORT", help="0: one that the system chooses."),
]


def serve(
    office: OfficePath = OFFICE_HERE,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Which of this machine's addresses it listens on.")
    ] = "127.0.0.1",
    port: Port = 8080,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="For https: the certificate chain, as PEM.")
    ] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate's key, as PEM.")] = None,
    ends_with_input: Annotated[bool, typer.Option("--ends-with-input", hidden=True)] = False,
) -> None:
    """Serve the manager's page: how full it is now and soon, in any browser and on a wall screen.

    For example:

      kiosk serve --office office.toml

      kiosk serve --host 0.0.0.0 --certificate page.pem --key page-key.pem
    """
    from kiosk.commands.page import serve as serve_page
    from kiosk.web.serving import Listening

    serve_page(office, Listening(host, port, certificate, key, ends_with_input=ends_with_input))
