"""The manager's page in a real browser, before the real server and a real ledger."""

import json
import re
import signal

from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import MakeVisitor, Served, Visitor, serving
from tests.staffed_premises import GUARD, MANAGER, PIN, WRONG, come_in, go_out

_NUMBER = ".big-number"
# Everything that axe-core checks, and the contrast of 7:1 that WCAG asks for at AAA.
_ALL_RULES = {"resultTypes": ["violations"], "rules": {"color-contrast-enhanced": {"enabled": True}}}


# Less than the silence after which a page calls its numbers old without having slept.
_UNDER_WAY_MS = 3000


def _shows(visitor: Visitor, number: int) -> None:
    visitor.sees(_NUMBER, f"^{number}$")


def test_manager_stops_admission_and_lets_visitors_in_again(
    served: Served, make_visitor: MakeVisitor
) -> None:
    visitor, other = make_visitor(served.address), make_visitor(served.address)
    for each in (visitor, other):
        each.sign_in()
        _shows(each, 0)
    visitor.page.get_by_role("link", name="Eingreifen").click()
    visitor.page.get_by_label("Eigener Text", exact=True).check()
    visitor.page.get_by_label("Eigener Text auf Deutsch").fill("Probealarm.")
    visitor.page.fill("#pin-hold", PIN)
    visitor.page.get_by_role("button", name="Jetzt anhalten").click()
    visitor.sees(".note", "Der Einlass ist angehalten")
    other.sees(".part-attention", "an allen Türen angehalten")
    visitor.page.fill("#pin-resume-1", PIN)
    visitor.page.get_by_role("button", name="Wieder einlassen").click()
    visitor.sees(".note", "Der Einlass läuft wieder")
    other.sees(".part-attention", "Nichts zu tun")
    assert visitor.complaints + other.complaints == []


def test_what_is_committed_appears_on_all_open_pages_by_itself(
    served: Served, make_visitor: MakeVisitor
) -> None:
    manager, wall = make_visitor(served.address), make_visitor(served.address, 1920, 1080)
    manager.sign_in()
    wall.go("/wall")
    for visitor in (manager, wall):
        _shows(visitor, 0)
    with served.premises.ledger() as ledger:
        visit = come_in(ledger, 3)
        for visitor in (manager, wall):
            _shows(visitor, 3)
            visitor.sees(".said-state", "Platz für 2 Personen")
        go_out(ledger, visit, 3)
        for visitor in (manager, wall):
            _shows(visitor, 0)
    assert manager.complaints + wall.complaints == []


def test_page_says_since_when_it_has_no_news_and_catches_up_after_a_restart(
    served: Served, make_visitor: MakeVisitor
) -> None:
    visitor = make_visitor(served.address)
    visitor.sign_in()
    _shows(visitor, 0)
    visitor.page.evaluate("window.stillHere = true")
    served.running.end(signal.SIGKILL)
    visitor.sees(".alarm", r"Seit \d\d:\d\d:\d\d keine neuen Zahlen.*vor \d+ Sekunden")
    assert visitor.page.title().startswith("⚠")
    with served.premises.ledger() as ledger:
        come_in(ledger, 2)
    port = int(served.address.rstrip("/").rpartition(":")[2])
    with serving(served.premises, port):
        _shows(visitor, 2)
        visitor.page.locator(".alarm").wait_for(state="hidden")
        # Neither reloaded nor signed in again.
        assert visitor.page.evaluate("window.stillHere")
        assert not visitor.page.title().startswith("⚠")


def _sleep_for_an_hour(visitor: Visitor) -> None:
    """Close the lid; once more, if something was under way: heard after the sleep it is news, and rightly."""
    for _ in range(3):
        visitor.page.wait_for_timeout(_UNDER_WAY_MS)
        visitor.page.clock.fast_forward("01:05:00")
        visitor.page.wait_for_timeout(_UNDER_WAY_MS)
        if visitor.page.locator(".alarm").is_visible():
            return


