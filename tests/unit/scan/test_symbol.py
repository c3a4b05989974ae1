"""What is known of a QR code before it is read agrees with the codes that another library draws."""

import numpy as np
import pytest
import qrcode

from kiosk.scan.correction import mend
from kiosk.scan.symbol import LEVELS, blocks_of, formats_of, mask_of, symbol_of


@pytest.mark.parametrize("version", [1, 2, 6, 7, 14, 32, 40])
@pytest.mark.parametrize("level", LEVELS)
def test_patterns_format_and_codewords_stand_where_a_drawn_code_has_them(version: int, level: int) -> None:
    mask = (version + level) % 8
    code = qrcode.QRCode(version=version, error_correction=level, border=0, mask_pattern=mask)
    code.add_data("1234")
    code.make(fit=False)
    dark = np.array(code.get_matrix(), dtype=bool)
    symbol = symbol_of(len(dark))
    known = symbol.known != 0
    assert (dark[known] == (symbol.known[known] > 0)).all()
    signs = np.where(dark.ravel()[symbol.formats], 1, -1)
    assert (formats_of() @ signs.T).argmax(axis=0).tolist() == [level * 8 + mask] * 2
    codewords = (dark ^ mask_of(mask, len(dark))).ravel()[symbol.codewords] @ (1 << np.arange(7, -1, -1))
    blocks = blocks_of(len(dark), level)
    assert sorted(place for block in blocks for place in block.codewords) == list(range(len(codewords)))
    for block in blocks:
        whole = codewords[block.codewords]
        mended = mend(whole, block.parity, [])
        assert mended is whole, "a block of a clean code has no errors"


@pytest.mark.parametrize("modules", [0, 17, 22, 181])
def test_no_code_has_such_a_side(modules: int) -> None:
    with pytest.raises(ValueError, match=f"not {modules}"):
        symbol_of(modules)
