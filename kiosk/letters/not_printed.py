"""That nothing comes out of a printer, whichever way it was asked."""

from kiosk.core.desk_orders import NotPrinted


class NotPrintedError(Exception):
    """Nothing comes out of the printer; `printer` is the one that was meant, "" where there is none."""

    def __init__(self, why: NotPrinted, printer: str = "") -> None:
        self.why, self.printer = why, printer
        super().__init__(f"{why.value}: {printer}")
