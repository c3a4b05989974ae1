"""Events and the state of the house, to and from canonical JSON: sorted keys, no blanks, ASCII only.

What is written here is read for as long as a ledger is kept, so these hold for good:

- Times are whole microseconds since 1970 in UTC, durations whole microseconds, enums their values.
- A value out of a closed set (what happened, the next step) bears its name under `kind`. The names stand in
  KINDS: a class may be renamed, its name in the ledger may not.
- A field that a class gains later needs a default, which older texts then mean.

All converters are built once, when this module is imported.
"""

import json
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache, lru_cache
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, NewType, TypeVar, Union, cast, get_args, get_origin

from kiosk.core import (
    desk_events,
    door_events,
    events,
    help_events,
    privacy_events,
    rule_events,
    staff_events,
    verdict,
)
from kiosk.core.events import Event, Happening
from kiosk.core.occupancy import House

KINDS: Mapping[type, str] = {
    events.Entered: "entered",
    events.Exited: "exited",
    events.ExitUnmatched: "exit_unmatched",
    events.Declined: "declined",
    events.Queued: "queued",
    events.AskedAgain: "asked_again",
    events.Called: "called",
    events.Uncalled: "uncalled",
    events.AdmissionStopped: "admission_stopped",
    events.AdmissionResumed: "admission_resumed",
    events.Corrected: "corrected",
    events.Settled: "settled",
    door_events.LetIn: "let_in",
    door_events.TurnedBack: "turned_back",
    door_events.CountedOut: "counted_out",
    door_events.Reconciled: "reconciled",
    door_events.EntryWithdrawn: "entry_withdrawn",
    door_events.VisitReopened: "visit_reopened",
    door_events.CountRestored: "count_restored",
    door_events.PutBack: "put_back",
    door_events.CallWithdrawn: "call_withdrawn",
    door_events.NumberWithdrawn: "number_withdrawn",
    door_events.MaskExempted: "mask_exempted",
    door_events.MaskExemptionWithdrawn: "mask_exemption_withdrawn",
    door_events.BookingSearched: "booking_searched",
    help_events.HelpCalled: "help_called",
    help_events.HelpEnded: "help_ended",
    desk_events.Booked: "booked",
    desk_events.Moved: "moved",
    desk_events.CalledOff: "called_off",
    desk_events.DetailsChanged: "details_changed",
    desk_events.LetterOrdered: "letter_ordered",
    desk_events.AgreementUndone: "agreement_undone",
    events.RulesChanged: "rules_changed",
    rule_events.RulesEntered: "rules_entered",
    rule_events.RulesConfirmed: "rules_confirmed",
    rule_events.RulesWithdrawalAsked: "rules_withdrawal_asked",
    rule_events.RulesWithdrawn: "rules_withdrawn",
    rule_events.RulesKept: "rules_kept",
    events.DayEnded: "day_ended",
    events.ClockConfirmed: "clock_confirmed",
    privacy_events.PeopleForgotten: "people_forgotten",
    privacy_events.PeopleShown: "people_shown",
    staff_events.SignedIn: "signed_in",
    staff_events.SignInRefused: "sign_in_refused",
    staff_events.StaffAdded: "staff_added",
    staff_events.StaffDisabled: "staff_disabled",
    staff_events.PinReset: "pin_reset",
    staff_events.BadgeIssued: "badge_issued",
    verdict.HoldAgain: "hold_again",
    verdict.GoTo: "go_to",
    verdict.Goodbye: "goodbye",
    verdict.ComeBackAt: "come_back_at",
    verdict.UseDoor: "use_door",
    verdict.ComeWhenOpen: "come_when_open",
    verdict.ReadMessage: "read_message",
    verdict.CallOffice: "call_office",
    verdict.AskStaff: "ask_staff",
    verdict.WaitForNumber: "wait_for_number",
}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_Value = TypeVar("_Value")


class CodecError(ValueError):
    """Raised for a text that holds no event and no house that this program knows."""


def micros(moment: datetime) -> int:
    """Return an aware time as microseconds since 1970 in UTC."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(micros: int) -> datetime:
    """Return the time in UTC of microseconds since 1970."""
    return _EPOCH + timedelta(0, 0, micros)


def kind_of(what: Happening) -> str:
    """Return the name that this kind of happening bears in the ledger."""
    return KINDS[type(what)]


def event_to_text(event: Event) -> str:
    """Return the canonical text of an event."""
    return _EVENT.write(event)


def event_from_text(text: str) -> Event:
    """Return the event in a text; its times are in UTC. Raises CodecError."""
    return cast("Event", _from_text(_EVENT, text))


def house_to_text(house: House) -> str:
    """Return the canonical text of the state of the house."""
    return _HOUSE.write(house)


def house_from_text(text: str) -> House:
    """Return the state of the house in a text; its times are in UTC. Raises CodecError."""
    return cast("House", _from_text(_HOUSE, text))


def value_to_text(value: object) -> str:
    """Return the canonical text of a value of one of the core's classes."""
    return _converter(cast("Hashable", type(value))).write(value)


def value_from_text(kind: type[_Value], text: str) -> _Value:
    """Return the value of this class in a text; its times are in UTC. Raises CodecError."""
    return cast("_Value", _from_text(_converter(cast("Hashable", kind)), text))


class _Converter(NamedTuple):
    """`write` gives the canonical text of a value; `read` takes what JSON made of it back, or raises.

    JSON's own encoder is not used: it could not use again the texts of visits that did not change since the
    last commit, and writing the house was the dearest part of a commit.
    """

    write: Callable[[Any], str]
    read: Callable[[Any], Any]


def _from_text(converter: _Converter, text: str) -> object:
    try:
        return converter.read(json.loads(text))
    except (TypeError, ValueError, LookupError, OverflowError, RecursionError) as error:
        raise CodecError(f"a stored text cannot be read: {type(error).__name__}: {error}") from error


