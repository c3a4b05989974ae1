import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, NewType, Union, get_args, get_origin
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import AppointmentId
from kiosk.core.desk_events import Booked
from kiosk.core.events import (
    AdmissionStopped,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Entered,
    Event,
    Happening,
    Settled,
    SettledBecause,
)
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import EventId, RulesId, StaffId, VisitId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, DoorId, RoomId, Wording
from kiosk.core.rights import Role
from kiosk.core.rule_events import EnteredCap, EnteredMask, RulesEntered
from kiosk.core.staff_events import RefusedBecause, SignedIn, SignInRefused, StaffAdded
from kiosk.core.verdict import GoTo, NextStep, Reason, Verdict, WaitForNumber
from kiosk.ledger import codec
from kiosk.ledger.codec import (
    KINDS,
    CodecError,
    event_from_text,
    event_to_text,
    house_from_text,
    house_to_text,
    micros,
    moment,
)

NAIVE = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001 - the zone is added below
UTC_TIMES = NAIVE.map(lambda naive: naive.replace(tzinfo=UTC))
WORDINGS = st.dictionaries(st.sampled_from(["en", "tr", "uk"]), st.text()).flatmap(
    lambda texts: st.text().map(lambda german: Wording((("de", german), *texts.items())))
)


def any_value_of(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - an annotation may be any object
    """Return a strategy for the values that an annotation of the core's fields allows."""
    if isinstance(hint, NewType):
        return any_value_of(hint.__supertype__)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(),
        int: st.integers(),
        bool: st.booleans(),
        datetime: UTC_TIMES,
        timedelta: st.timedeltas(),
        types.NoneType: st.none(),
        Wording: WORDINGS,
    }
    if hint in plain:
        return plain[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{field.name: any_value_of(field.type) for field in fields(hint)})
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and arguments[-1] is not Ellipsis:
        return st.tuples(*[any_value_of(argument) for argument in arguments])
    if origin is tuple:
        return st.lists(any_value_of(arguments[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(any_value_of(arguments[0]), any_value_of(arguments[1]), max_size=3)
    assert origin in {Union, types.UnionType}, hint
    return st.one_of([any_value_of(argument) for argument in arguments])


EVENTS = any_value_of(Event)
HOUSES = any_value_of(House)

AT = datetime(2021, 9, 20, 8, 0, 1, 5, tzinfo=UTC)


@given(EVENTS)
def test_an_event_is_read_as_it_was_written(event: Event) -> None:
    assert event_from_text(event_to_text(event)) == event


@given(HOUSES)
def test_a_house_is_read_as_it_was_written(house: House) -> None:
    assert house_from_text(house_to_text(house)) == house


@given(EVENTS)
def test_a_text_is_canonical(event: Event) -> None:
    text = event_to_text(event)
    assert event_to_text(event_from_text(text)) == text
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))
    assert text.isascii()


@pytest.mark.parametrize("what", get_args(Happening))
@given(data=st.data())
def test_every_happening_comes_back(what: type, data: st.DataObject) -> None:
    event = Event(EventId("e"), AT, None, None, data.draw(any_value_of(what)), None)
    assert event_from_text(event_to_text(event)) == event


@pytest.mark.parametrize("step", get_args(NextStep))
@given(data=st.data())
def test_every_next_step_comes_back(step: type, data: st.DataObject) -> None:
    verdict = Verdict(data.draw(st.sampled_from(Reason)), data.draw(any_value_of(step)))
    event = Event(EventId("e"), AT, None, None, Declined(None), verdict)
    assert event_from_text(event_to_text(event)).answer == verdict


@given(NAIVE, st.timezones(), st.sampled_from([0, 1]))
def test_a_time_is_kept_to_the_microsecond_in_whatever_zone_it_was_given(
    naive: datetime, zone: ZoneInfo, fold: int
) -> None:
    given_time = naive.replace(tzinfo=zone, fold=fold)
    kept = moment(micros(given_time))
    assert kept.tzinfo is UTC
    assert kept == given_time.astimezone(UTC)


def test_a_naive_time_is_refused() -> None:
    event = Event(EventId("e"), datetime(2021, 9, 20), None, None, DayEnded(), None)  # noqa: DTZ001 - the point
    with pytest.raises(TypeError):
        event_to_text(event)


# The texts of ledgers that exist. Whoever has to change one of these breaks every ledger: add a migration.
WRITTEN = [
    (
        Event(
            EventId("scan-1"),
            AT,
            DoorId("main"),
            None,
            Entered(
                VisitId("scan-1"), AppointmentId("a"), AreaId("benefits"), 2, AT + timedelta(hours=1), None
            ),
            Verdict(Reason.ADMITTED, GoTo(AreaId("benefits"), RoomId("2.01"))),
        ),
        (
            '{"answer":{"reason":"admitted","step":{"area":"benefits","kind":"go_to","room":"2.01"}},'
            '"at":1632124801000005,"by":null,"door":"main","id":"scan-1","what":{"appointment":"a",'
            '"area":"benefits","expected_end":1632128401000005,"from_line":null,"kind":"entered","party":2,'
            '"visit":"scan-1"}}'
        ),
    ),
    (
        Event(
            EventId("scan-2"),
            AT,
            DoorId("main"),
            None,
            Declined(AppointmentId("b")),
            Verdict(Reason.BUILDING_FULL, WaitForNumber(7, 3, timedelta(minutes=4))),
        ),
        (
            '{"answer":{"reason":"building_full","step":{"ahead":3,"kind":"wait_for_number","number":7,'
            '"wait":240000000}},"at":1632124801000005,"by":null,"door":"main","id":"scan-2",'
            '"what":{"appointment":"b","kind":"declined"}}'
        ),
    ),
    (
        Event(
            EventId("tap-1"),
            AT,
            None,
            StaffId("guard"),
            AdmissionStopped(None, Wording((("de", "Übung"),))),
            None,
        ),
        (
            '{"answer":null,"at":1632124801000005,"by":"guard","door":null,"id":"tap-1",'
            '"what":{"door":null,"kind":"admission_stopped","message":{"texts":[["de","\\u00dcbung"]]}}}'
        ),
    ),
    (
        Event(
            EventId("tap-2"),
            AT,
            None,
            None,
            Corrected(AreaId("benefits"), -2, CorrectedBecause.RECOUNT),
            None,
        ),
        (
            '{"answer":null,"at":1632124801000005,"by":null,"door":null,"id":"tap-2",'
            '"what":{"area":"benefits","because":"recount","change":-2,"kind":"corrected","reason":null}}'
        ),
    ),
    (
        Event(
            EventId("tap-3"),
            AT,
            None,
            None,
            Settled(VisitId("v"), None, AreaId("benefits"), 1, SettledBecause.DAY_ENDED),
            None,
        ),
        (
            '{"answer":null,"at":1632124801000005,"by":null,"door":null,"id":"tap-3",'
            '"what":{"appointment":null,"area":"benefits","because":"day_ended","kind":"settled","party":1,'
            '"visit":"v"}}'
        ),
    ),
    (
        Event(EventId("tap-4"), AT, DoorId("main"), StaffId("guard"), SignedIn(StaffId("guard")), None),
        (
            '{"answer":null,"at":1632124801000005,"by":"guard","door":"main","id":"tap-4",'
            '"what":{"kind":"signed_in","staff":"guard"}}'
        ),
    ),
    (
        Event(EventId("tap-5"), AT, None, None, SignInRefused(None, RefusedBecause.UNKNOWN), None),
        (
            '{"answer":null,"at":1632124801000005,"by":null,"door":null,"id":"tap-5",'
            '"what":{"because":"unknown","kind":"sign_in_refused","staff":null}}'
        ),
    ),
    (
        Event(EventId("tap-6"), AT, None, StaffId("boss"), StaffAdded(StaffId("guard"), Role.SECURITY), None),
        (
            '{"answer":null,"at":1632124801000005,"by":"boss","door":null,"id":"tap-6",'
            '"what":{"kind":"staff_added","role":"security","staff":"guard"}}'
        ),
    ),
    (
        Event(
            EventId("call-1"),
            AT,
            None,
            StaffId("desk"),
            Booked(AppointmentId("a"), AreaId("benefits"), RoomId("2.01"), AT + timedelta(days=1), 2, False),
            None,
        ),
        (
            '{"answer":null,"at":1632124801000005,"by":"desk","door":null,"id":"call-1",'
            '"what":{"appointment":"a","area":"benefits","kind":"booked","knowingly_full":false,"party":2,'
            '"room":"2.01","starts_at":1632211201000005}}'
        ),
    ),
    (
        Event(
            EventId("tap-7"),
            AT,
            None,
            StaffId("boss"),
            RulesEntered(
                RulesId("tap-7"),
                AT,
                EnteredCap(10, ((AreaId("youth"), 2),)),
                EnteredMask(MaskKind.FFP2, off_at_desk=True, exempt_below_age=6, exempt_by_certificate=False),
                "§ 3",
            ),
            None,
        ),
        (
            '{"answer":null,"at":1632124801000005,"by":"boss","door":null,"id":"tap-7",'
            '"what":{"cap":{"areas":[["youth",2]],"building":10},"kind":"rules_entered",'
            '"mask":{"exempt_below_age":6,"exempt_by_certificate":false,"kind":"ffp2","off_at_desk":true},'
            '"rules":"tap-7","since":1632124801000005,"source":"\\u00a7 3"}}'
        ),
    ),
]


@pytest.mark.parametrize(("event", "text"), WRITTEN, ids=lambda value: getattr(value, "id", ""))
def test_the_form_of_what_was_written_never_changes(event: Event, text: str) -> None:
    assert event_to_text(event) == text
    assert event_from_text(text) == event


def test_an_event_that_was_written_before_a_field_came_is_still_read() -> None:
    text = (
        '{"answer":null,"at":1632124801000005,"by":null,"door":null,"id":"tap-2",'
        '"what":{"area":"benefits","because":"recount","change":-2,"kind":"corrected"}}'
    )
    assert event_from_text(text).what == Corrected(AreaId("benefits"), -2, CorrectedBecause.RECOUNT, None)


def test_a_house_that_was_written_before_a_field_came_is_still_read() -> None:
    text = (
        '{"corrections":{},"last_number":0,"latest_at":null,"line":[],"missed":[],"rules_digest":null,'
        '"stays":{},"stops":[],"unmatched_exits":0,"visits":[]}'
    )
    assert house_from_text(text) == EMPTY_HOUSE


def test_the_names_in_the_ledger_never_change() -> None:
    assert sorted(KINDS.values()) == [
        "admission_resumed",
        "admission_stopped",
        "agreement_undone",
        "ask_staff",
        "asked_again",
        "badge_issued",
        "booked",
        "booking_searched",
        "call_office",
        "call_withdrawn",
        "called",
        "called_off",
        "clock_confirmed",
        "come_back_at",
        "come_when_open",
        "corrected",
        "count_restored",
        "counted_out",
        "day_ended",
        "declined",
        "details_changed",
        "entered",
        "entry_withdrawn",
        "exit_unmatched",
        "exited",
        "go_to",
        "goodbye",
        "help_called",
        "help_ended",
        "hold_again",
        "let_in",
        "letter_ordered",
        "mask_exempted",
        "mask_exemption_withdrawn",
        "moved",
        "number_withdrawn",
        "people_forgotten",
        "people_shown",
        "pin_reset",
        "put_back",
        "queued",
        "read_message",
        "reconciled",
        "rules_changed",
        "rules_confirmed",
        "rules_entered",
        "rules_kept",
        "rules_withdrawal_asked",
        "rules_withdrawn",
        "settled",
        "sign_in_refused",
        "signed_in",
        "staff_added",
        "staff_disabled",
        "turned_back",
        "uncalled",
        "use_door",
        "visit_reopened",
        "wait_for_number",
    ]


def test_the_reasons_in_the_ledger_never_change() -> None:
    assert {reason.name.lower() for reason in Reason} == {reason.value for reason in Reason}


@given(st.text() | st.from_regex(r'\{"[a-z]+":[^}]*\}'))
def test_any_other_text_is_refused_with_one_error(text: str) -> None:
    for read in (event_from_text, house_from_text):
        with pytest.raises(CodecError):
            read(text)


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ('"party":2', '"party":"2"'),
        ('"party":2', '"party":true'),
        ('"party":2', '"party":2.0'),
        ('"kind":"entered"', '"kind":"teleported"'),
        ('"kind":"entered",', ""),
        ('"visit":"scan-1"', '"visit":["scan-1"]'),
        ('"visit":"scan-1"', '"visit":"scan-1","wish":"none"'),
        (',"visit":"scan-1"', ""),
        ('"reason":"admitted"', '"reason":"liked"'),
        ('"at":1632124801000005', '"at":16321248010000050000000'),
        ('{"area":"benefits","kind":"go_to","room":"2.01"}', '"go"'),
    ],
)
def test_an_event_that_was_changed_is_not_understood_as_another(found: str, put: str) -> None:
    text = WRITTEN[0][1]
    assert found in text
    with pytest.raises(CodecError):
        event_from_text(text.replace(found, put))


def test_a_field_that_came_later_is_read_from_older_texts_as_its_default() -> None:
    without = house_to_text(EMPTY_HOUSE).replace(',"missed":[]', "")
    assert "missed" not in without
    assert house_from_text(without) == EMPTY_HOUSE


def test_a_value_that_the_ledger_has_no_form_for_is_found_when_the_program_starts() -> None:
    class Unnamed:
        pass

    for hint in (float, set[int], Mapping[int, str], Unnamed | AdmissionStopped):
        with pytest.raises(TypeError, match="the ledger"):
            codec._converter(hint)


def test_a_house_cannot_be_changed_behind_the_folds_back() -> None:
    house = house_from_text(house_to_text(replace(EMPTY_HOUSE, corrections={AreaId("benefits"): 1})))
    assert isinstance(house.corrections, types.MappingProxyType)
