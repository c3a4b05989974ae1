"""A file is whole or as it was, also when the power goes between any two steps."""

import os
import stat
from pathlib import Path

import pytest

from kiosk.whole_file import write_whole


def test_the_content_is_on_the_disk_before_it_bears_the_name_and_the_name_before_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def note_sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        sync(descriptor)

    def note_rename(file: Path, target: Path) -> Path:
        steps.append("name")
        assert file.read_bytes() == b"new"
        return rename(file, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_rename)
    write_whole(tmp_path / "file", b"new")
    assert steps == ["content", "name", "folder"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such file modes")
def test_only_its_owner_can_read_a_file_whoever_could_read_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_whole(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_synced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    write_whole(file, b"old")

    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
