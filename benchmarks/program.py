"""The program as an office would start it: a folder with its file, and an environment of compiled modules."""

import os
import sys
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def environment(folder: Path) -> dict[str, str]:
    """Return an environment for programs that are started: no display, modules compiled once, in `folder`.

    An installed program has its modules compiled; a checkout that may not be written to has not.
    """
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
        "QT_QPA_PLATFORM": "offscreen",
    }


def office_file(folder: Path, ledger: Path | None = None) -> Path:
    """Write the sample office's file into `folder`; its ledger is `ledger`, or one of its own."""
    sample = resources.files("kiosk.resources") / "office" / "dessau-rosslau.toml"
    text = sample.read_text(encoding="utf-8")
    if ledger is not None:
        text = text.replace("sqlite:///kiosk.sqlite", f"sqlite:///{ledger.as_posix()}")
    file = folder / "office.toml"
    file.write_text(text, encoding="utf-8")
    return file


def kiosk(*arguments: str | Path) -> list[str]:
    """Return the command line of the program."""
    return [sys.executable, "-m", "kiosk", *map(str, arguments)]
