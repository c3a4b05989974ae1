"""How often PINs may be typed wrongly from one address, whoever they belong to, as at one panel."""

import ipaddress
from collections import OrderedDict
from datetime import datetime, timedelta

from kiosk.core.sign_in import Panel, Refusal
from kiosk.core.staff import Member

MOST_ADDRESSES = 4096
# Whoever has one address of a network by IPv6 has all of them.
_IPV6_NETWORK = 64


class AddressTries:
    """The tries of each address that typed a PIN lately. The oldest make room: a person's own limits hold."""

    def __init__(self) -> None:
        self._panels: OrderedDict[str, Panel] = OrderedDict()

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
