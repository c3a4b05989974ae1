"""What the page of the recount says."""

from kiosk.ui.panel.words import Words


def title(words: Words) -> str:
    """Return what to do."""
    return words.translate("panel", "Recount: how many people are there really?")


def numbers(words: Words, by_count: int, counted: int | None, change: int | None) -> str:
    """Return what the ledger says, and what was counted with its difference."""
    so_far = words.translate("panel", "so far {people}").format(people=by_count)
    if counted is None:
        return so_far
    text = words.translate("panel", "counted {people}").format(people=counted)
    return f"{so_far} · {text}" if change is None else f"{so_far} · {text} ({signed(change)})"


def signed(change: int) -> str:
    """Return a difference with its sign."""
    return "±0" if change == 0 else f"{change:+d}".replace("-", "–")


def type_first(words: Words) -> str:
    """Return what comes before the reason."""
    return words.translate("panel", "1. Choose the area, 2. type the number, 3. give the reason.")


def other_reasons(words: Words) -> str:
    """Return what leads to the reasons that have no room."""
    return words.translate("panel", "Other reasons")


def choose_reason(words: Words) -> str:
    """Return what is left to do."""
    return words.translate("panel", "The reason enters the recount:")
