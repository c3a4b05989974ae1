"""What the page is made of; the handlers of all addresses share it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product

from kiosk.config import OfficeFile
from kiosk.web.address_tries import AddressTries
from kiosk.web.errands import Errands
from kiosk.web.hub import Channel, Hub
from kiosk.web.ledger_thread import LedgerThread
from kiosk.web.rendering import Kind, Rendering
from kiosk.web.sessions import Sessions
from kiosk.web.words import LANGUAGES


@dataclass
class Page:
    """The parts of one running server.

    `desk` signs people in and acts, `archive` reads what takes longer, `errands` draw what only Qt can draw.
    `streams` is how many pages are open.
    """

    office_file: OfficeFile
    hub: Hub
    rendering: Rendering
    sessions: Sessions
    desk: LedgerThread
    archive: LedgerThread
    errands: Errands
    clock: Callable[[], datetime]
    tries: AddressTries = field(default_factory=AddressTries)
    streams: int = 0
    _channels: dict[tuple[Kind, str], Channel] = field(default_factory=dict)

    def channel(self, kind: Kind, language: str) -> Channel:
        """Return what all open pages of this kind and language are told."""
        key = kind, language
        if key not in self._channels:
            words = self.rendering.words(language)
            self._channels[key] = Channel(self.hub, lambda news: self.rendering.parts(kind, words, news))
        return self._channels[key]

    def warm_up(self) -> None:
        """Make every kind of page ready in every language, which takes far longer once than ever after."""
        for kind, language in product(Kind, LANGUAGES):
            self.channel(kind, language).parts()
