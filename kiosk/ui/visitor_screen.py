"""The visitor's screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.core.office import Door, Office
from kiosk.core.verdict import Verdict
from kiosk.scan.frame import Image, Sighting
from kiosk.ui.view import HouseView


class VisitorScreen(QWidget):
    """What the visitor at one door sees; it draws what it is told and asks nobody anything."""

    scanned = Signal(str)
    code_typed = Signal(str)
    answer_gone = Signal()

    def __init__(
        self,
        office: Office,
        door: Door,
        *,
        answer_seconds: float = 8.0,
        camera: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._door, self._camera = office, door, camera
        self._line = QLabel(office.name)
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._line)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(round(answer_seconds * 1000))
        self._stay.timeout.connect(self._to_idle)

    @Slot(object)
    def show_house(self, view: HouseView) -> None:
        """Show how full the house is."""
        self.setWindowTitle(f"{view.inside} / {view.cap}")

    @Slot(object)
    def show_answer(self, verdict: Verdict) -> None:
        """Show what the visitor is told; it goes by itself."""
        self._line.setText(verdict.reason.value)
        self._stay.start()

    @Slot(object, object)
    def show_frame(self, image: Image, sightings: Sequence[Sighting]) -> None:
        """Show the camera's newest picture."""

    @Slot(bool)
    def show_camera_trouble(self, trouble: bool) -> None:  # noqa: FBT001 - a slot is called by position
        """Show that the camera gives no pictures, or gives them again."""

    @Slot()
    def show_reading(self) -> None:
        """Show at once that a letter was seen."""
        self._line.setText("…")

    @Slot(float)
    def show_keypad_pause(self, seconds: float) -> None:
        """Lock the keypad for `seconds`."""

    def _to_idle(self) -> None:
        self._line.setText(self._office.name)
        self.answer_gone.emit()
