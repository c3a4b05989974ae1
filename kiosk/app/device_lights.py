"""What the panel's lights show of the devices of a door."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from kiosk.core.lights import Light
from kiosk.core.self_test import ReadBy
from kiosk.scan.camera_watch import CameraState
from kiosk.scan.scanner_light import ScannerState


@dataclass(frozen=True, slots=True)
class DeviceLights:
    """How the cameras and the scanner of a door are, as far as this machine can tell.

    `test_reads` has each device that is in use; None where they are at another machine.
    """

    camera: Light
    scanner: Light
    test_reads: tuple[ReadBy, ...] | None = None


def light_of_cameras(states: Iterable[CameraState]) -> Light:
    """Return the one light for all cameras of a door.

    One that is lost is looked for while another one reads: the door works, and something is to be mended.
    """
    lights = {light_of_camera(state) for state in states}
    if not lights:
        return Light.NOT_USED
    return lights.pop() if len(lights) == 1 else Light.WORKING_ON_IT


def light_of_camera(state: CameraState) -> Light:
    """Return the light for a camera in this state."""
    match state:
        case CameraState.LIVE:
            return Light.GOOD
        case CameraState.OPENING | CameraState.STALLED:
            return Light.WORKING_ON_IT
        case CameraState.LOST | CameraState.FINISHED:
            return Light.BROKEN
        case _ as never:
            assert_never(never)


def light_of_scanner(state: ScannerState) -> Light:
    """Return the light for a scanner in this state; one that types like a keyboard is unseen until heard."""
    match state:
        case ScannerState.NOT_USED:
            return Light.NOT_USED
        case ScannerState.WAITING | ScannerState.HEARD:
            return Light.GOOD
        case ScannerState.LOST:
            return Light.BROKEN
        case _ as never:
            assert_never(never)
