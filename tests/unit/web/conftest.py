import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config import load_office_file
from kiosk.web.app import make_app
from kiosk.web.page import Page
from kiosk.web.reader import LedgerReader
from kiosk.web.serving import open_page, reach_of, running
from tests.premises import Premises
from tests.staffed_premises import make_staffed
from tests.unit.web.asking import Asking


@pytest.fixture(scope="session")
def _staffed_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_staffed(tmp_path_factory.mktemp("staffed") / "office").folder


@pytest.fixture
def premises(_staffed_office: Path, tmp_path: Path) -> Premises:
    """The office with its staff, for one test."""
    shutil.copytree(_staffed_office, tmp_path / "office")
    return Premises(tmp_path / "office")


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as made:
        yield made


@pytest.fixture
def page(premises: Premises) -> Iterator[Page]:
    """The parts of a server, whose ledger nobody reads unless the test looks."""
    made = open_page(load_office_file(premises.office))
    yield made
    made.errands.close()
    made.desk.close()
    made.archive.close()


@pytest.fixture
def reader(page: Page) -> Iterator[LedgerReader]:
    reach = reach_of(page.office_file)
    yield LedgerReader(page.office_file.office, reach, page.hub.publish, page.sessions.end_of, page.clock)
    reach.close()


@pytest.fixture
def browser(page: Page, runner: asyncio.Runner, reader: LedgerReader) -> Asking:
    """A browser before that server, on the same machine."""
    return Asking(page, make_app(page, running), runner, reader)


@pytest.fixture
def other_browser(browser: Asking) -> Asking:
    """A browser on another machine."""
    return Asking(browser.page, browser.app, browser.runner, browser.reader, address="192.0.2.7")
