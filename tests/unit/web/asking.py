"""A browser without a window: asks the page's application directly, and keeps its cookies."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.types import ASGIApp

from kiosk.web.app import make_app
from kiosk.web.page import Page
from kiosk.web.reader import LedgerReader
from kiosk.web.serving import open_page, reach_of, running
from tests.premises import Premises
from tests.staffed_premises import MANAGER, PIN

HERE = "http://127.0.0.1:8080"


@dataclass
class Asking:
    """One browser; `look` reads the ledger as the reader's thread does."""

    page: Page
    app: ASGIApp
    runner: asyncio.Runner
    reader: LedgerReader
    address: str = "127.0.0.1"
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def look(self) -> None:
        self.reader.look()

    @property
    def session_token(self) -> str:
        """What the browser holds as the cookie of its session."""
        (token,) = [each.value for each in self.cookies.jar if each.name == "kiosk-session"]
        assert token is not None
        return token

    def ask(self, method: str, path: str, **how: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it - httpx's own
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(self.address, 5000))
            base = how.pop("base", HERE)
            async with httpx.AsyncClient(
                transport=transport, base_url=base, cookies=self.cookies, trust_env=False
            ) as client:
                answer = await client.request(method, path, **how)
                self.cookies = client.cookies
                return answer

        return self.runner.run(asked())

    def get(self, path: str, **how: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it - httpx's own
        return self.ask("GET", path, **how)

    def post(self, path: str, fields: dict[str, str], **how: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it - httpx's own
        return self.ask("POST", path, data=fields, **how)

    def sign_in(self, who: str = MANAGER, pin: str = PIN, *, then: str = "/", **how: Any) -> httpx.Response:  # noqa: ANN401 - as httpx takes it
        token = form_token(self.get("/sign-in", **how).text)
        return self.post("/sign-in", {"form_token": token, "id": who, "pin": pin, "then": then}, **how)


@contextmanager
def browsing(premises: Premises) -> Iterator[Asking]:
    """Give a browser on the machine of a server, whose ledger nobody reads unless the test looks."""
    page = open_page(premises.file())
    reach = reach_of(page.office_file)
    reader = LedgerReader(page.office_file.office, reach, page.hub.publish, page.sessions.end_of, page.clock)
    with ExitStack() as ending, asyncio.Runner() as runner:
        for each in (reach, page.errands, page.desk, page.archive):
            ending.callback(each.close)
        yield Asking(page, make_app(page, running), runner, reader)


def form_token(html: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', html)
    assert found is not None, html
    return found[1]
