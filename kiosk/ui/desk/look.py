"""How the phone desk looks: plain widgets in the colours of the house, with a focus that nobody overlooks."""

from importlib.resources import files
from typing import Final

from kiosk.ui.theme import CALL, CARD, HAIRLINE, HOUSE, KEY, PAPER, QUIET, REFUSED

TEXT_PX: Final = 16
SMALL_PX: Final = 14
TITLE_PX: Final = 20
ROW_PX: Final = 34

_RING = "#C25B00"
"""The ring about what has the focus: 3:1 and more against every ground here (WCAG 2.2, 2.4.13)."""

_ICONS: Final = files("kiosk") / "resources" / "icons"
"""Qt's style sheets take a picture from a file alone."""
_TICK, _UP, _DOWN = ((_ICONS / f"{name}.svg").as_posix() for name in ("check", "page-up", "page-down"))  # type: ignore[attr-defined] # Paths

STYLE: Final = f"""
#desk {{ background: {PAPER.ground}; }}
#desk QWidget {{ font-size: {TEXT_PX}px; }}
#desk QLabel, #desk QCheckBox {{ color: {PAPER.ink}; background: transparent; }}
#desk QLabel[role="title"] {{ font-size: {TITLE_PX}px; font-weight: bold; }}
#desk QLabel[role="hint"] {{ color: {QUIET.ink}; font-size: {SMALL_PX}px; }}
#desk #head {{ background: {HOUSE.ground}; }}
#desk #head QLabel {{ color: {HOUSE.ink}; }}
#desk QLineEdit, #desk QComboBox, #desk QSpinBox, #desk QListWidget, #desk QTableWidget {{
    background: {CARD.ground}; color: {CARD.ink}; border: 2px solid {HAIRLINE}; border-radius: 4px;
    padding: 3px 6px; selection-background-color: {HOUSE.ground}; selection-color: {HOUSE.ink};
}}
#desk QSpinBox QLineEdit {{ border: none; background: transparent; }}
#desk QComboBox QAbstractItemView {{ background: {CARD.ground}; color: {CARD.ink}; }}
#desk QLineEdit:disabled, #desk QComboBox:disabled, #desk QSpinBox:disabled {{
    background: {PAPER.ground}; color: {QUIET.ink};
}}
#desk QCheckBox:disabled, #desk QListWidget:disabled {{ color: {QUIET.ink}; background: {PAPER.ground}; }}
#desk QListWidget {{ padding: 0; }}
#desk QTableWidget {{ padding: 1px; }}
#desk QListWidget::item, #desk QTableWidget::item {{ padding: 0 8px; }}
#desk QListWidget::item:selected, #desk QTableWidget::item:selected {{
    background: {HOUSE.ground}; color: {HOUSE.ink};
}}
#desk QHeaderView::section {{
    background: {KEY.ground}; color: {KEY.ink}; border: none; padding: 4px 8px; font-weight: bold;
}}
#desk QLineEdit:focus, #desk QComboBox:focus, #desk QSpinBox:focus, #desk QListWidget:focus,
#desk QTableWidget:focus {{ border: 3px solid {_RING}; }}
#desk QTableWidget:focus {{ padding: 0; }}
#desk QCheckBox {{ spacing: 8px; padding: 3px; border: 3px solid transparent; border-radius: 4px; }}
#desk QCheckBox:focus {{ border-color: {_RING}; }}
#desk QCheckBox::indicator {{
    width: 18px; height: 18px; border: 2px solid {QUIET.ink}; border-radius: 3px; background: {CARD.ground};
}}
#desk QCheckBox::indicator:checked {{ image: url("{_TICK}"); }}
#desk QComboBox::drop-down {{ border: none; width: 26px; }}
#desk QComboBox::down-arrow, #desk QSpinBox::down-arrow {{ image: url("{_DOWN}"); }}
#desk QSpinBox::up-arrow {{ image: url("{_UP}"); }}
#desk QComboBox::down-arrow {{ width: 14px; height: 14px; }}
#desk QSpinBox::down-arrow, #desk QSpinBox::up-arrow {{ width: 14px; height: 14px; }}
#desk QSpinBox::up-button, #desk QSpinBox::down-button {{ border: none; width: 26px; }}
#desk QPushButton {{
    background: {KEY.ground}; color: {KEY.ink}; border: 2px solid {HOUSE.ground}; border-radius: 4px;
    padding: 5px 10px;
}}
#desk QPushButton:focus {{ border: 3px solid {_RING}; }}
#desk QPushButton:pressed {{ background: {HOUSE.ground}; color: {HOUSE.ink}; }}
#desk QPushButton:disabled {{ color: {QUIET.ink}; border-color: {HAIRLINE}; background: {PAPER.ground}; }}
#desk #message {{ border-radius: 4px; padding: 8px 12px; font-weight: bold; }}
#desk #message[tone="good"] {{ background: #075E34; color: #FFFFFF; }}
#desk #message[tone="warn"] {{ background: {CALL.ground}; color: {CALL.ink}; }}
#desk #message[tone="bad"] {{ background: {REFUSED.ground}; color: {REFUSED.ink}; }}
#desk #message[tone="quiet"] {{ background: transparent; color: {QUIET.ink}; font-weight: normal; }}
#desk #choice {{ background: {CALL.ground}; border-radius: 4px; }}
#desk #choice QLabel {{ color: {CALL.ink}; font-weight: bold; }}
#desk #mode {{
    background: {CALL.ground}; color: {CALL.ink}; border-radius: 4px; padding: 6px 10px; font-weight: bold;
}}
"""
