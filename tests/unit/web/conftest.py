import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.web.page import Page
from tests.premises import Premises
from tests.staffed_premises import make_staffed
from tests.unit.web.asking import Asking, browsing


@pytest.fixture(scope="session")
def _staffed_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_staffed(tmp_path_factory.mktemp("staffed") / "office").folder


@pytest.fixture
def premises(_staffed_office: Path, tmp_path: Path) -> Premises:
    """The office with its staff, for one test."""
    shutil.copytree(_staffed_office, tmp_path / "office")
    return Premises(tmp_path / "office")


@pytest.fixture
def browser(premises: Premises) -> Iterator[Asking]:
    """A browser before the server of that office, on the same machine."""
    with browsing(premises) as made:
        yield made


@pytest.fixture
def page(browser: Asking) -> Page:
    """The parts of that server."""
    return browser.page


@pytest.fixture
def other_browser(browser: Asking) -> Asking:
    """A browser on another machine."""
    return Asking(browser.page, browser.app, browser.runner, browser.reader, address="192.0.2.7")
