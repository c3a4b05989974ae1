"""Several cameras of one door are as one: lost when all are, tested when all were, each heard."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.device_lights import light_of_cameras
from kiosk.core.lights import Light
from kiosk.core.test_letter import TEST_LETTER
from kiosk.scan.camera import Camera
from kiosk.scan.camera_watch import CameraState
from kiosk.workers.cameras import CameraHere, Cameras

LIVE, OPENING, LOST, STALLED, FINISHED = (
    CameraState.LIVE,
    CameraState.OPENING,
    CameraState.LOST,
    CameraState.STALLED,
    CameraState.FINISHED,
)
EIGHT = datetime(2021, 9, 20, 8, tzinfo=UTC)


def never_opened() -> Camera:
    raise AssertionError("no camera of this test is opened")


@pytest.fixture
def two(qtbot: QtBot) -> Iterator[Cameras]:
    """Two cameras that nobody starts, at a clock that strikes the hours."""
    del qtbot
    hours = count()
    cameras = Cameras(
        [CameraHere("high", never_opened), CameraHere("low", never_opened)],
        lambda: EIGHT + timedelta(hours=next(hours)),
    )
    yield cameras
    cameras.deleteLater()


def test_the_door_is_in_camera_trouble_only_while_no_camera_gives_pictures(
    two: Cameras, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = (
        ((OPENING, OPENING), False),
        ((LIVE, LOST), False),
        ((STALLED, LOST), True),
        ((OPENING, LOST), True),
        ((LOST, OPENING), True),
        ((LOST, LIVE), False),
        ((LOST, FINISHED), True),
        ((FINISHED, FINISHED), False),
    )
    for states, trouble in course:
        monkeypatch.setattr(two, "states", lambda states=states: states)
        assert two.are_in_trouble() is trouble, states


def test_the_test_letter_was_read_when_the_last_camera_did_and_a_letter_by_whichever_did(
    two: Cameras,
) -> None:
    heard: list[str] = []
    two.seen.connect(lambda text, _: heard.append(text))
    high, low = two._workers
    assert (two.test_read_at, two.last_read_at) == (None, None)
    low._tell(TEST_LETTER, 1.0)
    assert two.test_read_at is None
    high._tell(TEST_LETTER, 2.0)
    low._tell("JC1", 3.0)
    assert two.test_read_at == EIGHT
    assert two.last_read_at == EIGHT + timedelta(hours=2)
    assert heard == ["JC1"]


@pytest.mark.parametrize(
    ("states", "light"),
    [
        ((), Light.NOT_USED),
        ((LIVE, LIVE), Light.GOOD),
        ((LIVE, LOST), Light.WORKING_ON_IT),
        ((OPENING, STALLED), Light.WORKING_ON_IT),
        ((LOST, LOST), Light.BROKEN),
    ],
)
def test_the_light_is_out_when_no_camera_is_left_and_between_while_one_is(
    states: tuple[CameraState, ...], light: Light
) -> None:
    assert light_of_cameras(states) is light
