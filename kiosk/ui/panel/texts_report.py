"""The day's report in sentences and rows that anyone can read, on the panel and on paper."""

from collections.abc import Iterator

from kiosk.core.day_report import DayReport
from kiosk.core.events import SettledBecause
from kiosk.core.office import Office
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_recount import signed
from kiosk.ui.panel.words import Words


def title(words: Words, report: DayReport) -> str:
    """Return the heading."""
    return words.translate("panel", "Report of {day}").format(day=words.day_text(report.ended_at))


def sentences(words: Words, report: DayReport) -> tuple[str, ...]:
    """Return the day in sentences, the ones that say nothing left out."""
    return tuple(_sentences(words, report))


def _sentences(words: Words, report: DayReport) -> Iterator[str]:
    text = words.translate("panel", "From {began} to {ended}.")
    yield text.format(began=words.time_text(report.began_at), ended=words.time_text(report.ended_at))
    by_staff = sum(report.let_in.values())
    text = words.translate("panel", "Came in: {all}. By letter: {letter}, by the staff: {staff}.")
    yield text.format(all=report.came + by_staff, letter=report.came, staff=by_staff)
    if report.most_inside:
        text = words.translate("panel", "Most people inside at once: {people}, at {time}.")
        yield text.format(people=report.most_inside, time=words.time_text(report.most_at))
    if report.above_cap:
        text = words.translate("panel", "Above the cap, with the consent of two: {people}.")
        yield text.format(people=report.above_cap)
    if report.still_inside:
        text = words.translate("panel", "Still inside by the count at the end: {people}. They were settled.")
        yield text.format(people=report.still_inside)
    else:
        yield words.translate("panel", "At the end nobody was inside.")
    if report.undone:
        yield words.translate("panel", "Acts taken back: {acts}.").format(acts=report.undone)


def rows(words: Words, office: Office, report: DayReport) -> tuple[tuple[str, str], ...]:
    """Return the table: what, and how many people; what never happened has no row."""
    return tuple(_rows(words, office, report))


def _rows(words: Words, office: Office, report: DayReport) -> Iterator[tuple[str, str]]:
    yield words.translate("panel", "Let in by letter"), str(report.came)
    for reason, people in report.let_in.items():
        wording = office.staff_reasons.let_in.get(reason)
        name = reason if wording is None else words.wording(wording)
        yield words.translate("panel", "By the staff: {reason}").format(reason=name), str(people)
    for reason, people in report.turned_back.items():
        wording = office.staff_reasons.turn_back.get(reason)
        name = reason if wording is None else words.wording(wording)
        yield words.translate("panel", "Turned back: {reason}").format(reason=name), str(people)
    yield words.translate("panel", "Left with their letter"), str(report.left)
    counted = (
        (words.translate("panel", "Counted out without a letter"), report.counted_out),
        (words.translate("panel", "of them, visit found"), report.reconciled),
        (words.translate("panel", "Exits without a known entry"), report.unmatched_exits),
    )
    yield from ((name, str(people)) for name, people in counted if people)
    for because, people in report.settled.items():
        yield settled(words, because), str(people)
    for area, change in report.recounted.items():
        text = words.translate("panel", "Recount: {area}").format(area=area_name(words, office, area))
        yield text, signed(change)
    told = sum(report.told.values())
    if told:
        yield words.translate("panel", "Refused or told to wait (times)"), str(told)


def settled(words: Words, because: SettledBecause) -> str:
    """Return why a visit ended without its letter."""
    match because:
        case SettledBecause.SEEN_LEAVING:
            return words.translate("panel", "Seen leaving without a letter")
        case SettledBecause.NOT_FOUND_INSIDE:
            return words.translate("panel", "Not found inside")
        case SettledBecause.DAY_ENDED:
            return words.translate("panel", "Settled by the end of the day")
