"""From News to HTML: one place for every page, so that what is loaded and what is told live look alike."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.core.office import Office
from kiosk.web.attention_words import Task, area_name, door_name, task_of
from kiosk.web.day import DayNews
from kiosk.web.day_words import day_context
from kiosk.web.news import News
from kiosk.web.words import Words

_RESOURCES = Path(str(files("kiosk") / "resources"))

ASSETS: Mapping[str, Path] = {
    "page.css": _RESOURCES / "web" / "static" / "page.css",
    "drawn.js": _RESOURCES / "web" / "static" / "drawn.js",
    "page.js": _RESOURCES / "web" / "static" / "page.js",
    "icon.svg": _RESOURCES / "web" / "static" / "icon.svg",
    "noto-sans.ttf": _RESOURCES / "fonts" / "NotoSans-Regular.ttf",
    "noto-sans-bold.ttf": _RESOURCES / "fonts" / "NotoSans-Bold.ttf",
}
"""Every file that a browser may load, by its name: nothing else can be asked for."""

SECTIONS = (("/", "page.now"), ("/past", "page.past"), ("/rules", "page.rules"), ("/acts", "page.acts"))
"""What the bar on top leads to, and its texts."""


class Kind(Enum):
    """The pages that are live."""

    NOW = "now"
    WALL = "wall"


# In this order they stand in the page; each is a template of its own under `parts`.
PARTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.NOW: ("house", "attention", "areas", "day", "doors"),
    Kind.WALL: ("wall_house", "wall_day", "wall_areas"),
}


PARTS_OF_DAY = frozenset({"day", "wall_day"})


@dataclass(frozen=True)
class Rendering:
    """The templates, for one office."""

    office: Office
    _days: dict[tuple[str, str], tuple[DayNews, str]] = field(default_factory=dict)

    @cached_property
    def _templates(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(_RESOURCES / "web" / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals |= {"office": self.office, "asset": _address_of, "sections": SECTIONS}
        return environment

    def words(self, language: str) -> Words:
        """Return the words of a language, with the office's clock."""
        return Words(language, self.office.time_zone)

    def page(self, template: str, words: Words, context: Mapping[str, Any]) -> str:
        """Return a whole page."""
        return self._templates.get_template(f"{template}.html").render(self._common(words), **context)

    def parts(self, kind: Kind, words: Words, news: News) -> dict[str, str]:
        """Return the live parts of a page, each by its name."""
        context = self._common(words) | {"news": news, "tasks": self._tasks(words, news)}
        return {
            name: self._part(name, context)
            if news.numbers is None or name not in PARTS_OF_DAY
            else self._part_of_day(name, words, news.numbers.day)
            for name in PARTS[kind]
        }

    def _part(self, name: str, context: Mapping[str, Any]) -> str:
        return self._templates.get_template(f"parts/{name}.html").render(context)

    def _part_of_day(self, name: str, words: Words, day: DayNews) -> str:
        """Return a part that shows the course of the day alone: it takes longest, and changes seldom."""
        last = self._days.get((name, words.language))
        if last is None or last[0] is not day:
            html = self._part(name, self._common(words) | day_context(day, words))
            last = self._days[name, words.language] = day, html
        return last[1]

    def _tasks(self, words: Words, news: News) -> tuple[Task, ...]:
        if news.numbers is None:
            return ()
        now = news.numbers.figures.now
        return tuple(task_of(each, self.office, words, now) for each in news.numbers.attention)

    def _common(self, words: Words) -> dict[str, Any]:
        return {
            "t": words.text,
            "words": words,
            "area_name": partial(area_name, self.office, words=words),
            "door_name": partial(door_name, self.office, words=words),
        }


@cache
def _address_of(asset: str) -> str:
    """Return where a file lies, by an address that changes with its content: browsers may keep it."""
    digest = hashlib.sha256(ASSETS[asset].read_bytes()).hexdigest()
    return f"/static/{asset}?{digest[:12]}"
