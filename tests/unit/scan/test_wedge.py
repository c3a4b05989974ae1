"""A USB scanner's keystrokes are told from a person's, and are never commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scan.wedge import LONGEST_TEXT, Heard, Keystroke, Rhythm, Scanned, Typed, Wedge
from tests.unit.scan.pictures import CODE

SCANNER = 0.008
HAND = 0.14


def keys(text: str, gap: float = SCANNER, begin: float = 100.0) -> list[Keystroke]:
    return [Keystroke(each, begin + gap * number) for number, each in enumerate(text)]


def hear(strokes: list[Keystroke], wedge: Wedge | None = None) -> list[Heard]:
    """All that is heard until well after the last key."""
    wedge = wedge or Wedge()
    heard = [wedge.press(each) for each in strokes]
    heard.append(wedge.pause(strokes[-1].at + 10.0) if strokes else None)
    return [each for each in heard if each is not None]


def scanned(strokes: list[Keystroke]) -> list[str]:
    heard = hear(strokes)
    assert all(isinstance(each, Scanned) for each in heard), heard
    return [each.text for each in heard if isinstance(each, Scanned)]


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        pytest.param(f"{CODE}\r", CODE, id="Enter"),
        pytest.param(f"{CODE}\r\n", CODE, id="Enter twice"),
        pytest.param(f"{CODE}\t", CODE, id="Tab"),
        pytest.param(CODE, CODE, id="nothing at the end"),
        pytest.param(f"\x02{CODE}\x03", CODE, id="STX and ETX"),
        pytest.param(f"]Q1{CODE}\r", CODE, id="AIM identifier"),
        pytest.param(f"+Q1{CODE}\r", CODE, id="AIM identifier on a German layout"),
        pytest.param(f"\x02]q1{CODE.lower()}\x03\r", CODE.lower(), id="Caps Lock"),
    ],
)
def test_what_scanners_put_around_a_text_is_taken_off(sent: str, text: str) -> None:
    assert scanned(keys(sent)) == [text]


@pytest.mark.parametrize("gap", [0.0, 0.001, 0.02, 0.034])
def test_text_at_a_scanners_pace_is_a_scan(gap: float) -> None:
    assert scanned(keys(f"{CODE}\r", gap)) == [CODE]


@pytest.mark.parametrize("gap", [0.04, 0.06, 0.0899, 0.14, 1.0])
def test_text_at_a_hands_pace_is_typed_and_nothing_of_it_is_lost(gap: float) -> None:
    strokes = keys("4711 Antrag\r", gap)
    heard = hear(strokes)
    assert all(isinstance(each, Typed) for each in heard)
    assert [key for each in heard if isinstance(each, Typed) for key in each.keystrokes] == strokes


def test_single_keys_that_are_delayed_do_not_tear_a_scan() -> None:
    strokes = [Keystroke(each.text, each.at + (0.06 if n > 9 else 0.0)) for n, each in enumerate(keys(CODE))]
    assert scanned(strokes) == [CODE]


def test_two_scans_one_after_the_other_are_two_texts() -> None:
    assert scanned(keys(f"{CODE}\r") + keys("OTHER\r", begin=101.0)) == [CODE, "OTHER"]


def test_enter_that_comes_late_presses_no_button() -> None:
    assert scanned([*keys(CODE), Keystroke("\r", 100.0 + SCANNER * len(CODE) + 0.2)]) == [CODE]


def test_enter_of_a_person_long_after_a_scan_is_typed() -> None:
    enter = Keystroke("\r", 102.0)
    assert hear([*keys(CODE), enter])[1:] == [Typed((enter,))]


def test_nothing_is_heard_before_a_pause_has_told_who_pressed() -> None:
    wedge = Wedge()
    assert [wedge.press(each) for each in keys(f"{CODE}\r")] == [None] * (len(CODE) + 1)
    due = wedge.due_at
    assert due is not None
    assert wedge.pause(due - 0.001) is None
    assert isinstance(wedge.pause(due), Scanned)
    assert wedge.due_at is None
    assert wedge.pause(due + 1.0) is None


@pytest.mark.parametrize(
    "hostile",
    [
        "1\r2\r3\r4\r",
        "1234\r",
        "\x1b\x1b[A\x17",
        f"x\r{CODE}\r",
        "".join(map(chr, range(32))),
        "'; DROP TABLE event; --\r",
    ],
)
def test_control_characters_inside_a_scan_are_data(hostile: str) -> None:
    heard = hear(keys(hostile))
    assert [each.keys for each in heard if isinstance(each, Scanned)] == [hostile]
    assert not any(isinstance(each, Typed) for each in heard)


def test_shortcuts_and_function_keys_inside_a_scan_are_data() -> None:
    alt_f4 = Keystroke("", 100.004, key=0x01000033, modifiers=0x08000000)
    assert scanned([*keys("AB", 0.002), alt_f4, *keys("CD", 0.002, begin=100.006)]) == ["ABCD"]


def test_typed_keys_come_back_with_the_toolkits_own_numbers() -> None:
    f5 = Keystroke("", 100.0, key=0x01000034, modifiers=0x04000000)
    assert hear([f5]) == [Typed((f5,))]


def test_key_that_is_held_down_is_no_scan() -> None:
    assert all(isinstance(each, Typed) for each in hear(keys("a" * 50, 0.03)))


def test_two_keys_struck_at_once_are_typed() -> None:
    assert all(isinstance(each, Typed) for each in hear(keys("er", 0.001)))


def test_longest_qr_code_is_heard_whole() -> None:
    assert scanned(keys("A1" * 2148, 0.001)) == ["A1" * 2148]


def test_flood_of_keys_is_bounded_and_stays_one_scan() -> None:
    (text,) = scanned(keys("AB" * 10_000, 0.001))
    assert text == ("AB" * 10_000)[:LONGEST_TEXT]


@pytest.mark.parametrize(
    "wrong",
    [
        {"mean_gap": 0.0},
        {"mean_gap": 0.2},
        {"fewest_keys": 1},
    ],
)
def test_rhythm_that_could_tell_nothing_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="mean_gap"):
        Rhythm(**wrong)  # type: ignore[arg-type]  # the table mixes counts and seconds


pressed = st.lists(st.tuples(st.text(max_size=2), st.floats(0.0, 0.3)), max_size=80)


@given(pressed)
def test_every_key_is_heard_once_and_in_its_order_but_for_enters_after_a_scan(
    presses: list[tuple[str, float]],
) -> None:
    at = 0.0
    strokes = []
    for text, gap in presses:
        at += gap
        strokes.append(Keystroke(text, at))
    heard = hear(strokes)
    said = "".join(
        each.keys if isinstance(each, Scanned) else "".join(key.text for key in each.keystrokes)
        for each in heard
    )
    sent = "".join(each.text for each in strokes)
    ends = str.maketrans("", "", "\r\n\t\x03\x04")
    assert said.translate(ends) == sent.translate(ends)
    if not any(isinstance(each, Scanned) for each in heard):
        assert said == sent


@given(st.text(alphabet=st.characters(codec="latin-1"), min_size=3, max_size=60), st.floats(0.0005, 0.03))
def test_no_scan_ever_reaches_a_window_as_keys(text: str, gap: float) -> None:
    strokes = keys(text, gap)
    if len(set(text)) > 1:
        assert all(isinstance(each, Scanned) for each in hear(strokes))
