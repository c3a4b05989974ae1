"""How far long work has come, on a terminal."""

from rich.console import Console
from rich.progress import Progress


def progress_bar() -> Progress:
    """Return a bar on standard error, gone when the work is done; none where that is no terminal."""
    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=not console.is_terminal)