def test_page_that_slept_before_a_silent_server_calls_its_numbers_old_until_it_has_caught_up(
    served: Served, make_visitor: MakeVisitor
) -> None:
    visitor = make_visitor(served.address)
    # Its clock can be moved on: the lid was closed for an hour, give or take what a busy machine takes.
    visitor.page.clock.install()
    visitor.sign_in()
    _shows(visitor, 0)
    # The connection stays, and nothing tells the browser that nobody is there.
    served.running.process.send_signal(signal.SIGSTOP)
    try:
        _sleep_for_an_hour(visitor)
        visitor.sees(".alarm", r"Seit \d\d:\d\d:\d\d keine neuen Zahlen.*vor (6\d Minuten|[23] Stunden)")
        _shows(visitor, 0)
    finally:
        served.running.process.send_signal(signal.SIGCONT)
    with served.premises.ledger() as ledger:
        come_in(ledger, 2)
    _shows(visitor, 2)
    visitor.page.locator(".alarm").wait_for(state="hidden")
    assert visitor.complaints == []


def test_page_says_so_when_the_server_cannot_read_the_ledger(
    served: Served, make_visitor: MakeVisitor
) -> None:
    visitor = make_visitor(served.address)
    visitor.sign_in()
    _shows(visitor, 0)
    whole = served.premises.database.read_bytes()
    served.premises.database.write_bytes(b"no page of a database " * 2000)
    visitor.sees(".alarm", "keine neuen Zahlen")
    visitor.sees(".part-attention", "Die Datenbank antwortet nicht")
    served.premises.database.write_bytes(whole)
    visitor.page.locator(".alarm").wait_for(state="hidden")
    assert visitor.complaints == []


def test_page_whose_session_has_ended_goes_to_the_sign_in_by_itself(
    quiet: Served, make_visitor: MakeVisitor
) -> None:
    visitor = make_visitor(quiet.address)
    visitor.sign_in()
    _shows(visitor, 7)
    other = visitor.page.context.new_page()
    other.goto(visitor.address)
    other.get_by_role("button", name="Abmelden").click()
    visitor.page.wait_for_url(re.compile(r"/sign-in\?said=ended"))
    visitor.sees(".note", "abgelaufen")
    assert visitor.complaints == []


def test_signing_in_tells_what_is_wrong_and_limits_hold(served: Served, make_visitor: MakeVisitor) -> None:
    visitor = make_visitor(served.address, language="en")
    visitor.sign_in(GUARD)
    visitor.sees(".wrong", "for managers and administrators")
    for _ in range(5):
        visitor.sign_in(MANAGER, WRONG)
        visitor.sees(".wrong", "do not belong together")
    visitor.sign_in(MANAGER)
    visitor.sees(".wrong", r"Too many wrong PINs. The next try is taken in \d+ seconds")


def test_page_works_without_scripts_and_speaks_the_chosen_language(
    quiet: Served, make_visitor: MakeVisitor
) -> None:
    visitor = make_visitor(quiet.address, script=False)
    visitor.sign_in()
    _shows(visitor, 7)
    visitor.page.get_by_text("English").click()
    visitor.sees(".said-state", "2 people above the cap")
    visitor.page.get_by_role("button", name="Sign out").click()
    visitor.sees(".note", "Signed out.")


