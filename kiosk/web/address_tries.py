"""How often PINs may be typed wrongly from one address, whoever they belong to, as at one panel."""

import asyncio
import ipaddress
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from kiosk.core.sign_in import Panel, Refusal
from kiosk.core.staff import Member
from kiosk.web.ledger_thread import MOST_WAITING, TooBusyError

MOST_ADDRESSES = 4096
# Whoever has one address of a network by IPv6 has all of them.
_IPV6_NETWORK = 64


class AddressTries:
    """The tries of each address that typed a PIN lately. The oldest make room: a person's own limits hold."""

    def __init__(self) -> None:
        self._panels: OrderedDict[str, Panel] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()
        self._waiting = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until no other PIN is looked at: of many that are sent at once each counts before the next.

        Raises TooBusyError where too many wait.
        """
        if self._waiting >= MOST_WAITING:
            raise TooBusyError
        self._waiting += 1
        try:
            async with self._one_at_a_time:
                yield
        finally:
            self._waiting -= 1

    def pause(self, address: str, now: datetime) -> timedelta | None:
        """Return how long no PIN is taken from this address, None when one is."""
        panel = self._panels.get(_network(address))
        return None if panel is None else panel.pause(now)

    def tried(self, address: str, answer: Member | Refusal, now: datetime) -> None:
        """Note what came of a try."""
        network = _network(address)
        panel = self._panels.pop(network, Panel()).after_sign_in(answer, now)
        self._panels[network] = panel.locked()
        if len(self._panels) > MOST_ADDRESSES:
            self._panels.popitem(last=False)


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""  # a socket of the machine has no address
    if parsed.version == 4:  # noqa: PLR2004 - IPv4
        return str(parsed)
    return str(ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
