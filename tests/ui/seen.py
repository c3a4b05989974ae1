"""What is seen on a screen: its texts, buttons and blocks, and where they are."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui import control_texts
from kiosk.ui.text_block import Text
from kiosk.ui.touch_button import TouchButton
from kiosk.ui.visitor_screen import VisitorScreen


def place_on(screen: QWidget, part: QWidget) -> QRect:
    """Return where a part is on the screen."""
    return QRect(part.mapTo(screen, QPoint(0, 0)), part.size())


def texts(screen: QWidget) -> list[Text]:
    """Return the texts that are seen now."""
    return [text for text in screen.findChildren(Text) if text.isVisible() and text.text]


def words(screen: QWidget) -> str:
    """Return all that is written on the screen now, in one line."""
    return " | ".join(text.text for text in texts(screen))


def words_on_all_leaves(screen: VisitorScreen) -> str:
    """Return all that is written on the leaves of the answer that is seen, in one line."""
    found = []
    for _ in range(screen._pages.answer.leaves):
        found.append(words(screen))
        screen._pages.answer.turn_by_hand()
    return " | ".join(found)


def buttons(screen: QWidget) -> list[TouchButton]:
    """Return the buttons that are seen now."""
    return [button for button in screen.findChildren(TouchButton) if button.isVisible()]


def button(screen: QWidget, words_on_it: str) -> TouchButton:
    """Return the one button that says so."""
    (found,) = [each for each in buttons(screen) if words_on_it in (each.text(), each.accessibleName())]
    return found


def languages_button(screen: QWidget) -> TouchButton:
    """Return the button that leads to all languages."""
    (found,) = [each for each in buttons(screen) if control_texts.languages() == each.accessibleName()]
    return found


def choose_language(screen: QWidget, name: str) -> None:
    """Touch what a visitor touches to read another language."""
    languages_button(screen).click()
    button(screen, name).click()


def touch(screen: QWidget, words_on_it: str) -> None:
    """Touch the one button that says so."""
    button(screen, words_on_it).click()
