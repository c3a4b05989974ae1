"""`kiosk camera`: which cameras there are, how well one sees, and the letter to try it with."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.commands import camera as camera_command
from kiosk.scan import smallest_code
from kiosk.scan.camera_list import ListedCamera
from kiosk.scan.opencv import cv2
from tests.premises import Premises
from tests.unit.commands.conftest import Kiosk
from tests.unit.scan.pictures import letter


@pytest.fixture(autouse=True)
def _few_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smallest_code, "SIZES", (4.0, 2.0))


def test_cameras_are_listed_for_people_and_programs(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    there = [ListedCamera("/dev/v4l/by-id/usb-cam", 0, "Webcam", usable=False)]
    monkeypatch.setattr(camera_command, "cameras_here", lambda: tuple(there))
    listed = kiosk("camera", "list")
    assert "/dev/v4l/by-id/usb-cam" in listed.stdout
    assert "usermod -aG video" in listed.stdout
    assert json.loads(kiosk("camera", "list", "--json").stdout)[0]["name"] == "Webcam"
    there.clear()
    assert "There is no camera" in kiosk("camera", "list").stdout


def test_a_camera_is_checked_with_a_letter_before_it(kiosk: Kiosk) -> None:
    cv2.imwrite("letter.png", cv2.resize(letter()[:720], (1280, 1116))[100:820])
    checked = kiosk("camera", "check", "--camera", "letter.png", "--distance-cm", 30)
    assert checked.exit_code == 0, checked.stdout
    assert "1280 x 720 pixels" in checked.stdout
    assert "pixels a module" in checked.stdout
    assert checked.stdout.startswith("Looking at letter.png")
    assert "before it" not in checked.stdout
    told = json.loads(kiosk("camera", "check", "--camera", "letter.png", "--json").stdout)
    assert told["measures"]["frames_read"] == 1
    assert told["reach"]["measured"] is False


def test_a_test_letter_is_named_as_the_svg_that_it_is(kiosk: Kiosk) -> None:
    called = kiosk("camera", "test-letter", "test.jpg")
    assert called.exit_code == 2
    assert "is an SVG picture" in called.stderr
    assert "test.svg" in called.stderr
    assert not Path("test.jpg").exists()


def test_the_test_letter_is_printed_and_read_by_the_self_test(kiosk: Kiosk, premises: Premises) -> None:
    assert kiosk("camera", "test-letter", "test.svg").exit_code == 0
    again = kiosk("camera", "test-letter", "test.svg")
    assert again.exit_code == 2
    assert "File exists" in again.stderr
    image = QImage(390, 420, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer("test.svg").render(painter, QRectF(image.rect()))
    painter.end()
    image.save("test.png")
    written = premises.office.read_text("utf-8")
    premises.office.write_text(f'{written}\n[doors.main.camera]\nsource = "test.png"\n', "utf-8")
    passed = kiosk("camera", "check", "--door", "main", "--self-test", "--json")
    assert json.loads(passed.stdout)["findings"][0]["checked"] == "test letter"
    assert json.loads(passed.stdout)["findings"][0]["level"] == "ok"
    failed = kiosk("camera", "check", "--camera", "letter.png", "--self-test")
    assert failed.exit_code == 5


def test_what_cannot_be_checked_says_why(kiosk: Kiosk, premises: Premises) -> None:
    assert kiosk("camera", "check", "--camera", "none").exit_code == 2
    missing = kiosk("camera", "check", "--camera", "nowhere.png")
    assert (missing.exit_code, missing.stdout) == (5, "")
    assert "No such camera, file or folder" in missing.stderr
    written = premises.office.read_text("utf-8")
    high, low = ('[[doors.main.cameras]]\nsource = "high"\n', '[[doors.main.cameras]]\nsource = "low"\n')
    premises.office.write_text(f"{written}\n{high}{low}", "utf-8")
    several = kiosk("camera", "check", "--door", "main")
    assert several.exit_code == 2
    assert "name one of them by --camera: high, low" in several.stderr
    missing = kiosk("camera", "check", "--camera", "/dev/video97")
    assert missing.exit_code == 5
    assert "kiosk camera list" in missing.stderr
