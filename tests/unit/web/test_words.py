"""Every text exists in each language, with the same values to fill in, and is used somewhere."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from string import Formatter

import pytest

import kiosk
from kiosk.core.events import SettledBecause
from kiosk.core.house_rules import MaskKind
from kiosk.core.lights import Light
from kiosk.core.rule_list import RuleState
from kiosk.core.rule_orders import RulesNotDone
from kiosk.core.verdict import Reason
from kiosk.web.attention_words import Urgency
from kiosk.web.rules import _DONE
from kiosk.web.words import LANGUAGES, Words, language_of, texts_of
from tests.building import BERLIN, minutes

_PROGRAM = Path(kiosk.__file__).parent
# Keys that are put together while the program runs.
_MADE_UP = {
    *(f"now.light_{light.value}" for light in Light),
    *(f"attention.{urgency.value}" for urgency in Urgency),
    *(f"reason.{reason.value}" for reason in Reason),
    *(f"sheet.note_{note}" for note in ("settled", "unclear", "figures")),
    *(f"sheet.settled_{why.value}" for why in SettledBecause),
    *(f"rules.{each.value}" for kind in (RulesNotDone, RuleState) for each in kind),
    *(f"rules.mask_{kind.value}" for kind in MaskKind),
    *(f"rules.done_{done}" for done in _DONE),
}


def _forms(language: str, key: str) -> list[str]:
    text = texts_of(language)[key]
    return [text] if isinstance(text, str) else list(text.values())


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_each_language_has_the_same_texts_with_the_same_places() -> None:
    german, english = texts_of("de"), texts_of("en")
    assert set(german) == set(english)
    for key in german:
        places = [_places(form) for language in LANGUAGES for form in _forms(language, key)]
        assert len({frozenset(each) for each in places}) == 1, key
        assert isinstance(german[key], str) == isinstance(english[key], str), key


def test_each_text_that_counts_has_the_forms_of_its_language() -> None:
    for language in LANGUAGES:
        for key, text in texts_of(language).items():
            if not isinstance(text, str):
                assert set(text) == {"one", "other"}, key
                assert "n" in _places(text["other"]), key


def test_a_number_before_a_noun_chooses_the_form_of_the_noun() -> None:
    for key, text in texts_of("de").items():
        if isinstance(text, str):
            assert not re.search(r"\{\w+\} [A-ZÄÖÜ]", text), key


def test_each_text_is_used_and_each_one_that_is_used_exists() -> None:
    sources = [*(_PROGRAM / "web").glob("*.py"), *(_PROGRAM / "resources" / "web").rglob("*.html")]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(rf'"((?:{"|".join(_sections())})\.[a-z_]*[a-z])"', written)) | _MADE_UP
    known = set(texts_of("de"))
    used -= {f"page.{kind}" for kind in ("css", "js")}
    assert used <= known
    unused = {key for key in known - used if f'"{key.split(".")[1]}' not in written and "_do" not in key}
    assert unused == set()


def _sections() -> set[str]:
    return {key.split(".")[0] for key in texts_of("de")}


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("de", 1, "Platz für 1 Person"),
        ("de", 1234, "Platz für 1.234 Personen"),
        ("en", 0, "Room for 0 people"),
        ("en", 1234, "Room for 1,234 people"),
    ],
)
def test_numbers_choose_the_form_and_are_written_as_the_language_writes_them(
    language: str, number: int, text: str
) -> None:
    assert Words(language, BERLIN).text("now.room", n=number) == text


def test_a_text_that_counts_needs_a_whole_number() -> None:
    with pytest.raises(TypeError):
        Words("de", BERLIN).text("now.room", n="many")


def test_times_are_those_of_the_clock_at_the_offices_wall() -> None:
    words, moment = Words("de", BERLIN), datetime(2021, 9, 20, 22, 30, 5, tzinfo=UTC)
    assert words.clock(moment) == "00:30"
    assert words.clock(moment, seconds=True) == "00:30:05"
    assert words.when(moment, moment + minutes(5)) == "00:30"
    assert words.when(moment, moment - minutes(35)) == "Di. 21. Sept., 00:30"
    assert words.dated(moment) == "21. September 2021, 00:30"
    assert words.day(date(2021, 9, 21)) == "Dienstag, 21. September 2021"
    assert Words("en", BERLIN).short_day(date(2021, 9, 21)) == "Tue 21 Sept"


@pytest.mark.parametrize(
    ("span", "german"),
    [
        (timedelta(0), "0\u00a0Min."),
        (minutes(0.6), "1\u00a0Min."),
        (minutes(59), "59\u00a0Min."),
        (minutes(60), "1\u00a0Std."),
        (minutes(125), "2\u00a0Std. 5\u00a0Min."),
    ],
)
def test_durations_are_told_in_minutes_and_hours(span: timedelta, german: str) -> None:
    assert Words("de", BERLIN).span(span) == german


@pytest.mark.parametrize(
    ("wanted", "accepted", "usual", "language"),
    [
        ("en", "de", "de", "en"),
        ("fr", "en-GB,de;q=0.5", "de", "en"),
        (None, "fr, de-AT;q=0.7", "en", "de"),
        (None, "\x00;;,,q=", "en", "en"),
        (None, "", "tr", "de"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_browsers_else_the_offices(
    wanted: str | None, accepted: str, usual: str, language: str
) -> None:
    assert language_of(wanted, accepted, usual) == language
