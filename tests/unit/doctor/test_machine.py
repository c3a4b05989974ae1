import os
import re
import sys
from pathlib import Path

import pytest

from kiosk.doctor import machine
from kiosk.doctor.finding import Level

PROJECT = Path(__file__).resolve().parents[3]


def test_the_libraries_are_those_that_the_set_up_installs() -> None:
    listed = re.search(r"^libraries='\n(.*?)^'", (PROJECT / "kiosk.sh").read_text(), re.MULTILINE | re.DOTALL)
    assert listed is not None
    assert dict(line.split() for line in listed[1].splitlines()) == machine.LIBRARIES


def test_packages_of_missing_libraries_are_named() -> None:
    def load(soname: str) -> None:
        if "xcb" in soname:
            raise OSError(f"{soname}: cannot open shared object file: No such file or directory")

    finding = machine.system_libraries(load)
    assert finding.level is Level.WARNING
    assert finding.mend == (
        "apt-get install --no-install-recommends libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has these libraries")
def test_the_libraries_of_this_machine_are_there() -> None:
    assert machine.system_libraries().level is Level.OK


def test_a_module_that_can_be_imported_is_well() -> None:
    finding = machine.module("json", "reading", Level.FAULT)
    assert (finding.level, finding.mend) == (Level.OK, "")


@pytest.mark.parametrize(
    ("source", "found", "mend"),
    [
        (
            "import ctypes; ctypes.CDLL('libEGL.so.1.missing')",
            "libEGL.so.1.missing: cannot open shared object file",
            "apt-get install --no-install-recommends libegl1",
        ),
        (
            "raise ImportError('Unable to find zbar shared library')",
            "Unable to find zbar shared library",
            "apt-get install --no-install-recommends libzbar0",
        ),
        ("import os; os.abort()", "ended with code -6", "install the program again"),
        ("import no_such_module", "No module named 'no_such_module'", "install the program again"),
    ],
)
def test_a_module_that_is_broken_is_told_with_its_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, found: str, mend: str
) -> None:
    (tmp_path / "broken_library.py").write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    finding = machine.module("broken_library", "the screens", Level.WARNING)
    assert finding.level is Level.WARNING
    assert finding.found.startswith("needed for the screens: ")
    assert found in finding.found
    assert finding.mend.startswith(mend)


def test_a_library_that_hangs_does_not_hold_the_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_PATIENCE_SECONDS", 0.2)
    trial = machine.try_out("import time; time.sleep(60)")
    assert trial == machine.Trial(succeeded=False, said="gave no answer within 0.2 s")


def test_a_window_opens_where_there_is_a_display() -> None:
    finding = machine.window({**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert finding.level is Level.OK
    assert finding.found.startswith("offscreen 800x")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every session has a display")
def test_a_session_without_a_display_is_a_warning() -> None:
    assert machine.window({}).level is Level.WARNING


def test_a_platform_that_qt_does_not_have_is_a_fault() -> None:
    finding = machine.window({**os.environ, "QT_QPA_PLATFORM": "no-such-platform"})
    assert finding.level is Level.FAULT
    assert "no-such-platform" in finding.found


def test_the_fonts_of_the_program_are_there() -> None:
    finding = machine.fonts()
    assert (finding.level, finding.found) == (Level.OK, "Noto Sans, Noto Sans Arabic")


def test_a_machine_without_a_loudspeaker_is_only_silent() -> None:
    assert machine.sound().level in {Level.OK, Level.WARNING}


def test_a_machine_that_cannot_read_aloud_is_told_how_it_learns_to() -> None:
    assert machine.speech(lambda _: "/usr/bin/espeak-ng").level is Level.OK
    finding = machine.speech(lambda _: None)
    assert finding.level is Level.WARNING
    assert finding.mend == "apt-get install --no-install-recommends espeak-ng"


def test_no_camera_is_a_warning_since_a_scanner_will_do(tmp_path: Path) -> None:
    assert machine.cameras(tmp_path).level is Level.WARNING


def test_a_camera_that_this_user_may_use_is_well(tmp_path: Path) -> None:
    (tmp_path / "video0").touch()
    (tmp_path / "video1").symlink_to("nowhere")
    finding = machine.cameras(tmp_path)
    assert (finding.level, finding.found) == (Level.OK, str(tmp_path / "video0"))


def test_a_camera_that_this_user_may_not_use_is_a_fault(tmp_path: Path) -> None:
    # A link that leads nowhere: root may use everything else.
    (tmp_path / "video0").symlink_to("nowhere")
    finding = machine.cameras(tmp_path)
    assert finding.level is Level.FAULT
    assert "usermod -aG video" in finding.mend
