"""House rules on the page: entered with their date and source, confirmed by a second person, withdrawn."""

from datetime import timedelta

import pytest

from kiosk.clock import new_name, now_utc
from kiosk.core.rule_events import RulesConfirmed, RulesEntered, RulesWithdrawn
from tests.premises import Premises
from tests.staffed_premises import ADMIN, PIN, SECOND, WRONG
from tests.unit.web.asking import Asking, form_token


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
    with premises.ledger() as ledger:
        (rules,) = ledger.house().entered_rules
    confirming = {"rules": rules.id, "what": "confirm"}
    own = browser.post("/rules/change", _fields(browser, **confirming))
    assert own.status_code == 400
    assert "zweite Person" in own.text
    browser.cookies.clear()
    browser.sign_in(SECOND)
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
        ({"building": "", "area_benefits": "3"}, 400),
        ({"building": ""}, 400),
        ({"mask": "paper"}, 400),
        ({"source": ""}, 400),
    ],
)
def test_what_is_miswritten_enters_nothing(
    browser: Asking, premises: Premises, change: dict[str, str], status: int
) -> None:
    browser.sign_in()
    assert browser.post("/rules/enter", _entering(browser, premises, **change)).status_code == status
    assert not any(isinstance(event.what, RulesEntered) for event in premises.events())


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
