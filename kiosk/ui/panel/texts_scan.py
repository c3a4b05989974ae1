"""What the page of one scan says, and what can be done about it."""

from kiosk.ui.panel.words import Words


def not_seen_any_more(words: Words) -> str:
    """Return that the scan is no longer among the last ones."""
    return words.translate("panel", "This is too long ago.")


def inside_since(words: Words, time: str) -> str:
    """Return that the party is inside."""
    return words.translate("panel", "inside since {time}").format(time=time)


def not_inside(words: Words) -> str:
    """Return that the party is not inside."""
    return words.translate("panel", "not inside")


def nothing_to_do(words: Words) -> str:
    """Return that nothing can be done about it here."""
    return words.translate("panel", "Nothing is left to do here.")


def let_in(words: Words) -> str:
    """Return what lets the party in although it was not."""
    return words.translate("panel", "Let in anyway")


def turn_back(words: Words) -> str:
    """Return what sends the party out again."""
    return words.translate("panel", "Turn back")


def exempt_from_mask(words: Words) -> str:
    """Return what notes that the party wears no mask with good reason."""
    return words.translate("panel", "Exempt from the mask")


def certificate_checked(words: Words) -> str:
    """Return what the note says."""
    return words.translate("panel", "checked by staff; why is not kept")


def is_exempt(words: Words) -> str:
    """Return that it is noted already."""
    return words.translate("panel", "is noted")


def take_back(words: Words) -> str:
    """Return what takes back what the scan or the tap did."""
    return words.translate("panel", "Undo")


def as_if_not_done(words: Words) -> str:
    """Return what that means."""
    return words.translate("panel", "as if it had not been")


def was_counted_out(words: Words) -> str:
    """Return what ends a visit whose party was counted out."""
    return words.translate("panel", "Has left: was counted out")


def counted_out_of(words: Words, area: str, people: int) -> str:
    """Return from where people were counted out."""
    return words.translate("panel", "{area}: {people} without a letter").format(area=area, people=people)
