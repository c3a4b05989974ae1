"""Values of the core as plain objects, which any program can read."""

import json
from datetime import timedelta

from kiosk.commands.as_json import as_json
from kiosk.core.events import Uncalled, UncalledBecause
from kiosk.core.verdict import AskStaff, ComeBackAt, Reason, Verdict
from tests.building import BENEFITS, an_event, at, entered, wording


def test_value_becomes_an_object_with_its_kind() -> None:
    assert as_json(AskStaff()) == {"kind": "ask_staff"}
    assert as_json(ComeBackAt(at("10:00"))) == {"kind": "come_back_at", "at": "2021-09-20T08:00:00+00:00"}


def test_values_within_values_are_told_too() -> None:
    verdict = as_json(Verdict(Reason.TOO_EARLY, ComeBackAt(at("10:00"))))
    assert verdict == {"kind": "verdict", "reason": "too_early", "step": as_json(ComeBackAt(at("10:00")))}


def test_durations_are_seconds_enums_their_values_and_sets_lists() -> None:
    assert as_json(timedelta(minutes=1.5)) == 90.0
    assert as_json(Uncalled(3, UncalledBecause.DAY_ENDED)) == {
        "kind": "uncalled",
        "number": 3,
        "because": "day_ended",
    }
    assert as_json(frozenset({BENEFITS})) == ["benefits"]
    assert as_json({BENEFITS: (1, None, True)}) == {"benefits": [1, None, True]}


def test_event_can_be_written_and_read_again() -> None:
    event = as_json(an_event(entered("a", party=2)))
    assert json.loads(json.dumps(event)) == event


def test_texts_keep_their_letters() -> None:
    assert json.loads(json.dumps(as_json(wording("Grüße 👋"))))["texts"][0] == ["de", "Grüße 👋"]
