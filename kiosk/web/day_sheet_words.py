"""The report of a day that is over, in the words of the page, for a sheet that is forwarded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.core.day_report import day_report
from kiosk.core.events import Corrected, CorrectedBecause, Event, Happening, Settled, SettledBecause
from kiosk.core.figures.attendance import Attendance
from kiosk.core.figures.curve import CapStep, caps_over, changes_of, step_curve
from kiosk.core.figures.day import DayFigures
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, Office
from kiosk.core.rule_history import RuleHistory
from kiosk.languages.capital import with_capital
from kiosk.letters.day_sheet import DayCurve, DaySheet, Figure, Table
from kiosk.web.attention_words import area_name
from kiosk.web.past_words import by_reason
from kiosk.web.words import Words

_HOUR = timedelta(hours=1)
_SHORTEST = timedelta(minutes=1)
_MOST_MARKS = 12


@dataclass(frozen=True, slots=True)
class ToldDay:
    """All that is known of a day on which something happened; `history` has the rules beside the file's.

    `until` is the moment up to which it is told while more may still happen on it; None: it is over.
    """

    day: date
    events: Sequence[Event]
    figures: DayFigures
    attendance: Attendance
    history: RuleHistory
    until: datetime | None = None


def day_sheet(office: Office, told: ToldDay, words: Words) -> DaySheet:
    """Return what the report of this day says."""
    begins, ends = _hours_around(told, words)
    caps = caps_over(office.rules, begins, ends, history=told.history)
    return DaySheet(
        office=office.name,
        title=words.text("sheet.title", day=words.day(told.day)),
        figures=tuple(_figures(told, caps, words)),
        curve=_curve(told, caps, (begins, ends), words),
        columns=(tuple(_people(office, told, words)), tuple(_others(office, told, caps, words))),
        notes=tuple(_notes(told, words)),
    )


def _notes(told: ToldDay, words: Words) -> Iterator[str]:
    if told.until is not None:
        yield words.text("past.not_over")
    yield from (words.text(f"sheet.note_{each}") for each in ("settled", "unclear", "figures"))


def _figures(told: ToldDay, caps: Sequence[CapStep], words: Words) -> Iterator[Figure]:
    figures = told.figures
    most, at, cap = words.number(figures.most_inside), "", None
    if figures.most_at is not None:
        at = words.text("sheet.at", time=words.clock(figures.most_at))
        cap = next((each.cap for each in reversed(caps) if each.at <= figures.most_at), None)
    of_cap = "" if cap is None else f" {words.text('now.of_cap', cap=cap)}"
    yield Figure(words.text("sheet.most"), f"{most}{of_cap}", at)
    staff = sum(figures.let_in.values())
    by_staff = words.text("sheet.of_them_staff", people=staff)
    yield Figure(words.text("sheet.entries"), words.number(figures.entries), by_staff)
    stay = "–" if figures.mean_stay is None else words.span(figures.mean_stay)
    yield Figure(words.text("sheet.stay"), stay, words.text("sheet.stays", n=figures.stays))
    if told.until is not None:
        seen = words.text("sheet.at", time=words.clock(told.until))
        yield Figure(words.text("sheet.inside_now"), words.number(figures.still_inside), seen)
        return
    settled = words.number(figures.still_inside + _closed_upon(told.events))
    yield Figure(words.text("sheet.still_inside"), settled, words.text("sheet.settled_then"))


def _closed_upon(events: Sequence[Event]) -> int:
    """Return how many were inside by the count when the staff closed the day."""
    closing = (event.what for event in events if _closes(event.what))
    return -sum(change.people for what in closing for change in changes_of(what))


def _closes(what: Happening) -> bool:
    match what:
        case Settled(because=SettledBecause.DAY_ENDED) | Corrected(because=CorrectedBecause.DAY_ENDED):
            return True
        case _:
            return False


def _people(office: Office, told: ToldDay, words: Words) -> Iterator[Table]:
    figures, settled = told.figures, day_report(told.events).settled
    letter = (words.text("sheet.by_letter"), words.number(figures.came))
    staff = by_reason(figures.let_in, office.staff_reasons.let_in, words)
    above = (words.text("sheet.above_cap"), words.number(figures.above_cap))
    yield Table(words.text("sheet.came_in"), (letter, *staff, above))
    turned_back = by_reason(figures.turned_back, office.staff_reasons.turn_back, words)
    yield Table(words.text("sheet.turned_back"), turned_back or _nobody(words))
    rows = (
        (words.text("sheet.with_letter"), figures.left),
        (words.text("sheet.counted_out"), figures.counted_out),
        (words.text("sheet.unmatched"), figures.unmatched_exits),
        *((words.text(f"sheet.settled_{why.value}"), settled.get(why, 0)) for why in SettledBecause),
    )
    yield Table(words.text("sheet.went_out"), tuple((what, words.number(people)) for what, people in rows))
    yield Table(words.text("sheet.waits"), _waits(told, words))


def _others(office: Office, told: ToldDay, caps: Sequence[CapStep], words: Words) -> Iterator[Table]:
    came = told.attendance
    rows = (
        (words.text("sheet.booked"), came.booked),
        (words.text("sheet.early"), came.early),
        (words.text("sheet.on_time"), came.on_time),
        (words.text("sheet.late"), came.late),
        (words.text("sheet.away" if told.until is None else "past.away_so_far"), came.away),
    )
    yield Table(words.text("sheet.appointments"), tuple((what, words.number(n)) for what, n in rows))
    times = sorted(told.figures.told.items(), key=lambda each: -each[1])
    refused = tuple((with_capital(words.text(f"reason.{reason}")), words.number(n)) for reason, n in times)
    yield Table(words.text("sheet.refused"), refused or _nobody(words))
    changes: dict[AreaId, int] = {}
    for each in told.figures.recounts:
        changes[each.area] = changes.get(each.area, 0) + each.change
    recounted = tuple(
        (area_name(office, area, words), _signed(change, words)) for area, change in changes.items()
    )
    if len(caps) > 1:
        yield Table(words.text("sheet.caps"), tuple(_caps(caps, words)))
    yield Table(words.text("sheet.recounts"), recounted or ((words.text("sheet.none"), ""),))


def _waits(told: ToldDay, words: Words) -> tuple[tuple[str, str], ...]:
    waits = told.figures.waits
    rows = [(words.text("sheet.waited"), words.number(waits.parties))]
    if waits.mean is not None:
        rows.append((words.text("sheet.mean_wait"), words.span(waits.mean)))
        rows.append((words.text("sheet.longest_wait"), words.span(waits.longest)))
    if waits.gave_up:
        rows.append((words.text("sheet.gave_up"), words.number(waits.gave_up)))
    return tuple(rows)


def _caps(caps: Sequence[CapStep], words: Words) -> Iterator[tuple[str, str]]:
    for each in caps:
        most = words.text("sheet.none") if each.cap is None else words.number(each.cap)
        yield words.text("sheet.cap_from", time=words.clock(each.at)), most


def _nobody(words: Words) -> tuple[tuple[str, str], ...]:
    return ((words.text("sheet.nobody"), words.number(0)),)


def _signed(change: int, words: Words) -> str:
    # Our typeface has no minus sign: another one would have to be found on the machine, and embedded.
    sign = "+" if change > 0 else "\N{EN DASH}" if change < 0 else "±"
    return f"{sign}{words.number(abs(change))}"


def _curve(
    told: ToldDay, caps: Sequence[CapStep], between: tuple[datetime, datetime], words: Words
) -> DayCurve:
    begins, ends = between
    lasts = ends - begins

    def share(at: datetime) -> float:
        return (at - begins) / lasts

    hours = lasts // _HOUR
    every = max(1, -(-hours // _MOST_MARKS))
    marks = (begins + number * _HOUR for number in range(0, hours + 1, every))
    return DayCurve(
        heading=words.text("sheet.course"),
        steps=tuple(
            (share(each.at), each.inside) for each in step_curve(told.events, told.figures.still_inside)
        ),
        caps=tuple((share(each.at), each.cap) for each in caps),
        hours=tuple((share(at), words.clock(at)) for at in marks),
        inside=words.text("day.inside"),
        cap=words.text("day.cap"),
    )


def _hours_around(told: ToldDay, words: Words) -> tuple[datetime, datetime]:
    """Return the full hours (UTC) before the first and after the last of the day's events.

    Of a day that is not over nothing is drawn after the moment up to which it is told.
    """
    times = [in_utc(event.at) for event in told.events]
    first, last = _full_hour(min(times), words), max(times)
    if told.until is None:
        return first, _full_hour(last, words) + _HOUR
    return first, max(in_utc(told.until), last, first + _SHORTEST)


def _full_hour(moment: datetime, words: Words) -> datetime:
    # By the office's clock: not every zone is whole hours away.
    return in_utc(moment.astimezone(words.zone).replace(minute=0, second=0, microsecond=0))
