"""House rules on the page: entered with their date and source, confirmed by a second person, withdrawn."""

import re
import sys
from datetime import date, timedelta
from typing import Final

import pytest
from PySide6.QtGui import QImage
from starlette.datastructures import QueryParams

from kiosk.clock import new_name, now_utc
from kiosk.core.ids import RulesId
from kiosk.core.office import AreaId
from kiosk.core.rule_events import (
    EnteredCap,
    RulesConfirmed,
    RulesEntered,
    RulesWithdrawalAsked,
    RulesWithdrawn,
)
from kiosk.gate.passing_time import append_all
from kiosk.web.errands import Errands
from kiosk.web.page import Page
from kiosk.web.preview import look_of
from kiosk.web.rule_form import RuleDraft
from kiosk.web.words import Words
from tests.building import BENEFITS, a_door, an_area, an_office, at, hours
from tests.premises import Premises
from tests.staffed_premises import ADMIN, MANAGER, PIN, SECOND, WRONG
from tests.unit.web.asking import Asking, form_token

SUNDAY: Final = date(2021, 9, 19)


def _fields(browser: Asking, **more: str) -> dict[str, str]:
    token = form_token(browser.get("/rules").text)
    return {"form_token": token, "tap": new_name(), "pin": PIN} | more


def _entering(browser: Asking, premises: Premises, **more: str) -> dict[str, str]:
    zone = premises.file().office.time_zone
    tomorrow = (now_utc() + timedelta(days=1)).astimezone(zone)
    written = {"since": f"{tomorrow:%Y-%m-%dT%H:%M}", "building": "9", "source": "Verordnung Musterland § 3"}
    return _fields(browser, **(written | more))


def test_rules_of_the_offices_file_are_listed_to_who_may_only_read(browser: Asking) -> None:
    browser.sign_in(ADMIN)
    html = browser.get("/rules").text
    assert "5 Personen im Haus" in html
    assert "Verordnung Musterland § 1" in html
    assert "/rules/enter" not in html


