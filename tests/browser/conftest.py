"""The real server with a real ledger, and Debian's Chromium before it; without one the tests are left out."""

import re
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from kiosk.core.events import AdmissionStopped
from tests.building import SIDE_DOOR, wording
from tests.end2end.program import Desk, Running, wait_until
from tests.premises import Premises
from tests.staffed_premises import MANAGER, PIN, come_in, happen, make_staffed

# As root it needs --no-sandbox; the others keep it from asking for what no closed network has.
_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# A machine that is busy with other things (milliseconds).
_PATIENCE_MS = 45_000


@dataclass
class Served:
    """A page that is served, and its office."""

    premises: Premises
    running: Running
    address: str


@dataclass
class Visitor:
    """Somebody at a browser; `complaints` is what the browser's console said."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.address.rstrip("/") + path)

    def sign_in(self, who: str = MANAGER, pin: str = PIN) -> None:
        self.go("/sign-in")
        self.page.fill("#id", who)
        self.page.fill("#pin", pin)
        self.page.click("main button")

    def sees(self, selector: str, text: str) -> None:
        """Wait until an element shows a text, live and without a reload."""
        shown = self.page.locator(selector).filter(has_text=re.compile(text))
        shown.first.wait_for(state="visible")


@contextmanager
def serving(premises: Premises, port: int = 0) -> Iterator[Served]:
    """Serve the page of an office; it has to end cleanly, with every stream that is open."""
    with Desk(premises).running("serve", "--port", port) as running:
        wait_until(lambda: "http" in running.said() or not running.runs(), "the page is served")
        found = re.search(r"https?://\S+", running.said())
        assert found is not None, running.complained()
        yield Served(premises, running, found[0])
        if running.runs():
            assert running.end(signal.SIGTERM) == 0, running.complained()
        assert "Traceback" not in running.complained()


# For one module at a time: while Playwright's own event loop runs, no other test of the process has one.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_staffed(tmp_path_factory.mktemp("served") / "office").folder


@pytest.fixture
def premises(served_office: Path, tmp_path: Path) -> Premises:
    shutil.copytree(served_office, tmp_path / "office")
    return Premises(tmp_path / "office")


@pytest.fixture
def served(premises: Premises) -> Iterator[Served]:
    """A server for one story, which may end it or garble its ledger."""
    with serving(premises) as made:
        yield made


@pytest.fixture(scope="module")
def quiet(served_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for the stories that only look: too many people are inside, and a door is held."""
    folder = tmp_path_factory.mktemp("quiet") / "office"
    shutil.copytree(served_office, folder)
    premises = Premises(folder)
    with premises.ledger() as ledger:
        come_in(ledger, 7)
        happen(ledger, AdmissionStopped(SIDE_DOOR, wording("Pause.", "Break.")))
    with serving(premises) as made:
        yield made


MakeVisitor = Callable[..., Visitor]


@pytest.fixture
def make_visitor(chromium: Browser) -> Iterator[MakeVisitor]:
    """Make somebody at a browser of this size, in light or dark, in a language, before an address."""
    contexts: list[BrowserContext] = []

    def make(
        address: str,
        width: int = 1440,
        height: int = 900,
        *,
        dark: bool = False,
        language: str = "de",
        script: bool = True,
    ) -> Visitor:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale=language,
            java_script_enabled=script,
        )
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        visitor = Visitor(context.new_page(), address)

        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                visitor.complaints.append(message.text)

        visitor.page.on("console", hear)
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        return visitor

    yield make
    for context in contexts:
        context.close()
