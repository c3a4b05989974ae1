"""Whether the machine has what the program stands on: libraries, a display, fonts, sound, a camera.

What may fail by ending the process (a library that is missing below Qt) is tried in a process of its own.
"""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import kiosk
from kiosk.doctor.finding import Finding, Level, fault, warning, well

# The names that the loader looks for, and the Debian packages that bring them; the same as in kiosk.sh.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libcups.so.2": "libcups2",  # without it no printer is found
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libzbar.so.0": "libzbar0",
    "libpulse.so.0": "libpulse0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libXrandr.so.2": "libxrandr2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# The modules that need more than Python, what for, and how bad it is to be without.
MODULES = (
    ("PySide6.QtWidgets", "the screens", Level.FAULT),
    ("cv2", "the camera", Level.FAULT),
    ("zxingcpp", "reading codes", Level.FAULT),
    ("pyzbar.pyzbar", "a second look at codes that are hard to read", Level.WARNING),
    ("PySide6.QtMultimedia", "the tones", Level.WARNING),
)

_TRY_WINDOW = """\
from PySide6.QtWidgets import QApplication
app = QApplication([])
sizes = (screen.size() for screen in app.screens())
print(app.platformName(), *(f"{size.width()}x{size.height()}" for size in sizes))
"""
_TRY_FONTS = """\
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from kiosk.ui.fonts import FAMILIES, load_fonts
load_fonts()
print(*FAMILIES, sep=", ")
"""
_TRY_SOUND = """\
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from PySide6.QtMultimedia import QMediaDevices
print(QMediaDevices.defaultAudioOutput().description())
"""
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
_PATIENCE_SECONDS = 30
_SHOWN_LINES = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """How a small program of its own process ended; `said` is what it printed, or its last lines of error."""

    succeeded: bool
    said: str


def examine_machine() -> Iterator[Finding]:
    """Examine all of it."""
    yield well(
        "program",
        f"kiosk {kiosk.__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}",
    )
    if sys.platform == "linux":
        yield system_libraries()
    with ThreadPoolExecutor() as pool:
        modules = list(pool.map(lambda each: module(*each), MODULES))
    yield from modules
    if modules[0].level is Level.OK:
        yield window(os.environ)
        yield fonts()
    if modules[-1].level is Level.OK:
        yield sound()
    yield speech()
    if sys.platform == "linux":
        yield cameras(Path("/dev"))


def system_libraries(load: Callable[[str], object] = ctypes.CDLL) -> Finding:
    """Look for the libraries below Qt and OpenCV, as the loader does."""
    missing = []
    for soname, package in LIBRARIES.items():
        try:
            load(soname)
        except OSError:
            missing.append(package)
    if not missing:
        return well("system libraries", f"all {len(LIBRARIES)} are there")
    return warning(
        "system libraries",
        f"{len(missing)} of {len(LIBRARIES)} are missing; not every machine needs all of them",
        f"apt-get install --no-install-recommends {' '.join(missing)}",
    )


def module(name: str, purpose: str, without: Level) -> Finding:
    """Import a module of a library; `without` is how bad it is if that fails."""
    trial = try_out(f"import {name}")
    checked = f"library {name}"
    if trial.succeeded:
        return well(checked, f"can be imported, for {purpose}")
    packages = [package for soname, package in LIBRARIES.items() if soname.partition(".so")[0] in trial.said]
    if "zbar" in trial.said and not packages:
        packages = [LIBRARIES["libzbar.so.0"]]  # pyzbar names the library without its ending
    mend = f"apt-get install --no-install-recommends {' '.join(packages)}" if packages else _REINSTALL
    return Finding(checked, without, f"needed for {purpose}: {trial.said}", mend)


_REINSTALL = "install the program again: ./kiosk.sh does it, or pip install --force-reinstall"


def window(environment: Mapping[str, str]) -> Finding:
    """Open Qt on the display of this session."""
    on_display = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(environment.get(name) for name in on_display):
        return warning(
            "display",
            "this session has none",
            "start the door in the session of its screen; kiosk demo --offscreen runs without",
        )
    trial = try_out(_TRY_WINDOW, environment)
    if trial.succeeded:
        return well("display", trial.said)
    return fault(
        "display",
        trial.said,
        "install the system libraries that are missing; check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM",
    )


def fonts() -> Finding:
    """Load the fonts that come with the program."""
    trial = try_out(_TRY_FONTS, {**os.environ, **_OFFSCREEN})
    return well("fonts", trial.said) if trial.succeeded else fault("fonts", trial.said, _REINSTALL)


def sound() -> Finding:
    """Ask for a loudspeaker."""
    trial = try_out(_TRY_SOUND, {**os.environ, **_OFFSCREEN})
    if trial.succeeded and trial.said:
        return well("sound", trial.said)
    return warning(
        "sound",
        trial.said or "there is no loudspeaker: the door stays silent",
        "plug one in, or start the sound server of the session (PipeWire or PulseAudio)",
    )


def speech(which: Callable[[str], str | None] = shutil.which) -> Finding:
    """Look for the program that reads the visitor's screen aloud."""
    program = which("espeak-ng")
    if program is not None:
        return well("speech", f"the screen can be read aloud by {program}")
    return warning(
        "speech",
        "espeak-ng is missing: the visitor's screen is not read aloud to whoever cannot see it",
        "apt-get install --no-install-recommends espeak-ng",
    )


def cameras(devices: Path) -> Finding:
    """Look for cameras among the devices and whether this user may use them."""
    found = sorted(devices.glob("video*"))
    if not found:
        return warning("camera", "there is none", "plug one in, or use a USB scanner alone: --camera none")
    usable = [str(each) for each in found if os.access(each, os.R_OK | os.W_OK)]
    if not usable:
        return fault(
            "camera",
            f"this user may not use {', '.join(map(str, found))}",
            "add the user to the group that owns it (usermod -aG video USER) and log in again",
        )
    return well("camera", ", ".join(usable))


def try_out(program: str, environment: Mapping[str, str] | None = None) -> Trial:
    """Run a few lines of Python in a process of their own and say how they ended."""
    try:
        done = subprocess.run(  # noqa: S603 - the programs stand above
            [sys.executable, "-c", program],
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Trial(succeeded=False, said=f"gave no answer within {_PATIENCE_SECONDS} s")
    if done.returncode == 0:
        return Trial(succeeded=True, said=done.stdout.strip())
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    return Trial(
        succeeded=False, said=" ".join(lines[-_SHOWN_LINES:]) or f"ended with code {done.returncode}"
    )
