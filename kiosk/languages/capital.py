"""How a text stands at the beginning of a line."""


def with_capital(text: str) -> str:
    """Return a text with its first letter large; the rest stays, as names inside of it are written."""
    return text[:1].upper() + text[1:]
