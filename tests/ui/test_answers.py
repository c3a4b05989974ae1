"""Each reason says its sentence and its next step for as long as it takes, and leaves nothing behind."""

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.house_rules import MaskKind
from kiosk.core.verdict import ComeBackAt, GoTo, Outcome, Reason, Verdict
from kiosk.ui.answer_texts import told
from kiosk.ui.qr_picture import QrPicture, dial
from kiosk.ui.sign import shape_of
from kiosk.ui.stay import stay_share
from kiosk.ui.text_block import Text
from kiosk.ui.theme import tint_of
from kiosk.ui.visitor_screen import VisitorScreen
from kiosk.ui.way_strip import WayStrip
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import MASK, MESSAGE, OFFICE, VERDICTS, VIEW, local
from tests.ui.seen import words, words_on_all_leaves

SAID = {
    "not_an_invitation": ("Das ist kein Brief von uns.", "noch einmal ruhig", "Kurz\u2011Code", "Personal"),
    "damaged_code": ("Wir können den Code nicht lesen.", "noch einmal ruhig", "Kurz\u2011Code", "Personal"),
    "unknown_code": ("Wir kennen diesen Code nicht.", "noch einmal ruhig", "Kurz\u2011Code", "Personal"),
    "left": ("Auf Wiedersehen!", "gut nach Hause"),
    "cancelled": ("Dieser Termin ist abgesagt.", "0340/5021999", "@"),
    "rescheduled": (
        "Ihr Termin hat eine neue Zeit.",
        "Donnerstag, 30.\N{NO-BREAK SPACE}September",
        "um 10:15 Uhr",
    ),
    "wrong_day": (
        "Ihr Termin ist an einem anderen Tag.",
        "Donnerstag, 30.\N{NO-BREAK SPACE}September",
        "um 10:15 Uhr",
    ),
    "wrong_door": ("Bitte nehmen Sie eine andere Tür.", "Eingang Jugendberatungszentrum", "an der Seite"),
    "closed": (
        "Wir haben jetzt geschlossen.",
        "Wir öffnen wieder",
        "30.\N{NO-BREAK SPACE}September",
        "um 10:15 Uhr",
    ),
    "admission_stopped": ("Im Moment ist kein Einlass.", MESSAGE.in_language("de")),
    "already_inside": ("Mit diesem Brief ist schon jemand im Haus.", "fragen Sie unser Personal"),
    "already_used": ("Dieser Brief wurde schon benutzt.", "fragen Sie unser Personal"),
    "too_early": ("Sie sind zu früh.", "Bitte kommen Sie wieder", "heute", "um 10:15 Uhr"),
    "too_late": ("Sie sind zu spät.", "0340/5021999"),
    "building_full": ("Das Haus ist gerade voll.", "27", "4 Personen vor Ihnen", "Etwa 15 Minuten"),
    "area_full": ("Ihr Bereich ist gerade voll.", "8", "1 Person vor Ihnen", "Es kann etwas dauern."),
    "not_your_turn": ("Andere sind vor Ihnen", "104", "12 Personen vor Ihnen", "Mehr als eine Stunde"),
    "admitted": ("Bitte kommen Sie herein.", "1. Obergeschoss", "Raum 103", "Treppe hoch", "Maske"),
    "readmitted": ("Willkommen zurück.", "2. Obergeschoss", "Besprechungsraum 2.14", "Schalter"),
    "staff_decides": ("Unser Personal spricht mit Ihnen.", "fragen Sie unser Personal"),
    "out_of_service": ("Unser Personal hilft Ihnen.", "fragen Sie unser Personal"),
    "wrong_day_before": ("Ihr Termin ist an einem anderen Tag.", "0340/5021999"),
    "wrong_door_unnamed": ("Bitte nehmen Sie eine andere Tür.", "fragen Sie unser Personal"),
    "closed_for_long": ("Wir haben jetzt geschlossen.", "0340/5021999"),
    "admitted_without_room": ("Bitte kommen Sie herein.", "Fallmanagement und Integration"),
    "unknown_code_paused": ("Wir kennen diesen Code nicht.", "fragen Sie unser Personal"),
}


