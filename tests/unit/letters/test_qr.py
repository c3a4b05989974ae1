"""The code's modules."""

import subprocess
import sys

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.code import CODE_BITS, Code
from kiosk.letters.qr import MODULES, QUIET_ZONE, modules


def _read(code: Code) -> zxingcpp.Barcode:
    dark = np.pad(modules(code), QUIET_ZONE)
    picture = np.kron(np.where(dark, 0, 255).astype(np.uint8), np.ones((4, 4), dtype=np.uint8))
    (barcode,) = zxingcpp.read_barcodes(picture)
    return barcode


@settings(max_examples=25)
@given(st.integers(0, (1 << CODE_BITS) - 1))
def test_every_code_is_29_modules_wide_and_reads_as_its_text(secret: int) -> None:
    code = Code(secret)
    assert modules(code).shape == (MODULES, MODULES) == (29, 29)
    assert _read(code).bytes == code.text.encode("ascii")


@pytest.mark.parametrize("secret", [0, (1 << CODE_BITS) - 1])
def test_the_code_has_the_highest_error_correction(secret: int) -> None:
    assert _read(Code(secret)).ec_level == "H"


def test_the_code_is_made_without_pillow() -> None:
    script = (
        "import sys; sys.modules['PIL'] = None\n"
        "from kiosk.letters.qr import modules; from kiosk.core.code import Code\n"
        "assert modules(Code(1)).any()"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
