"""A place that cannot hold a secret is named with the mend that helps there."""

import errno
import os
import sys
from pathlib import Path

import pytest

from kiosk.ledger.errors import LedgerKeyError
from kiosk.ledger.secret_file import make_secret


@pytest.mark.parametrize("said", [errno.EPERM, errno.EOPNOTSUPP])
def test_file_system_without_links_is_named_and_nothing_is_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(said, os.strerror(said))

    monkeypatch.setattr("kiosk.ledger.secret_file.os.link", refuse)
    with pytest.raises(LedgerKeyError, match="knows no hard links"):
        make_secret(tmp_path / "letters.key")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows syncs a folder by itself")
def test_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def closed_folder(path: Path, flags: int, mode: int = 0o777) -> int:
        # As the system answers everybody but root for a folder of mode 0300.
        if path == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, flags, mode)

    monkeypatch.setattr("kiosk.ledger.secret_file.os.open", closed_folder)
    with pytest.raises(LedgerKeyError, match="right to read its folder"):
        make_secret(tmp_path / "letters.key")
