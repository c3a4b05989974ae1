"""What the pages are told: the house as the ledger showed it last, and whether it still answers."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.figures.attention import Attention
from kiosk.core.figures.now import NowFigures
from kiosk.core.trouble import Trouble
from kiosk.web.day import DayNews


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the ledger said after its event `seq`; the course of the `day` follows a second later at most."""

    seq: int
    figures: NowFigures
    attention: tuple[Attention, ...]
    day: DayNews


@dataclass(frozen=True, slots=True)
class News:
    """The last numbers (None: none were ever read), when the ledger answered last, and why it does not now.

    While there is `trouble`, `read_at` stands still: the numbers are as old as that.
    """

    numbers: Numbers | None
    read_at: datetime | None
    trouble: Trouble | None

    @property
    def seq(self) -> int:
        """The number of the last event that is known here."""
        return 0 if self.numbers is None else self.numbers.seq


NO_NEWS = News(None, None, None)
