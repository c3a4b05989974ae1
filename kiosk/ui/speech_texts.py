"""What is said and stands nowhere on the screen, for whoever hears it instead, in the language of now."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def not_aloud() -> str:
    """Return what is said in place of a room, a time or a number that others would hear."""
    return translate(
        "speech", "The rest is on the screen. We do not read it out here. Our staff will tell you."
    )


def how_to_hold() -> str:
    """Return how to find the camera by ear."""
    return translate(
        "speech",
        "Hold the letter flat, with the printed side towards the camera. Move it slowly. "
        "A tone rises when the code comes into the picture.",
    )
