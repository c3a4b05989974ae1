"""A person as the columns of their row, and back."""

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Any, TypeVar

from kiosk.core.person import Company, Need, Person
from kiosk.ledger.errors import LedgerCorruptedError

_Word = TypeVar("_Word", bound=Enum)


def columns_of(person: Person) -> dict[str, object]:
    """Return what the table holds of a person, less the appointment."""
    return {
        "name": person.name,
        "contact": person.contact,
        "address": person.address,
        "needs": _in_a_row(person.needs),
        "company": _in_a_row(person.company),
        "by_mail": person.by_mail,
    }


def person_in(columns: Sequence[Any]) -> Person:
    """Return the person in these columns of the table, all but the first one."""
    name, contact, address, needs, company, by_mail = columns
    return Person(name, contact, address, _words(Need, needs), _words(Company, company), bool(by_mail))


def _in_a_row(words: Collection[Enum]) -> str:
    # Of most people nothing is known that has to be ready.
    return ",".join(sorted(word.value for word in words)) if words else ""


def _words(kind: type[_Word], text: str) -> frozenset[_Word]:
    if not text:
        return frozenset()
    try:
        return frozenset(kind(word) for word in text.split(","))
    except ValueError as error:
        raise LedgerCorruptedError(
            "The ledger holds a need or a company that the program does not know. Restore the last backup."
        ) from error
