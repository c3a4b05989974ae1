"""Where things stand on the page: DIN 5008 form B, and nothing on top of anything."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations, product

import pytest
from PySide6.QtCore import QRectF

from kiosk.core.code import Code
from kiosk.core.office import WayStep, Wording
from kiosk.languages.known import SHIPPED
from kiosk.letters.layout import LetterTooLongError, lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.page import FOLDS, HEIGHT, MODULE, WIDTH, Page, PlacedText
from kiosk.letters.qr import QUIET_ZONE
from kiosk.letters.sheet import sheet
from kiosk.letters.typefaces import FAMILIES
from kiosk.letters.typesetting import Colour, Face, Flow, set_text
from tests.building import YOUTH, an_office, wording
from tests.unit.letters.inviting import (
    ADDRESSEE,
    LETTERS_OF_EVERY_KIND,
    LONG,
    a_letter,
    a_verbose_office,
    in_language,
)

WINDOW = QRectF(20, 45, 85, 45)
PRINTABLE = QRectF(5, 5, WIDTH - 10, HEIGHT - 10)
# Boxes of lines reach a little further than the ink in them.
TOUCHING = 0.2

every_kind = pytest.mark.parametrize(
    "letter",
    [
        in_language(letter, language, large_print=large_print)
        for letter, language, large_print in product(LETTERS_OF_EVERY_KIND, SHIPPED, (False, True))
    ],
    ids=lambda letter: f"{letter.appointment.id}-{letter.appointment.language}-{letter.large_print}",
)


def _ink(box: QRectF) -> QRectF:
    return box.adjusted(TOUCHING, TOUCHING, -TOUCHING, -TOUCHING)


def _texts(page: Page) -> list[str]:
    return [placed.what.text for placed in page.texts]


@every_kind
def test_nothing_overlaps_and_nothing_leaves_the_page(letter: Letter) -> None:
    page = lay_out(letter)
    boxes = [(placed.what.text, placed.box) for placed in page.texts if placed.what.text]
    boxes += [(step.step.name, step.box) for step in page.steps]
    boxes.append(("the code with its quiet zone", page.code.box))
    for name, box in boxes:
        assert PRINTABLE.contains(box), name
    for (one, box), (other, another) in combinations(boxes, 2):
        assert not _ink(box).intersects(_ink(another)), f"{one!r} and {other!r}"


@every_kind
def test_no_line_runs_through_a_text_or_the_quiet_zone(letter: Letter) -> None:
    page = lay_out(letter)
    for rule in page.rules:
        line = QRectF(rule.p1(), rule.p2()).adjusted(0, -0.25, 0, 0.25)
        assert not line.intersects(page.code.box)
        assert not any(line.intersects(placed.box) for placed in page.texts)


@every_kind
def test_the_code_is_clear_of_the_window_and_of_the_folds(letter: Letter) -> None:
    box = lay_out(letter).code.box
    assert not box.intersects(WINDOW)
    assert FOLDS[0] < box.top()
    assert box.bottom() < FOLDS[1]


@every_kind
def test_the_window_shows_the_return_line_and_the_addressee_and_nothing_else(letter: Letter) -> None:
    page = lay_out(letter)
    seen = [placed for placed in page.texts if placed.box.intersects(WINDOW)]
    wanted = [letter.office.name, "\n".join(letter.addressee)] if letter.addressee else [letter.office.name]
    assert [placed.what.text for placed in seen] == wanted
    assert all(WINDOW.contains(placed.box) for placed in seen)


def test_the_addressee_begins_where_din_5008_puts_it() -> None:
    page = lay_out(a_letter(addressee=ADDRESSEE))
    (address,) = [placed for placed in page.texts if placed.what.text == "\n".join(ADDRESSEE)]
    assert (address.x, address.y) == (25.0, 62.7)


def test_a_letter_names_nobody_unless_it_is_told_to() -> None:
    without = _texts(lay_out(a_letter()))
    with_name = _texts(lay_out(a_letter(addressee=ADDRESSEE)))
    assert [text for text in with_name if text not in without] == ["\n".join(ADDRESSEE)]


def test_the_short_code_stands_on_the_page_in_two_groups_of_four() -> None:
    letter = a_letter()
    first, second = letter.code.short.text[:4], letter.code.short.text[4:]
    assert f"{first} {second}" in _texts(lay_out(letter))


def test_the_short_code_of_the_widest_symbols_stays_on_one_line() -> None:
    codes = [Code(secret) for secret in range(2000)]
    widest = max(codes, key=lambda code: sum(code.short.text.count(symbol) for symbol in "WM"))
    page = lay_out(replace(a_letter(), code=widest))
    (printed,) = [placed for placed in page.texts if placed.what.text == widest.short.printed]
    assert printed.what.layout.lineCount() == 1


def test_a_usual_letter_is_set_in_ten_points_and_a_long_one_smaller() -> None:
    def height_of_a_line(letter: Letter) -> float:
        page = lay_out(letter)
        (party,) = [placed for placed in page.texts if placed.what.text.startswith("Für 1 Person")]
        return party.what.height

    usual = height_of_a_line(a_letter())
    assert usual == pytest.approx(set_text("x", Face(10), 50).height)
    assert height_of_a_line(a_letter(office=a_verbose_office(), area=LONG)) < usual


def test_a_long_way_takes_a_second_row() -> None:
    office = an_office()
    area = replace(office.areas[YOUTH], way=(WayStep.STRAIGHT, WayStep.LEFT) * 5)
    page = lay_out(a_letter(office=replace(office, areas={YOUTH: area})))
    assert len(page.steps) == 11
    assert len({step.y for step in page.steps}) == 2


def _ends_within_a_word(placed: PlacedText) -> bool:
    layout, text = placed.what.layout, placed.what.text
    starts = [layout.lineAt(line).textStart() for line in range(1, layout.lineCount())]
    return any(text[start - 1] not in " \n-/" for start in starts)


@pytest.mark.parametrize("language", SHIPPED)
def test_the_words_of_the_way_are_never_broken(language: str) -> None:
    office = an_office()
    area = replace(office.areas[YOUTH], way=tuple(WayStep), rooms=())
    texts = lay_out(a_letter(office=replace(office, areas={YOUTH: area}), language=language)).texts
    words = a_letter().wordings.languages[language].words
    for step in WayStep:
        placed = [each for each in texts if each.what.text == words[step.value]]
        assert placed
        assert not any(_ends_within_a_word(each) for each in placed), step


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", SHIPPED)
def test_no_line_ends_within_a_word(language: str, *, large_print: bool) -> None:
    letter = in_language(LETTERS_OF_EVERY_KIND[1], language, large_print=large_print)
    broken = [placed.what.text for placed in lay_out(letter).texts if _ends_within_a_word(placed)]
    assert broken == []


@every_kind
def test_the_shipped_fonts_have_every_sign_and_no_line_is_wider_than_its_column(letter: Letter) -> None:
    for placed in lay_out(letter).texts:
        layout = placed.what.layout
        for run in layout.glyphRuns():
            assert run.rawFont().familyName() in FAMILIES, placed.what.text
            assert 0 not in run.glyphIndexes(), placed.what.text
        for line in (layout.lineAt(number) for number in range(layout.lineCount())):
            assert line.naturalTextWidth() <= line.width() + 1, placed.what.text


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_a_letter_that_is_read_from_the_right_is_mirrored_with_its_way(language: str) -> None:
    left, right = lay_out(a_letter()), lay_out(a_letter(language=language))
    assert left.code.x - 25 == pytest.approx(190 - right.code.box.right() + QUIET_ZONE * MODULE)
    assert right.code.x == pytest.approx(25)
    assert [step.x for step in left.steps] == sorted(step.x for step in left.steps)
    assert [step.x for step in right.steps] == sorted((step.x for step in right.steps), reverse=True)
    assert all(step.from_right for step in right.steps)
    mask = next(each for each in a_letter().wordings.languages[language].topics[1:])
    (told,) = [placed for placed in right.texts if placed.what.text.startswith(f"{mask.heading}:")]
    assert told.box.right() == pytest.approx(190, abs=0.1)


@pytest.mark.parametrize(
    ("language", "day", "time"),
    [
        ("ar", "٢٠ أيلول ٢٠٢١", "١٠:٠٠"),  # noqa: RUF001 - Arabic's own digits
        ("fa", "۲۰ سپتامبر ۲۰۲۱", "۱۰:۰۰"),  # noqa: RUF001 - and Farsi's
    ],
)
def test_numbers_are_in_own_digits_and_what_is_quoted_stays_as_it_is(
    language: str, day: str, time: str
) -> None:
    letter = a_letter(language=language, starts_at=datetime(2021, 9, 20, 8, tzinfo=UTC), party=2)
    told = sheet(letter, letter.wordings.leading(language))
    assert day in told.day
    assert time in told.time
    assert not re.search("[0-9]", told.day + told.time + told.admission + told.party)
    quoted = f"\N{FIRST STRONG ISOLATE}{letter.office.contacts.phone}\N{POP DIRECTIONAL ISOLATE}"
    assert any(quoted in each.text for each in told.topics)
    assert letter.code.short.printed in _texts(lay_out(letter))


def test_lines_of_all_scripts_stand_on_the_same_base_lines() -> None:
    latin = set_text("Einladung", Face(10), 90).layout
    arabic = set_text("دعوة إلى موعدكم", Face(10), 90, flow=Flow.FROM_RIGHT).layout
    one, other = latin.lineAt(0), arabic.lineAt(0)
    assert one.ascent() != other.ascent()
    assert one.y() + one.ascent() == pytest.approx(other.y() + other.ascent(), abs=1)


def test_texts_that_are_too_long_for_both_languages_leave_day_and_place_to_the_other() -> None:
    letter = in_language(LETTERS_OF_EVERY_KIND[2], "de-simple")
    texts = _texts(lay_out(letter))
    assert not any(text.startswith("Termin verschieben:") for text in texts)
    assert any(text.startswith("Sie können nicht kommen?") for text in texts)
    assert any("3. Obergeschoss" in text for text in texts)


def test_a_letter_that_does_not_fit_is_refused_and_the_error_names_no_person() -> None:
    office = an_office()
    area = replace(office.areas[YOUTH], name=wording("Beratung und Vermittlung " * 60))
    letter = a_letter("too-long", office=replace(office, areas={YOUTH: area}), addressee=ADDRESSEE)
    with pytest.raises(LetterTooLongError, match="too-long") as refused:
        lay_out(letter)
    assert "Mustermann" not in str(refused.value)


def test_an_addressee_that_does_not_fit_the_window_is_refused() -> None:
    with pytest.raises(LetterTooLongError):
        lay_out(a_letter(addressee=("Zeile",) * 7))


def test_a_name_without_a_break_stays_within_its_column() -> None:
    assert set_text("Donaudampfschifffahrtsgesellschaft" * 3, Face(10), 50).width <= 50


def test_texts_that_are_the_same_in_both_languages_stand_once() -> None:
    office = an_office()
    names = Wording((("de", "BAföG-Amt"),))
    area = replace(office.areas[YOUTH], name=names, floor=names, rooms=())
    texts = _texts(lay_out(a_letter(office=replace(office, areas={YOUTH: area}))))
    assert texts.count("BAföG-Amt") == 2


@pytest.mark.parametrize("colour", [Colour.INK, Colour.QUIET, Colour.ACCENT])
def test_type_has_a_contrast_of_seven_to_one_on_white(colour: Colour) -> None:
    channels = [colour.paint.redF(), colour.paint.greenF(), colour.paint.blueF()]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 7


def test_a_number_and_a_word_of_one_letter_stand_with_the_word_after_them() -> None:
    told = "Kinder unter 6 Jahren und приходите и уходите"
    layout = set_text(told, Face(10), 25).layout
    lines = [layout.lineAt(each) for each in range(layout.lineCount())]
    assert [told[line.textStart() :][: line.textLength()].strip() for line in lines] == [
        "Kinder unter",
        "6 Jahren und",
        "приходите",
        "и уходите",
    ]
