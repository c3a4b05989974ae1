"""Whatever a retouched picture shows is told at its place in the picture itself."""

import numpy as np
import pytest

from kiosk.scan.decoders import look_with_zxing
from kiosk.scan.looks import PATIENT_LOOKS, Look
from tests.unit.scan.pictures import frame_with, qr

FRAME = frame_with(qr("JC1", 8))


@pytest.mark.parametrize("look", PATIENT_LOOKS, ids=lambda look: look.name)
def test_where_a_code_was_read_is_known_for_each_text_however_the_picture_was_scaled(look: Look) -> None:
    (known,) = look_with_zxing(FRAME).read_at()
    seen = look.at(FRAME)
    (place,) = seen.read_at()
    assert len(seen.read) == 1
    assert place.modules == known.modules
    assert np.asarray(place.corners) == pytest.approx(np.asarray(known.corners), abs=4)
