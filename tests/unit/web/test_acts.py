"""What a manager changes on the page: with the PIN once more, once for each form, and on record."""

import re

import pytest

from kiosk.clock import new_name
from kiosk.core.events import AdmissionResumed, AdmissionStopped
from kiosk.core.office import MessageId
from kiosk.core.staff_events import PinReset
from tests.premises import Premises
from tests.staffed_premises import ADMIN, GUARD, MANAGER, PIN, SECOND, WRONG
from tests.unit.web.asking import Asking, form_token


def _fields(browser: Asking, **more: str) -> dict[str, str]:
    token = form_token(browser.get("/acts").text)
    return {"form_token": token, "tap": new_name(), "pin": PIN} | more


def test_admission_is_stopped_with_a_message_and_resumed_by_who_types_their_pin(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    fields = _fields(browser, door="*", message="own", text_de="Probealarm.", text_en="")
    assert browser.post("/acts/hold", fields).headers["location"] == "/acts?done=held"
    stopped = premises.events()[-1]
    assert (stopped.by, stopped.id) == (MANAGER, fields["tap"])
    assert isinstance(stopped.what, AdmissionStopped)
    assert (stopped.what.door, stopped.what.message.in_language("en")) == (None, "Probealarm.")
    assert "Probealarm." in browser.get("/acts").text
    assert (
        browser.post("/acts/resume", _fields(browser, door="*")).headers["location"] == "/acts?done=resumed"
    )
    assert premises.events()[-1].what == AdmissionResumed(None)
    assert (
        browser.post("/acts/resume", _fields(browser, door="*")).headers["location"] == "/acts?done=not_held"
    )


def test_one_door_is_stopped_with_a_message_of_the_offices_file(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    browser.post("/acts/hold", _fields(browser, door="side", message="closed_for_now"))
    stopped = premises.events()[-1].what
    assert isinstance(stopped, AdmissionStopped)
    assert stopped.door == "side"
    assert stopped.message == premises.file().office.messages[MessageId("closed_for_now")]


def test_form_that_is_sent_twice_counts_once(browser: Asking, premises: Premises) -> None:
    browser.sign_in()
    fields = _fields(browser, door="*", message="closed_for_now")
    for _ in range(2):
        assert browser.post("/acts/hold", fields).status_code == 303
    assert sum(isinstance(event.what, AdmissionStopped) for event in premises.events()) == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"pin": WRONG}, 403),
        ({"pin": ""}, 403),
        ({"form_token": "guessed"}, 403),
        ({"tap": "none"}, 400),
        ({"door": "nowhere"}, 400),
        ({"message": "none"}, 400),
        ({"message": "own", "text_de": " "}, 400),
        ({"message": "own", "text_de": "a" * 161}, 400),
    ],
)
def test_what_is_wrong_changes_nothing(
    browser: Asking, premises: Premises, change: dict[str, str], status: int
) -> None:
    browser.sign_in()
    fields = _fields(browser, door="*", message="closed_for_now") | change
    assert browser.post("/acts/hold", fields).status_code == status
    assert not any(isinstance(event.what, AdmissionStopped) for event in premises.events())


def test_nobody_acts_without_signing_in(browser: Asking) -> None:
    for path in ("/acts/hold", "/acts/resume", "/acts/pin"):
        assert browser.post(path, {"pin": PIN}).headers["location"].startswith("/sign-in")


def test_admin_holds_no_door(browser: Asking, premises: Premises) -> None:
    browser.sign_in(ADMIN)
    assert "/acts/hold" not in browser.get("/acts").text
    fields = _fields(browser, door="*", message="closed_for_now")
    assert browser.post("/acts/hold", fields).status_code == 403
    assert not any(isinstance(event.what, AdmissionStopped) for event in premises.events())


def test_an_own_text_that_is_typed_in_english_alone_is_shown_in_both_languages(
    browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    fields = _fields(browser, door="*", message="own", text_de="", text_en="Fire drill.")
    assert browser.post("/acts/hold", fields).headers["location"] == "/acts?done=held"
    stopped = premises.events()[-1].what
    assert isinstance(stopped, AdmissionStopped)
    assert [stopped.message.in_language(each) for each in ("de", "en")] == ["Fire drill.", "Fire drill."]


def test_manager_gives_a_guard_a_new_pin_that_is_shown_once(
    browser: Asking, other_browser: Asking, premises: Premises
) -> None:
    browser.sign_in()
    answer = browser.post("/acts/pin", _fields(browser, who=GUARD))
    found = re.search(r'class="new-pin">(\d{6})<', answer.text)
    assert found is not None
    assert premises.events()[-1].what == PinReset(GUARD)
    assert found[1] not in browser.get("/acts").text
    tls = "https://page.example"
    assert "gehören nicht zusammen" in other_browser.sign_in(GUARD, PIN, base=tls).text
    assert "Führungskräfte" in other_browser.sign_in(GUARD, found[1], base=tls).text


@pytest.mark.parametrize("who", [SECOND, ADMIN, "nobody"])
def test_manager_gives_nobody_else_a_pin(browser: Asking, premises: Premises, who: str) -> None:
    browser.sign_in()
    assert browser.post("/acts/pin", _fields(browser, who=who)).status_code == 403
    assert not any(isinstance(event.what, PinReset) for event in premises.events())
