"""Bring the catalogues up to date with the code, and compile them: `python scripts/make_translations.py`.

New texts appear in kiosk/resources/translations/kiosk_LANGUAGE.ts without a translation; translate them there
(with Qt Linguist, or any editor) and run this again. A language that is new begins with its name as argument.

The texts directly in kiosk/ui are for visitors, in every language; those in its packages are for the staff,
in the languages that the staff's windows speak.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAFF_LANGUAGES = {"de", "en"}
CATALOGUES = ROOT / "kiosk" / "resources" / "translations"


def tool(name: str) -> str:
    """Return the path of one of PySide6's tools, which stand beside the interpreter."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def sources(language: str) -> list[str]:
    """Return the files whose texts a catalogue of this language has."""
    files = "**/*.py" if language in STAFF_LANGUAGES else "*.py"
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "kiosk" / "ui").glob(files))


def update(catalogue: Path, language: str) -> None:
    """Take up the texts of the code; those that it no longer has go."""
    command = [tool("lupdate"), *sources(language), "-ts", str(catalogue), "-no-obsolete"]
    # "de-simple" has the plurals of "de".
    languages = [
        "-source-language",
        "en",
        "-target-language",
        language.split("-", maxsplit=1)[0],
        "-locations",
        "none",
    ]
    subprocess.run([*command, *languages, "-silent"], cwd=ROOT, check=True)


def compile_catalogue(catalogue: Path, compiled: Path) -> None:
    """Make the file that the program reads."""
    subprocess.run([tool("lrelease"), "-silent", str(catalogue), "-qm", str(compiled)], check=True)


def main() -> None:
    """Update and compile every catalogue."""
    languages = {path.stem.removeprefix("kiosk_") for path in CATALOGUES.glob("kiosk_*.ts")}
    for language in sorted(languages | set(sys.argv[1:])):
        catalogue = CATALOGUES / f"kiosk_{language}.ts"
        update(catalogue, language)
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
        print(catalogue.name)


if __name__ == "__main__":
    main()
