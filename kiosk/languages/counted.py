"""How English counts: the commands and the doctor say one letter, and two letters."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return the number with what is counted; `many` where that is not `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