def test_every_reason_says_its_sentence_and_the_next_step(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    assert SAID.keys() == VERDICTS.keys()
    for name, verdict in VERDICTS.items():
        screen.show_answer(verdict)
        said = words_on_all_leaves(screen)
        for part in SAID[name]:
            assert part in said, name


def test_every_reason_has_a_picture_of_its_own(make_screen: ScreenMaker) -> None:
    make_screen()
    assert len({told(reason).icon for reason in Reason}) == len(Reason)
    assert len({told(reason).sentence for reason in Reason if reason is not Reason.OUT_OF_SERVICE}) == 20


def test_outcomes_differ_in_colour_and_in_shape() -> None:
    box = QRectF(0, 0, 100, 100)
    assert len({tint_of(outcome).ground for outcome in Outcome}) == len(Outcome)
    assert len({round(shape_of(outcome, box).length()) for outcome in Outcome}) == len(Outcome)


def test_the_answer_goes_by_itself_and_leaves_nothing_behind(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen(answer_seconds=0.05)
    screen.show_house(VIEW)
    with qtbot.waitSignal(screen.answer_gone, timeout=PATIENCE_MS):
        screen.show_answer(VERDICTS["too_early"])
        assert "Sie sind zu früh." in words(screen)
    assert "zu früh" not in words(screen)
    assert "10:15" not in words(screen)
    assert "Halten Sie Ihren Brief" in words(screen)
    assert not any("zu früh" in text for text in everything_drawable(screen))


def everything_drawable(screen: VisitorScreen) -> list[str]:
    """Return the texts of all blocks below the screen, seen or not."""
    return [text.text for text in screen.findChildren(Text)]


def test_a_new_answer_takes_the_place_of_the_old_one_at_once(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["building_full"])
    screen.show_answer(VERDICTS["admitted"])
    assert "Raum 103" in words(screen)
    assert "27" not in words(screen)
    assert not any("27" in text for text in everything_drawable(screen))


def test_a_letter_that_is_seen_takes_the_answer_of_the_one_before_away(
    make_screen: ScreenMaker, qtbot: QtBot
) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["building_full"])
    with qtbot.waitSignal(screen.answer_gone, timeout=PATIENCE_MS):
        screen.show_reading()
    assert "Moment, bitte." in words(screen)
    assert "27" not in words(screen)


def test_reading_is_not_green(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_reading()
    QApplication.processEvents()
    corner = screen.grab().toImage().pixelColor(5, 5)
    assert corner.name() != tint_of(Outcome.ADMITTED).ground
    assert corner.green() < corner.blue()


def test_reading_ends_by_itself_when_no_answer_comes(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.visitor_screen.READING_MS", 30)
    screen = make_screen()
    screen.show_reading()
    qtbot.waitUntil(lambda: "Halten Sie Ihren Brief" in words(screen), timeout=PATIENCE_MS)


@pytest.mark.parametrize("name", list(VERDICTS))
def test_no_answer_is_shorter_than_the_office_sets(name: str) -> None:
    assert stay_share(VERDICTS[name].step) >= 1.0


def test_numbers_and_ways_stay_longer_than_a_goodbye() -> None:
    goodbye = stay_share(VERDICTS["left"].step)
    assert all(
        stay_share(VERDICTS[name].step) > goodbye for name in ("admitted", "building_full", "too_late")
    )


def test_times_are_those_of_the_office(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    screen.show_answer(Verdict(Reason.TOO_EARLY, ComeBackAt(local(10, 15).astimezone(UTC))))
    assert "um 10:15 Uhr" in words(screen)


def test_the_answer_before_the_house_was_seen_has_all_but_the_mask(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["admitted"])
    assert "Raum 103" in words(screen)
    assert "Maske" not in words(screen)


@pytest.mark.parametrize(
    ("kind", "off", "said", "not_said"),
    [
        (MaskKind.NONE, True, "Sie brauchen keine Maske.", "abnehmen"),
        (MaskKind.MEDICAL, False, "medizinische Maske", "abnehmen"),
        (MaskKind.FFP2, True, "Am Schreibtisch dürfen Sie die Maske abnehmen.", "medizinische"),
    ],
)
def test_the_mask_rule_stands_in_the_answer(
    make_screen: ScreenMaker, kind: MaskKind, *, off: bool, said: str, not_said: str
) -> None:
    screen = make_screen()
    screen.show_house(replace(VIEW, mask=replace(MASK, kind=kind, off_at_desk=off)))
    screen.show_answer(VERDICTS["admitted"])
    assert said in words(screen)
    assert not_said not in words(screen)


def test_an_area_without_a_way_is_shown_without_a_strip(make_screen: ScreenMaker) -> None:
    step = VERDICTS["admitted"].step
    assert isinstance(step, GoTo)
    area = OFFICE.areas[step.area]
    bare = replace(area, way=(), rooms=tuple(replace(room, way=()) for room in area.rooms))
    screen = make_screen(office=replace(OFFICE, areas={**OFFICE.areas, area.id: bare}))
    screen.show_answer(VERDICTS["admitted"])
    assert screen.findChildren(WayStrip) == []


def test_the_phone_number_can_be_taken_along(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["cancelled"])
    assert [code for code in screen.findChildren(QrPicture) if code.isVisible()]


@pytest.mark.parametrize(
    ("phone", "address"),
    [("0340/5021999", "tel:03405021999"), ("+49 (340) 50 21-999", "tel:+493405021999")],
)
def test_a_phone_dials_the_digits_only(phone: str, address: str) -> None:
    assert dial(phone) == address


def test_the_answer_is_told_again_in_the_language_that_is_chosen(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["too_early"])
    screen.choose_language("en")
    assert "You are too early." in words(screen)
    assert "früh" not in words(screen)
