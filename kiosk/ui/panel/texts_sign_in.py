"""What stands on the page on which somebody shows by PIN who they are."""

from kiosk.core.office import Office
from kiosk.core.orders import Admit
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words


def title(words: Words, *, second_person: bool) -> str:
    """Return who is asked."""
    return words.translate("panel", "Second person") if second_person else words.translate("panel", "Sign in")


def type_id(words: Words) -> str:
    """Return how somebody says who they are."""
    return words.translate("panel", "Type your id, or hold your badge under the scanner.")


def type_pin(words: Words) -> str:
    """Return what is typed next."""
    return words.translate("panel", "Type your PIN.")


def asked_to_agree(
    words: Words, office: Office, admit: Admit, above: int, first: str | None
) -> tuple[str, str]:
    """Return to what a second person agrees: how many of them come above the cap; for whom, and who asks."""
    people, area = words.people(admit.party), area_name(words, office, admit.area)
    parts = [words.translate("panel", "To let in: {people}, {area}").format(people=people, area=area)]
    reason = office.staff_reasons.let_in.get(admit.because)
    if reason is not None:
        parts.append(words.wording(reason))
    if first is not None:
        parts.append(words.translate("panel", "Asked by {person}").format(person=first))
    parts.append(words.translate("panel", "Somebody of the management agrees by PIN."))
    told = words.above_cap(above) if above else words.translate("panel", "Above the cap")
    return told, "\n".join(parts)


def id_field(words: Words) -> str:
    """Return what is typed here."""
    return words.translate("panel", "Id")


def badge(words: Words) -> str:
    """Return what stands in the place of the id of somebody who has shown a badge."""
    return words.translate("panel", "Badge read")


def checking(words: Words) -> str:
    """Return what is said while a PIN is checked."""
    return words.translate("panel", "Checking …")


def next_(words: Words) -> str:
    """Return what the key says that takes the id."""
    return words.translate("panel", "Next")


def ok(words: Words) -> str:
    """Return what the key says that takes the PIN."""
    return words.translate("panel", "OK")


def back(words: Words) -> str:
    """Return what the tile says that leads to the first page."""
    return words.translate("panel", "Back")


def other_person(words: Words) -> str:
    """Return what the tile says that takes another id."""
    return words.translate("panel", "Another id")
