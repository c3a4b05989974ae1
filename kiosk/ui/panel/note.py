"""A few words that the panel says for a while."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Words and a smaller hint below them; `good`: all went as it was wanted."""

    text: str
    good: bool
    hint: str = ""
