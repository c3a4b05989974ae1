"""Every text of the code is in every catalogue, with its placeholders, and is compiled as it is written."""

import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QRawFont
from pytestqt.qtbot import QtBot

from kiosk.languages.known import SHIPPED
from kiosk.ui.language import Language, number_text, own_name
from kiosk.ui.panel.words import PANEL_LANGUAGES
from kiosk.ui.step_texts import kind_minutes, wait_told
from tests.patience import PATIENCE_MS

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = ROOT / "kiosk" / "resources" / "translations"
FONTS = ROOT / "kiosk" / "resources" / "fonts"
PLACEHOLDER = re.compile(r"\{\w+\}|%L?n")

pytestmark = pytest.mark.usefixtures("qapp")


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """Return the translations of a catalogue, by context and source; empty texts where they are missing."""
    found: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def test_the_page_for_guards_names_the_tiles_as_the_panel_does() -> None:
    table = [line for line in (ROOT / "docs" / "panel.md").read_text("utf-8").splitlines() if line[:1] == "|"]
    named = set(re.findall(r"\*([^*]+)\*", "\n".join(table)))
    shown = {form for forms in messages(CATALOGUES / "kiosk_de.ts").values() for form in forms}
    assert "Einlassen" in named
    assert named - shown == set()


@pytest.mark.parametrize("language", SHIPPED)
def test_the_catalogue_has_exactly_the_texts_of_the_code(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"kiosk_{language}.ts"
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool is not None
    # The texts directly in ui are for visitors, in every language; those in its packages are for the staff.
    files = "**/*.py" if language in PANEL_LANGUAGES else "*.py"
    sources = [str(path) for path in sorted((ROOT / "kiosk" / "ui").glob(files))]
    spoken = language.split("-", maxsplit=1)[0]
    subprocess.run([tool, *sources, "-ts", str(fresh), "-target-language", spoken, "-silent"], check=True)
    assert messages(fresh).keys() == messages(CATALOGUES / fresh.name).keys()


@pytest.mark.parametrize("language", SHIPPED)
def test_every_text_is_translated_with_the_same_placeholders(language: str) -> None:
    for (_, source), forms in messages(CATALOGUES / f"kiosk_{language}.ts").items():
        # Of six forms for a number, as Arabic has them, those for none, one and two say it in words.
        for form in forms[3:] or forms if language == "ar" else forms:
            assert form.strip(), source
            found = [each.replace("%Ln", "%n") for each in PLACEHOLDER.findall(form)]
            assert sorted(found) == sorted(PLACEHOLDER.findall(source)), source


@pytest.mark.parametrize("language", SHIPPED)
def test_the_compiled_catalogue_is_up_to_date(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    tool = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert tool is not None
    source = CATALOGUES / f"kiosk_{language}.ts"
    subprocess.run([tool, "-silent", str(source), "-qm", str(compiled)], check=True)
    assert compiled.read_bytes() == source.with_suffix(".qm").read_bytes()


def test_a_language_that_is_not_known_falls_back_to_german() -> None:
    language = Language()
    language.speak("en")
    language.speak("xx")
    assert language.now == "de"
    language.stop()


def test_a_language_tells_of_its_change_once(qtbot: QtBot) -> None:
    language = Language()
    with qtbot.waitSignal(language.changed, timeout=PATIENCE_MS):
        language.speak("en")
    with qtbot.assertNotEmitted(language.changed):
        language.speak("en")
    language.stop()


def test_languages_bear_their_own_names() -> None:
    assert [own_name(each) for each in SHIPPED] == [
        "Deutsch",
        "Leichte Sprache",
        "English",
        "Українська",
        "Русский",
        "Türkçe",
        "العربية",
        "فارسی",
    ]


@pytest.mark.parametrize(
    ("name", "clock", "day", "number"),
    [
        ("de", "10:05", "Montag, 20. September", "25"),
        ("en", "10:05", "Monday, 20 September", "25"),
        ("uk", "10:05", "понеділок, 20 вересня", "25"),
        ("ru", "10:05", "понедельник, 20 сентября", "25"),
        ("tr", "10:05", "20 Eylül Pazartesi", "25"),
        ("ar", "١٠:٠٥", "الاثنين، ٢٠ أيلول", "٢٥"),  # noqa: RUF001 - Arabic's own digits
        ("fa", "۱۰:۰۵", "دوشنبه ۲۰ سپتامبر", "۲۵"),  # noqa: RUF001 - and Farsi's
    ],
)
def test_numbers_times_and_days_are_written_as_the_language_writes_them(
    name: str, clock: str, day: str, number: str
) -> None:
    language = Language()
    language.speak(name)
    assert language.time_text(time(10, 5)) == clock
    assert language.time_text(datetime(2021, 9, 20, 10, 5)) == clock  # noqa: DTZ001 - the wall's clock
    assert language.day_text(date(2021, 9, 20)).replace("\u00a0", " ") == day
    assert number_text(25) == number
    assert (language.direction is Qt.LayoutDirection.RightToLeft) == (name in {"ar", "fa"})
    language.stop()


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, 5), (1, 5), (5, 5), (5.1, 10), (12, 15), (59, 60), (60, 60), (61, 65)]
)
def test_a_wait_is_rounded_up_to_five_minutes(minutes: float, told: int) -> None:
    assert kind_minutes(timedelta(minutes=minutes)) == told


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        (None, "Es kann etwas dauern."),
        (timedelta(minutes=12), "Etwa 15 Minuten"),
        (timedelta(minutes=60), "Etwa 60 Minuten"),
        (timedelta(minutes=61), "Mehr als eine Stunde"),
    ],
)
def test_a_wait_is_told_kindly(wait: timedelta | None, told: str) -> None:
    language = Language()
    assert wait_told(wait) == told
    language.stop()


@pytest.mark.parametrize("language", SHIPPED)
def test_the_shipped_fonts_have_every_sign_of_every_text(language: str) -> None:
    told = [own_name(language)]
    told += [form for forms in messages(CATALOGUES / f"kiosk_{language}.ts").values() for form in forms]
    signs = {sign for text in told for sign in text if unicodedata.category(sign) not in {"Cf", "Zl"}}
    for weight in ("Bold", "Regular"):
        shipped = [QRawFont(str(path), 20.0) for path in sorted(FONTS.glob(f"*-{weight}.ttf"))]
        assert len(shipped) == 2
        missing = {sign for sign in signs if not any(each.supportsCharacter(ord(sign)) for each in shipped)}
        assert missing == set()


def test_plain_german_has_short_sentences_and_one_thought_a_line() -> None:
    told = messages(CATALOGUES / "kiosk_de-simple.ts")
    del told["date", "dddd, d MMMM"]  # a pattern, and no sentence
    for (_, source), forms in told.items():
        for line in (line for form in forms for line in form.split("\u2028")):
            assert len(line.split()) <= 10, source
            assert not re.search(r"[.!?] +[A-ZÄÖÜ]", line), source
            assert "," not in line or len(line.split()) <= 6, source
            assert not re.search(r"\b(z\. ?B|bzw|ggf|usw|u\. ?a)\b", line), source


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_no_line_ends_with_a_word_of_one_letter(language: str) -> None:
    loose = {
        form
        for forms in messages(CATALOGUES / f"kiosk_{language}.ts").values()
        for form in forms
        if re.search(r"\b[\u0400-\u04ff] ", form)
    }
    assert loose == set(), "a no-break space holds such a word to the next one"
