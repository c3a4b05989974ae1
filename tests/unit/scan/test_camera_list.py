"""The cameras of this computer, under names that stay theirs."""

import struct
from pathlib import Path

from kiosk.scan.camera_list import ListedCamera, cameras_here, takes_pictures


def test_cameras_are_listed_by_number_with_the_names_that_stay(tmp_path: Path) -> None:
    devices, described = tmp_path / "dev", tmp_path / "class"
    for folder in ("v4l/by-id", "v4l/by-path"):
        (devices / folder).mkdir(parents=True)
    for number, name in ((10, "Second"), (2, "First Webcam")):
        (devices / f"video{number}").write_bytes(b"")
        (described / f"video{number}").mkdir(parents=True)
        (described / f"video{number}" / "name").write_text(f"{name}\n")
    (devices / "video-notes").write_bytes(b"")
    (devices / "v4l/by-path/pci-usb-0:2").symlink_to("../../video2")
    (devices / "v4l/by-id/usb-First").symlink_to("../../video2")
    (devices / "v4l/by-path/pci-usb-0:10").symlink_to("../../video10")
    assert cameras_here(devices, described) == (
        ListedCamera(str(devices / "v4l/by-id/usb-First"), 2, "First Webcam", usable=True),
        ListedCamera(str(devices / "v4l/by-path/pci-usb-0:10"), 10, "Second", usable=True),
    )
    (devices / "v4l/by-path/pci-usb-0:10").unlink()
    (described / "video10" / "name").unlink()
    assert cameras_here(devices, described)[1] == ListedCamera(str(devices / "video10"), 10, "", usable=True)


def test_a_computer_without_cameras_lists_none(tmp_path: Path) -> None:
    assert cameras_here(tmp_path, tmp_path) == ()


def test_a_node_that_gives_no_pictures_tells_so() -> None:
    def answer(of_node: int) -> bytes:
        return struct.pack("=16s32s32sIII12x", b"uvcvideo", b"Webcam", b"usb", 0x60000, 0x84A00001, of_node)

    assert takes_pictures(answer(0x04200001))
    assert not takes_pictures(answer(0x04A00000))
