"""Adds up the days that are over, beside the page: a range of years is then read from their sums."""

import asyncio
import logging
from datetime import date
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
    failed: set[date] = set()
    while True:
        try:
            has_more = await page.archive.write(lambda ledger: add_up_one(ledger, zone, failed))
        except (LedgerError, TooBusyError) as error:
            _log.warning("the days that are over are added up later: %s", error)
            has_more = False
        await asyncio.sleep(_LETS_OTHERS_READ_SECONDS if has_more else _LOOKS_AGAIN_AFTER_SECONDS)


def add_up_one(ledger: Ledger, zone: ZoneInfo, failed: set[date]) -> bool:
    """Keep the sum of the latest day that has none; False if all have one, or this cannot be kept now.

    A day that cannot be added up at all is told once, and joins those that `failed`; the others go on.
    """
    sums = ledger.day_sums(zone)
    day = next((each for each in sums.missing() if each not in failed), None)
    try:
        return day is not None and sums.keep(day)
    except LedgerError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, the other days go on, and the log has it whole
        _log.exception("the day %s cannot be added up", day)
        failed.update({day} if day else ())
        return True
