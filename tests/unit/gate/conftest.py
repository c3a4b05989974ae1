from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ledger.ledger import Ledger
from tests.unit.gate.staffed_post import TEN, LossyLedger, StaffedPost, staffed_folder, staffed_post


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite'}", tmp_path / "key")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _staffed_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staffed")
    staffed_folder(folder)
    return folder


@pytest.fixture
def staffed(_staffed_template: Path, tmp_path: Path) -> Iterator[StaffedPost]:
    """A guard's post on a ledger with its staff."""
    made = staffed_post(_staffed_template, tmp_path)
    yield made
    made.post.close(TEN)
    LossyLedger.answers_to_lose = 0
