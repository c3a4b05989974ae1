"""What the board at the reception shows of the news that the pages are told too, in their words."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil

from kiosk.core.figures.attention import DoorHeld, DoorSilent
from kiosk.core.figures.now import DoorNow, Fullness
from kiosk.core.office import Office
from kiosk.core.trouble import Trouble
from kiosk.ui.board import BoardView
from kiosk.ui.board_chart import Chart, Expected
from kiosk.ui.board_gauge import Gauge
from kiosk.web.attention_words import area_name, door_name, task_of
from kiosk.web.course import Course
from kiosk.web.day import DayNews
from kiosk.web.news import News, Numbers
from kiosk.web.words import Words

_MOST_HOURS = 6

OLD_AFTER = timedelta(seconds=5)
"""Numbers are read anew every second: those that are older than this are not the house as it is."""


def board_view(office: Office, news: News, words: Words, now: datetime) -> BoardView:
    """Return what the board shows at `now`; old numbers stay, with since when they are."""
    title, clock, stale = office.name, words.clock(now, seconds=True), _stale(news, words, now)
    numbers = news.numbers
    if numbers is None:
        return BoardView(title, clock, stale)
    figures = numbers.figures
    # That a door is held or silent stands among the tasks: it is not said a second time below them.
    spoken_of = {each.door for each in numbers.attention if isinstance(each, DoorHeld | DoorSilent)}
    return BoardView(
        title=title,
        clock=clock,
        stale=stale,
        building=_gauge(office, figures.building, words),
        areas=tuple(_gauge(office, each, words) for each in figures.areas),
        line=_line(numbers, words),
        tasks=tuple(task_of(each, office, words, now).what for each in numbers.attention),
        doors=tuple(_door(office, each, words, now) for each in figures.doors if each.door not in spoken_of),
        chart=_chart(numbers.day, words, now),
    )


def _stale(news: News, words: Words, now: datetime) -> str:
    if news.read_at is None:
        return words.text("page.never" if news.trouble is not None else "page.connecting")
    if news.trouble is None and abs(now - news.read_at) <= OLD_AFTER:
        return ""
    why = "page.program_failed" if news.trouble is Trouble.PROGRAM else "page.stale"
    return words.text(why, time=words.when(news.read_at, now)).rstrip(":")


def _gauge(office: Office, full: Fullness, words: Words) -> Gauge:
    name = words.text("wall.title") if full.area is None else area_name(office, full.area, words)
    of_cap = "" if full.cap is None else f" {words.text('now.of_cap', cap=full.cap)}"
    hints = []
    if full.cap is not None and full.inside > full.cap:
        hints.append(words.text("now.above", n=full.inside - full.cap))
    elif full.cap is not None and full.inside == full.cap:
        hints.append(words.text("now.full"))
    if full.unclear:
        hints.append(words.text("now.unclear", n=full.unclear))
    return Gauge(name, full.inside, full.cap, f"{words.number(full.inside)}{of_cap}", ", ".join(hints))


def _line(numbers: Numbers, words: Words) -> str:
    line = numbers.figures.line
    if not line.people:
        return words.text("now.line_nobody")
    told = words.text("now.line_people", n=line.people)
    if line.longest_wait is not None:
        told += f", {words.text('now.line_longest', span=words.span(line.longest_wait))}"
    return told


def _door(office: Office, door: DoorNow, words: Words, now: datetime) -> str:
    name = door_name(office, door.door, words)
    if door.stop is not None:
        return f"{name}: {words.text('now.door_held', time=words.when(door.stop.since, now))}"
    if door.report is None:
        return f"{name}: {words.text('now.door_never')}"
    if not door.is_heard:
        return f"{name}: {words.text('now.door_silent', time=words.when(door.report.reported_at, now))}"
    scan = door.report.last_good_scan_at
    told = (
        words.text("now.no_scan") if scan is None else words.text("now.last_scan", time=words.when(scan, now))
    )
    return f"{name}: {told}"


def _chart(day: DayNews, words: Words, now: datetime) -> Chart:
    course = day.course
    lasts = max(course.closes_at - course.opens_at, timedelta(minutes=1))

    def share(at: datetime) -> float:
        return min(max((at - course.opens_at) / lasts, 0.0), 1.0)

    steps = ((share(each.at), each.inside) for each in course.steps)
    return Chart(
        steps=((0.0, 0), *steps),
        caps=tuple((share(each.at), each.cap) for each in course.caps if each.cap is not None),
        expected=tuple(
            Expected(share(each.at), each.people, each.low, each.high) for each in day.ahead.steps
        ),
        ordinary=tuple((share(each.at), each.people) for each in course.ordinary),
        now=share(now),
        hours=tuple((share(at), words.clock(at)) for at in _hours(course, words)),
    )


def _hours(course: Course, words: Words) -> Iterator[datetime]:
    """Give the full hours of the day by the office's clock, so many that all can be written."""
    opens = course.opens_at.astimezone(words.zone)
    first = course.opens_at + (timedelta(hours=1) - timedelta(minutes=opens.minute)) % timedelta(hours=1)
    every = max(1, ceil((course.closes_at - first) / timedelta(hours=_MOST_HOURS)))
    at = first
    while at <= course.closes_at:
        yield at
        at += timedelta(hours=every)
