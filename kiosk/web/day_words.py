"""The day in words and shapes, as its parts of the page want them."""

from collections.abc import Mapping
from typing import Any, assert_never

from kiosk.core.figures.day import Waits
from kiosk.core.forecast import Forecast, Outlook
from kiosk.web.course import Course
from kiosk.web.day import DayNews
from kiosk.web.day_chart import Beside, DayChart, day_chart
from kiosk.web.words import Words


def day_context(day: DayNews, words: Words) -> dict[str, Any]:
    """Return what the templates of today are filled with."""
    course, ahead = day.course, day.ahead
    outlook, busiest = outlook_of(ahead, words), busiest_of(ahead, words)
    chart = day_chart(course, words.zone, day.made_at, Beside(ahead=ahead.steps))
    return {
        **course_context(course, chart, words),
        "summary": " ".join((highest_of(course, words), outlook, busiest)),
        "outlook": outlook,
        "busiest": busiest,
        "waited": waited_of(day.waited, words),
        "told": sorted(day.told.items(), key=lambda each: (-each[1], each[0].value)),
    }


def course_context(course: Course, chart: DayChart, words: Words) -> Mapping[str, Any]:
    """Return what the templates of any day's course are filled with."""
    return {
        "chart": chart,
        "came": sum(each.entered for each in course.quarters),
        "left": sum(each.left for each in course.quarters),
        "ordinary": words.text("day.ordinary", day=words.weekday(course.day)) if course.ordinary else None,
    }


def waited_of(waited: Waits, words: Words) -> str:
    """Say in a sentence or two who waited, and for how long."""
    told = words.text("day.nobody_waited")
    if waited.mean is not None:
        mean, longest = words.span(waited.mean), words.span(waited.longest)
        told = words.text("day.waited", n=waited.parties, mean=mean, longest=longest)
    if waited.gave_up:
        told += " " + words.text("day.gave_up", n=waited.gave_up)
    return told


def outlook_of(ahead: Forecast, words: Words) -> str:
    """Say in a few words what is to be expected until closing."""
    outlook = ahead.outlook(within=ahead.steps[-1].at - ahead.now)
    match outlook:
        case Outlook.FULL:
            return words.text("day.outlook_full")
        case Outlook.FILLS if ahead.full_at is not None:
            return words.text("day.outlook_fills", time=words.clock(ahead.full_at))
        case Outlook.MAY_FILL if ahead.may_fill_at is not None:
            return words.text("day.outlook_may_fill", time=words.clock(ahead.may_fill_at))
        case Outlook.ROOM | Outlook.FILLS | Outlook.MAY_FILL:
            return words.text("day.outlook_closed" if len(ahead.steps) == 1 else "day.outlook_room")
        case _ as never:
            assert_never(never)


def busiest_of(ahead: Forecast, words: Words) -> str:
    """Say when most people are expected from now on, and how many; empty where nobody is any more."""
    if len(ahead.steps) == 1:
        return ""
    most = max(ahead.steps[1:], key=lambda step: step.people)
    return words.text(
        "day.busiest",
        time=words.clock(most.at),
        n=round(most.people),
        low=round(most.low),
        high=round(most.high),
    )


def highest_of(course: Course, words: Words) -> str:
    """Say how many were inside at most, and when."""
    if not course.steps:
        return words.text("day.nothing_yet")
    most = max(course.steps, key=lambda step: step.inside)
    return words.text("day.highest", n=most.inside, time=words.clock(most.at))
