"""Whatever is sent to the page is answered: with a page, with a clear refusal, and never with a fault."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.web.guarding import MOST_BODY_BYTES
from kiosk.web.rendering import Rendering
from tests.unit.web.asking import Asking

_ADDRESSES = (
    *("/", "/wall", "/stream/now", "/sign-in", "/sign-out"),
    *("/language/", "/static/", "/metrics", "/healthz"),
)
_FORM = b"application/x-www-form-urlencoded"


async def _status(browser: Asking, scope: dict[str, Any], body: bytes) -> tuple[int, dict[bytes, bytes]]:
    """Return what the application answers to bytes that no honest client would send."""
    sent: list[dict[str, Any]] = []
    bodies = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return bodies.pop() if bodies else {"type": "http.disconnect"}

    async def send(message: Any) -> None:  # noqa: ANN401 - any message of ASGI
        sent.append(message)

    whole = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "root_path": "",
        "raw_path": b"/",
        "client": ("127.0.0.1", 5000),
        "server": ("127.0.0.1", 8080),
    }
    await browser.app(whole | scope, receive, send)
    start = sent[0]
    return start["status"], dict(start["headers"])


@given(
    address=st.sampled_from(_ADDRESSES),
    rest=st.text(max_size=30),
    query=st.binary(max_size=60),
    cookie=st.binary(max_size=60),
    language=st.binary(max_size=30),
    body=st.one_of(
        st.binary(max_size=200), st.binary(max_size=30).map(lambda raw: b"form_token=a&id=b&pin=" + raw)
    ),
    method=st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "TRACE"]),
    kind=st.one_of(st.just(_FORM), st.binary(max_size=30)),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_in_any_place_are_an_answer(  # noqa: PLR0913 - one argument for each place
    browser: Asking,
    *,
    address: str,
    rest: str,
    query: bytes,
    cookie: bytes,
    language: bytes,
    body: bytes,
    method: str,
    kind: bytes,
) -> None:
    headers = [
        (b"host", b"127.0.0.1:8080"),
        (b"cookie", b"kiosk-form=a; kiosk-session=" + cookie + b"; kiosk-language=" + cookie),
        (b"accept-language", language),
        (b"last-event-id", cookie),
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
    ]
    path = address + rest if address.endswith("/") else address
    scope = {"method": method, "path": path, "query_string": query, "headers": headers}
    status, answered = browser.runner.run(_status(browser, scope, body))
    assert status < 500 or status == 503
    assert b"default-src 'none'" in answered[b"content-security-policy"]


@pytest.mark.parametrize("announced", [str(MOST_BODY_BYTES + 1), "9" * 30, "-1", "many", "²"])
def test_too_large_a_body_is_refused_before_it_is_read(browser: Asking, announced: str) -> None:
    headers = [(b"content-length", announced.encode("latin-1")), (b"content-type", _FORM)]
    scope = {"method": "POST", "path": "/sign-in", "query_string": b"", "headers": headers}
    assert browser.runner.run(_status(browser, scope, b""))[0] == 413


def test_body_that_is_larger_than_it_was_announced_is_refused(browser: Asking) -> None:
    scope = {
        "method": "POST",
        "path": "/sign-in",
        "query_string": b"",
        "headers": [(b"content-type", _FORM)],
    }
    body = b"id=" + b"a" * MOST_BODY_BYTES
    assert browser.runner.run(_status(browser, scope, body))[0] == 413


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 415),
        ("multipart/form-data; boundary=x", b"--x", 415),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % number for number in range(60)), 400),
        ("application/x-www-form-urlencoded", b"form_token=a&id=a%00b&pin=1", 400),
        ("application/x-www-form-urlencoded", b"form_token=a&id=" + b"a" * 500, 400),
    ],
)
def test_what_is_no_form_of_this_page_is_refused(
    browser: Asking, kind: str, body: bytes, status: int
) -> None:
    browser.cookies.set("kiosk-form", "a")
    answer = browser.ask("POST", "/sign-in", content=body, headers={"content-type": kind})
    assert answer.status_code == status


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/static/../office.toml", "/static/%2e%2e%2foffice.toml", "/static/", "/language/fr"],
)
def test_only_what_there_is_can_be_asked_for(browser: Asking, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_every_answer_bears_the_headers_that_keep_others_out(browser: Asking) -> None:
    for path in ("/", "/sign-in", "/wall", "/static/page.css", "/nowhere", "/healthz"):
        headers = browser.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "strict-transport-security" not in headers
    assert "no-store" in browser.get("/wall").headers["cache-control"]
    assert "strict-transport-security" in browser.get("/wall", base="https://127.0.0.1:8080").headers


def test_fault_of_the_program_is_said_without_its_details(
    browser: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(Rendering, "page", fail)
    answer = browser.get("/sign-in")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers
