"""The evacuation's numbers and the day's report as A4 pages, in type that is read at arm's length."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import TypeAlias, assert_never

from PySide6.QtGui import QTextDocument

from kiosk.core.day_report import DayReport
from kiosk.core.office import Office
from kiosk.gate.evacuation import Evacuation
from kiosk.ui.fonts import FAMILIES, load_fonts
from kiosk.ui.panel import texts_evacuation, texts_report
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words

Printable: TypeAlias = Evacuation | DayReport

_STYLE = f"""
body {{ font-family: "{FAMILIES[0]}"; font-size: 15pt; }}
h1 {{ font-size: 24pt; }}
h2 {{ font-size: 18pt; margin-top: 12pt; margin-bottom: 2pt; }}
.huge {{ font-size: 64pt; font-weight: bold; }}
.state {{ font-size: 18pt; font-weight: bold; }}
.small {{ font-size: 11pt; }}
td {{ padding: 3pt; }}
.number {{ font-weight: bold; }}
"""


def paper(office: Office, words: Words, what: Printable, now: datetime) -> QTextDocument:
    """Return what is printed, in the language of `words`; `now` is aware."""
    load_fonts()
    body = _body(office, words, what, now)
    document = QTextDocument()
    document.setDefaultStyleSheet(_STYLE)
    printed = texts_evacuation.printed(words, now)
    document.setHtml(f"<body><p class='small'>{escape(office.name)} · {escape(printed)}</p>{body}</body>")
    return document


def _body(office: Office, words: Words, what: Printable, now: datetime) -> str:
    match what:
        case Evacuation():
            return _evacuation(office, words, what, now)
        case DayReport():
            return _report(office, words, what)
        case _ as never:
            assert_never(never)


def _evacuation(office: Office, words: Words, counted: Evacuation, now: datetime) -> str:
    state, detail = texts_evacuation.how_current(words, counted, now)
    text = f"<h1>{escape(texts_evacuation.title(words))}</h1><p class='state'>{escape(state)}</p>"
    if detail:
        text += f"<p>{escape(detail)}</p>"
    inside = escape(texts_evacuation.inside(words))
    text += f"<p><span class='huge'>{counted.inside}</span> {inside}</p>"
    if counted.unclear:
        number, why = texts_evacuation.unclear(words, counted.unclear)
        text += f"<p class='state'>{escape(number)} ({escape(why)})</p>"
    for floor in counted.floors:
        text += f"<h2>{escape(texts_evacuation.floor(words, floor))}: {floor.inside}</h2>"
        text += _table(
            (
                area_name(words, office, area.area),
                str(area.inside),
                texts_evacuation.unclear_in_area(words, area.unclear) if area.unclear else "",
            )
            for area in floor.areas
        )
    return text


def _report(office: Office, words: Words, report: DayReport) -> str:
    text = f"<h1>{escape(texts_report.title(words, report))}</h1>"
    text += "".join(f"<p>{escape(each)}</p>" for each in texts_report.sentences(words, report))
    return text + _table(texts_report.rows(words, office, report))


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    lines = []
    for name, number, *more in rows:
        cells = f"<td width='65%'>{escape(name)}</td><td class='number' align='right'>{escape(number)}</td>"
        lines.append(f"<tr>{cells}{''.join(f'<td>{escape(each)}</td>' for each in more)}</tr>")
    return f"<table width='100%' cellspacing='0'>{''.join(lines)}</table>"
