"""What the page of unclear visits says."""

from kiosk.core.occupancy import House, Visit
from kiosk.core.office import AreaId, Office, Wording
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words


def title(words: Words, unclear: int) -> str:
    """Return the heading, with how many visits are unclear."""
    return words.translate("panel", "Unclear visits: {visits}").format(visits=unclear)


def recount(words: Words) -> str:
    """Return what leads to the recount."""
    return words.translate("panel", "Recount")


def end_of_day(words: Words) -> str:
    """Return what closes the day."""
    return words.translate("panel", "End the day")


def has_left(words: Words) -> str:
    """Return that the visit's party was seen leaving."""
    return words.translate("panel", "Has left")


def not_found(words: Words) -> str:
    """Return that the visit's party is not in the house."""
    return words.translate("panel", "Not found inside")


def was_counted_out(words: Words) -> str:
    """Return that the visit's party was among those who left without a letter."""
    return words.translate("panel", "Was counted out")


def counted_out_of(words: Words, office: Office, house: House, area: AreaId) -> str:
    """Return how many were counted out of an area and belong to no visit yet."""
    text = words.translate("panel", "open: {people}, {area}")
    return text.format(people=house.counted_out[area], area=area_name(words, office, area))


def floor_name(words: Words, office: Office, floor: Wording | None, area: AreaId) -> str:
    """Return on which floor a visit is; its area where nobody knows the floor any more."""
    return area_name(words, office, area) if floor is None else words.wording(floor)


def visit(words: Words, office: Office, overdue: Visit) -> str:
    """Return in which area a visit is, how many people, when it began and when it should have been over."""
    times = words.translate("panel", "came {came}, expected until {until}").format(
        came=words.time_text(overdue.entered_at), until=words.time_text(overdue.expected_end)
    )
    return f"{area_name(words, office, overdue.area)}, {words.people(overdue.party)}\n{times}"


def all_clear(words: Words) -> str:
    """Return that no visit is unclear."""
    return words.translate("panel", "No visit is unclear. If the number is wrong all the same: recount.")


def house_unknown(words: Words) -> str:
    """Return that nothing is known of the house."""
    return words.translate("panel", "Nothing is known of the house yet.")


def what_the_end_of_the_day_does(words: Words, house: House | None) -> str:
    """Return how the day is ended, and what is settled by that."""
    hold = words.translate("panel", "hold for 1 second")
    if house is None:
        return hold
    text = words.translate("panel", "settles: inside {inside}, line {waiting}")
    waiting = sum(place.party for place in house.line)
    return f"{hold}\n{text.format(inside=house.inside, waiting=waiting)}"
