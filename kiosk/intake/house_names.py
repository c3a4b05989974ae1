"""By which names a list may call the office's areas and rooms, in small letters, and what each means."""

from collections.abc import Iterable

from kiosk.core.office import Area, Office, Room


def names_of_areas(office: Office) -> dict[str, str]:
    """Return the names of all areas, in every language of the office."""
    return _names(office.areas.values())


def names_of_rooms(area: Area) -> dict[str, str]:
    """Return the names of an area's rooms, in every language of the office."""
    return _names(area.rooms)


def _names(things: Iterable[Area | Room]) -> dict[str, str]:
    return {
        name.casefold(): each.id
        for each in things
        for name in (each.id, *(text for _, text in each.name.texts))
    }
