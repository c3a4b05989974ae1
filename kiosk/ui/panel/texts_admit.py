"""What the page says on which somebody is let in by the staff."""

from kiosk.ui.panel.words import Words


def let_in_although(words: Words) -> str:
    """Return what the page is about after a letter was not let in."""
    return words.translate("panel", "Let in anyway")


def let_in_without_letter(words: Words) -> str:
    """Return what the page is about where no letter was shown."""
    return words.translate("panel", "Let in without a letter")


def let_in_booked(words: Words) -> str:
    """Return what the page is about when a booking was found."""
    return words.translate("panel", "Let in with a booking")


def number(words: Words, number: int) -> str:
    """Return whom the page is about when somebody of the line comes in."""
    return words.translate("panel", "Let in number {number}").format(number=number)


def choose_a_reason(words: Words) -> str:
    """Return what is to be done where nothing is known of the party."""
    return words.translate("panel", "Choose area and people, then the reason.")


def above_the_cap(words: Words) -> str:
    """Return that somebody else has to agree."""
    return words.translate("panel", "It is full: a second person has to agree.")


def kept_here(words: Words) -> str:
    """Return that an entry is kept until the database can be reached."""
    return words.translate("panel", "No database: this is kept here and entered later.")


def give_a_number(words: Words) -> str:
    """Return what a walk-in is given when it is full."""
    return words.translate("panel", "Give a number")
