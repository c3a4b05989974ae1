"""Texts with a number of people, whose words follow the number: one person, two people."""

from PySide6.QtCore import QObject


class Counted(QObject):
    """A class because Qt's tool finds the forms for one and for many only where `tr` is a class's own."""

    def waiting(self, people: int) -> str:
        """Return how many people stand in the line."""
        return self.tr("%n people are waiting outside", "", people)

    def ahead(self, people: int) -> str:
        """Return how many people come before this party."""
        return self.tr("%n people ahead of you", "", people)
