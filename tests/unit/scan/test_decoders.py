"""What zxing-cpp says of torn codes is taken with care."""

from types import SimpleNamespace

import numpy as np
import pytest
import zxingcpp

from kiosk.scan.decoders import look_with_zxing


@pytest.mark.parametrize(
    ("extra", "modules"),
    [
        ({"Version": "7"}, 45),
        ({"Version": 7}, 45),
        ({"Version": "M4"}, 29),
        ({"Version": "0"}, 29),
        ({}, 29),
        ("", 29),
    ],
)
def test_a_torn_code_may_not_know_its_version(
    monkeypatch: pytest.MonkeyPatch, extra: object, modules: int
) -> None:
    monkeypatch.setattr(zxingcpp, "read_barcodes", lambda *_, **__: [torn(extra, 30)])
    (place,) = look_with_zxing(np.zeros((9, 9), dtype=np.uint8)).unread
    assert place.modules == modules


def test_a_torn_code_without_corners_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zxingcpp, "read_barcodes", lambda *_, **__: [torn({}, 0)])
    assert look_with_zxing(np.zeros((9, 9), dtype=np.uint8)).unread == ()


def test_in_a_picture_larger_than_the_decoder_takes_nothing_is_read_and_nothing_fails() -> None:
    assert look_with_zxing(np.zeros((2, 65536), dtype=np.uint8)).read == ()


def torn(extra: object, side: int) -> SimpleNamespace:
    point = SimpleNamespace
    position = point(
        top_left=point(x=0, y=0),
        top_right=point(x=side, y=0),
        bottom_right=point(x=side, y=side),
        bottom_left=point(x=0, y=side),
    )
    return point(valid=False, extra=extra, position=position)
