"""Files that are there whole or not at all, also when the power goes."""

import os
import secrets
import sys
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in the place of what the file held, for its owner alone. Raises OSError.

    Whoever reads the file meets the old content or the new one, and never a part.
    """
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder outlast a power cut; Windows does so by itself. Raises OSError."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
