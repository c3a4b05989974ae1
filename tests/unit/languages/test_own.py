"""The file of a language that an office adds: what it says, and everything that is wrong in it at once."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.languages.draft import draft
from kiosk.languages.faults import LanguageFaultError, LanguageFilesError
from kiosk.languages.known import SHIPPED, SpokenLanguage
from kiosk.languages.own import own_languages, read_own, spoken_by
from kiosk.languages.screen_texts import forms_of, visitors_texts
from kiosk.languages.untranslated import untranslated
from kiosk.letters.language_file import read_language
from tests.polish import POLISH


def _faults(source: str, tag: str = "pl") -> list[str]:
    with pytest.raises(LanguageFaultError) as refused:
        read_own(source, tag)
    return [str(problem) for problem in refused.value.problems]


def test_a_file_says_its_language_and_the_texts_of_the_screen() -> None:
    own = read_own(POLISH, "pl")
    assert own.spoken == SpokenLanguage("pl", "Polski", "pl_PL")
    assert own.screen["answer", "Please come in."] == {"other": "Proszę wejść."}
    assert own.screen["Counted", "%n people ahead of you"]["few"] == "%n osoby przed Państwem"
    assert "\N{LINE SEPARATOR}" in own.screen["step", "Please ask our staff at the door."]["other"]


@pytest.mark.parametrize(
    ("tag", "name", "customs"),
    [("pl", "Polski", "pl"), ("nds", "Neddersass’sch", "nds"), ("uk", "Українська", "uk_UA")],
)
def test_what_a_file_does_not_say_of_its_language_is_known(tag: str, name: str, customs: str) -> None:
    assert spoken_by("", tag) == SpokenLanguage(tag, name, customs)


def test_a_language_that_nobody_knows_needs_the_customs_of_one_that_is_known() -> None:
    assert "customs: pl_PL" in _faults("== language ==\nname: Elbisch\n", "qya")[0]
    source = "== language ==\nname: Elbisch\ncustoms: de_DE\n"
    assert spoken_by(source, "qya") == SpokenLanguage("qya", "Elbisch", "de_DE")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("== screen: answr ==\n", "line 1, screen: there are no such texts of the screen; did you mean"),
        ("== screen: answer ==\nPlease come in. Wejść", "line 2, screen: write the text in the code, an"),
        (
            "== screen: answer ==\nPlease come = a",
            "line 2, screen: no text reads 'Please come'; did",
        ),
        ("== screen: step ==\n\nat {time} = o", "line 3, screen: has to hold {time} in brackets"),
        ("== screen: step ==\ntoday = o {time}", "line 2, screen: has to hold nothing in brackets"),
        ("== screen: Counted ==\n%n people ahead of you [two] = %n", "line 2, screen: there is no form two"),
        ("== screen: Counted ==\n%n people ahead of you [few] = wiele", "line 2, screen: has to hold %n in"),
        ("== screen: step ==\nat {time} = o {time} {", "line 2, screen: holds a bracket { or } that belongs"),
        ("== screen: step ==\nat {time} = o {{time}", "line 2, screen: holds a bracket { or } that belongs"),
        ("== screen: step ==\nat {time} = {time} {x!r}", "line 2, screen: holds a bracket { or } that"),
        ("== language ==\nname Polski", "line 2, language: write a name, a colon and what it is"),
        ("== language ==\nnme: Polski", 'line 2, language: nothing is called nme; did you mean "name"?'),
        ("== language ==\ncustoms: xx_XX", "line 2, language: write a language and a country that are known"),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_mend(text: str, fault: str) -> None:
    assert any(each.startswith(fault) for each in _faults(text)), _faults(text)


def test_one_person_may_be_told_in_words() -> None:
    own = read_own("== screen: Counted ==\n%n people ahead of you [one] = jedna osoba\n", "pl")
    assert own.screen["Counted", "%n people ahead of you"]["one"] == "jedna osoba"


@given(st.text(alphabet="= :[]{}%n\nscreen answer language name<br>", max_size=80))
def test_any_file_is_read_or_refused_with_its_faults(source: str) -> None:
    with suppress(LanguageFaultError):
        read_own("== screen: answer ==\n" + source, "pl")


@pytest.mark.parametrize("tag", ["pl", "nds", "he"])
def test_a_new_file_is_right_and_holds_every_text_in_german(tag: str) -> None:
    spoken = spoken_by("", tag)
    source = draft(spoken)
    own = read_own(source, tag)
    assert own.spoken == spoken
    assert own.screen.keys() == visitors_texts().keys()
    for key, text in visitors_texts().items():
        assert set(own.screen[key]) == set(forms_of(spoken) if text.is_counted else ("other",))
        assert set(own.screen[key].values()) <= set(text.german)
    assert list(read_language(source, spoken).missing()) == []


def test_what_is_still_german_is_named_and_what_is_missing_too() -> None:
    missing = untranslated(POLISH, read_own(POLISH, "pl"))
    assert "answer: Please come in." not in missing
    assert "answer: You are too late." in missing
    assert "letter: subject" not in missing
    assert "letter: opening" in missing
    unchanged = draft(spoken_by("", "pl"))
    todo = untranslated(unchanged, read_own(unchanged, "pl"))
    assert "answer: Please come in." in todo
    assert "letter: words" in todo
    # A pattern of dates, and what is filled in without a word, may be the same in any language.
    assert not {"date: dddd, d MMMM", "letter: day", "letter: place"} & set(todo)


def test_a_form_of_a_number_that_is_missing_is_named() -> None:
    source = "== screen: Counted ==\n%n people ahead of you = %n osób\n"
    missing = untranslated(source, read_own(source, "pl"))
    assert "Counted: %n people ahead of you [one, few, many]" in missing


def test_files_that_say_nothing_to_the_screens_change_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text("== subject ==\nIhr Besuch\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("== screen: answer ==\nPlease come in. = Do come in.\n", "utf-8")
    (tmp_path / "pl.txt").write_text(POLISH, encoding="utf-8")
    assert [own.spoken.tag for own in own_languages(tmp_path)] == ["en", "pl"]
    assert own_languages(None) == own_languages(tmp_path / "nowhere") == ()


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "pl.txt").write_text("== screen: answr ==\n", encoding="utf-8")
    (tmp_path / "nds.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(LanguageFilesError) as refused:
        own_languages(tmp_path)
    told = str(refused.value)
    assert "pl.txt cannot be used:" in told
    assert "nds.txt cannot be used:" in told
    assert "is not UTF-8" in told


def test_texts_of_the_code_can_be_written_into_a_file() -> None:
    for (_, source), text in visitors_texts().items():
        assert " = " not in source
        assert not source.endswith("]")
        assert not source.startswith("#")
        assert all(each.strip() for each in text.german)


def test_shipped_customs_are_known_and_their_scripts_have_their_directions() -> None:
    assert [each.tag for each in SHIPPED.values() if each.is_right_to_left] == ["ar", "fa"]
    assert SHIPPED["fa"].in_own_digits("104") == "\u06f1\u06f0\u06f4"
    assert SHIPPED["tr"].in_own_digits("104") == "104"
