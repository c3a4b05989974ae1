"""What the set-up installs, what it leaves alone, and what an installed program carries with it."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

_PROJECT = Path(__file__).resolve().parent.parent
_LOCKS = ("requirements.lock", "requirements-dev.lock")


def _requirements(lock: str) -> set[str]:
    """Read `name==version ; condition` lines, without their hashes."""
    text = (_PROJECT / lock).read_text(encoding="utf-8")
    return {entry.split(" \\", 1)[0] for entry in text.splitlines() if not entry.startswith(" ")}


def _names(requirements: set[str]) -> set[str]:
    return {re.split(r"[=\[ ]", requirement, maxsplit=1)[0] for requirement in requirements}


def _declared(*extras: str) -> set[str]:
    project = tomllib.loads((_PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"]]
    for extra in extras:
        declared += project["optional-dependencies"][extra]
    names = {re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0].lower() for requirement in declared}
    return names - {"kiosk"}


@pytest.mark.parametrize("lock", _LOCKS)
def test_lock_holds_hashes_and_no_address(lock: str) -> None:
    text = (_PROJECT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash=sha256:", ""), flags=re.MULTILINE)
    entries = re.findall(r"^\S+==.*(?:\n .*)*", text, flags=re.MULTILINE)
    assert len(entries) == len(_requirements(lock))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("requirements.lock", ["postgresql"]), ("requirements-dev.lock", ["postgresql", "dev"])],
)
def test_lock_has_every_declared_package(lock: str, extras: list[str]) -> None:
    assert _declared(*extras) <= _names(_requirements(lock))


def test_tests_run_against_the_very_packages_of_the_program() -> None:
    program, tests = (_requirements(lock) for lock in _LOCKS)
    assert program <= tests


def test_lock_pins_a_package_with_the_extras_that_another_one_asks_for() -> None:
    """Debian 12's pip knows no `coverage[toml]` where `coverage` is pinned, and takes a newer one."""
    locked = {Requirement(entry).name: Requirement(entry).extras for entry in _requirements(_LOCKS[1])}
    there = [each for each in distributions() if each.name.lower() in locked]
    wanted = [Requirement(text) for each in there for text in each.requires or ()]
    asked_for = [need for need in wanted if need.extras and need.name in locked and need.marker is None]
    assert "coverage" in [need.name for need in asked_for]
    assert [str(need) for need in asked_for if not need.extras <= locked[need.name]] == []


@pytest.mark.parametrize("lock", _LOCKS)
def test_opencv_comes_once(lock: str) -> None:
    assert [name for name in _names(_requirements(lock)) if name.startswith("opencv")] == ["opencv-python"]


@pytest.mark.skipif(sys.platform == "win32", reason="kiosk.sh is for Linux and macOS")
def test_set_up_leaves_a_folder_alone_that_is_no_python_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letters" / "letter.pdf"
    letter.parent.mkdir()
    letter.write_text("precious", encoding="utf-8")
    monkeypatch.setenv("KIOSK_VENV", str(letter.parent))
    run = subprocess.run([_PROJECT / "kiosk.sh", "--version"], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert f"kiosk: {letter.parent} is not a Python environment, and is left as it is." in run.stderr
    assert [path.name for path in letter.parent.iterdir()] == ["letter.pdf"]


def test_wheel_carries_the_whole_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    run = subprocess.run(build, cwd=_PROJECT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("kiosk/")}
        [points] = [name for name in archive.namelist() if name.endswith("/entry_points.txt")]
        assert "kiosk = kiosk.cli:main" in archive.read(points).decode()
    there = {
        path.relative_to(_PROJECT).as_posix()
        for path in (_PROJECT / "kiosk").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert packed == there
