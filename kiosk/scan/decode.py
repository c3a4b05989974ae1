"""From a picture to the texts of its QR codes: `decode` for a still, `Reader` for a camera's frames."""

from kiosk.scan.decoders import read_opencv, read_zxing
from kiosk.scan.frame import Frame, Image, Sighting
from kiosk.scan.zbar import read_zbar


def decode(grey: Image) -> tuple[Sighting, ...]:
    """Every QR code that can be read in a grey still, with as many looks as it takes."""
    return read_zxing(grey) or read_zbar(grey) or read_opencv(grey)


class Reader:
    """Reads the frames of one camera, within a budget of time for each."""

    def read(self, frame: Frame) -> tuple[Sighting, ...]:
        """The QR codes in this frame."""
        return read_zxing(frame.grey())
