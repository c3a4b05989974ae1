"""The story of an ordinance: entered by one manager, confirmed by another, and it switches by itself."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import uvicorn
from playwright.sync_api import Locator

from kiosk.clock import new_name, now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from kiosk.web.app import make_app
from kiosk.web.serving import open_page, running
from tests.browser.conftest import MakeVisitor, Served, Visitor
from tests.building import an_appointment
from tests.premises import Premises
from tests.staffed_premises import MAIN, MANAGER, PIN, SECOND, come_in


@dataclass
class _Clock:
    """The clock of the server and of the door, which the test moves on; nobody else notices."""

    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return now_utc() + self.ahead


@contextmanager
def _serving(premises: Premises, clock: _Clock) -> Iterator[str]:
    """Serve the page of an office by this clock, in a thread of the test."""
    app = make_app(open_page(premises.file(), clock.now), running)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, name="served page")
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            thread.join(0.05)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join()


@dataclass
class _Door:
    """The main door, which stays open all the time; each letter is one person's and is shown once."""

    gate: Gate
    ledger: Ledger
    clock: _Clock
    letters: int = 0

    def show_letter(self) -> Reason:
        """Invite somebody for now, let the letter be shown, and return what the door says."""
        self.letters += 1
        now = self.clock.now()
        invited, code = an_appointment(f"letter-{self.letters}", now), Code(self.letters)
        self.ledger.apply(AppointmentChanges(new=(invited,)))
        self.ledger.issue_letters([(invited, code)], now)
        return self.gate.scan(code.text, EventId(new_name()), now).verdict.reason


def _is_drawn(picture: Locator) -> bool:
    picture.scroll_into_view_if_needed()
    return bool(
        picture.evaluate("async image => { await image.decode(); return image.naturalWidth === 1280 }")
    )


def _enter(visitor: Visitor, since: datetime) -> None:
    """Enter a cap of nine from `since` on, after a look at the visitor's screen."""
    page = visitor.page
    visitor.go("/rules")
    page.fill("#since", f"{since:%Y-%m-%dT%H:%M}")
    page.fill("#building", "9")
    page.fill("#source", "Verordnung Musterland § 4")
    page.get_by_role("button", name="Vorschau").click()
    visitor.sees("figcaption", f"Haupteingang, .*{since:%H:%M}")
    assert _is_drawn(page.locator("figure img"))
    # Nothing has to be typed again.
    assert page.input_value("#building") == "9"
    assert page.input_value("#pin-enter") == ""
    page.fill("#pin-enter", PIN)
    page.get_by_role("button", name="Eintragen").click()
    visitor.sees(".note", "Die Regel ist eingetragen")
    visitor.sees(".rule.is-comes", "wartet auf Bestätigung")


def _confirm(visitor: Visitor) -> None:
    """Look at what waits, and confirm it."""
    visitor.go("/rules")
    rule = visitor.page.locator(".rule").filter(has_text="wartet auf Bestätigung")
    rule.get_by_text("Vorschau").click()
    assert _is_drawn(rule.locator("img"))
    rule.get_by_label("Ihre PIN").fill(PIN)
    rule.get_by_role("button", name="Bestätigen").click()
    visitor.sees(".note", "Die Regel ist bestätigt")
    visitor.sees(".rule.is-comes", f"eingetragen von {MANAGER} · bestätigt von {SECOND}")


def test_ordinance_is_entered_looked_at_confirmed_and_switches_by_itself_at_page_and_door(
    premises: Premises, make_visitor: MakeVisitor
) -> None:
    clock, office = _Clock(), premises.file().office
    since = (
        (clock.now() + timedelta(minutes=10)).astimezone(office.time_zone).replace(second=0, microsecond=0)
    )
    with premises.ledger() as ledger, _serving(premises, clock) as address:
        door = _Door(Gate(office, office.doors[MAIN], ledger, TryLimit()), ledger, clock)
        come_in(ledger, 5)
        assert door.show_letter() is Reason.BUILDING_FULL
        manager, second = make_visitor(address), make_visitor(address)
        manager.sign_in(MANAGER)
        _enter(manager, since)
        second.sign_in(SECOND)
        _confirm(second)
        manager.go("/")
        manager.sees(".big-cap", "von 5")
        manager.sees(".part-attention", "dürfen 9 statt 5 Personen ins Haus")
        manager.page.evaluate("window.stillHere = true")
        clock.ahead = since - now_utc() - timedelta(seconds=30)
        assert door.show_letter() in {Reason.BUILDING_FULL, Reason.NOT_YOUR_TURN}
        clock.ahead = since - now_utc() + timedelta(seconds=1)
        # Nobody has touched the page or the door.
        manager.sees(".big-cap", "von 9")
        assert manager.page.evaluate("window.stillHere")
        door.gate.tick(clock.now())
        assert door.show_letter() is Reason.ADMITTED
        manager.sees(".big-number", "^6$")
        second.go("/rules")
        second.sees(".rule.is-holds", "9 Personen im Haus")
        second.page.get_by_text("Regel, die nicht mehr gilt").click()
        second.sees(".history .rule", "5 Personen im Haus")
        assert manager.complaints + second.complaints == []


def test_picture_that_cannot_be_drawn_is_said_to_be_so_in_place_of_the_hint(
    quiet: Served, make_visitor: MakeVisitor
) -> None:
    manager = make_visitor(quiet.address)
    manager.sign_in(MANAGER)
    manager.page.route("**/rules/preview.png*", lambda route: route.fulfill(status=503))
    manager.go("/rules")
    manager.page.fill("#building", "9")
    manager.page.get_by_role("button", name="Vorschau").click()
    manager.sees("#look .drawn", "lässt sich gerade nicht zeichnen")
    assert not manager.page.locator("#look img").is_visible()
    assert "Das Zeichnen dauert" not in manager.page.locator("#look").inner_text()
