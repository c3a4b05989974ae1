"""Invented facts with which every text is tried before a letter is made: short and long, with and without."""

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from kiosk.letters.template import Blanks, Facts

_AT: Final = datetime(2021, 9, 20, 10, tzinfo=UTC)
_MASKED: Final = MappingProxyType(
    {"kind": "ffp2", "off_at_desk": True, "exempt_below_age": 6, "exempt_by_certificate": True}
)
_UNMASKED: Final = MappingProxyType(
    {"kind": "none", "off_at_desk": False, "exempt_below_age": 0, "exempt_by_certificate": False}
)
_MUCH: Final[Facts] = MappingProxyType(
    {
        "office": "Amt für Beispiele",
        "phone": "0123 / 4567",
        "mail": "post@amt.example",
        "online": "https://amt.example/termin",
        "reference": "AZ-4711",
        "starts_at": _AT,
        "first": _AT,
        "last": _AT,
        "written_on": _AT.date(),
        "area": "Beratung",
        "floor": "1. Obergeschoss",
        "room": "Raum 104",
        "doors": ("Haupteingang", "Nebeneingang"),
        "directions": "Um die Ecke.",
        "party": 2,
        "shows_on_leaving": True,
        "mask": _MASKED,
        "cap": 25,
        "area_cap": 10,
        "bring": "Ihren Ausweis.",
    }
)
_LITTLE: Final[Facts] = MappingProxyType(
    {
        **_MUCH,
        "online": "",
        "reference": "",
        "room": "",
        "doors": (),
        "directions": "",
        "party": 1,
        "shows_on_leaving": False,
        "mask": _UNMASKED,
        "cap": 1,
        "area_cap": 0,
        "bring": "",
    }
)

TRIALS: Final = (
    _MUCH,
    _LITTLE,
    MappingProxyType({**_LITTLE, "mask": MappingProxyType({**_UNMASKED, "kind": "medical"})}),
)
BLANKS: Final = Blanks(MappingProxyType(dict.fromkeys(_MUCH, ()) | {"mask": tuple(_MASKED)}))
