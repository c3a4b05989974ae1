import pytest

from kiosk.core.desk_orders import NotAgreed, kept_of, what_is_missing
from kiosk.core.office import Asked, DeskHabits
from kiosk.core.person import Need, Person

ASKS_ALL = DeskHabits(Asked.REQUIRED, Asked.REQUIRED, Asked.REQUIRED)
ASKS_NOTHING = DeskHabits(Asked.NEVER, Asked.NEVER, Asked.NEVER)
ERIKA = Person("Erika Muster", "erika@example.org", "Musterweg 1")


def test_what_the_office_never_asks_for_is_not_kept() -> None:
    assert kept_of(ERIKA, ASKS_NOTHING) is None
    assert kept_of(ERIKA, DeskHabits()) == Person("Erika Muster", "erika@example.org")
    assert kept_of(Person("x", needs=frozenset({Need.STEP_FREE})), ASKS_NOTHING) == Person(
        None, needs=frozenset({Need.STEP_FREE})
    )


def test_blanks_are_nothing() -> None:
    assert kept_of(Person("  ", "", None), ASKS_ALL) is None
    assert kept_of(Person(" Erika Muster ", ""), ASKS_ALL) == Person("Erika Muster")
    assert kept_of(None, ASKS_ALL) is None


@pytest.mark.parametrize(
    ("person", "missing"),
    [
        (None, NotAgreed.NAME_WANTED),
        (Person(None, "x", "x"), NotAgreed.NAME_WANTED),
        (Person("x", None, "x"), NotAgreed.CONTACT_WANTED),
        (Person("x", "x"), NotAgreed.ADDRESS_WANTED),
        (ERIKA, None),
        (Person("x", "erika@example.org", by_mail=True), None),
        (Person("x", "0340 1", "x", by_mail=True), NotAgreed.MAIL_ADDRESS_WANTED),
    ],
)
def test_what_the_office_requires_is_asked_for(person: Person | None, missing: NotAgreed | None) -> None:
    assert what_is_missing(person, ASKS_ALL) is missing


def test_whoever_is_asked_for_nothing_misses_nothing_but_where_mail_goes() -> None:
    assert what_is_missing(None, ASKS_NOTHING) is None
    assert what_is_missing(Person(None, by_mail=True), ASKS_NOTHING) is NotAgreed.MAIL_ADDRESS_WANTED
