"""Who comes and goes with a running door."""

from typing import Protocol

from kiosk.app.door_program import DoorProgram


class Companion(Protocol):
    """Someone who comes and goes with a running door, such as the demo's visitors."""

    def begin(self, program: DoorProgram) -> None:
        """Start beside the program, which runs already."""
        ...

    def end(self) -> None:
        """Stop, and return when everything of it has ended."""
        ...