def test_higher_cap_is_entered_by_one_manager_and_confirmed_by_another(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    entered = browser.post("/rules/enter", _entering(browser, premises, area_benefits="4", mask="ffp2"))
    assert entered.headers["location"] == "/rules?done=entered"
    what = premises.events()[-1].what
    assert isinstance(what, RulesEntered)
    html = browser.get("/rules?done=entered").text
    assert "wartet auf Bestätigung" in html
    assert 'value="confirm"' not in html, "who entered it is not offered to agree"
    with premises.ledger() as ledger:
        (rules,) = ledger.house().entered_rules
    confirming = {"rules": rules.id, "what": "confirm"}
    own = browser.post("/rules/change", _fields(browser, **confirming))
    assert own.status_code == 400
    assert "zweite Person" in own.text
    browser.cookies.clear()
    browser.sign_in(SECOND)
    assert 'value="confirm"' in browser.get("/rules").text
    confirmed = browser.post("/rules/change", _fields(browser, **confirming))
    assert confirmed.headers["location"] == "/rules?done=confirm"
    assert isinstance(premises.events()[-1].what, RulesConfirmed)


def test_lower_cap_holds_without_anybody_else_and_is_withdrawn_by_who_entered_it(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    browser.post("/rules/enter", _entering(browser, premises, building="2"))
    assert "wartet auf Bestätigung" not in browser.get("/rules").text
    with premises.ledger() as ledger:
        (rules,) = ledger.house().entered_rules
    withdrawn = browser.post("/rules/change", _fields(browser, rules=rules.id, what="withdraw"))
    assert withdrawn.headers["location"] == "/rules?done=withdraw"
    assert isinstance(premises.events()[-1].what, RulesWithdrawn)


def test_withdrawn_rules_stay_in_the_list_with_who_and_when(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    assert "zurückgenommen wurde" not in browser.get("/rules").text
    began = now_utc() - timedelta(minutes=50)
    told = (
        (0, MANAGER, RulesEntered(RulesId("r"), began, EnteredCap(2, ()), None, "Verordnung § 9")),
        (30, MANAGER, RulesWithdrawalAsked(RulesId("r"))),
        (40, SECOND, RulesWithdrawn(RulesId("r"), MANAGER)),
    )
    with premises.ledger() as ledger:
        for minute, by, what in told:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], began + timedelta(minutes=minute), by=by)
    words = Words("de", premises.file().office.time_zone)
    text = " ".join(re.sub("<[^>]*>", " ", browser.get("/rules").text).split())
    assert "1 Regel, die zurückgenommen wurde" in text
    when = words.dated(began + timedelta(minutes=40))
    assert f"zurückgenommen von {SECOND} am {when}, erbeten von {MANAGER} · Verordnung § 9" in text
    assert f"Ab {words.dated(began)} 2 Personen im Haus" in text
    assert f"Gilt ab {words.dated(began)}" not in text


def test_rules_in_whose_place_others_hold_are_listed_once_below_those_that_hold(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    began = now_utc() - timedelta(minutes=50)
    lower = [
        RulesEntered(
            RulesId(f"r{cap}"), began - timedelta(minutes=cap), EnteredCap(cap, ()), None, "Verordnung § 9"
        )
        for cap in (4, 3)
    ]
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, lower, began, by=MANAGER)
    text = browser.get("/rules").text
    holding, over = text.index("3 Personen im Haus"), text.index("4 Personen im Haus")
    assert holding < over
    assert text.count("4 Personen im Haus") == 1


def test_caps_of_areas_stand_in_the_order_of_the_offices_file(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    tomorrow = now_utc() + timedelta(days=1)
    caps = ((AreaId("annexe"), 3), (AreaId("youth"), 1), (BENEFITS, 2))
    entered = RulesEntered(RulesId("r"), tomorrow, EnteredCap(4, caps), None, "Verordnung § 9")
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [entered], now_utc(), by=MANAGER)
    assert "Leistung: 2 · Jugend: 1 · annexe: 3" in browser.get("/rules").text


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"pin": WRONG}, 403),
        ({"form_token": "guessed"}, 403),
        ({"since": "soon"}, 400),
        ({"since": "2021-09-20T08:00"}, 400),
        ({"building": "-1"}, 400),
        ({"building": "100001"}, 400),
        ({"building": "²"}, 400),
        ({"area_benefits": "few"}, 400),
        ({"building": ""}, 400),
        ({"mask": "paper"}, 400),
        ({"source": ""}, 400),
        ({"since": "0001-01-01T00:00"}, 400),
        ({"since": "9999-12-31T23:59"}, 400),
    ],
)
def test_what_is_miswritten_enters_nothing(
    browser: Asking, premises: Premises, change: dict[str, str], status: int
) -> None:
    browser.sign_in()
    assert browser.post("/rules/enter", _entering(browser, premises, **change)).status_code == status
    assert not any(isinstance(event.what, RulesEntered) for event in premises.events())


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"since": "soon"}, "since", "Hier müssen Tag und Uhrzeit stehen: Gilt ab"),
        ({"building": "many"}, "building", "Hier muss eine Zahl stehen: Im Haus"),
        ({"area_youth": "few"}, "area_youth", "Hier muss eine Zahl stehen: Jugend"),
        (
            {"mask": "ffp2", "exempt_below_age": "six"},
            "exempt_below_age",
            "Hier muss eine Zahl stehen: Keine Maske für Kinder unter (Jahre)",
        ),
    ],
)
def test_the_field_that_is_miswritten_is_named_and_marked(
    browser: Asking, premises: Premises, change: dict[str, str], field: str, said: str
) -> None:
    browser.sign_in()
    for address in ("/rules/enter", "/rules/preview"):
        html = browser.post(address, _entering(browser, premises, **change)).text
        alert = re.search(r'role="alert">(.*?)</p>', html)
        assert alert is not None
        assert re.sub("<[^>]*>", "", alert[1]) == said
        assert re.findall(r'id="(\w+)"[^>]*aria-invalid="true"', html) == [field]


