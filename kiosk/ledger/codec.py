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
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, NewType, Union, cast, get_args, get_origin

from kiosk.core import events, verdict
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
    events.RulesChanged: "rules_changed",
    events.DayEnded: "day_ended",
    events.ClockConfirmed: "clock_confirmed",
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
    return _to_text(_EVENT.encode(event))


def event_from_text(text: str) -> Event:
    """Return the event in a text; its times are in UTC. Raises CodecError."""
    return cast("Event", _from_text(_EVENT, text))


def house_to_text(house: House) -> str:
    """Return the canonical text of the state of the house."""
    return _to_text(_HOUSE.encode(house))


def house_from_text(text: str) -> House:
    """Return the state of the house in a text; its times are in UTC. Raises CodecError."""
    return cast("House", _from_text(_HOUSE, text))


_to_text = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False).encode


class _Converter(NamedTuple):
    """`encode` turns a value into what JSON can hold, `decode` turns it back or raises."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _from_text(converter: _Converter, text: str) -> object:
    try:
        return converter.decode(json.loads(text))
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
        return _Converter(attrgetter("value"), hint)
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
    def decode(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(f"{type(value).__name__} in place of {kind.__name__}")
        return value

    return decode


def _as_it_is(value: object) -> object:
    return value


_integer = _checked(int)
_list = _checked(list)
_dict = _checked(dict)

_PLAIN: dict[object, _Converter] = {
    str: _Converter(_as_it_is, _checked(str)),
    int: _Converter(_as_it_is, _integer),
    datetime: _Converter(micros, lambda value: moment(_integer(value))),
    timedelta: _Converter(
        lambda value: value // _MICROSECOND, lambda value: timedelta(microseconds=_integer(value))
    ),
}


def _of_dataclass(kind: type[Any]) -> _Converter:
    converters = {field.name: _converter(cast("Hashable", field.type)) for field in fields(kind)}
    optional = {field.name for field in fields(kind) if field.default is not MISSING}
    names = tuple(converters)
    # attrgetter gives a tuple in C, but only for two names or more.
    values = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    # In the order of the fields, which is that of the class's arguments.
    to_change = [(name, each.encode) for name, each in converters.items() if each.encode is not _as_it_is]
    to_check = [(name, each.decode) for name, each in converters.items()]

    def encode(value: object) -> dict[str, object]:
        encoded = dict(zip(names, values(value)))  # noqa: B905 - `strict` costs time, and one name is one value
        for name, change in to_change:
            encoded[name] = change(encoded[name])
        return encoded

    def decode(encoded: object) -> object:
        given: dict[str, object] = _dict(encoded)
        if given.keys() == converters.keys():
            return kind(*[check(given[name]) for name, check in to_check])
        if given.keys() - converters.keys() or converters.keys() - given.keys() - optional:
            raise TypeError(f"{kind.__name__} has other fields than {', '.join(given)}")
        return kind(**{name: check(given[name]) for name, check in to_check if name in given})

    return _Converter(encode, decode)


def _of_tuple(arguments: tuple[Any, ...]) -> _Converter:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[kind, ...]
        each = _converter(arguments[0])
        return _Converter(
            lambda values: [each.encode(value) for value in values],
            lambda values: tuple([each.decode(value) for value in _list(values)]),
        )
    parts = [_converter(argument) for argument in arguments]
    return _Converter(
        lambda values: [part.encode(value) for part, value in zip(parts, values, strict=True)],
        lambda values: tuple([part.decode(value) for part, value in zip(parts, _list(values), strict=True)]),
    )


def _of_mapping(key: Hashable, value: Hashable) -> _Converter:
    if _converter(key) is not _PLAIN[str]:
        raise TypeError(f"the ledger cannot store a mapping from {key}: JSON has texts for keys")
    of_value = _converter(value)
    return _Converter(
        lambda mapping: {name: of_value.encode(each) for name, each in mapping.items()},
        lambda mapping: MappingProxyType(
            {name: of_value.decode(each) for name, each in _dict(mapping).items()}
        ),
    )


def _of_union(arguments: tuple[Any, ...]) -> _Converter:
    kinds = tuple(argument for argument in arguments if argument is not types.NoneType)
    of_value = _converter(kinds[0]) if len(kinds) == 1 else _tagged(kinds)
    if len(kinds) == len(arguments):
        return of_value
    return _Converter(
        lambda value: None if value is None else of_value.encode(value),
        lambda value: None if value is None else of_value.decode(value),
    )


def _tagged(kinds: tuple[Any, ...]) -> _Converter:
    if missing := [kind.__name__ for kind in kinds if kind not in KINDS]:
        raise TypeError(f"the ledger has no name for {', '.join(missing)}: add it to KINDS")
    by_class = {kind: (KINDS[kind], _converter(kind).encode) for kind in kinds}
    by_name = {KINDS[kind]: _converter(kind).decode for kind in kinds}

    def encode(value: object) -> dict[str, object]:
        name, encode_fields = by_class[type(value)]
        return {"kind": name, **encode_fields(value)}

    def decode(encoded: object) -> object:
        rest = dict(_dict(encoded))
        return by_name[rest.pop("kind")](rest)

    return _Converter(encode, decode)


_EVENT = _converter(Event)
_HOUSE = _converter(House)
