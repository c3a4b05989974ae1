"""Values of the core as plain objects for JSON: times in ISO 8601, durations in seconds, kinds by name."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum


def as_json(value: object) -> object:
    """Return `value` as what `json.dumps` writes; a dataclass becomes an object with its `kind`."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, Mapping):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [as_json(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        return {"kind": _kind(type(value)), **named}
    return value


def _kind(type_: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type_.__name__).lower()
