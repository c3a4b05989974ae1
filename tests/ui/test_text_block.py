"""How a text is broken into lines: of even length, and with no word alone below the others."""

import pytest

from kiosk.ui.text_block import Text

UNIT = 3.0
CAP_MM = 12.0


def lines(written: str, longest: str) -> list[str]:
    """Break a text where its lines may be as long as `longest`."""
    text = Text(written, CAP_MM, "#000000", bold=True)
    text.resize(Text(longest, CAP_MM, "#000000", bold=True, whole=True).breadth_at(UNIT), 900)
    text.arrange(UNIT)
    set_lines = [text._layout.lineAt(each) for each in range(text._layout.lineCount())]
    text.deleteLater()
    return [written[line.textStart() :][: line.textLength()].strip() for line in set_lines]


@pytest.mark.usefixtures("qapp")
def test_the_last_word_stands_alone_only_where_the_line_has_no_room_for_two() -> None:
    assert lines("Halten Sie Ihren Brief unter die Kamera.", "Halten Sie Ihren") == [
        "Halten Sie Ihren",
        "Brief unter",
        "die Kamera.",
    ]
    assert lines("Eingang Jugendberatungszentrum", "Jugendberatungszentrum") == [
        "Eingang",
        "Jugendberatungszentrum",
    ]
    assert lines("Wir haben jetzt geschlossen.", "Wir haben jetzt gesch") == [
        "Wir haben jetzt",
        "geschlossen.",
    ]
    assert lines("One moment, please.", "One moment, please.") == ["One moment, please."]


@pytest.mark.usefixtures("qapp")
def test_a_sentence_that_has_lines_of_its_own_keeps_its_last_words_together() -> None:
    told = "Danke für Ihren Besuch.\N{LINE SEPARATOR}Kommen Sie gut nach Hause."
    assert lines(told, "gut nach Hause.") == ["Danke für", "Ihren Besuch.", "Kommen Sie", "gut nach Hause."]


@pytest.mark.usefixtures("qapp")
def test_no_other_word_is_left_alone_and_no_line_is_added_to_keep_the_last_words_together() -> None:
    assert lines("Besprechungsraum 2.14 im Nebengebäude", "Besprechungsraum") == [
        "Besprechungsraum",
        "2.14 im",
        "Nebengebäude",
    ]
    assert lines("Ein langes Wort Straßenverkehrsordnung", "Straßenverkehrsordnung") == [
        "Ein langes Wort",
        "Straßenverkehrsordnung",
    ]
