"""Adds up the days that are over, beside the page: a range of years is then read from their sums."""

import asyncio
import logging
from zoneinfo import ZoneInfo

from kiosk.ledger.errors import LedgerError
from kiosk.ledger.ledger import Ledger
from kiosk.web.ledger_thread import TooBusyError
from kiosk.web.page import Page

_LETS_OTHERS_READ_SECONDS = 0.2
_LOOKS_AGAIN_AFTER_SECONDS = 60

_log = logging.getLogger(__name__)


async def add_up_days(page: Page) -> None:
    """Keep the sum of each day that is over and has none, the latest first, until this is cancelled."""
    zone = page.office_file.office.time_zone
    while True:
        try:
            has_more = await page.archive.write(lambda ledger: add_up_one(ledger, zone))
        except (LedgerError, TooBusyError) as error:
            _log.warning("the days that are over are added up later: %s", error)
            has_more = False
        await asyncio.sleep(_LETS_OTHERS_READ_SECONDS if has_more else _LOOKS_AGAIN_AFTER_SECONDS)


def add_up_one(ledger: Ledger, zone: ZoneInfo) -> bool:
    """Keep the sum of the latest day that has none; False if all have one, or this cannot be kept now."""
    sums = ledger.day_sums(zone)
    missing = sums.missing()
    return bool(missing) and sums.keep(missing[0])
