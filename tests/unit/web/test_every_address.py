"""Walks over every address that the application has: what is new is closed, too, and tells no names.

The addresses come from the application itself, so that nobody can forget one here.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument
from starlette.applications import Starlette
from starlette.routing import Route

from kiosk.clock import new_name, now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import AdmissionStopped, Entered, Exited
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.person import Company, Need, Person
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.web.guarding import Guarding
from kiosk.web.page import Page
from kiosk.web.rendering import Kind
from kiosk.web.words import LANGUAGES
from tests.building import an_appointment, wording
from tests.premises import Premises
from tests.staffed_premises import ADMIN, BENEFITS, PIN, come_in, happen
from tests.unit.web.asking import Asking

# Whoever has not signed in gets these, from any machine; what they tell is tested below.
_OPEN = {
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("POST", "/sign-out"),
    ("GET", "/language/{language}"),
    ("GET", "/healthz"),
    ("GET", "/static/{name}"),
}
_WHERE_THE_WALL_IS_OPEN = {("GET", "/wall"), ("GET", "/stream/wall")}
_STREAMS = {"/stream/now", "/stream/wall"}
_INSIDE_ONLY = "Geheimprobe"
# Nothing of a person, by whatever way it came into the office.
_NAMES = ("Xaverine", "Ypsilant", "xaverine@example.org", "Quittenweg", "Zenobia", "list-named")


def _addresses(browser: Asking) -> Iterator[tuple[str, str]]:
    """Give each method and path of the application; HEAD is served as GET is."""
    assert isinstance(browser.app, Guarding)
    app = browser.app._app
    assert isinstance(app, Starlette)
    for route in app.routes:
        assert isinstance(route, Route), "a part of another kind needs a walk of its own"
        for method in sorted((route.methods or set()) - {"HEAD"}):
            yield method, route.path


def _form(method: str, **fields: str) -> dict[str, dict[str, str]]:
    return {"data": {"none": "", **fields}} if method == "POST" else {}


def _path(path: str) -> str:
    return path.format(language="en", name="page.css")


@pytest.fixture
def busy(browser: Asking, premises: Premises) -> Asking:
    """A browser before a house with somebody in it, and with a message that is nobody's business outside."""
    with premises.ledger() as ledger:
        come_in(ledger, 4)
        happen(ledger, AdmissionStopped(None, wording(_INSIDE_ONLY)))
    browser.look()
    return browser


@pytest.mark.parametrize("wall", [False, True])
def test_only_what_stands_in_the_list_is_open_to_who_has_not_signed_in(
    busy: Asking, other_browser: Asking, page: Page, premises: Premises, *, wall: bool
) -> None:
    page.office_file = replace(page.office_file, web=replace(page.office_file.web, wall=wall))
    before = premises.events()
    allowed = _OPEN | (_WHERE_THE_WALL_IS_OPEN if wall else set())
    for method, path in _addresses(busy):
        if path in _STREAMS and (method, path) in allowed:
            continue  # an open page, which does not end by itself
        answer = other_browser.ask(method, _path(path), **_form(method))
        where = f"{method} {path}"
        if path not in {"/wall", "/stream/wall"} or not wall:
            assert _INSIDE_ONLY not in answer.text, where
            assert 'class="big-number"' not in answer.text, where
        if (method, path) in allowed:
            continue
        if path in _STREAMS:
            assert "event: signed-out" in answer.text, where
            assert "event: change" not in answer.text, where
        else:
            is_sent_to_sign_in = answer.headers.get("location", "").startswith("/sign-in")
            assert (answer.status_code == 303 and is_sent_to_sign_in) or answer.status_code == 403, where
    assert premises.events() == before


def test_no_form_is_taken_without_its_token_or_from_another_site(busy: Asking, premises: Premises) -> None:
    busy.sign_in()
    before = premises.events()
    forms = [path for method, path in _addresses(busy) if method != "GET"]
    assert len(forms) > 5
    for path in forms:
        assert busy.post(path, {"pin": PIN, "tap": new_name()}).status_code == 403, path
        foreign = {"sec-fetch-site": "cross-site", "origin": "https://elsewhere.example"}
        token = busy.page.sessions.use(busy.session_token, now_utc())
        assert token is not None
        fields = {"pin": PIN, "tap": new_name(), "form_token": token.form_token, "door": "*"}
        assert busy.post(path, fields, headers=foreign).status_code == 403, path
    assert premises.events() == before
    assert busy.get("/").status_code == 200


def _at(days_ago: int) -> datetime:
    return now_utc() - timedelta(days=days_ago)


def _text_of(pdf: bytes) -> str:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    text = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return text


@pytest.fixture
def named(premises: Premises) -> Premises:
    """A house in which a person is known by everything that an office may know, and has come and gone."""
    file = premises.file()
    person = Person(
        f"{_NAMES[0]} {_NAMES[1]}",
        _NAMES[2],
        f"{_NAMES[3]} 99\n00000 Musterstadt",
        frozenset(Need),
        frozenset(Company),
        by_mail=True,
    )
    appointments = [replace(an_appointment(f"named-{day}", _at(day)), room=None) for day in (0, 1)]
    with premises.ledger() as ledger:
        people = {each.id: person for each in appointments}
        ledger.apply(AppointmentChanges(new=tuple(appointments), people=people))
        for each in appointments:
            visit = VisitId(each.id)
            happen(ledger, Entered(visit, each.id, BENEFITS, 1, _at(0), None), EventId(visit))
        happen(ledger, Exited(VisitId("named-1"), appointments[1].id, BENEFITS, 1))
        newcomer = Newcomer(StaffId("guard-7"), f"{_NAMES[4]} {_NAMES[1]}", Role.SECURITY)
        key = ledger.pin_key(file.pin_key_file)
        add_member(ledger, key, newcomer, Credentials(Pin(PIN), None), ADMIN, now_utc())
    return premises


def test_no_name_is_on_any_page_in_any_stream_figure_or_file(browser: Asking, named: Premises) -> None:
    browser.look()
    browser.sign_in()
    days = f"from={named.today}&to={named.today}&day={named.today}&cap=2"
    told: dict[str, str] = {}
    for method, path in _addresses(browser):
        if method == "GET" and path not in _STREAMS:
            for language in LANGUAGES:
                answer = browser.get(f"{_path(path)}?{days}", headers={"accept-language": language})
                is_pdf = answer.headers.get("content-type") == "application/pdf"
                told[f"{path} {language}"] = _text_of(answer.content) if is_pdf else answer.text
    for kind in Kind:
        for language in LANGUAGES:
            told[f"stream {kind} {language}"] = json.dumps(browser.page.channel(kind, language).parts())
    told["sessions"] = browser.page.sessions._file.read_text(encoding="utf-8")
    assert "guard-7" in told["/acts de"]
    assert len(told["/past/day.pdf de"]) > 50
    found = [(where, name) for where, text in told.items() for name in _NAMES if name in text]
    assert found == []
