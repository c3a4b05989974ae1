"""Which page of the screen is seen, and to which one the way back leads."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


class PageStack:
    """Pages at one place, of which one is seen; `asides` are those that lead back to the page before."""

    def __init__(self, pages: Sequence[QWidget], *, asides: Sequence[QWidget]) -> None:
        self._pages, self._asides = tuple(pages), tuple(asides)
        self.seen = self.before = self._pages[0]
        for page in self._pages[1:]:
            page.hide()

    def show(self, page: QWidget) -> None:
        """Show this page and no other; one to which an aside leads back is remembered."""
        if page in self._asides and self.seen not in self._asides:
            self.before = self.seen
        self.seen = page
        for each in self._pages:
            each.setVisible(each is page)

    def is_aside(self) -> bool:
        """Say whether the page that is seen leads back to the one before."""
        return self.seen in self._asides

    def place(self, rect: QRect) -> None:
        """Give all pages their place."""
        for page in self._pages:
            page.setGeometry(rect)
