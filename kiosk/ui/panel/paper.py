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
from kiosk.ui.panel import texts_evacuation as texts
from kiosk.ui.panel import texts_report
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.words import Words

Printable: TypeAlias = Evacuation | DayReport

_STYLE = f"""
body {{ font-family: "{FAMILIES[0]}"; font-size: 12pt; }}
.small {{ font-size: 11pt; }}
.heading {{ font-size: 24pt; font-weight: bold; }}
.state {{ font-size: 20pt; font-weight: bold; }}
.huge {{ font-size: 80pt; font-weight: bold; }}
.floor {{ font-size: 22pt; font-weight: bold; }}
.area {{ font-size: 18pt; }}
td {{ border-bottom: 1px solid #8A949B; }}
"""


def paper(office: Office, words: Words, what: Printable, now: datetime) -> QTextDocument:
    """Return what is printed, in the language of `words`; `now` is aware."""
    load_fonts()
    body = _body(office, words, what, now)
    document = QTextDocument()
    document.setDefaultStyleSheet(_STYLE)
    printed = texts.printed(words, now)
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
    state, detail = texts.how_current(words, counted, now)
    head = _paragraph("heading", texts.title(words)) + _paragraph("state", state)
    if detail:
        head += _paragraph("", detail)
    inside = (
        f"<span class='huge'>{counted.inside}</span> <span class='state'>{escape(texts.inside(words))}</span>"
    )
    head += f"<p>{inside}</p>"
    if counted.unclear:
        number, why = texts.unclear(words, counted.unclear)
        head += _paragraph("state", f"{number} ({why})")
    rows = []
    for floor in counted.floors:
        rows.append(_row("floor", texts.floor(words, floor), str(floor.inside), ""))
        for area in floor.areas:
            unclear = texts.unclear_in_area(words, area.unclear) if area.unclear else ""
            rows.append(_row("area", area_name(words, office, area.area), str(area.inside), unclear))
    return head + _table(rows, padding=5)


def _report(office: Office, words: Words, report: DayReport) -> str:
    head = _paragraph("heading", texts_report.title(words, report))
    head += "<br>".join(escape(each) for each in texts_report.sentences(words, report))
    rows = [_row("", name, number) for name, number in texts_report.rows(words, office, report)]
    return f"{head}<p>&nbsp;</p>{_table(rows, padding=1)}"


def _paragraph(kind: str, text: str) -> str:
    return f"<p class='{kind}'>{escape(text)}</p>"


def _row(kind: str, name: str, number: str, *more: str) -> str:
    """Return a row of a table: a name, a number, and what belongs to the number."""
    cells = f"<td class='{kind}'>{escape(name)}</td><td class='{kind}' align='right'>{escape(number)}</td>"
    return f"<tr>{cells}{''.join(f'<td class={kind!r}>{escape(each)}</td>' for each in more)}</tr>"


def _table(rows: Iterable[str], padding: int) -> str:
    return f"<table width='100%' cellspacing='0' cellpadding='{padding}'>{''.join(rows)}</table>"
