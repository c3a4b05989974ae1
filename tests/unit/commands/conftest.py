from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from typer.testing import CliRunner, Result

from kiosk.cli import app
from tests.premises import Premises, make_premises

Kiosk = Callable[..., Result]


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    return make_premises(tmp_path / "office")


@pytest.fixture
def kiosk(premises: Premises, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Kiosk:
    """Calls a command as from the office's folder; an error that no command expects fails the test."""
    del qapp  # made by pytest-qt: letters leave an application alone that is there
    monkeypatch.chdir(premises.folder)
    monkeypatch.setenv("COLUMNS", "200")
    runner = CliRunner()

    def call(*arguments: object, typed: str | None = None) -> Result:
        words = [str(each) for each in arguments]
        return runner.invoke(app, words, input=typed, catch_exceptions=False)

    return call