@cache
def _converter(hint: Hashable) -> _Converter:
    """Build the converter for an annotation of one of the core's fields."""
    if isinstance(hint, NewType):
        return _converter(hint.__supertype__)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _of_enum(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _of_dataclass(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _of_tuple(arguments)
    if origin is Mapping:
        return _of_mapping(*arguments)
    if origin in {Union, types.UnionType}:
        return _of_union(arguments)
    raise TypeError(f"the ledger cannot store {hint}")


def _checked(kind: type) -> Callable[[Any], Any]:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(f"{type(value).__name__} in place of {kind.__name__}")
        return value

    return read


_integer = _checked(int)
_list = _checked(list)
_dict = _checked(dict)

_PLAIN: dict[object, _Converter] = {
    str: _Converter(encode_basestring_ascii, _checked(str)),
    int: _Converter(str, _integer),
    bool: _Converter(lambda value: "true" if value else "false", _checked(bool)),
    date: _Converter(lambda value: f'"{value.isoformat()}"', date.fromisoformat),
    datetime: _Converter(lambda value: str(micros(value)), lambda value: moment(_integer(value))),
    timedelta: _Converter(
        lambda value: str(value // _MICROSECOND), lambda value: timedelta(microseconds=_integer(value))
    ),
}


def _of_enum(kind: type[Enum]) -> _Converter:
    texts = {member: json.dumps(member.value) for member in kind}
    return _Converter(texts.__getitem__, kind)


def _of_dataclass(kind: type[Any], name: str | None = None) -> _Converter:
    """Build the converter of a class, which bears `name` if it is one of several that may stand there."""
    converters = {field.name: _converter(cast("Hashable", field.type)) for field in fields(kind)}
    optional = {
        field.name
        for field in fields(kind)
        if field.default is not MISSING or field.default_factory is not MISSING
    }
    in_order = sorted(converters)
    pieces = {each: f'"{each}":%s' for each in in_order} | (
        {} if name is None else {"kind": f'"kind":"{name}"'}
    )
    template = "{" + ",".join(pieces[each] for each in sorted(pieces)) + "}"
    # Without fields, or with one, attrgetter would give no tuple.
    values = (
        attrgetter(*in_order) if len(in_order) > 1 else lambda value: [getattr(value, n) for n in in_order]
    )
    writers = [converters[each].write for each in in_order]
    # In the order of the fields, which is that of the class's arguments.
    readers = [(each, converter.read) for each, converter in converters.items()]

    def write(value: object) -> str:
        return template % tuple([write_one(part) for write_one, part in zip(writers, values(value))])  # noqa: B905 - one for each

    def read(encoded: object) -> object:
        given: dict[str, object] = _dict(encoded)
        if given.keys() == converters.keys():
            return kind(*[read_one(given[each]) for each, read_one in readers])
        if given.keys() - converters.keys() or converters.keys() - given.keys() - optional:
            raise TypeError(f"{kind.__name__} has other fields than {', '.join(given)}")
        return kind(**{each: read_one(given[each]) for each, read_one in readers if each in given})

    return _Converter(write, read)


def _of_tuple(arguments: tuple[Any, ...]) -> _Converter:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[kind, ...]
        each = _converter(arguments[0])
        # From one commit to the next a house changes by a visit or two: the texts of the others are known.
        write_one = lru_cache(maxsize=1024)(each.write)
        return _Converter(
            lambda values: f"[{','.join([write_one(value) for value in values])}]",
            lambda values: tuple([each.read(value) for value in _list(values)]),
        )
    parts = [_converter(argument) for argument in arguments]
    return _Converter(
        lambda values: (
            f"[{','.join([part.write(value) for part, value in zip(parts, values, strict=True)])}]"
        ),
        lambda values: tuple([part.read(value) for part, value in zip(parts, _list(values), strict=True)]),
    )


def _of_mapping(key: Hashable, value: Hashable) -> _Converter:
    if _converter(key) is not _PLAIN[str]:
        raise TypeError(f"the ledger cannot store a mapping from {key}: JSON has texts for keys")
    of_value = _converter(value)

    def write(mapping: Mapping[str, object]) -> str:
        pieces = [
            f"{encode_basestring_ascii(name)}:{of_value.write(mapping[name])}" for name in sorted(mapping)
        ]
        return "{" + ",".join(pieces) + "}"

    def read(mapping: object) -> Mapping[str, object]:
        return MappingProxyType({name: of_value.read(each) for name, each in _dict(mapping).items()})

    return _Converter(write, read)


def _of_union(arguments: tuple[Any, ...]) -> _Converter:
    kinds = tuple(argument for argument in arguments if argument is not types.NoneType)
    of_value = _converter(kinds[0]) if len(kinds) == 1 else _of_kinds(kinds)
    if len(kinds) == len(arguments):
        return of_value
    return _Converter(
        lambda value: "null" if value is None else of_value.write(value),
        lambda value: None if value is None else of_value.read(value),
    )


def _of_kinds(kinds: tuple[Any, ...]) -> _Converter:
    if missing := [kind.__name__ for kind in kinds if kind not in KINDS]:
        raise TypeError(f"the ledger has no name for {', '.join(missing)}: add it to KINDS")
    converters = {kind: _of_dataclass(kind, KINDS[kind]) for kind in kinds}
    by_name = {KINDS[kind]: converter.read for kind, converter in converters.items()}

    def read(encoded: object) -> object:
        rest = dict(_dict(encoded))
        return by_name[rest.pop("kind")](rest)

    return _Converter(lambda value: converters[type(value)].write(value), read)


_EVENT = _converter(Event)
_HOUSE = _converter(House)
