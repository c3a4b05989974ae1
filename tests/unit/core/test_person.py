import pytest

from kiosk.core.person import Person, is_mail_address


@pytest.mark.parametrize("text", ["erika@example.org", "e.muster+amt@post.example.org"])
def test_a_mail_address_is_known_by_its_shape(text: str) -> None:
    assert is_mail_address(text)
    assert Person(None, text).mail_address == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0340 123456",
        "erika@",
        "@example.org",
        "erika@example",
        "erika@example.",
        "a@b.de, c@d.de",
        "a b@c.de",
    ],
)
def test_other_texts_are_no_mail_address(text: str) -> None:
    assert not is_mail_address(text)
    assert Person("Erika Muster", text).mail_address is None


def test_whose_contact_nobody_knows_has_no_mail_address() -> None:
    assert Person("Erika Muster").mail_address is None


@pytest.mark.parametrize(
    ("person", "lines"),
    [
        (Person(None), ()),
        (Person("Erika Muster"), ("Erika Muster",)),
        (Person(None, address="Musterweg 1\n00000 Musterstadt"), ("Musterweg 1", "00000 Musterstadt")),
        (
            Person("Erika Muster", address=" Musterweg 1 \n\n00000 Musterstadt\n"),
            ("Erika Muster", "Musterweg 1", "00000 Musterstadt"),
        ),
    ],
)
def test_the_address_field_holds_what_is_known(person: Person, lines: tuple[str, ...]) -> None:
    assert person.addressee == lines
