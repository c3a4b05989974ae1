"""An office that uses all that its file allows still fits the panel, and everything in it can be reached."""

from dataclasses import replace
from typing import Final

from kiosk.core.office import LONGEST_MESSAGE, Area, AreaId, MessageId, Office, ReasonId, Wording
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import faults, tap, tiles
from tests.ui.panel.states import CALM, SCREENS
from tests.ui.screen_states import DOOR, OFFICE

_SENTENCE = "Wegen einer Störung der Aufzugsanlage bleibt der Eingang geschlossen. "
_LONGEST = (_SENTENCE + "Bitte warten Sie draußen auf dem Vorplatz, bis Sie aufgerufen werden. " * 3)[
    :LONGEST_MESSAGE
]


def in_all(text: str) -> Wording:
    return Wording((("de", text), ("en", text)))


def an_area(number: int) -> Area:
    area = OFFICE.areas[AreaId("fallmanagement")]
    return replace(area, id=AreaId(f"area-{number}"), name=in_all(f"Leistungsgewährung {number}"))


CROWDED: Final[Office] = replace(
    OFFICE,
    areas={area.id: area for area in (*OFFICE.areas.values(), *map(an_area, range(7)))},
    messages={MessageId(f"message-{number}"): in_all(_LONGEST) for number in range(8)},
    staff_reasons=replace(
        OFFICE.staff_reasons,
        recount={ReasonId(f"reason-{number}"): in_all(f"Eingangskontrolle {number}") for number in range(23)},
    ),
)


def test_a_crowded_office_fits_every_screen(make_panel: PanelMaker) -> None:
    door = replace(DOOR, serves=frozenset(CROWDED.areas))
    wrong = []
    for size, px_per_mm in SCREENS:
        panel = make_panel(size, view=CALM, px_per_mm=px_per_mm, office=CROWDED, door=door)
        for functions in (("hold",), ("hold", "own_text"), ("line",), ("count", "recount")):
            panel._go_back()
            tap(panel, *functions)
            wrong += [f"{functions}, {size}: {each}" for each in faults(panel, px_per_mm)]
    assert wrong == []


def test_every_area_and_every_reason_is_reached(make_panel: PanelMaker) -> None:
    door = replace(DOOR, serves=frozenset(CROWDED.areas))
    panel = make_panel(view=CALM, office=CROWDED, door=door)
    seen = set()
    tap(panel, "line")
    for _ in CROWDED.areas:
        seen |= set(tiles(panel))
        tap(panel, "area_more")
    assert {f"give_number:{area}" for area in CROWDED.areas} <= seen
    tap(panel, "back", "count", "recount")
    for _ in CROWDED.staff_reasons.recount:
        seen |= set(tiles(panel))
        tap(panel, "area_more", "reason_more")
    assert {f"area:{area}" for area in CROWDED.areas} <= seen
    assert {f"reason:{reason}" for reason in CROWDED.staff_reasons.recount} <= seen
