"""`kiosk run` and `kiosk demo` where they cannot open the door: why, and how to mend it."""

import sys

import pytest

from kiosk.app.door_program import DoorParts
from kiosk.commands import door
from kiosk.core.door_devices import GrabbedScanner, SerialScanner
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk


@pytest.fixture
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a desktop is always there")
@pytest.mark.usefixtures("_no_display")
@pytest.mark.parametrize("call", ["run --door main", "demo --minutes 1"])
def test_without_a_display_the_door_says_how_to_see_it_all_the_same(kiosk: Kiosk, call: str) -> None:
    called = kiosk(*call.split())
    assert (called.exit_code, called.stdout) == (6, "")
    assert "there is no display" in called.stderr
    assert "kiosk demo --offscreen --minutes 1 --screenshots DIR" in called.stderr


@pytest.mark.parametrize(
    ("camera", "told"),
    [
        ("nowhere.mp4", "'nowhere.mp4'"),
        ("office.toml", "Known endings"),
        ("empty", "Put PNG or JPEG files there"),
        ("http://", "names no host"),
    ],
)
@pytest.mark.parametrize("call", ["run --door main", "demo --offscreen"])
def test_camera_that_cannot_be_one_is_told_before_anything_is_opened(
    kiosk: Kiosk, premises: Premises, call: str, camera: str, told: str
) -> None:
    (premises.folder / "empty").mkdir()
    called = kiosk(*call.split(), "--camera", camera)
    assert called.exit_code == 5
    assert told in called.stderr
    assert not premises.database.exists()


def test_scanner_that_cannot_be_one_is_told_with_the_forms_that_there_are(kiosk: Kiosk) -> None:
    called = kiosk("run", "--door", "main", "--camera", "none", "--scanner", "usb")
    assert called.exit_code == 2
    assert "evdev:NAME" in called.stderr


def test_door_has_the_devices_of_its_file_unless_the_call_names_others(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[DoorParts] = []

    def note(parts: DoorParts, _: object) -> int:
        opened.append(parts)
        return 0

    monkeypatch.setattr(door, "run_door", note)
    monkeypatch.setattr(door, "log_to", lambda _: None)
    written = premises.office.read_text("utf-8").replace(
        "[doors.main]", '[doors.main]\nscanner = "serial:/dev/ttyACM0"'
    )
    premises.office.write_text(f'{written}\n[doors.main.camera]\nsource = "none"\n', "utf-8")
    assert kiosk("run", "--door", "main").exit_code == 0
    named = kiosk("run", "--door", "main", "--camera", "/dev/video9", "--scanner", "evdev:Scanner")
    assert named.exit_code == 0
    assert [each.scanner for each in opened] == [SerialScanner("/dev/ttyACM0"), GrabbedScanner("Scanner")]
    assert opened[0].open_camera is None
    assert opened[1].open_camera is not None


def test_pictures_that_cannot_be_left_are_told_before_the_stage_is_set(
    kiosk: Kiosk, premises: Premises
) -> None:
    called = kiosk("demo", "--offscreen", "--screenshots", "office.toml", "--dir", "demo")
    assert called.exit_code == 2
    assert "pictures cannot be left in office.toml: " in called.stderr
    assert not (premises.folder / "demo").exists()
