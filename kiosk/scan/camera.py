"""Where pictures come from: the door to the modules of the camera."""

from kiosk.core.door_devices import CameraWishes
from kiosk.scan.camera_capture import turned_round
from kiosk.scan.camera_files import FilmCamera, Pace, PictureCamera, load_picture
from kiosk.scan.camera_process import open_live_camera
from kiosk.scan.camera_source import (
    FILM_ENDINGS,
    PICTURE_ENDINGS,
    Camera,
    CameraError,
    Device,
    Film,
    NetworkStream,
    Pictures,
    Pipe,
    source_of,
)
from kiosk.scan.frame import Image

__all__ = [
    "FILM_ENDINGS",
    "PICTURE_ENDINGS",
    "Camera",
    "CameraError",
    "Device",
    "Film",
    "NetworkStream",
    "Pace",
    "Pictures",
    "Pipe",
    "load_picture",
    "open_camera",
    "source_of",
]

_AS_IT_COMES = CameraWishes()


def open_camera(
    spec: str, *, wishes: CameraWishes = _AS_IT_COMES, loop: bool = False, paced: bool = True
) -> Camera:
    """Open the camera that `spec` names (see `source_of`), or raise CameraError.

    Films and pictures start again at their end with `loop`, and come as fast as they are read without
    `paced`; of the wishes, only `mirrored` is for them.
    """
    source = source_of(spec)
    match source:
        case Film(path):
            return _as_wished(FilmCamera(path, loop=loop, paced=paced), wishes)
        case Pictures(paths):
            return _as_wished(PictureCamera(paths, loop=loop, paced=paced), wishes)
        case _:
            return open_live_camera(source, spec, wishes)


def _as_wished(camera: Camera, wishes: CameraWishes) -> Camera:
    return _TurnedRound(camera) if wishes.mirrored else camera


class _TurnedRound:
    """A camera whose pictures are turned round, since they come mirrored."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    @property
    def finished(self) -> bool:
        return self._camera.finished

    def read(self) -> Image | None:
        image = self._camera.read()
        return None if image is None else turned_round(image)

    def close(self) -> None:
        self._camera.close()
