"""A text with blanks, in the small part of Jinja2 that always comes to an end.

An office may change the text of a letter, so a template may fill in what it is given, choose, and go once
through a list that it is given: no calls, no loops within loops, no reckoning, no variables of its own.
What it can write is bounded by its own length. All else is refused with its line before anything is
written.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from babel.dates import format_date, format_datetime
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kiosk.config.problems import Problem
from kiosk.config.written import nearest
from kiosk.languages.faults import LanguageFaultError
from kiosk.languages.known import SpokenLanguage

Facts = Mapping[str, object]
"""What may be filled in, by name; a value that is a mapping has names of its own."""

MOST_CHARACTERS: Final = 3000
"""How long a filled-in text may be: more than a page holds."""

LOOP: Final = "loop"
_OF_A_LOOP: Final = ("first", "last", "index")
_JOIN: Final = "join"
_FILTERS: Final = ("date", _JOIN, "upper", "lower", "capitalize")
# What the parsers of Jinja2 and Python raise for thousands of brackets, of digits and of blocks in blocks.
_TOO_MUCH: Final = (RecursionError, MemoryError, OverflowError, SyntaxError, ValueError)
_LINE_BREAK: Final = "<br>"
_TAG: Final = re.compile(r"</?[a-zA-Z][^>]*>?")
_ALLOWED: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Filter,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Const,
    nodes.For,
)


@dataclass(frozen=True, slots=True)
class Blanks:
    """What a text may fill in: the names that there are, and for some of them the names below."""

    names: Mapping[str, tuple[str, ...]]


class TemplateFaultError(LanguageFaultError):
    """Raised for a text that cannot be used, with all that is wrong in it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was checked: `place` and `line` say where it stands in its file.

    In one that `has_paragraphs` an empty line begins one.
    """

    place: str
    line: int
    template: Template
    has_paragraphs: bool

    def filled(self, facts: Facts) -> str:
        """Fill the text in: its lines are joined, and `<br>` begins a line.

        Raises TemplateFaultError where a value is not of a kind that the text can do with.
        """
        try:
            written = self.template.render(facts)
        except (TemplateError, TypeError, ValueError, LookupError, AttributeError) as error:
            raise TemplateFaultError(
                Problem(self.place, self.line, f"cannot be filled in: {error}")
            ) from error
        if len(written) > MOST_CHARACTERS:
            sentence = f"becomes longer than {MOST_CHARACTERS} characters, which no page holds: shorten it"
            raise TemplateFaultError(Problem(self.place, self.line, sentence))
        parts = re.split(r"\n\s*\n", written) if self.has_paragraphs else [written]
        kept = "\n\n".join(" ".join(each.split()) for each in parts if each.strip())
        # Escaping has told what was filled in from what the text says itself: only the latter breaks a line.
        return html.unescape(re.sub(rf"\s*{_LINE_BREAK}\s*", "\n", kept))


def text_of(
    source: str,
    blanks: Blanks,
    spoken: SpokenLanguage,
    *,
    place: str,
    line: int,
    has_paragraphs: bool = False,
) -> Text:
    """Return the text in `source`, whose first line is line `line` of its file. Raises TemplateFaultError."""
    environment = _environment(spoken)
    try:
        tree = environment.parse(source)
        problems = [Problem(place, line + at - 1, sentence) for at, sentence in _faults(tree, blanks)]
        if problems:
            raise TemplateFaultError(*problems)
        return Text(place, line, environment.from_string(source), has_paragraphs)
    except TemplateSyntaxError as error:
        sentence = f"this is no template: {error.message}"
        raise TemplateFaultError(Problem(place, line + error.lineno - 1, sentence)) from error
    except _TOO_MUCH as error:
        raise TemplateFaultError(
            Problem(place, line, "is too intricate: write it in a simpler way")
        ) from error


def _environment(spoken: SpokenLanguage) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_number_in(spoken)
    )
    shipped = dict(environment.filters)
    environment.filters.clear()
    environment.filters.update({name: shipped[name] for name in _FILTERS if name in shipped})
    environment.filters["date"] = _date_in(spoken)
    environment.globals = {}
    return environment


def _date_in(spoken: SpokenLanguage) -> Callable[[object, str], str]:
    def written(value: object, pattern: str) -> str:
        if isinstance(value, datetime):
            text = format_datetime(value, pattern, locale=spoken.customs)
        elif isinstance(value, date):
            text = format_date(value, pattern, locale=spoken.customs)
        else:
            raise TypeError(f"{value} is no time")
        return spoken.in_own_digits(text)

    return written


def _number_in(spoken: SpokenLanguage) -> Callable[[object], object]:
    """How many there are is written in the language's digits; what a text quotes stays as it is."""

    def written(value: object) -> object:
        return spoken.in_own_digits(str(value)) if isinstance(value, int) else value

    return written


def _faults(tree: nodes.Template, blanks: Blanks) -> Iterator[tuple[int, str]]:
    """Find what a text may not do, with the line in it (from 1)."""
    loops = [each for each in tree.find_all(nodes.For) if isinstance(each.target, nodes.Name)]
    known = {
        *blanks.names,
        LOOP,
        *(each.target.name for each in loops if isinstance(each.target, nodes.Name)),
    }
    for node in tree.find_all(nodes.Node):
        match node:
            case nodes.TemplateData(data=data):
                yield from _tags(data, node.lineno)
            case nodes.Name(name=name) if name not in known:
                yield node.lineno, f"there is no {name} to fill in; {nearest(name, list(blanks.names))}"
            case nodes.Getattr(node=above, attr=attr):
                yield from ((node.lineno, fault) for fault in _below(above, attr, blanks))
            case nodes.Filter():
                yield from ((node.lineno, fault) for fault in _faults_of_filter(node))
            case nodes.For():
                if node.recursive or not isinstance(node.iter, nodes.Name) or node.find(nodes.For):
                    yield node.lineno, "a loop goes once through a list that is given, and not within another"
            case _ if not isinstance(node, _ALLOWED):
                kind = type(node).__name__.lower()
                yield (
                    node.lineno,
                    f"{kind}: a letter fills in, chooses with if and goes through lists, no more",
                )
            case _:
                pass


def _faults_of_filter(node: nodes.Filter) -> Iterator[str]:
    if node.name not in _FILTERS:
        yield f"there is no filter {node.name}; {nearest(node.name, list(_FILTERS))}"
    if not all(isinstance(each, nodes.Const) for each in node.args):
        yield f"what {node.name} is given in brackets has to be written out, in quotes"
    if node.name == _JOIN and not isinstance(node.node, nodes.Name):
        # Each join multiplies: one after the other they would write more than there is room for.
        yield "join takes a list that is given"


def _below(above: nodes.Node, attr: str, blanks: Blanks) -> Iterator[str]:
    name = above.name if isinstance(above, nodes.Name) else ""
    names = _OF_A_LOOP if name == LOOP else blanks.names.get(name, ())
    if attr not in names:
        yield (
            f"there is no {name}.{attr}; {nearest(attr, list(names))}"
            if names
            else f"nothing is below {name}"
        )


def _tags(data: str, line: int) -> Iterator[tuple[int, str]]:
    for tag in _TAG.finditer(data):
        if tag[0] != _LINE_BREAK:
            at = line + data.count("\n", 0, tag.start())
            yield (
                at,
                f"{tag[0]} cannot be printed: {_LINE_BREAK} begins a new line, and nothing else is marked",
            )
