"""`kiosk decode`: what is read in pictures, compared with what they hold."""

import json
from pathlib import Path

import numpy as np
import pytest

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from tests.unit.commands.conftest import Kiosk
from tests.unit.scan.pictures import CODE, OTHER_CODE, qr, qr_of_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures: read rightly, wrongly by what stands beside it, without a truth, and without a code."""
    pictures: dict[str, tuple[Image, str | None]] = {
        "a.png": (qr(CODE), CODE),
        "b.png": (qr(OTHER_CODE), CODE),
        "c.jpg": (qr(CODE), None),
        "d.png": (np.full((80, 80), 200, dtype=np.uint8), CODE),
    }
    for name, (picture, truth) in pictures.items():
        cv2.imwrite(str(tmp_path / name), picture)
        if truth is not None:
            (tmp_path / name).with_suffix(".txt").write_text(truth, encoding="utf-8")
    return tmp_path


def test_help_of_decode_shows_examples(kiosk: Kiosk) -> None:
    shown = kiosk("decode", "--help")
    assert shown.exit_code == 0
    assert "kiosk decode --truth photographs" in shown.stdout


def test_folder_is_read_with_rates_and_times(kiosk: Kiosk, folder: Path) -> None:
    read = kiosk("decode", folder)
    assert read.exit_code == 0
    *lines, summary = read.stdout.splitlines()
    assert [line.split(": ")[1] for line in lines] == [CODE, OTHER_CODE, CODE, "-"]
    assert summary.startswith("3 of 4 pictures read (75.0%); ")
    assert "ms at the median" in summary


def test_text_that_is_not_the_truth_is_told_and_ends_in_a_fault(kiosk: Kiosk, folder: Path) -> None:
    read = kiosk("decode", "--truth", folder)
    assert read.exit_code == 1
    *lines, summary = read.stdout.splitlines()
    assert ["right" in lines[0], "wrong" in lines[1], "unread" in lines[3]] == [True] * 3
    assert "1 of 3 right (33.3%), 1 wrong" in summary


def test_json_has_an_object_for_each_picture(kiosk: Kiosk, folder: Path) -> None:
    read = kiosk("decode", "--json", "--truth", folder / "a.png", folder / "d.png")
    right, unread = (json.loads(line) for line in read.stdout.splitlines())
    assert right["outcome"] == "right"
    assert right["codes"][0]["text"] == CODE
    assert bytes.fromhex(right["codes"][0]["bytes"]) == CODE.encode()
    assert len(right["codes"][0]["corners"]) == 4
    assert (unread["outcome"], unread["codes"]) == ("unread", [])


def test_json_has_an_object_with_the_fault_of_a_file_that_is_no_picture(kiosk: Kiosk, folder: Path) -> None:
    (folder / "broken.png").write_bytes(b"no picture")
    read = kiosk("decode", "--json", folder / "broken.png", folder / "a.png")
    broken, right = (json.loads(line) for line in read.stdout.splitlines())
    assert (read.exit_code, right["fault"]) == (1, None)
    assert broken["picture"].endswith("broken.png")
    assert "holds no picture" in broken["fault"]
    assert broken.keys() == right.keys()
    assert broken["codes"] == []


def test_code_cannot_write_to_the_terminal(kiosk: Kiosk, tmp_path: Path) -> None:
    picture = tmp_path / "hostile.png"
    cv2.imwrite(str(picture), qr_of_bytes("\x1b[2J\u202eevil\r\n".encode()))
    read = kiosk("decode", picture)
    assert r"\x1b[2J\u202eevil\r\n" in read.stdout
    assert "\x1b[2J" not in read.stdout


@pytest.mark.parametrize(
    ("shown", "code", "said"),
    [
        (("nowhere",), 2, "there is no file or folder nowhere"),
        (("empty",), 2, "there is no picture in the folder empty: looked for .jpeg, .jpg, .png"),
        (("termine.csv",), 1, "termine.csv"),
        (("--truth", "plain.png"), 2, "has its truth beside it: write what NAME.png holds into NAME.txt"),
    ],
)
def test_wrong_call_says_what_to_give(kiosk: Kiosk, shown: tuple[str, ...], code: int, said: str) -> None:
    Path("empty").mkdir()
    Path("termine.csv").write_text("no picture", encoding="utf-8")
    cv2.imwrite("plain.png", qr(CODE))
    called = kiosk("decode", *shown)
    assert called.exit_code == code
    assert said in called.stderr


def test_file_that_is_no_picture_does_not_keep_the_others_from_being_read(kiosk: Kiosk, folder: Path) -> None:
    (folder / "broken.png").write_bytes(b"no picture")
    read = kiosk("decode", folder)
    assert read.exit_code == 1
    assert "broken.png" in read.stderr
    assert "3 of 4 pictures read" in read.stdout
    assert "1 file that could not be opened not counted" in read.stdout
