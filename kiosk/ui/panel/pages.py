"""Which class draws which page of the panel."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kiosk.ui.panel.admit_page import AdmitPage
from kiosk.ui.panel.booking_page import BookingPage
from kiosk.ui.panel.count_page import CountPage
from kiosk.ui.panel.evacuation_page import EvacuationPage
from kiosk.ui.panel.hold_page import HoldPage
from kiosk.ui.panel.home_page import HomePage
from kiosk.ui.panel.left_page import LeftPage
from kiosk.ui.panel.line_page import LinePage
from kiosk.ui.panel.page import Page, PageName
from kiosk.ui.panel.recount_page import RecountPage
from kiosk.ui.panel.report_page import ReportPage
from kiosk.ui.panel.scan_page import ScanPage
from kiosk.ui.panel.send_back_page import SendBackPage
from kiosk.ui.panel.sign_in_page import SignInPage
from kiosk.ui.panel.undo_page import UndoPage

PAGES: Final[Mapping[PageName, type[Page]]] = MappingProxyType(
    {
        PageName.HOME: HomePage,
        PageName.SIGN_IN: SignInPage,
        PageName.ADMIT: AdmitPage,
        PageName.BOOKING: BookingPage,
        PageName.LEFT: LeftPage,
        PageName.SCAN: ScanPage,
        PageName.COUNT: CountPage,
        PageName.EVACUATION: EvacuationPage,
        PageName.HOLD: HoldPage,
        PageName.LINE: LinePage,
        PageName.RECOUNT: RecountPage,
        PageName.REPORT: ReportPage,
        PageName.UNDO: UndoPage,
        PageName.SEND_BACK: SendBackPage,
    }
)
"""One line for each page, made with its Post and its parent."""