def test_admin_enters_no_rules_and_nobody_changes_what_there_is_not(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in(ADMIN)
    assert browser.post("/rules/enter", _entering(browser, premises)).status_code == 403
    browser.cookies.clear()
    browser.sign_in()
    unknown = _fields(browser, rules="none", what="withdraw")
    assert browser.post("/rules/change", unknown).status_code == 400
    assert browser.post("/rules/change", _fields(browser, rules="none", what="burn")).status_code == 400


def test_what_is_left_empty_stays_as_it_holds_and_a_dash_takes_a_cap_away(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    browser.post("/rules/enter", _entering(browser, premises, building="", area_benefits="3", area_youth="2"))
    later = (now_utc() + timedelta(days=2)).astimezone(premises.file().office.time_zone)
    fields = _entering(browser, premises, since=f"{later:%Y-%m-%d}", building="4", area_benefits="–")
    assert browser.post("/rules/enter", fields).status_code == 303
    entered = [each.what.cap for each in premises.events() if isinstance(each.what, RulesEntered)]
    assert entered == [
        EnteredCap(5, ((BENEFITS, 3), (AreaId("youth"), 2))),
        EnteredCap(4, ((AreaId("youth"), 2),)),
    ]


def test_what_was_typed_stays_in_the_form_but_never_the_pin(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    fields = _entering(browser, premises, building="many", source="§ 7 der Hausordnung", mask="ffp2")
    html = browser.post("/rules/enter", fields).text
    assert 'value="many"' in html
    assert 'value="§ 7 der Hausordnung"' in html
    assert '<option value="ffp2" selected>' in html
    assert PIN not in html


def test_preview_shows_the_screen_by_what_is_typed_before_anybody_types_a_pin(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    fields = _entering(browser, premises, building="3", mask="ffp2", door="side") | {"pin": ""}
    html = browser.post("/rules/preview", fields).text
    assert "Seiteneingang" in html
    assert 'value="3"' in html
    # On a phone the picture stands far above the button: it is led to.
    assert 'formaction="/rules/preview#look"' in html
    assert 'id="look"' in html
    (address,) = re.findall(r'src="(/rules/preview\.png\?since=[^"]*)"', html)
    picture = browser.get(address.replace("&amp;", "&"))
    assert picture.headers["content-type"] == "image/png"
    drawn = QImage.fromData(picture.content)
    assert (drawn.width(), drawn.height()) == (1280, 800)
    assert not any(isinstance(event.what, RulesEntered) for event in premises.events())


def test_preview_asks_for_the_screen_of_what_was_entered_at_its_time(
    browser: Asking, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    async def drawn(_: Errands, command: tuple[str, ...], option: str, name: str) -> bytes:
        asked.append((*command, option, name))
        return b"a picture"

    monkeypatch.setattr(Errands, "file_of", drawn)
    browser.sign_in()
    fields = _entering(browser, premises, mask="medical") | {"off_at_desk": "yes"}
    browser.post("/rules/enter", fields)
    with premises.ledger() as ledger:
        (rules,) = ledger.house().entered_rules
    assert f'src="/rules/preview.png?rules={rules.id}"' in browser.get("/rules").text
    assert browser.get(f"/rules/preview.png?rules={rules.id}").content == b"a picture"
    browser.get(f"/rules/preview.png?since={fields['since']}&mask=ffp2")
    since = fields["since"]
    start = ("rules", "preview", "--door", "main", "--language", "de", "--at", since)
    assert asked == [
        (*start, "--rules", rules.id, "--out", "preview.png"),
        (*start, "--mask", "ffp2", "--on-at-desk", "--out", "preview.png"),
    ]


def test_preview_of_a_door_that_is_closed_then_shows_it_when_it_opens() -> None:
    office = an_office()
    draft = RuleDraft(at("00:00"), 10, {}, None, "")
    look = look_of(
        QueryParams({"since": "2021-09-20T00:00", "building": "10"}), draft, office, at("09:00", SUNDAY)
    )
    assert look.at == at("08:00")
    closed = an_office(areas=[an_area(opening=hours(None))], doors=[a_door(serves=(BENEFITS,))])
    assert look_of(QueryParams({"since": "2021-09-20"}), draft, closed, at("09:00", SUNDAY)).at == at("00:00")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("since=soon", 400),
        ("since=0001-01-01T00:00", 400),
        ("since=2021-11-24&building=-1", 400),
        ("since=2021-11-24&door=none", 400),
        ("rules=none", 404),
        ("rules=--help", 404),
    ],
)
def test_preview_of_what_is_miswritten_or_unknown_starts_nothing(
    browser: Asking, monkeypatch: pytest.MonkeyPatch, query: str, status: int
) -> None:
    monkeypatch.delattr(Errands, "file_of")
    browser.sign_in()
    assert browser.get(f"/rules/preview.png?{query}").status_code == status


def test_preview_is_for_managers_alone(browser: Asking) -> None:
    assert browser.get("/rules/preview.png?since=2021-11-24").status_code == 303
    browser.sign_in(ADMIN)
    assert browser.get("/rules/preview.png?since=2021-11-24").status_code == 403


def test_picture_that_cannot_be_drawn_is_said_to_be_so(
    browser: Asking, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = Errands(page.office_file.path, program=(sys.executable, "-c", "raise SystemExit(1)"))
    monkeypatch.setattr(page, "errands", failing)
    browser.sign_in()
    answer = browser.get("/rules/preview.png?since=2021-11-24")
    failing.close()
    assert answer.status_code == 503
    assert "konnte gerade nicht gemacht werden" in answer.text
