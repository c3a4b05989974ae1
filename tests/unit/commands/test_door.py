"""`kiosk run` and `kiosk demo` where they cannot open the door: why, and how to mend it."""

import sys

import pytest

from kiosk.app.door_program import DoorParts
from kiosk.app.panel_program import PanelParts
from kiosk.commands import door, panel
from kiosk.core.door_devices import GrabbedScanner, KeyboardScanner, Scanner, SerialScanner
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

    def note(parts: DoorParts, _: object, __: object) -> int:
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
    assert [len(each.cameras) for each in opened] == [0, 1]
    two = kiosk(
        "run", "--door", "main", "--camera", "/dev/video8", "--camera", "http://user:secret@cam.example/"
    )
    assert two.exit_code == 0
    assert [each.name for each in opened[2].cameras] == [
        "the camera /dev/video8",
        "the camera http://cam.example/",
    ]


@pytest.mark.parametrize(
    ("cameras", "told"), [(("0", "none"), "stands alone"), (("0", "2", "0"), "named twice")]
)
def test_cameras_that_cannot_be_at_one_door_are_told(
    kiosk: Kiosk, cameras: tuple[str, ...], told: str
) -> None:
    called = kiosk("run", "--door", "main", *(part for each in cameras for part in ("--camera", each)))
    assert called.exit_code == 2
    assert told in called.stderr


def test_panel_on_a_machine_of_its_own_has_the_scanner_that_the_call_names(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Scanner] = []

    def note(_: PanelParts, __: object, scanner: Scanner) -> int:
        heard.append(scanner)
        return 0

    monkeypatch.setattr(panel, "run_panel", note)
    monkeypatch.setattr(panel, "log_to", lambda _: None)
    assert kiosk("panel", "--door", "main").exit_code == 0
    assert kiosk("panel", "--door", "main", "--scanner", "serial:/dev/ttyACM0").exit_code == 0
    assert heard == [KeyboardScanner(), SerialScanner("/dev/ttyACM0")]
    wrong = kiosk("panel", "--door", "main", "--scanner", "usb")
    assert wrong.exit_code == 2
    assert "evdev:NAME" in wrong.stderr


def test_pictures_that_cannot_be_left_are_told_before_the_stage_is_set(
    kiosk: Kiosk, premises: Premises
) -> None:
    called = kiosk("demo", "--offscreen", "--screenshots", "office.toml", "--dir", "demo")
    assert called.exit_code == 2
    assert "pictures cannot be left in office.toml: " in called.stderr
    assert not (premises.folder / "demo").exists()
