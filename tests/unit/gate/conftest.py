from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ledger.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite'}", tmp_path / "key")
    yield opened
    opened.close()
