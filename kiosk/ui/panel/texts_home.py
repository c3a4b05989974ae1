"""What stands on the first page of the panel."""

from datetime import datetime

from kiosk.core.entry_by_staff import overrun
from kiosk.core.guard_view import GuardView
from kiosk.core.house_rules import CapRule
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId, Door, Office
from kiosk.core.rules_in_force import rules_at
from kiosk.ui.idle_texts import Fullness, fullness
from kiosk.ui.panel.count_card import Count
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words

_MOST_NUMBERS = 4


def building_count(words: Words, office: Office, view: GuardView | None) -> Count:
    """Return how full the house is; what is above the cap stays to be seen until it is worked off."""
    if view is None or view.house is None:
        return Count(
            words.translate("panel", "Inside"), None, None, words.translate("panel", "not known yet")
        )
    house = view.house
    cap = rules_at(office, house, view.now).cap
    state, hints = _fullness(words, house.inside, cap.building), []
    above = overrun(house, cap)
    most = max([above.building, *above.areas.values()])
    if above.building:
        state = words.above_cap(most)
    elif most:
        # "1 above the cap" beside 16 of 25 would read like a mistake.
        state = words.above_cap_of_area(most)
    unclear = sum(visit.party for visit in house.overdue(view.now, office.habits.overdue))
    if unclear:
        hints.append(words.unclear(unclear))
    if not view.is_current and house.latest_at is not None:
        hints.append(as_of(words, house.latest_at))
    return Count(state, house.inside, cap.building, "\n".join(hints), most > 0)


def area_count(words: Words, office: Office, area: AreaId, house: House | None, cap: CapRule | None) -> Count:
    """Return how full an area is."""
    name = area_name(words, office, area)
    if house is None or cap is None:
        return Count(name, None, None)
    most = cap.areas.get(area)
    inside = house.inside_area(area)
    return Count(name, inside, most, alarm=most is not None and inside > most)


def area_in_a_line(count: Count) -> str:
    """Return how full an area is, with its name, where there is room for a line or two only."""
    inside = "?" if count.inside is None else str(count.inside)
    return f"{count.words} {inside}" + ("" if count.cap is None else f"/{count.cap}")


def line_told(words: Words, house: House | None, door: Door) -> str:
    """Return who waits for the areas of this door, and which numbers are called."""
    line = () if house is None else tuple(place for place in house.line if place.area in door.serves)
    waiting = sum(place.party for place in line)
    if not waiting:
        return words.translate("panel", "Nobody waits")
    called = [str(place.number) for place in line if place.kept_until is not None]
    if not called:
        return words.waiting(waiting)
    shown = ", ".join(called[:_MOST_NUMBERS]) + (" …" if len(called) > _MOST_NUMBERS else "")
    return f"{words.waiting(waiting)} · " + words.translate("panel", "called: {numbers}").format(
        numbers=shown
    )


def as_of(words: Words, at: datetime) -> str:
    """Return from when what is shown is."""
    return words.translate("panel", "as of {time}").format(time=words.time_text(at))


def _fullness(words: Words, inside: int, cap: int) -> str:
    match fullness(inside, cap):
        case Fullness.ROOM_LEFT:
            return words.translate("panel", "There is room")
        case Fullness.NEARLY_FULL:
            return words.translate("panel", "Nearly full")
        case Fullness.FULL:
            return words.translate("panel", "Full")


def one_left(words: Words) -> str:
    """Return what the tile says that counts one person out of an area."""
    return words.translate("panel", "1 left")


def call_next(words: Words) -> str:
    """Return what the tile says that calls the next number."""
    return words.translate("panel", "Call next")


def lock(words: Words) -> str:
    """Return what the tile says that locks the panel."""
    return words.translate("panel", "Lock")


def sign_in(words: Words) -> str:
    """Return what the tile says that signs somebody in."""
    return words.translate("panel", "Sign in")


def let_in(words: Words) -> str:
    """Return what the tile says that overrides the last verdict."""
    return words.translate("panel", "Let in")


def turn_back(words: Words) -> str:
    """Return what the tile says that turns back who was admitted."""
    return words.translate("panel", "Turn back")


def without_letter(words: Words) -> str:
    """Return what the tile says that lets in who has no letter."""
    return words.translate("panel", "No letter")


def find_booking(words: Words) -> str:
    """Return what the tile says that searches today's bookings."""
    return words.translate("panel", "Find booking")


def party_left(words: Words) -> str:
    """Return what the tile says that counts a party out."""
    return words.translate("panel", "Party left")


def line(words: Words) -> str:
    """Return what the tile says that opens the line."""
    return words.translate("panel", "Line")


def hold(words: Words) -> str:
    """Return what the tile says that stops admission."""
    return words.translate("panel", "Stop admission")


def change_stop(words: Words) -> str:
    """Return what the same tile says while admission is stopped."""
    return words.translate("panel", "Change stop")


def or_lift_it(words: Words) -> str:
    """Return what the page does besides to which that tile leads."""
    return words.translate("panel", "or lift it")


def count(words: Words) -> str:
    """Return what the tile says that opens the count."""
    return words.translate("panel", "Count")


def undo(words: Words) -> str:
    """Return what the tile says that opens what can be taken back."""
    return words.translate("panel", "Undo")


def evacuation(words: Words) -> str:
    """Return what the tile says that counts for an evacuation."""
    return words.translate("panel", "EVACUATION")


def hold_for_a_second(words: Words) -> str:
    """Return how a tile acts that is not to be met by mistake."""
    return words.translate("panel", "hold 1 s")


def no_scan_yet(words: Words) -> str:
    """Return that nothing was scanned at this door yet."""
    return words.translate("panel", "No scan yet")
