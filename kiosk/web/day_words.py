"""The day in words and shapes, as its parts of the page want them."""

from collections.abc import Mapping
from typing import Any, assert_never

from kiosk.core.forecast import Forecast, Outlook
from kiosk.web.day import DayNews
from kiosk.web.day_chart import day_chart
from kiosk.web.words import Words


def day_context(day: DayNews, words: Words) -> Mapping[str, Any]:
    """Return what the templates of the day are filled with."""
    return {
        "chart": day_chart(day, day.made_at, words.zone),
        "summary": f"{_highest(day, words)} {outlook_of(day.ahead, words)}",
        "outlook": outlook_of(day.ahead, words),
        "came": sum(each.entered for each in day.quarters),
        "left": sum(each.left for each in day.quarters),
        "told": sorted(day.told.items(), key=lambda each: (-each[1], each[0].value)),
    }


def outlook_of(ahead: Forecast, words: Words) -> str:
    """Say in a sentence what is to be expected until closing."""
    outlook = ahead.outlook(within=ahead.steps[-1].at - ahead.now)
    match outlook:
        case Outlook.FULL:
            return words.text("day.outlook_full")
        case Outlook.FILLS if ahead.full_at is not None:
            return words.text("day.outlook_fills", time=words.clock(ahead.full_at))
        case Outlook.MAY_FILL if ahead.may_fill_at is not None:
            return words.text("day.outlook_may_fill", time=words.clock(ahead.may_fill_at))
        case Outlook.ROOM | Outlook.FILLS | Outlook.MAY_FILL:
            return _most_expected(ahead, words)
        case _ as never:
            assert_never(never)


def _most_expected(ahead: Forecast, words: Words) -> str:
    if len(ahead.steps) == 1:
        return words.text("day.outlook_closed")
    most = max(ahead.steps[1:], key=lambda step: step.people)
    return words.text(
        "day.outlook_room",
        time=words.clock(most.at),
        n=round(most.people),
        low=round(most.low),
        high=round(most.high),
    )


def _highest(day: DayNews, words: Words) -> str:
    if not day.steps:
        return words.text("day.nothing_yet")
    most = max(day.steps, key=lambda step: step.inside)
    return words.text("day.highest", n=most.inside, time=words.clock(most.at))
