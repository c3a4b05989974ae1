"""The texts that an office changes: what is wrong is told with its line, and no text runs away."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.languages.faults import LanguageFilesError
from kiosk.languages.known import SHIPPED
from kiosk.letters.language_file import read_language
from kiosk.letters.layout import lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.sheet import mail_texts, sheet
from kiosk.letters.template import TemplateFaultError
from kiosk.letters.wordings import Wordings, shipped_files, wordings_of
from tests.unit.letters.inviting import a_letter


def _with(folder: Path, **files: str) -> Wordings:
    for language, text in files.items():
        (folder / f"{language}.txt").write_text(text, encoding="utf-8")
    return wordings_of(folder)


def _letter(wordings: Wordings, language: str = "de", *, large_print: bool = False) -> Letter:
    letter = a_letter(language=language)
    return Letter(
        letter.office,
        letter.appointment,
        letter.code,
        letter.written_on,
        large_print=large_print,
        wordings=wordings,
    )


def _faults(text: str) -> list[str]:
    with pytest.raises(TemplateFaultError) as refused:
        read_language(text, SHIPPED["de"])
    return [str(problem) for problem in refused.value.problems]


def test_an_offices_file_holds_only_what_it_changes(tmp_path: Path) -> None:
    wordings = _with(tmp_path, de="== subject ==\nIhr Besuch bei {{ office }}\n")
    letter = _letter(wordings)
    told = sheet(letter, wordings.leading("de"))
    assert told.subject == f"Ihr Besuch bei {letter.office.name}"
    assert told.opening == sheet(a_letter(), a_letter().wordings.leading("de")).opening


def test_an_offices_topics_take_the_place_of_those_that_are_shipped(tmp_path: Path) -> None:
    text = "== topic: Parken ==\nHinter dem Haus.\n== topic: Leer ==\n{% if party == 99 %}Bus{% endif %}\n"
    told = sheet(a_letter(), _with(tmp_path, de=text).leading("de"))
    assert [(each.heading, each.text) for each in told.topics] == [("Parken", "Hinter dem Haus.")]


def test_lists_of_topics_of_different_lengths_stand_side_by_side(tmp_path: Path) -> None:
    page = lay_out(_letter(_with(tmp_path, de="== topic: Parken ==\nHinter dem Haus.\n")))
    assert any(placed.what.text.startswith("Parken: Hinter") for placed in page.texts)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("== subjekt ==\nx", 'line 1, subjekt: there is no such section; did you mean "subject"?'),
        (
            "== subject ==\na\n== subject ==\nb",
            "line 3, subject: this section stands twice: keep one of them",
        ),
        ("== topic ==\na", "line 1, topic: its heading is missing: write == topic: Heading =="),
        ("== subject: X ==\na", "line 1, subject: this section has no heading: write == subject =="),
        ("== words ==\nphone Telefon", "line 2, words: write a name, a colon and the word"),
        ("== words ==\nfone: Telefon", 'line 2, words: no word is called fone; did you mean "phone"?'),
        ("== subject ==\n\nAm {{ dya }}", "line 3, subject: there is no dya to fill in; known are: "),
        ("== subject ==\n{{ party", "line 2, subject: this is no template: "),
        ("== subject ==\n\n{% if party %}", "line 3, subject: this is no template: "),
        ("== subject ==\n{{ mask.kin }}", 'line 2, subject: there is no mask.kin; did you mean "kind"?'),
        ("== subject ==\n{{ office.__class__ }}", "line 2, subject: nothing is below office"),
        (
            "== subject ==\n{{ party|pprint }}",
            "line 2, subject: there is no filter pprint; known are: date, ",
        ),
        ("== subject ==\n\na\n<b>fett</b>", "line 4, subject: <b> cannot be printed: "),
        ("== subject ==\n{{ starts_at|date('QQQQQQQQ') }}", "line 2, subject: cannot be filled in: "),
        ("== subject ==\n{{ party|date('d') }}", "line 2, subject: cannot be filled in: "),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_mend(text: str, fault: str) -> None:
    assert any(each.startswith(fault) for each in _faults(text)), _faults(text)


def test_all_faults_are_told_at_once() -> None:
    assert len(_faults("== subject ==\n{{ a }} {{ b }}\n== opening ==\n{{ c }}\n== nowhere ==\n")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in doors %}{% for b in doors %}x{% endfor %}{% endfor %}",
        "{% for a in range(999999) %}x{% endfor %}",
        "{% for a in [1, 2, 3] %}x{% endfor %}",
        "{% for a in doors recursive %}x{% endfor %}",
        "{{ 'x' * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x'.center(999999999) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% set x = 'xx' %}{{ x }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'de.txt' %}",
        "{% extends 'de.txt' %}",
        "{% import 'os' as os %}",
        "{{ [1] }}",
        "{{ {'a': 1} }}",
        "{{ office[0] }}",
        "{{ office ~ office }}",
        "{{ loop.cycle('a') }}",
        "{{ office|join(office|join(office)) }}",
        "{{ office|join('" + "x" * 999 + "')|join('" + "x" * 999 + "') }}",
        "{{ office|join('x')|join('x') }}",
        "{{ starts_at|date(office) }}",
        "{{ " + "(" * 20_000 + "party" + ")" * 20_000 + " }}",
        "{% if " + "not " * 10_000 + "party %}x{% endif %}",
        "{{ " + "9" * 20_000 + " }}",
        "{% if party %}" * 2_000 + "{% endif %}" * 2_000,
    ],
    ids=lambda text: text[:30],
)
def test_a_text_that_could_run_away_or_reach_out_is_refused_at_once(text: str) -> None:
    assert _faults(f"== subject ==\n{text}\n")


PIECES = (
    "{{",
    "}}",
    "{%",
    "%}",
    "if",
    "endif",
    "for",
    "in",
    "endfor",
    "|",
    "date",
    "('H')",
    "doors",
    "==",
    "<",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)))
def test_any_file_is_read_or_refused_with_its_faults(parts: list[str]) -> None:
    with suppress(TemplateFaultError):
        read_language("== subject ==\n" + " ".join(parts), SHIPPED["de"])


def test_a_text_that_no_page_holds_is_refused() -> None:
    assert "longer than 3000 characters" in _faults("== subject ==\n" + "Wort " * 1000)[0]


def test_what_is_filled_in_is_printed_as_it_is_and_numbers_in_the_digits_of_the_language(
    tmp_path: Path,
) -> None:
    wordings = _with(tmp_path, fa="== subject ==\n{{ office }}: {{ party }}\n")
    letter = _letter(wordings, "fa")
    office = replace(letter.office, name="Amt & Söhne <br>")
    subject = sheet(replace(letter, office=office), wordings.leading("fa")).subject
    assert "Amt & Söhne <br>" in subject
    assert subject.endswith(SHIPPED["fa"].in_own_digits(str(letter.appointment.party)))
    assert not subject.endswith(str(letter.appointment.party))


def test_a_list_may_be_gone_through_once(tmp_path: Path) -> None:
    text = "== subject ==\n{% for door in doors %}{{ door }}{% if not loop.last %}; {% endif %}{% endfor %}\n"
    assert sheet(a_letter(), _with(tmp_path, de=text).leading("de")).subject == "Tür side"


def test_a_faulty_folder_is_told_with_the_files_and_all_their_faults(tmp_path: Path) -> None:
    with pytest.raises(LanguageFilesError, match=r"there is no such folder with texts"):
        wordings_of(tmp_path / "nowhere")
    (tmp_path / "xx.txt").write_text("== subject ==\nx\n")
    (tmp_path / "fr.txt").write_text("x" * 70_000)
    (tmp_path / "tr.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "ru.txt").mkdir()
    with pytest.raises(LanguageFilesError) as refused:
        wordings_of(tmp_path)
    told = str(refused.value)
    assert "xx.txt cannot be used:" in told
    assert "call the file by a language's letters" in told
    assert "is longer than 65536 characters" in told
    assert "is not UTF-8" in told
    assert "cannot be read: Is a directory" in told


def test_a_further_language_is_one_file_and_may_be_written_from_right_to_left(tmp_path: Path) -> None:
    arabic = shipped_files()["en"].replace("Invitation to your appointment", "دعوة إلى موعدكم")
    wordings = _with(tmp_path, ar=arabic)
    page = lay_out(_letter(wordings, "ar"))
    (subject,) = [placed for placed in page.texts if placed.what.text == "دعوة إلى موعدكم"]
    assert subject.box.right() == pytest.approx(190, abs=0.1)
    assert any(placed.what.text == "Einladung zu Ihrem Termin" for placed in page.texts)


def test_large_print_has_14_points_in_the_visitors_language_and_the_facts_in_the_other_too() -> None:
    page = lay_out(_letter(a_letter().wordings, large_print=True))
    texts = {placed.what.text: placed for placed in page.texts}
    mask = next(placed for text, placed in texts.items() if text.startswith("Maske:"))
    assert mask.what.layout.font().pixelSize() >= 13 * 100 * 25.4 / 72
    assert "Monday, 20 September 2021" in texts
    assert not any(text.startswith("Mask:") for text in texts)


def test_the_mail_brings_paragraphs_and_a_subject_of_one_line(tmp_path: Path) -> None:
    text = "== mail subject ==\nTermin<br>um {{ party }}\n== mail text ==\nEins\nzwei.\n\n\nDrei."
    told = mail_texts(a_letter(), _with(tmp_path, de=text).leading("de"))
    assert told.subject == "Termin um 1"
    assert told.text == "Eins zwei.\n\nDrei."
