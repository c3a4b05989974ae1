"""Letters to test with: from the usual office of the tests and from one with the longest wordings."""

import random
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from kiosk.core.code import Code
from kiosk.core.office import AreaId, Contacts, Door, Office, Room, RoomId, WayStep
from kiosk.letters.letter import Letter
from tests.building import MAIN_DOOR, SIDE_DOOR, YOUTH, a_door, an_appointment, an_area, an_office, wording

LONG: Final = AreaId("bundesausbildungsfoerderung")
WRITTEN_ON: Final = date(2021, 9, 13)
ADDRESSEE: Final = ("Frau", "Erika Mustermann", "Beispielweg 12", "06844 Musterstadt")


def a_letter(
    name: str = "a",
    starts_at: datetime | None = None,
    *,
    office: Office | None = None,
    area: AreaId = YOUTH,
    party: int = 1,
    addressee: tuple[str, ...] = (),
    language: str = "de",
) -> Letter:
    """Return a letter for the appointment `name`, with a code that follows from the name."""
    appointment = replace(an_appointment(name, starts_at, area=area, party=party), language=language)
    code = Code(random.Random(name).getrandbits(128))
    return Letter(office or an_office(), appointment, code, WRITTEN_ON, addressee)


def a_verbose_office() -> Office:
    """Return an office whose every text is as long as offices write them."""
    room = Room(
        RoomId(f"{LONG}-1"),
        wording("Besprechungsraum 3.217 im Übergangsbau", "Meeting room 3.217 in the temporary building"),
        (WayStep.LEFT, WayStep.STRAIGHT, WayStep.DOOR, WayStep.COUNTER),
    )
    area = replace(
        an_area(LONG),
        name=wording(
            "Bundesausbildungsförderung und Arbeitsgelegenheiten mit Mehraufwandsentschädigung",
            "Federal training assistance and work opportunities with additional expenses",
        ),
        floor=wording("3. Obergeschoss, Gebäudeteil Nordwest", "3rd floor, north-west part of the building"),
        way=(WayStep.STRAIGHT, WayStep.LIFT, WayStep.STAIRS_DOWN, WayStep.RIGHT, WayStep.WAITING_AREA),
        rooms=(room,),
    )
    return replace(
        an_office(areas=(area,), doors=(_verbose_door(),)),
        name="Jobcenter Neustadt-Glewe-Hagenow-Boizenburg",
        contacts=Contacts(
            phone="03883 / 123456-7890",
            mail="eingangszone-terminvergabe@jobcenter-musterlandkreis.example",
            online="https://www.jobcenter-musterlandkreis.example/termin",
        ),
    )


def _verbose_door() -> Door:
    directions = (
        "Der Eingang liegt auf der Rückseite des Gebäudes am Parkplatz. Folgen Sie den blauen Schildern und "
        "klingeln Sie, wenn die Tür geschlossen ist."
    )
    return replace(
        a_door(MAIN_DOOR, serves=(LONG,)),
        name=wording("Eingang Nordwest für Leistungen und Beratung", "North-west entrance for benefits"),
        directions=wording(
            directions, "At the back of the building, by the car park. Follow the blue signs."
        ),
    )


# They differ in length, party, addressee and door.
LETTERS_OF_EVERY_KIND: Final = (
    a_letter("short"),
    a_letter("addressed", party=3, addressee=ADDRESSEE),
    a_letter("long", office=a_verbose_office(), area=LONG, addressee=("Agentur für Beispiele",) * 6),
    a_letter("own door", office=an_office(doors=(a_door(SIDE_DOOR, serves=(YOUTH,)),)), party=2),
)


def in_language(letter: Letter, language: str, *, large_print: bool = False) -> Letter:
    """Return the same letter to somebody who reads `language`."""
    appointment = replace(letter.appointment, language=language)
    return replace(letter, appointment=appointment, large_print=large_print)