def test_wall_fits_each_screen_and_is_read_from_afar(quiet: Served, make_visitor: MakeVisitor) -> None:
    visitor = make_visitor(quiet.address)
    visitor.go("/wall")
    _shows(visitor, 7)
    page = visitor.page
    assert page.locator("a, button, input, select").count() == 0
    for width, height in ((1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (2160, 3840)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(_FITS), (width, height)
        heights = page.evaluate(_HEIGHTS_OF_NUMBERS)
        short_side = min(width, height)
        assert len(heights) == 4
        # The short side of a screen of 55 inches is 685 mm. The number of people has 98 mm at least.
        assert heights[0] / short_side >= 98 / 685, (width, height)
        assert min(heights) / short_side >= 40 / 685, (width, height)
    assert visitor.complaints == []


# A letter is read from 200 times its height: 40 mm at 8 m. A figure of Noto Sans is 0.714 of its size high.
_HEIGHTS_OF_NUMBERS = """
    [...document.querySelectorAll('.big-number, .big-cap, .count-number')]
        .map(each => parseFloat(getComputedStyle(each).fontSize) * 0.714)
"""
# Nothing lies over another part, or outside of the screen; a hundredth is the tail of a letter.
_FITS = """
    (() => {
        const root = document.documentElement;
        const parts = [...document.querySelectorAll('.part, .wall-foot')];
        const boxes = parts.map(each => each.getBoundingClientRect());
        const over = boxes.some((one, place) => boxes.slice(place + 1).some(other =>
            one.left < other.right - 1 && other.left < one.right - 1
            && one.top < other.bottom - 1 && other.top < one.bottom - 1));
        const spills = parts.some(each => each.scrollHeight > each.clientHeight + innerHeight / 100);
        return !over && !spills && root.scrollHeight <= innerHeight && root.scrollWidth <= innerWidth
            && boxes.every(box => box.bottom <= innerHeight && box.right <= innerWidth);
    })()
"""


def test_phone_shows_everything_without_scrolling_sideways(quiet: Served, make_visitor: MakeVisitor) -> None:
    for language, width in (("de", 320), ("en", 390)):
        visitor = make_visitor(quiet.address, width, 700, language=language)
        visitor.sign_in()
        _shows(visitor, 7)
        for path in _pages(quiet):
            visitor.go(path)
            assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            small = visitor.page.evaluate(
                "[...document.querySelectorAll('a, button, label.choice, select, input:not([type=hidden])')]"
                ".filter(each => each.checkVisibility() && each.className !== 'skip'"
                " && !['radio', 'checkbox'].includes(each.type)"
                " && each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"
            )
            assert small == [], path


_PAGES = ("/", "/past", "/past?from=then", "/rules", "/acts", "/wall", "/sign-in", "/nowhere")


def _pages(served: Served) -> tuple[str, ...]:
    today = served.premises.today
    return (*_PAGES, f"/past?from={today}&to={today}", f"/past/day?day={today}&cap=3", "/past/day?day=then")


def test_axe_finds_nothing_on_any_page(quiet: Served, make_visitor: MakeVisitor) -> None:
    found: dict[str, list[str]] = {}
    for width, language in ((390, "de"), (1440, "en")):
        visitor = make_visitor(quiet.address, width, 900, language=language)
        visitor.sign_in(GUARD)
        _check(visitor, "not allowed", found)
        visitor.sign_in()
        _shows(visitor, 7)
        for path in _pages(quiet):
            visitor.go(path)
            for scheme in ("dark", "light"):
                visitor.page.emulate_media(color_scheme=scheme)
                _check(visitor, f"{path} {width} {language} {scheme}", found)
        # Chromium notes by itself that a page was answered with 400, 403 or 404.
        assert [each for each in visitor.complaints if "with a status of 40" not in each] == []
    assert found == {}


def _check(visitor: Visitor, name: str, found: dict[str, list[str]]) -> None:
    results = Axe().run(visitor.page, options=_ALL_RULES).response
    violations = [
        f"{each['id']}: {json.dumps([node['html'] for node in each['nodes']])}"
        for each in results["violations"]
    ]
    if violations:
        found[name] = violations


def test_manager_gives_a_guard_a_new_pin_which_is_shown_once(
    served: Served, make_visitor: MakeVisitor
) -> None:
    visitor, guard = make_visitor(served.address), make_visitor(served.address)
    visitor.sign_in()
    visitor.page.get_by_role("link", name="Eingreifen").click()
    visitor.page.select_option("#who", GUARD)
    visitor.page.fill("#pin-new", PIN)
    visitor.page.get_by_role("button", name="Neue PIN erzeugen").click()
    visitor.page.locator(".new-pin").wait_for()
    new = visitor.page.locator(".new-pin").inner_text()
    guard.sign_in(GUARD, PIN)
    guard.sees(".wrong", "gehören nicht zusammen")
    guard.sign_in(GUARD, new)
    guard.sees(".wrong", "Ihre Anmeldung ist in Ordnung")
    visitor.go("/acts")
    assert new not in visitor.page.content()
    assert visitor.complaints == []
