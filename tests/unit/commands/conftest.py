import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from typer.testing import CliRunner, Result

from kiosk.cli import app
from kiosk.clock import now_utc
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import draw_pin
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
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


@pytest.fixture
def manager(premises: Premises, monkeypatch: pytest.MonkeyPatch) -> StaffId:
    """The manager who acts from now on, at an office that has an admin too."""
    admin, manager, pin = StaffId("weber"), StaffId("kramer"), draw_pin(secrets.randbelow)
    with premises.ledger() as ledger:
        key = ledger.pin_key(premises.file().pin_key_file)
        given = Credentials(pin, None)
        add_member(ledger, key, Newcomer(admin, "", Role.ADMIN), given, None, now_utc())
        add_member(ledger, key, Newcomer(manager, "", Role.MANAGER), given, admin, now_utc())
    monkeypatch.setenv("KIOSK_AS", manager)
    monkeypatch.setenv("KIOSK_PIN", pin.digits)
    return manager
